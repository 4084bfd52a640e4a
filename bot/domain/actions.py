"""What a button does: the data behind it, which any client can forge, so it is parsed like free text."""

from dataclasses import dataclass
from enum import StrEnum

VERSION = "v1"
MAX_BYTES = 64
"""Telegram's limit for ``callback_data``, in bytes of UTF-8."""


class Do(StrEnum):
    """The closed vocabulary of buttons."""

    MENU = "menu"
    AREA = "area"
    GROUP = "group"
    ENTRY = "entry"
    SECTION = "sec"
    RELATED = "rel"
    CLARIFIED = "pick"
    NONE_OF_THESE = "none"
    REPHRASE = "again"
    HUMAN = "human"
    LEAVE_QUEUE = "leave"
    LANGUAGES = "langs"
    LANGUAGE = "lang"
    KEEP_LANGUAGE = "keep"
    HELPED = "yes"
    NOT_HELPED = "no"
    REASON = "why"
    PRIVACY = "priv"
    DELETE = "del"
    DELETE_CONFIRMED = "wipe"
    RATE = "rate"
    CLEAR = "clear"


@dataclass(frozen=True, slots=True)
class Action:
    """One press. ``nonce`` binds a deciding button to the turn that showed it; reading buttons have none."""

    do: Do
    target: str = ""
    nonce: str = ""

    def encode(self) -> str:
        """``v1:<kind>:<id>:<nonce>``. Raises ValueError over 64 bytes: content is checked for it before it is served."""
        data = f"{VERSION}:{self.do}:{self.target}:{self.nonce}"
        if len(data.encode()) > MAX_BYTES:
            raise ValueError(f"button data over {MAX_BYTES} bytes: {data}")
        return data

    @classmethod
    def decode(cls, data: str) -> "Action | None":
        """The action, or None for anything that this version did not write."""
        parts = data.split(":")
        if len(parts) != 4 or parts[0] != VERSION or parts[1] not in set(Do):
            return None
        return cls(Do(parts[1]), parts[2], parts[3])
