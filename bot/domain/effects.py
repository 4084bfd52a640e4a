"""What must happen: orders of the core, carried out by the service in the same transaction or after it."""

from dataclasses import dataclass

from bot.domain.messages import Message, Text, Words


@dataclass(frozen=True, slots=True)
class SendMessage:
    message: Message


@dataclass(frozen=True, slots=True)
class SettleChoice:
    """The pressed message loses its deciding buttons and names what was chosen."""

    chosen: Words


@dataclass(frozen=True, slots=True)
class ShowToast:
    """A passing line at the pressed button; never the only place of something important."""

    text: Text


@dataclass(frozen=True, slots=True)
class OpenCase:
    """A person is wanted. ``topic`` is an entry id or empty, ``category`` a danger category or empty."""

    question: str
    topic: str = ""
    category: str = ""
    urgent: bool = False
    protected: bool = False


@dataclass(frozen=True, slots=True)
class LeaveQueue:
    """The person no longer wants to wait."""


@dataclass(frozen=True, slots=True)
class RateCase:
    """The person's answer to "did it help": yes, partly, no."""

    verdict: str


@dataclass(frozen=True, slots=True)
class RecordFeedback:
    """``verdict``: yes, no, or the reason picked after no."""

    entry: str
    verdict: str


@dataclass(frozen=True, slots=True)
class EraseConversation:
    """Delete everything that is kept about this person."""


@dataclass(frozen=True, slots=True)
class ClearChat:
    """Take the talk out of the person's chat as far as the platform allows, and out of their history."""


@dataclass(frozen=True, slots=True)
class SetReachable:
    """Whether the platform lets us write to the person."""

    reachable: bool


Effect = (
    SendMessage
    | SettleChoice
    | ShowToast
    | OpenCase
    | LeaveQueue
    | RateCase
    | RecordFeedback
    | EraseConversation
    | ClearChat
    | SetReachable
)
