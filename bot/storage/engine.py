"""Engines for the two databases, and the errors that mean "away, try again"."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from sqlalchemy import Engine, QueuePool, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.domain.errors import StorageAway
from bot.storage.session import AsyncDatabase, Database, ThreadDatabase

POOL_SIZE = 12
"""Connections per process to PostgreSQL: turns are short, more would only wait in the server."""
READERS = 4
_OUR_MISTAKE = "no such "
"""SQLite calls a missing table or column an operational error, too; waiting does not mend it."""
BUSY_SECONDS = 10
"""How long SQLite waits for another process (a command beside the running bot) to finish writing."""


def async_url(url: str) -> URL:
    """``postgresql://`` and ``sqlite://`` addresses with our asynchronous drivers. Raises ValueError for another database."""
    parsed = make_url(url)
    drivers = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg"}
    if parsed.get_backend_name() not in drivers:
        raise ValueError(f"unknown database {parsed.get_backend_name()!r}: use sqlite or postgresql")
    return parsed.set(drivername=drivers[parsed.get_backend_name()])


def is_sqlite(url: str) -> bool:
    return make_url(url).get_backend_name() == "sqlite"


def databases(url: str) -> tuple[Database, Database]:
    """For transactions and for queries. SQLite has one writer, which takes the write lock at BEGIN, and readers beside it."""
    if is_sqlite(url):
        file = make_url(url).set(drivername="sqlite+pysqlite")
        writer, readers = _sqlite(file, 1, "BEGIN IMMEDIATE"), _sqlite(file, READERS, "BEGIN")
        return ThreadDatabase(writer, 1), ThreadDatabase(readers, READERS)
    shared = AsyncDatabase(_postgres(async_url(url)))
    return shared, shared


def _sqlite(url: URL, connections: int, begin: str) -> Engine:
    """WAL, foreign keys, and our own BEGIN in place of the driver's late one (SQLAlchemy: pysqlite transactions)."""
    engine = create_engine(url, poolclass=QueuePool, pool_size=connections, max_overflow=0)

    @event.listens_for(engine, "connect")
    def connect(connection: Any, record: Any) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in (
            "journal_mode=WAL",
            "foreign_keys=ON",
            f"busy_timeout={BUSY_SECONDS * 1000}",
            "cache_size=-16000",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def do_begin(connection: Any) -> None:
        connection.exec_driver_sql(begin)

    return engine


def _postgres(url: URL) -> AsyncEngine:
    return create_async_engine(
        url,
        pool_size=POOL_SIZE,
        max_overflow=0,
        pool_timeout=30,
        connect_args={"timeout": 5, "command_timeout": 30},
    )


@asynccontextmanager
async def away_as_error() -> AsyncIterator[None]:
    """A database that cannot be reached is an expected state: StorageAway, whatever the driver called it."""
    try:
        yield
    except (OperationalError, InterfaceError, PoolTimeout) as error:
        if _OUR_MISTAKE in str(error):
            raise
        raise StorageAway(type(error).__name__) from error
    except DBAPIError as error:
        if error.connection_invalidated or _is_shutdown(error):
            raise StorageAway(type(error).__name__) from error
        raise
    except SQLAlchemyError:
        raise
    except (OSError, TimeoutError) as error:
        raise StorageAway(type(error).__name__) from error


def _is_shutdown(error: DBAPIError) -> bool:
    """PostgreSQL class 57P0x (admin shutdown, crash, cannot connect now) and class 08 (connection)."""
    code = str(getattr(error.orig, "sqlstate", "") or "")
    return code.startswith(("57P0", "08"))
