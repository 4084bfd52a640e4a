"""The interface between understanding and the dialogue: one text in, one :class:`Reading` out."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from bot.domain.language import Language
from bot.knowledge.model import Section

if TYPE_CHECKING:
    from bot.understanding.explanation import Explanation


class Command(StrEnum):
    """Global words: they work at every moment, in all four languages at once."""

    MENU = "menu"
    HUMAN = "human"
    LANGUAGE = "language"
    STOP = "stop"
    BACK = "back"
    PRIVACY = "privacy"
    DELETE = "delete"
    CLEAR = "clear"


class SmallTalk(StrEnum):
    HELLO = "hello"
    THANKS = "thanks"
    BYE = "bye"
    HOW_ARE_YOU = "how-are-you"
    WHO_ARE_YOU = "who-are-you"
    OK = "ok"
    ABUSE = "abuse"


class Route(StrEnum):
    """Where understanding alone would send the message; the dialogue decides, knowing the state."""

    DANGER = "danger"
    COMMAND = "command"
    HUMAN = "human"
    ANSWER = "answer"
    CLARIFY = "clarify"
    SMALL_TALK = "smalltalk"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Danger:
    """``sure``: the full safety card; otherwise one line of help above the ordinary answer."""

    category: str
    score: float
    sure: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """A candidate entry. ``score`` is a calibrated probability (0..1); ``reasons`` name each signal's share."""

    entry: str
    score: float
    reasons: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Context:
    """What the talk already knows: the language of the profile, and the entry and section shown last (empty if none)."""

    profile: Language | None = None
    entry: str = ""
    section: Section | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that was understood of one message."""

    text: str
    """What may be kept: the text with personal numbers (PESEL, passport) hidden."""
    normalized: str
    language: Language
    """The language to answer in."""
    language_sure: bool
    """False for a text too short or too mixed to tell: the profile's language was kept."""
    foreign: str
    """ISO code of a language that we do not speak, or empty."""
    route: Route
    hits: tuple[Hit, ...] = ()
    facet: Section | None = None
    """The section that the question asks for ("how much" → cost)."""
    follow_up: bool = False
    """The message leans on the entry shown last; ``hits[0]`` is then that entry or the one it leads to."""
    danger: Danger | None = None
    command: Command | None = None
    small_talk: SmallTalk | None = None
    personal_number: bool = False
    thresholds: dict[str, float] = field(default_factory=dict)
    concepts: tuple[str, ...] = ()


class Understanding(Protocol):
    """Deterministic: the same content and message give the same reading."""

    def read(self, text: str, context: Context) -> Reading:
        """Understand any Unicode text of any length. Never raises."""
        ...

    def explain(self, text: str, context: Context) -> "Explanation":
        """The same reading, with everything that led to it."""
        ...
