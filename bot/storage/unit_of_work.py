"""One transaction: rolled back unless committed. The statements of a turn, in the order in which a turn needs them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import orjson
from sqlalchemy import bindparam, case, delete, func, select, text, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.domain.language import Language
from bot.domain.messages import Rendered
from bot.handoff.case import Case, CaseState, Outcome
from bot.service.ports import SETTLING, Loaded, NewLine, Op
from bot.storage.rows import case_of, case_values, line_values
from bot.storage.session import Session
from bot.storage.tables import UNDELIVERED, cases, conversations, feedback, lines

SEEN_SIGNS = 1500
"""How much of the ids of handled events a conversation remembers, newest first: some 60 to 100 of them. A platform brings an
event again before it brings many later ones of the same conversation."""
_SEPARATOR = "\n"
_ESCAPE = "/"

_PERSONAL = (lines, cases, feedback)
"""What is deleted whole with a person; the conversation's row is blanked, and the event in hand stays marked as seen."""

_BACKLOG = (
    select(func.count())
    .select_from(lines)
    .where(lines.c.conversation == conversations.c.key, text(UNDELIVERED))
    .scalar_subquery()
)


def _beginning(insert: Any) -> Any:
    """Built once for each dialect: building it costs more than running it."""
    new = insert(conversations).values(
        key=bindparam("b_key"), created_at=bindparam("b_at"), active_at=bindparam("b_at"), seen=bindparam("b_mark")
    )
    remembered = func.substr(new.excluded.seen + conversations.c.seen, 1, SEEN_SIGNS)
    upsert = new.on_conflict_do_update(
        index_elements=["key"],
        set_={"active_at": new.excluded.active_at, "seen": remembered},
        where=conversations.c.seen.not_like(bindparam("b_like"), escape=_ESCAPE),
    )
    columns = (conversations.c.state, conversations.c.reachable, conversations.c.last_line)
    return upsert.returning(*columns, _BACKLOG)


_BEGIN = {"sqlite": _beginning(sqlite.insert), "postgresql": _beginning(postgresql.insert)}
_SAVE = (
    update(conversations)
    .where(conversations.c.key == bindparam("b_key"))
    .values(
        state=bindparam("b_state"),
        language=bindparam("b_language"),
        active_at=bindparam("b_at"),
        last_line=bindparam("b_last"),
    )
)


def _mark(event: str) -> str:
    return f"{_SEPARATOR}{event.replace(_SEPARATOR, ' ')}{_SEPARATOR}"


def _escaped(text: str) -> str:
    """For LIKE: ids of events are anybody's strings."""
    return text.replace(_ESCAPE, _ESCAPE * 2).replace("%", f"{_ESCAPE}%").replace("_", f"{_ESCAPE}_")


class SqlUnitOfWork:
    """Implements :class:`bot.service.ports.UnitOfWork` in one session."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._insert: Any = (sqlite if session.dialect == "sqlite" else postgresql).insert

    async def begin_event(self, conversation: str, event: str, at: datetime) -> Loaded | None:
        """One statement marks, locks and loads: the upsert changes the row only if it has not seen the event.

        The row's lock makes two turns of one conversation follow each other on any machine.
        """
        mark = _mark(event)
        values = {"b_key": conversation, "b_at": at, "b_mark": mark, "b_like": f"%{_escaped(mark)}%"}
        row = (await self._session.execute(_BEGIN[self._session.dialect], values)).first
        if row is None:
            return None
        return Loaded(orjson.loads(row[0]) if row[0] else None, bool(row[1]), row[3] > 0, row[2])

    async def save(
        self, conversation: str, state: dict[str, Any], language: Language, at: datetime, last_line: int
    ) -> None:
        values = {
            "b_key": conversation,
            "b_state": orjson.dumps(state).decode(),
            "b_language": language,
            "b_at": at,
            "b_last": last_line,
        }
        await self._session.execute(_SAVE, values)

    async def add_lines(self, new: Sequence[NewLine]) -> None:
        if new:
            await self._session.execute(lines.insert(), [line_values(line) for line in new])

    async def settle(self, conversation: str, source: str, chosen: str) -> Rendered | None:
        which = lines.c.external == source
        if source.isdecimal():
            which = case((lines.c.external == "", lines.c.id == int(source)), else_=which)
        query = (
            update(lines)
            .where(
                lines.c.conversation == conversation,
                which,
                lines.c.kind.in_(SETTLING),
                lines.c.chosen == "",
                lines.c.op != Op.SETTLE,
            )
            .values(chosen=chosen)
            .returning(lines.c.message)
        )
        row = (await self._session.execute(query)).first
        return Rendered.from_dict(orjson.loads(row[0])) if row else None

    async def externals(self, conversation: str, since: datetime) -> Sequence[str]:
        query = select(lines.c.external).where(
            lines.c.conversation == conversation, lines.c.at >= since, lines.c.external != ""
        )
        return [row[0] for row in (await self._session.execute(query.order_by(lines.c.id))).rows]

    async def set_reachable(self, conversation: str, reachable: bool) -> None:
        await self._session.execute(
            update(conversations).where(conversations.c.key == conversation).values(reachable=reachable)
        )

    async def erase(self, conversation: str, event: str) -> None:
        for table in _PERSONAL:
            await self._session.execute(delete(table).where(table.c.conversation == conversation))
        blank = {"seen": _mark(event), "state": None, "language": None, "last_line": 0, "hidden_to": 0}
        await self._session.execute(update(conversations).where(conversations.c.key == conversation).values(**blank))

    async def hide_history(self, conversation: str, up_to: int) -> None:
        await self._session.execute(
            update(conversations).where(conversations.c.key == conversation).values(hidden_to=up_to)
        )

    async def open_case(self, case: Case) -> Case:
        standing = await self.open_case_of(case.conversation)
        if standing is None:
            await self._session.execute(cases.insert().values(**case_values(case)))
            return case
        if case.urgent and not standing.urgent:
            change = {"urgent": True, "category": case.category, "protected": standing.protected or case.protected}
            await self._session.execute(update(cases).where(cases.c.id == standing.id).values(**change))
        found = await self.case(standing.id)
        return found or standing

    async def open_case_of(self, conversation: str) -> Case | None:
        return await self._one_case(cases.c.conversation == conversation, cases.c.state != CaseState.CLOSED)

    async def position(self, case: Case) -> int:
        """From 1: how many waiting cases the rule puts before this one, plus itself."""
        waiting = cases.c.state == CaseState.WAITING
        earlier = cases.c.opened_at < case.opened_at
        before = (cases.c.urgent.is_(True) & earlier) if case.urgent else (cases.c.urgent.is_(True) | earlier)
        query = select(func.count()).select_from(cases).where(waiting, cases.c.id != case.id, before)
        return int((await self._session.execute(query)).scalar) + 1

    async def close_case(self, case: str, outcome: Outcome, at: datetime) -> None:
        closed = {"state": CaseState.CLOSED, "outcome": outcome, "closed_at": at}
        await self._session.execute(update(cases).where(cases.c.id == case).values(**closed))

    async def rate_case(self, conversation: str, verdict: str) -> None:
        newest = (
            select(cases.c.id)
            .where(cases.c.conversation == conversation, cases.c.state == CaseState.CLOSED)
            .order_by(cases.c.closed_at.desc())
            .limit(1)
            .scalar_subquery()
        )
        await self._session.execute(update(cases).where(cases.c.id == newest).values(verdict=verdict))

    async def claim_case(self, case: str, login: str) -> Case | None:
        """One statement decides: of two advisors one gets a row back."""
        query = (
            update(cases)
            .where(cases.c.id == case, cases.c.state == CaseState.WAITING)
            .values(state=CaseState.HELD, advisor=login)
            .returning(*cases.c)
        )
        row = (await self._session.execute(query)).first
        return case_of(row) if row else None

    async def release_case(self, case: str) -> None:
        await self._session.execute(update(cases).where(cases.c.id == case).values(state=CaseState.WAITING, advisor=""))

    async def case(self, case: str) -> Case | None:
        return await self._one_case(cases.c.id == case)

    async def _one_case(self, *where: Any) -> Case | None:
        row = (await self._session.execute(select(cases).where(*where))).first
        return case_of(row) if row else None

    async def record_feedback(
        self, conversation: str, entry: str, verdict: str, language: Language, at: datetime
    ) -> None:
        values = {"conversation": conversation, "entry": entry, "verdict": verdict, "language": language, "at": at}
        await self._session.execute(self._insert(feedback).values(**values).on_conflict_do_nothing())

    async def commit(self) -> None:
        await self._session.commit()
