"""A case: a conversation handed to people. Its states and the moves between them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.language import Language


class CaseState(StrEnum):
    WAITING = "waiting"
    """In the queue; the bot still answers."""
    HELD = "held"
    """An advisor has it; the bot is silent."""
    CLOSED = "closed"


class Outcome(StrEnum):
    """Why a case was closed."""

    ANSWERED = "answered"
    REFERRED = "referred"
    NO_ANSWER_NEEDED = "no-answer-needed"
    NO_REPLY = "no-reply"
    NOT_OURS = "not-ours"
    SPAM = "spam"
    LEFT = "left"
    """The person left the queue."""


@dataclass(frozen=True, slots=True)
class Case:
    """One row of the queue. ``alias`` stands for the person: the desk shows no name and no phone."""

    id: str
    conversation: str
    alias: str
    language: Language
    state: CaseState
    opened_at: datetime
    question: str
    topic: str = ""
    category: str = ""
    urgent: bool = False
    protected: bool = False
    advisor: str = ""
    """Login of the advisor who holds it."""
    holder: str = ""
    """What people see of that advisor; filled in for the desk, not kept with the case."""
    closed_at: datetime | None = None
    outcome: Outcome | None = None
    verdict: str = ""

    @property
    def channel(self) -> str:
        return self.conversation.partition(":")[0]


def may_act(case: Case, login: str) -> bool:
    """Reply, release, close: only who holds the case."""
    return case.state is CaseState.HELD and case.advisor == login


def queue_order(case: Case) -> tuple[bool, datetime]:
    """Sort key: urgent first, then who waits longest."""
    return (not case.urgent, case.opened_at)
