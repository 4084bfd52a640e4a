"""What the bot says, before and after it is put into words.

The core speaks in :class:`Message`: catalogue keys and content texts. ``i18n.render`` turns it into :class:`Rendered`, plain
strings in one language, which is stored, shown on the desk and given to a channel. Neither knows any platform's markup.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from bot.domain.language import Language


@dataclass(frozen=True, slots=True)
class Text:
    """A phrase of the catalogue, named by its key, with values for its placeholders."""

    key: str
    params: "Mapping[str, Param]" = field(default_factory=dict)


Words = Text | str
"""A catalogue phrase, or text that a person wrote (an entry, an advisor)."""

Param = str | int | date | datetime | Text


class Style(StrEnum):
    """What a block of text is for; a channel decides how it looks."""

    TITLE = "title"
    STATE = "state"
    BODY = "body"
    FOOT = "foot"


class Kind(StrEnum):
    """What a message is, for its looks and for what may happen to it later."""

    ANSWER = "answer"
    SECTION = "section"
    MENU = "menu"
    CLARIFY = "clarify"
    NOTE = "note"
    DANGER = "danger"
    STATUS = "status"
    ADVISOR = "advisor"
    SYSTEM = "system"


class Sign(StrEnum):
    """The sign before a button's word: emoji in messengers, drawn icons on our pages."""

    WHO = "👥"
    DOCUMENTS = "📄"
    STEPS = "👣"
    COST = "💳"
    TIME = "🕒"
    WHERE = "📍"
    CAREFUL = "⚠️"
    SUMMARY = "📝"
    RELATED = "🔗"
    HELPED = "👍"
    NOT_HELPED = "👎"
    PERSON = "🙋"
    MENU = "🏠"
    LANGUAGE = "🌐"
    BACK = "⬅️"
    LEAVE = "✖️"
    REPHRASE = "🔁"
    EXIT = "🚪"
    NONE = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A button. ``data`` is an :class:`~bot.domain.actions.Action` as text, at most 64 bytes of UTF-8 (Telegram's limit)."""

    data: str
    label: Words
    sign: str = Sign.NONE
    decides: bool = False
    """A deciding choice vanishes once pressed; a reading one stays."""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph or group of lines."""

    style: Style
    words: Words


@dataclass(frozen=True, slots=True)
class Message:
    """One message to the person, language-independent where it uses catalogue phrases."""

    kind: Kind
    blocks: tuple[Block, ...]
    rows: tuple[tuple[Choice, ...], ...] = ()
    receipt: str = ""
    speaker: str = ""
    """The alias of the advisor who speaks; empty for the bot."""
    silent: bool = False
    """Delivered without a sound (danger cards)."""
    replaces: bool = False
    """Takes the place of the pressed message where the platform can edit."""


@dataclass(frozen=True, slots=True)
class RenderedChoice:
    data: str
    label: str
    sign: str = ""
    decides: bool = False


@dataclass(frozen=True, slots=True)
class RenderedBlock:
    style: Style
    text: str


@dataclass(frozen=True, slots=True)
class Rendered:
    """A message in words of one language: what is stored, delivered and shown on the desk."""

    kind: Kind
    language: Language
    blocks: tuple[RenderedBlock, ...]
    rows: tuple[tuple[RenderedChoice, ...], ...] = ()
    receipt: str = ""
    speaker: str = ""
    silent: bool = False
    replaces: bool = False

    @property
    def text(self) -> str:
        """The blocks as plain text, for previews and search."""
        return "\n".join(block.text for block in self.blocks)

    @property
    def choices(self) -> tuple[RenderedChoice, ...]:
        """All buttons in reading order."""
        return tuple(choice for row in self.rows for choice in row)

    def to_dict(self) -> dict[str, Any]:
        """As JSON values, without what is empty."""
        data: dict[str, Any] = {
            "kind": self.kind.value,
            "language": self.language.value,
            "blocks": [[block.style.value, block.text] for block in self.blocks],
        }
        if self.rows:
            data["rows"] = [[[c.data, c.label, c.sign, c.decides] for c in row] for row in self.rows]
        for name in ("receipt", "speaker", "silent", "replaces"):
            if value := getattr(self, name):
                data[name] = value
        return data

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "Rendered":
        """The inverse of :meth:`to_dict`."""
        return cls(
            kind=Kind(data["kind"]),
            language=Language(data["language"]),
            blocks=tuple(RenderedBlock(Style(style), text) for style, text in data["blocks"]),
            rows=tuple(tuple(RenderedChoice(*choice) for choice in row) for row in data.get("rows", ())),
            receipt=data.get("receipt", ""),
            speaker=data.get("speaker", ""),
            silent=data.get("silent", False),
            replaces=data.get("replaces", False),
        )
