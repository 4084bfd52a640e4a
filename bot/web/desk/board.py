"""What the desk shows, as plain values for the templates: queue rows, stretches of a conversation, the case card."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby

from bot.domain.language import Language
from bot.domain.messages import Style
from bot.handoff.case import Case, CaseState
from bot.i18n.values import Values
from bot.service.ports import Advisor, Author, Delivery, Line

CHANNELS = frozenset({"web", "telegram", "whatsapp", "terminal"})
SHORT = 70
"""Characters of the question in a queue row."""


@dataclass(frozen=True, slots=True)
class Row:
    """One case in the queue. A masked one says only that somebody waits. ``waited`` is empty in the first minute."""

    case: Case
    waited: str
    mine: bool

    @property
    def masked(self) -> bool:
        return not self.case.conversation

    @property
    def question(self) -> str:
        text = " ".join(self.case.question.split())
        return text if len(text) <= SHORT else text[: SHORT - 1].rstrip() + "…"

    @property
    def channel(self) -> str:
        return channel_key(self.case)


@dataclass(frozen=True, slots=True)
class Queue:
    urgent: tuple[Row, ...]
    mine: tuple[Row, ...]
    today: tuple[Row, ...]
    others: tuple[Row, ...]

    @property
    def waiting(self) -> int:
        return len(self.urgent) + len(self.today)


def queue(cases: Sequence[Case], advisor: Advisor, now: datetime, values: Values, language: Language) -> Queue:
    """The sections, each in the order in which the service gave the cases."""
    rows = [Row(case, _waited(now - case.opened_at, values, language), case.advisor == advisor.login) for case in cases]
    waiting = [row for row in rows if row.case.state is CaseState.WAITING]
    held = [row for row in rows if row.case.state is CaseState.HELD]
    return Queue(
        urgent=tuple(row for row in waiting if row.case.urgent),
        mine=tuple(row for row in held if row.mine),
        today=tuple(row for row in waiting if not row.case.urgent),
        others=tuple(row for row in held if not row.mine),
    )


def _waited(span: timedelta, values: Values, language: Language) -> str:
    return values.minutes(span, language) if span >= timedelta(minutes=1) else ""


def best_first(cases: Sequence[Case], advisor: Advisor) -> list[Case]:
    """Cases to take, in the order of the rule: urgent, then those in this advisor's languages, then who waits longest."""
    free = [case for case in cases if case.state is CaseState.WAITING and case.conversation]
    return sorted(free, key=lambda case: (not case.urgent, case.language not in advisor.languages, case.opened_at))


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring lines of one speaker; the bot's are folded to one line."""

    who: str
    lines: tuple[Line, ...]

    @property
    def id(self) -> int:
        return self.lines[0].id

    @property
    def first(self) -> Line:
        return self.lines[0]

    @property
    def last(self) -> Line:
        return self.lines[-1]

    @property
    def receipts(self) -> tuple[str, ...]:
        return tuple(line.receipt for line in self.lines if line.receipt)


def stretches(lines: Sequence[Line]) -> list[Stretch]:
    """The bot's lines together, everything else line by line."""
    spoken = [line for line in lines if line.text or line.message is not None]
    found: list[Stretch] = []
    for who, group in groupby(spoken, lambda line: line.author):
        members = tuple(group)
        found += (
            [Stretch(who.value, members)] if who is Author.BOT else [Stretch(who.value, (line,)) for line in members]
        )
    return found


@dataclass(frozen=True, slots=True)
class Seen:
    """An answer that the person got."""

    title: str
    receipt: str
    at: datetime


def seen(lines: Sequence[Line]) -> list[Seen]:
    """Every answer with a receipt, newest first."""
    found = [Seen(_title(line), line.receipt, line.at) for line in lines if line.receipt and line.message is not None]
    return found[::-1]


def _title(line: Line) -> str:
    blocks = line.message.blocks if line.message else ()
    return next((block.text for block in blocks if block.style is Style.TITLE), line.text[:SHORT])


def channel_key(case: Case) -> str:
    return f"desk.channel-{case.channel if case.channel in CHANNELS else 'other'}"


def delivery_key(line: Line) -> str:
    """How the line fares on its way; empty where there is nothing to tell."""
    return "" if line.delivery is Delivery.NONE else f"desk.delivery-{line.delivery.value}"
