"""One transaction's statements, awaited alike on both databases.

PostgreSQL has an asynchronous driver. SQLite is a library that blocks: its statements run in a thread, each in one hop there and back
(the asynchronous wrapper for it needs four for each statement, which costs more than the statements themselves).
"""

import asyncio
import sys
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any, NamedTuple, Protocol, TypeVar

from sqlalchemy import Connection, CursorResult, Engine, Executable, Row
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

Values = Mapping[str, Any] | Sequence[Mapping[str, Any]]
T = TypeVar("T")
AnyRow = Row[*tuple[Any, ...]]

SWITCH_SECONDS = 0.0005
"""How long a thread may keep the interpreter while another waits. Python's 5 ms is many times a statement's length, and a statement
has to get the interpreter back twice."""


class Fetched(NamedTuple):
    """What a statement gave: its rows, already read, or how many it changed."""

    rows: Sequence[AnyRow]
    rowcount: int

    @property
    def first(self) -> AnyRow | None:
        return self.rows[0] if self.rows else None

    @property
    def scalar(self) -> Any:
        return self.rows[0][0]


class Session(Protocol):
    """Rolled back at its end unless committed."""

    @property
    def dialect(self) -> str: ...

    async def execute(self, statement: Executable, values: Values | None = None) -> Fetched: ...

    async def commit(self) -> None: ...


class Database(Protocol):
    """Where sessions come from."""

    def session(self, *, durable: bool = True) -> AbstractAsyncContextManager[Session]:
        """``durable``: a commit survives a power cut. Without it the last commits may be undone then (never by a killed process)."""
        ...

    async def close(self) -> None: ...


class _AsyncSession:
    dialect = "postgresql"

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def execute(self, statement: Executable, values: Values | None = None) -> Fetched:
        return _fetched(await self._connection.execute(statement, values))

    async def commit(self) -> None:
        await self._connection.commit()


class AsyncDatabase:
    """Over an asynchronous driver."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    @asynccontextmanager
    async def session(self, *, durable: bool = True) -> AsyncIterator[Session]:
        """PostgreSQL commits many transactions with one write to the disk; nothing is gained by less."""
        async with self._engine.connect() as connection:
            yield _AsyncSession(connection)

    async def close(self) -> None:
        await self._engine.dispose()


class Run(Protocol):
    """Carry out a blocking call in a thread."""

    async def __call__(self, work: Callable[[], T]) -> T: ...


class _ThreadSession:
    dialect = "sqlite"

    def __init__(self, connection: Connection, run: Run) -> None:
        self._connection, self._run = connection, run

    async def execute(self, statement: Executable, values: Values | None = None) -> Fetched:
        return await self._run(lambda: _fetched(self._connection.execute(statement, values)))

    async def commit(self) -> None:
        await self._run(self._connection.commit)


class ThreadDatabase:
    """Over a blocking driver, with as many threads as sessions may be open at once."""

    def __init__(self, engine: Engine, threads: int) -> None:
        sys.setswitchinterval(SWITCH_SECONDS)
        self._engine = engine
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="sqlite")
        self._free = asyncio.Semaphore(threads)

    @asynccontextmanager
    async def session(self, *, durable: bool = True) -> AsyncIterator[Session]:
        async with self._free:
            connection = await self._run(lambda: self._open(durable))
            try:
                yield _ThreadSession(connection, self._run)
            finally:
                await asyncio.shield(self._run(connection.close))

    def _open(self, durable: bool) -> Connection:
        """SQLite's synchronous setting decides whether a commit waits for the disk; in WAL mode both keep the file sound."""
        connection = self._engine.connect()
        driver = connection.connection.driver_connection
        assert driver is not None
        driver.execute(f"PRAGMA synchronous={'FULL' if durable else 'NORMAL'}")
        return connection

    async def close(self) -> None:
        await self._run(self._engine.dispose)
        self._threads.shutdown()

    async def _run(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, work)


def _fetched(result: CursorResult[Any]) -> Fetched:
    return Fetched(result.all() if result.returns_rows else (), result.rowcount)
