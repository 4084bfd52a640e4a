"""The schema's version: upgrade it, or say that it does not fit the code."""

from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import create_async_engine

from bot.domain.errors import SchemaMismatch
from bot.storage.engine import async_url, away_as_error
from bot.storage.tables import metadata

_MIGRATIONS = Path(__file__).with_name("migrations")


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def head() -> str:
    """The version that this code needs."""
    return ScriptDirectory.from_config(_config()).get_current_head() or ""


async def upgrade(url: str) -> tuple[str, str]:
    """Bring the database to this code's version; returns the versions before and after."""
    engine = create_async_engine(async_url(url))
    try:
        async with away_as_error(), engine.connect() as connection:
            before = await connection.run_sync(_current)
            await connection.run_sync(lambda sync: command.upgrade(_config(sync), "head"))
            await connection.commit()
            return before, await connection.run_sync(_current)
    finally:
        await engine.dispose()


def is_missing_file(url: str) -> bool:
    """A SQLite database that was never made: looking at it must not make an empty one."""
    parsed = async_url(url)
    return parsed.get_backend_name() == "sqlite" and not Path(parsed.database or "").exists()


async def check(url: str) -> None:
    """Raises SchemaMismatch if the database was not migrated to this code's version."""
    if is_missing_file(url):
        raise SchemaMismatch("", head())
    engine = create_async_engine(async_url(url))
    try:
        async with away_as_error(), engine.connect() as connection:
            found = await connection.run_sync(_current)
    finally:
        await engine.dispose()
    if found != head():
        raise SchemaMismatch(found, head())


async def differences(url: str) -> list[object]:
    """What the migrated database lacks against ``tables.py``; empty when the migrations tell the truth."""
    engine = create_async_engine(async_url(url))
    try:
        async with engine.connect() as connection:
            return await connection.run_sync(
                lambda sync: list(compare_metadata(MigrationContext.configure(sync), metadata))
            )
    finally:
        await engine.dispose()


def _current(connection: Connection) -> str:
    return MigrationContext.configure(connection).get_current_revision() or ""
