"""Fixtures that many tests share: a real PostgreSQL, and one database of its own for each test."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot import config as settings
from bot import log
from bot.bootstrap import served_content
from bot.cli.bench.local_postgres import fresh_database, postgres_server
from bot.content.serving import ServedContent
from bot.dialogue.content import Content
from bot.storage import schema
from bot.storage.store import SqlStore
from tests.fakes import CountingIds, FakeStore, FrozenClock

Store = SqlStore | FakeStore
ROOT = Path(__file__).parents[1]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden chats with what the bot does now")


@pytest.fixture(scope="session", autouse=True)
def _logs() -> None:
    """As in production: lines without local variables, which may hold what people wrote."""
    log.set_up("warning", "json")


@pytest.fixture(scope="session")
def served() -> ServedContent:
    """The shipped content as the demo serves it, with its trained understanding."""
    loaded = settings.load(ROOT / "config.yaml", {})
    drafts = loaded.knowledge.model_copy(update={"serve": "drafts"})
    content = served_content(loaded.model_copy(update={"knowledge": drafts}))
    content.load()
    return content


@pytest.fixture
def content(served: ServedContent) -> Content:
    return served.current


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a PostgreSQL server that lives as long as the tests."""
    with postgres_server() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgres"])
async def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A migrated database of each kind."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path / 'latarnia.db'}"
    else:
        url = await fresh_database(request.getfixturevalue("postgres"))
    await schema.upgrade(url)
    return url


@pytest.fixture(params=["fake", "sqlite", "postgres"])
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    """Every storage, each behind the same contract."""
    if request.param == "fake":
        yield FakeStore()
        return
    url = f"sqlite:///{tmp_path / 'latarnia.db'}"
    if request.param == "postgres":
        url = await fresh_database(request.getfixturevalue("postgres"))
    await schema.upgrade(url)
    found = SqlStore(url)
    yield found
    await found.close()


@pytest.fixture
def clock() -> FrozenClock:
    return FrozenClock()


@pytest.fixture
def ids() -> CountingIds:
    return CountingIds()
