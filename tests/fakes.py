"""Real classes that keep everything in memory, behind the same contract suite as the databases."""

import asyncio
import copy
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.domain.language import Language
from bot.domain.messages import Rendered
from bot.handoff.case import Case, CaseState, Outcome, queue_order
from bot.service.ports import (
    SETTLING,
    Advisor,
    Author,
    Delivery,
    Line,
    Loaded,
    NewLine,
    Noted,
    Op,
    Outcomes,
    Outgoing,
    Sent,
)

NOON = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)


class FrozenClock:
    """Stands still until it is moved."""

    def __init__(self, at: datetime = NOON) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at

    def move(self, **span: float) -> None:
        self.at += timedelta(**span)


class CountingIds:
    """The same codes in every run."""

    def __init__(self) -> None:
        self._count = 0

    def _next(self) -> int:
        self._count += 1
        return self._count

    def receipt(self) -> str:
        return f"AAA-{self._next():03d}"

    def case(self) -> str:
        return f"case-{self._next()}"

    def alias(self) -> tuple[int, int]:
        return 0, 41

    def secret(self) -> str:
        return f"secret-{self._next()}"


class RecordingChannel:
    """Takes every delivery; ``answers`` are given first, in order."""

    pulls = False

    def __init__(self, name: str = "telegram") -> None:
        self.name = name
        self.delivered: list[Outgoing] = []
        self.answers: list[Outcomes] = []

    async def deliver(self, address: str, outgoing: Outgoing) -> Outcomes:
        outcome = self.answers.pop(0) if self.answers else Sent(str(100 + len(self.delivered)))
        if isinstance(outcome, Sent):
            self.delivered.append(outgoing)
        return outcome


@dataclass
class _Row:
    line: NewLine
    attempts: int = 0
    error: str = ""


@dataclass
class _Person:
    state: dict[str, Any] | None = None
    reachable: bool = True
    last_line: int = 0
    hidden_to: int = 0
    active_at: datetime = NOON


@dataclass
class _Data:
    people: dict[str, _Person] = field(default_factory=dict)
    seen: dict[tuple[str, str], datetime] = field(default_factory=dict)
    rows: dict[tuple[str, int], _Row] = field(default_factory=dict)
    cases: dict[str, Case] = field(default_factory=dict)
    feedback: set[tuple[str, str, str]] = field(default_factory=set)
    advisors: dict[str, tuple[Advisor, str]] = field(default_factory=dict)
    sessions: dict[str, tuple[str, datetime, bool]] = field(default_factory=dict)


class FakeUnitOfWork:
    """Works on a copy; commit puts the copy in place of the original."""

    def __init__(self, store: "FakeStore") -> None:
        self._store = store
        self._data = copy.deepcopy(store.data)

    async def begin_event(self, conversation: str, event: str, at: datetime) -> Loaded | None:
        if (conversation, event) in self._data.seen:
            return None
        self._data.seen[conversation, event] = at
        person = self._data.people.setdefault(conversation, _Person(active_at=at))
        person.active_at = at
        backlog = any(row.line.conversation == conversation for row in self._open())
        return Loaded(person.state, person.reachable, backlog, person.last_line)

    def _open(self) -> list[_Row]:
        return [row for row in self._data.rows.values() if row.line.delivery in (Delivery.PENDING, Delivery.SENDING)]

    async def save(
        self, conversation: str, state: dict[str, Any], language: Language, at: datetime, last_line: int
    ) -> None:
        person = self._data.people[conversation]
        person.state, person.last_line = state, last_line

    async def add_lines(self, lines: Sequence[NewLine]) -> None:
        for line in lines:
            assert (line.conversation, line.id) not in self._data.rows
            self._data.rows[line.conversation, line.id] = _Row(line)

    async def settle(self, conversation: str, source: str, chosen: str) -> Rendered | None:
        for (owner, id_), row in self._data.rows.items():
            named = row.line.external or str(id_)
            unsettled = row.line.message is not None and not row.line.chosen and row.line.op is not Op.SETTLE
            if owner == conversation and named == source and unsettled and row.line.message.kind in SETTLING:  # type: ignore[union-attr]
                row.line = replace(row.line, chosen=chosen)
                return row.line.message
        return None

    async def externals(self, conversation: str, since: datetime) -> Sequence[str]:
        rows = sorted(self._data.rows.items())
        return [
            r.line.external
            for (owner, _), r in rows
            if owner == conversation and r.line.external and r.line.at >= since
        ]

    async def set_reachable(self, conversation: str, reachable: bool) -> None:
        self._data.people[conversation].reachable = reachable

    async def erase(self, conversation: str, event: str) -> None:
        data = self._data
        data.rows = {key: row for key, row in data.rows.items() if key[0] != conversation}
        data.cases = {id_: case for id_, case in data.cases.items() if case.conversation != conversation}
        data.feedback = {one for one in data.feedback if one[0] != conversation}
        data.seen = {key: at for key, at in data.seen.items() if key[0] != conversation or key[1] == event}
        data.people[conversation] = _Person()

    async def hide_history(self, conversation: str, up_to: int) -> None:
        self._data.people[conversation].hidden_to = up_to

    async def open_case(self, case: Case) -> Case:
        standing = await self.open_case_of(case.conversation)
        if standing is None:
            self._data.cases[case.id] = case
            return case
        if case.urgent and not standing.urgent:
            protected = standing.protected or case.protected
            standing = replace(standing, urgent=True, category=case.category, protected=protected)
            self._data.cases[standing.id] = standing
        return standing

    async def open_case_of(self, conversation: str) -> Case | None:
        found = (
            c for c in self._data.cases.values() if c.conversation == conversation and c.state is not CaseState.CLOSED
        )
        return next(found, None)

    async def position(self, case: Case) -> int:
        waiting = [c for c in self._data.cases.values() if c.state is CaseState.WAITING and c.id != case.id]
        return 1 + sum(queue_order(other) < queue_order(case) for other in waiting)

    async def close_case(self, case: str, outcome: Outcome, at: datetime) -> None:
        self._change(case, state=CaseState.CLOSED, outcome=outcome, closed_at=at)

    async def rate_case(self, conversation: str, verdict: str) -> None:
        closed = [c for c in self._data.cases.values() if c.conversation == conversation and c.closed_at]
        newest = max(closed, key=lambda c: c.closed_at or NOON)
        self._change(newest.id, verdict=verdict)

    async def claim_case(self, case: str, login: str) -> Case | None:
        found = self._data.cases.get(case)
        if found is None or found.state is not CaseState.WAITING:
            return None
        return self._change(case, state=CaseState.HELD, advisor=login)

    async def release_case(self, case: str) -> None:
        self._change(case, state=CaseState.WAITING, advisor="")

    async def case(self, case: str) -> Case | None:
        return self._data.cases.get(case)

    def _change(self, case: str, **changes: Any) -> Case:
        self._data.cases[case] = replace(self._data.cases[case], **changes)
        return self._data.cases[case]

    async def record_feedback(
        self, conversation: str, entry: str, verdict: str, language: Language, at: datetime
    ) -> None:
        self._data.feedback.add((conversation, entry, verdict))

    async def commit(self) -> None:
        self._store.data = self._data


class FakeStore:
    """Implements the storage's port; one transaction at a time."""

    def __init__(self) -> None:
        self.data = _Data()
        self._lock = asyncio.Lock()

    @asynccontextmanager
    async def unit(self) -> AsyncIterator[FakeUnitOfWork]:
        async with self._lock:
            yield FakeUnitOfWork(self)

    async def close(self) -> None: ...

    async def transcript(
        self, conversation: str, after: int = 0, limit: int = 200, *, whole: bool = False
    ) -> Sequence[Line]:
        person = self.data.people.get(conversation, _Person())
        found = [_line(row) for key, row in sorted(self.data.rows.items()) if key[0] == conversation]
        found = [line for line in found if line.id > after and line.text]
        if not whole:
            found = [line for line in found if line.id > person.hidden_to and line.author is not Author.NOTE]
        return found[:limit] if after else found[-limit:]

    async def line_by_receipt(self, receipt: str) -> Line | None:
        return next((_line(row) for row in self.data.rows.values() if row.line.receipt == receipt), None)

    async def queue(self, states: Sequence[str], limit: int = 500) -> Sequence[Case]:
        return sorted((case for case in self.data.cases.values() if case.state in states), key=queue_order)[:limit]

    async def cases_of(self, conversation: str) -> Sequence[Case]:
        return [case for case in self.data.cases.values() if case.conversation == conversation]

    async def claim_deliveries(self, limit: int, lease: datetime, now: datetime) -> Sequence[Outgoing]:
        claimed: dict[str, Outgoing] = {}
        blocked: set[str] = set()
        for (conversation, _), row in sorted(self.data.rows.items()):
            if row.line.delivery not in (Delivery.PENDING, Delivery.SENDING) or conversation in blocked:
                continue
            blocked.add(conversation)
            if row.line.due is not None and row.line.due <= now and len(claimed) < limit:
                row.line = replace(row.line, delivery=Delivery.SENDING, due=lease)
                claimed[conversation] = _outgoing(row)
        return list(claimed.values())

    async def take_over(self, now: datetime) -> int:
        held = [row for row in self.data.rows.values() if row.line.delivery is Delivery.SENDING]
        for row in held:
            row.line = replace(row.line, due=now)
        return len(held)

    async def note_deliveries(self, results: Sequence[Noted]) -> None:
        for noted in results:
            row = self.data.rows[noted.conversation, noted.line]
            row.line = replace(row.line, delivery=noted.state, external=noted.external, due=None)
            row.error = noted.error

    async def put_back(self, outgoing: Sequence[Outgoing], due: datetime, reason: str) -> None:
        for number, one in enumerate(outgoing):
            row = self.data.rows[one.conversation, one.line]
            row.line = replace(row.line, delivery=Delivery.PENDING, due=due)
            if number == 0:
                row.attempts, row.error = one.attempts + 1, reason

    async def set_unreachable(self, conversation: str) -> None:
        self.data.people[conversation].reachable = False
        for key, row in self.data.rows.items():
            if key[0] == conversation and row.line.delivery in (Delivery.PENDING, Delivery.SENDING):
                row.line = replace(row.line, delivery=Delivery.FAILED, due=None)
                row.error = "unreachable"

    async def undelivered(self) -> int:
        return sum(row.line.delivery in (Delivery.PENDING, Delivery.SENDING) for row in self.data.rows.values())

    async def add_advisor(self, advisor: Advisor, password_hash: str) -> None:
        self.data.advisors[advisor.login] = advisor, password_hash

    async def advisors(self) -> Sequence[Advisor]:
        return [advisor for _, (advisor, _) in sorted(self.data.advisors.items())]

    async def advisor(self, login: str) -> tuple[Advisor, str] | None:
        return self.data.advisors.get(login)

    async def disable_advisor(self, login: str) -> bool:
        self.data.sessions = {key: value for key, value in self.data.sessions.items() if value[0] != login}
        if login not in self.data.advisors:
            return False
        advisor, password_hash = self.data.advisors[login]
        self.data.advisors[login] = replace(advisor, active=False), password_hash
        return True

    async def add_session(self, token_hash: str, login: str, expires: datetime, one_time: bool) -> None:
        self.data.sessions[token_hash] = login, expires, one_time

    async def session(self, token_hash: str, now: datetime) -> str | None:
        login, expires, one_time = self.data.sessions.get(token_hash, ("", now, True))
        return login if not one_time and expires > now else None

    async def use_link(self, token_hash: str, now: datetime) -> str | None:
        login, expires, one_time = self.data.sessions.get(token_hash, ("", now, False))
        if not one_time or expires <= now:
            return None
        del self.data.sessions[token_hash]
        return login

    async def end_session(self, token_hash: str) -> None:
        self.data.sessions.pop(token_hash, None)

    async def forget_before(self, moment: datetime) -> int:
        data = self.data
        busy = {case.conversation for case in data.cases.values() if case.state is not CaseState.CLOSED}
        before = len(data.rows) + len(data.seen) + len(data.cases)
        data.rows = {key: row for key, row in data.rows.items() if row.line.at >= moment or key[0] in busy}
        data.seen = {key: at for key, at in data.seen.items() if at >= moment}
        data.cases = {i: c for i, c in data.cases.items() if c.closed_at is None or c.closed_at >= moment}
        return before - len(data.rows) - len(data.seen) - len(data.cases)


def _line(row: _Row) -> Line:
    line = row.line
    return Line(
        line.id,
        line.conversation,
        line.author,
        line.at,
        line.text,
        line.message,
        line.delivery,
        row.error,
        line.external,
        line.chosen,
        line.client_id,
        line.receipt,
    )


def _outgoing(row: _Row) -> Outgoing:
    line = row.line
    return Outgoing(
        line.conversation,
        line.id,
        line.op or Op.SAY,
        row.attempts,
        line.message,
        line.target,
        line.chosen,
        line.targets,
    )
