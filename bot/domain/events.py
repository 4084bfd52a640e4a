"""What happened. Names are in the past; each carries its time, so that the core needs no clock."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.language import Language


class FileKind(StrEnum):
    VOICE = "voice"
    PHOTO = "photo"
    STICKER = "sticker"
    DOCUMENT = "document"
    VIDEO = "video"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """What every event has: its time (aware, UTC) and a receipt code drawn for the answer it may lead to."""

    at: datetime
    receipt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationStarted(Happened):
    """The person pressed Start or opened the chat; ``link`` is the deep link's opaque payload."""

    link: str = ""
    platform_language: Language | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TextReceived(Happened):
    text: str
    platform_language: Language | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TextEdited(Happened):
    """The person changed an earlier message: noted for the advisor, never answered as new input."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoicePicked(Happened):
    """A button was pressed. ``data`` may be forged or years old; ``source`` is the platform's id of the pressed message."""

    data: str
    source: str = ""
    platform_language: Language | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FileReceived(Happened):
    """``reference`` is the platform's id of the file, for the advisor's side."""

    kind: FileKind
    caption: str = ""
    reference: str = ""
    platform_language: Language | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LocationReceived(Happened):
    latitude: float
    longitude: float
    platform_language: Language | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NotUnderstood(Happened):
    """The platform delivered a kind of message that we do not know."""

    platform_language: Language | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupAddressed(Happened):
    """Somebody called the bot in a group, where it must not speak about anybody's matters."""

    platform_language: Language | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationBlocked(Happened):
    """The person blocked the bot: nothing is sent until they come back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationUnblocked(Happened):
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class AdvisorJoined(Happened):
    advisor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AdvisorReplied(Happened):
    advisor: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AdvisorReleased(Happened):
    """The advisor gave the case back to the queue."""

    advisor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseClosed(Happened):
    """``agreed``: one line on what was agreed, may be empty."""

    advisor: str
    agreed: str = ""


PersonEvent = (
    ConversationStarted
    | TextReceived
    | TextEdited
    | ChoicePicked
    | FileReceived
    | LocationReceived
    | NotUnderstood
    | GroupAddressed
    | ConversationBlocked
    | ConversationUnblocked
)
DeskEvent = AdvisorJoined | AdvisorReplied | AdvisorReleased | CaseClosed
Event = PersonEvent | DeskEvent
