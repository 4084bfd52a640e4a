"""What the bot remembers of one conversation between two turns: as little as the next turn needs."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from bot.domain.language import Language

STATE_VERSION = 1


class Standing(StrEnum):
    """How the conversation stands with the advisors."""

    NONE = "none"
    WAITING = "waiting"
    """In the queue; what the person writes is added to their question."""
    MEANWHILE = "meanwhile"
    """In the queue, but the person asked the bot for something else in the meantime."""
    HELD = "held"
    """An advisor has the case: the bot is silent."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The entry shown last and its sections already read: the context of a follow-up question."""

    entry: str
    at: datetime
    sections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ConversationState:
    """Versioned; goes through JSON between turns."""

    language: Language | None = None
    """The language of the profile: the platform's guess, the first message's, or the person's choice."""
    chosen: bool = False
    """The person chose the language themselves."""
    speaking: Language | None = None
    """The language of the last reply; differs from the profile's while the person writes in another one."""
    offered_switch: date | None = None
    welcomed: bool = False
    turn: int = 0
    """Counts turns that asked the person to decide; the nonce of deciding buttons."""
    shown: Shown | None = None
    doubts: int = 0
    """Questions in a row that led to no answer: first clarify, then rephrase, then a person."""
    asked: str = ""
    """The last question, personal numbers hidden: what an advisor reads first."""
    standing: Standing = Standing.NONE
    advisor: str = ""
    """Alias of the advisor who has the case, or had the last one."""
    noted: bool = False
    """"Added to your question" was said since the case was opened."""
    rating: bool = False
    """A closed case may still be rated."""

    @property
    def nonce(self) -> str:
        """Of the newest question; empty while none was asked, so that no forged button can match."""
        return format(self.turn, "x") if self.turn else ""

    def next_nonce(self) -> "ConversationState":
        """For a turn that shows deciding buttons: older ones stop working."""
        return replace(self, turn=self.turn + 1)

    def to_dict(self) -> dict[str, Any]:
        """JSON values; what is at its default is left out."""
        data: dict[str, Any] = {"v": STATE_VERSION}
        for name in self.__slots__:
            value = getattr(self, name)
            if value != _DEFAULTS[name]:
                data[name] = _to_json(value)
        return data

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "ConversationState":
        """The inverse of :meth:`to_dict`. Raises ValueError for a version newer than this code."""
        if data.get("v", 0) > STATE_VERSION:
            raise ValueError(f"conversation state of version {data['v']}, this code knows {STATE_VERSION}")
        known = {name: _READERS.get(name, _same)(data[name]) for name in cls.__slots__ if name in data}
        return cls(**known)


def _same(value: Any) -> Any:
    return value


def _to_json(value: Any) -> Any:
    if isinstance(value, Shown):
        return [value.entry, value.at.isoformat(), list(value.sections)]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, StrEnum):
        return value.value
    return value


def _shown(value: Any) -> Shown:
    entry, at, sections = value
    return Shown(entry, datetime.fromisoformat(at), tuple(sections))


_READERS: dict[str, Any] = {
    "language": Language,
    "speaking": Language,
    "offered_switch": date.fromisoformat,
    "shown": _shown,
    "standing": Standing,
}
_DEFAULTS = {name: getattr(ConversationState(), name) for name in ConversationState.__slots__}
