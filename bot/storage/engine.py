"""Engines for the two databases, and the errors that mean "away, try again"."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.domain.errors import StorageAway

POOL_SIZE = 12
"""Connections per process to PostgreSQL: turns are short, more would only wait in the server."""
_OUR_MISTAKE = "no such "
"""SQLite calls a missing table or column an operational error, too; waiting does not mend it."""
BUSY_SECONDS = 10
"""How long SQLite waits for another process (a command beside the running bot) to finish writing."""


def async_url(url: str) -> URL:
    """``postgresql://`` and ``sqlite://`` addresses with our drivers. Raises ValueError for another database."""
    parsed = make_url(url)
    drivers = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg"}
    if parsed.get_backend_name() not in drivers:
        raise ValueError(f"unknown database {parsed.get_backend_name()!r}: use sqlite or postgresql")
    return parsed.set(drivername=drivers[parsed.get_backend_name()])


def writing_engine(url: str) -> AsyncEngine:
    """For transactions. SQLite has one writer, so one connection, and takes the write lock at BEGIN."""
    parsed = async_url(url)
    if parsed.get_backend_name() == "sqlite":
        engine = create_async_engine(parsed, pool_size=1, max_overflow=0, pool_timeout=60)
        _prepare_sqlite(engine, "BEGIN IMMEDIATE")
        return engine
    return _postgres(parsed)


def reading_engine(url: str, writing: AsyncEngine) -> AsyncEngine:
    """For queries: a second pool on SQLite, where readers do not wait for the writer; the same pool on PostgreSQL."""
    parsed = async_url(url)
    if parsed.get_backend_name() != "sqlite":
        return writing
    engine = create_async_engine(parsed, pool_size=4, max_overflow=0)
    _prepare_sqlite(engine, "BEGIN")
    return engine


def _postgres(url: URL) -> AsyncEngine:
    return create_async_engine(
        url,
        pool_size=POOL_SIZE,
        max_overflow=0,
        pool_timeout=30,
        pool_pre_ping=False,
        connect_args={"timeout": 5, "command_timeout": 30},
    )


def _prepare_sqlite(engine: AsyncEngine, begin: str) -> None:
    """WAL, foreign keys, and our own BEGIN in place of the driver's late one (SQLAlchemy: pysqlite transactions)."""

    @event.listens_for(engine.sync_engine, "connect")
    def connect(connection: Any, record: Any) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            f"busy_timeout={BUSY_SECONDS * 1000}",
            "cache_size=-16000",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def do_begin(connection: Any) -> None:
        connection.exec_driver_sql(begin)


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
