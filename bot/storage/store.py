"""The storage as the service sees it: transactions for turns, queries for pages, the outbox, accounts."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any

from sqlalchemy import Select, and_, bindparam, delete, exists, func, select, text, tuple_, update
from sqlalchemy.sql.dml import Delete, Insert, Update

from bot.handoff.case import Case
from bot.service.ports import Advisor, Author, Delivery, Line, Noted, Outgoing
from bot.storage.engine import away_as_error, databases, is_sqlite
from bot.storage.rows import LINE_COLUMNS, OUTGOING_COLUMNS, advisor_of, advisor_values, case_of, line_of, outgoing_of
from bot.storage.session import AnyRow, Session
from bot.storage.tables import UNDELIVERED, advisors, cases, conversations, feedback, lines, sessions
from bot.storage.unit_of_work import SqlUnitOfWork

_EARLIER = lines.alias("earlier")
_DUE = (
    select(lines.c.conversation, lines.c.id)
    .where(
        text("lines.delivery IN ('pending', 'sending')"),
        lines.c.due <= bindparam("now"),
        ~exists().where(
            _EARLIER.c.conversation == lines.c.conversation,
            text("earlier.delivery IN ('pending', 'sending')"),
            _EARLIER.c.id < lines.c.id,
        ),
    )
    .order_by(lines.c.due)
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True)
)
"""The oldest undelivered line of each conversation, if its time has come. SQLite has one writer and needs no row locks."""

_NOTE = (
    update(lines)
    .where(lines.c.conversation == bindparam("b_conversation"), lines.c.id == bindparam("b_line"))
    .values(delivery=bindparam("b_state"), external=bindparam("b_external"), error=bindparam("b_error"), due=None)
)


class SqlStore:
    """Implements :class:`bot.service.ports.Store` on SQLite or PostgreSQL."""

    def __init__(self, url: str) -> None:
        """``url``: ``sqlite:///path`` or ``postgresql://…``. Connects on first use."""
        self._writing, self._reading = databases(url)
        self._alone = is_sqlite(url)

    async def close(self) -> None:
        await self._writing.close()
        if self._reading is not self._writing:
            await self._reading.close()

    @asynccontextmanager
    async def unit(self) -> AsyncIterator[SqlUnitOfWork]:
        async with away_as_error(), self._writing.session() as session:
            yield SqlUnitOfWork(session)

    @asynccontextmanager
    async def _write(self, *, durable: bool = True) -> AsyncIterator[Session]:
        """Committed at its end unless it fails."""
        async with away_as_error(), self._writing.session(durable=durable) as session:
            yield session
            await session.commit()

    async def _rows(self, query: Select[Any]) -> Sequence[AnyRow]:
        async with away_as_error(), self._reading.session() as session:
            return (await session.execute(query)).rows

    async def _execute(self, statement: Insert | Update | Delete) -> int:
        async with self._write() as session:
            return (await session.execute(statement)).rowcount

    # transcripts

    async def transcript(
        self, conversation: str, after: int = 0, limit: int = 200, *, whole: bool = False
    ) -> Sequence[Line]:
        query = select(*LINE_COLUMNS).where(
            lines.c.conversation == conversation, lines.c.id > after, lines.c.text != ""
        )
        if not whole:
            hidden = select(conversations.c.hidden_to).where(conversations.c.key == conversation).scalar_subquery()
            query = query.where(lines.c.id > func.coalesce(hidden, 0), lines.c.author != Author.NOTE.value)
        query = query.order_by(lines.c.id if after else lines.c.id.desc()).limit(limit)
        found = [line_of(row) for row in await self._rows(query)]
        return found if after else found[::-1]

    async def line_by_receipt(self, receipt: str) -> Line | None:
        found = await self._rows(select(*LINE_COLUMNS).where(lines.c.receipt == receipt).limit(1))
        return line_of(found[0]) if found else None

    # cases

    async def queue(self, states: Sequence[str], limit: int = 500) -> Sequence[Case]:
        query = (
            select(cases)
            .where(cases.c.state.in_(states))
            .order_by(cases.c.urgent.desc(), cases.c.opened_at)
            .limit(limit)
        )
        return [case_of(row) for row in await self._rows(query)]

    async def cases_of(self, conversation: str) -> Sequence[Case]:
        query = select(cases).where(cases.c.conversation == conversation).order_by(cases.c.opened_at)
        return [case_of(row) for row in await self._rows(query)]

    # outbox

    async def claim_deliveries(self, limit: int, lease: datetime, now: datetime) -> Sequence[Outgoing]:
        async with self._write() as session:
            due = (await session.execute(_DUE, {"now": now, "limit": limit})).rows
            if not due:
                return ()
            keys = [(row.conversation, row.id) for row in due]
            claim = (
                update(lines)
                .where(tuple_(lines.c.conversation, lines.c.id).in_(keys))
                .values(delivery=Delivery.SENDING.value, due=lease)
                .returning(*OUTGOING_COLUMNS)
            )
            return [outgoing_of(row) for row in (await session.execute(claim)).rows]

    async def take_over(self, now: datetime) -> int:
        """Only on SQLite, which one process uses: elsewhere the lines may be in the hands of a living one, and leases decide."""
        if not self._alone:
            return 0
        return await self._execute(update(lines).where(lines.c.delivery == Delivery.SENDING.value).values(due=now))

    async def note_deliveries(self, results: Sequence[Noted]) -> None:
        values = [
            {
                "b_conversation": noted.conversation,
                "b_line": noted.line,
                "b_state": noted.state.value,
                "b_external": noted.external,
                "b_error": noted.error,
            }
            for noted in sorted(results, key=lambda noted: (noted.conversation, noted.line))
        ]
        async with self._write(
            durable=False
        ) as session:  # undone by a power cut, a message is sent twice, none is lost
            await session.execute(_NOTE, values)

    async def put_back(self, outgoing: Sequence[Outgoing], due: datetime, reason: str) -> None:
        async with self._write() as session:
            for number, one in enumerate(outgoing):
                counted = {"attempts": one.attempts + 1, "error": reason} if number == 0 else {}
                await session.execute(
                    update(lines)
                    .where(lines.c.conversation == one.conversation, lines.c.id == one.line)
                    .values(delivery=Delivery.PENDING.value, due=due, **counted)
                )

    async def set_unreachable(self, conversation: str) -> None:
        async with self._write() as session:
            await session.execute(
                update(conversations).where(conversations.c.key == conversation).values(reachable=False)
            )
            await session.execute(
                update(lines)
                .where(lines.c.conversation == conversation, text(UNDELIVERED))
                .values(delivery=Delivery.FAILED.value, error="unreachable", due=None)
            )

    async def undelivered(self) -> int:
        """How many lines wait for delivery, for health and metrics."""
        return int((await self._rows(select(func.count()).select_from(lines).where(text(UNDELIVERED))))[0][0])

    # accounts

    async def add_advisor(self, advisor: Advisor, password_hash: str) -> None:
        values = advisor_values(advisor, password_hash)
        if await self._execute(update(advisors).where(advisors.c.login == advisor.login).values(**values)) == 0:
            await self._execute(advisors.insert().values(**values))

    async def advisors(self) -> Sequence[Advisor]:
        return [advisor_of(row) for row in await self._rows(select(advisors).order_by(advisors.c.login))]

    async def advisor(self, login: str) -> tuple[Advisor, str] | None:
        found = await self._rows(select(advisors).where(advisors.c.login == login))
        return (advisor_of(found[0]), found[0].password_hash) if found else None

    async def disable_advisor(self, login: str) -> bool:
        await self._execute(delete(sessions).where(sessions.c.login == login))
        return await self._execute(update(advisors).where(advisors.c.login == login).values(active=False)) > 0

    async def add_session(self, token_hash: str, login: str, expires: datetime, one_time: bool) -> None:
        await self._execute(
            sessions.insert().values(token_hash=token_hash, login=login, expires=expires, one_time=one_time)
        )

    async def session(self, token_hash: str, now: datetime) -> str | None:
        query = select(sessions.c.login).where(
            sessions.c.token_hash == token_hash, sessions.c.one_time.is_(False), sessions.c.expires > now
        )
        found = await self._rows(query)
        return found[0][0] if found else None

    async def use_link(self, token_hash: str, now: datetime) -> str | None:
        spend = delete(sessions).where(
            and_(sessions.c.token_hash == token_hash, sessions.c.one_time.is_(True), sessions.c.expires > now)
        )
        async with self._write() as session:
            row = (await session.execute(spend.returning(sessions.c.login))).first
        return row[0] if row else None

    async def end_session(self, token_hash: str) -> None:
        await self._execute(delete(sessions).where(sessions.c.token_hash == token_hash))

    # retention

    async def forget_before(self, moment: datetime) -> int:
        open_case = exists().where(cases.c.conversation == lines.c.conversation, cases.c.state != "closed")
        idle = delete(conversations).where(
            conversations.c.active_at < moment,
            ~exists().where(lines.c.conversation == conversations.c.key),
            ~exists().where(cases.c.conversation == conversations.c.key),
        )
        async with self._write() as session:
            gone = 0
            for statement in (
                delete(lines).where(lines.c.at < moment, ~open_case),
                delete(cases).where(cases.c.state == "closed", cases.c.closed_at < moment),
                delete(feedback).where(feedback.c.at < moment),
                delete(sessions).where(sessions.c.expires < moment),
                idle,
            ):
                gone += (await session.execute(statement)).rowcount
        return gone
