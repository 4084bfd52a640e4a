"""One town and one client for each test."""

from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.web.app import build_app
from tests.web.world import Town, deps

Client = TestClient[web.Request, web.Application]


@pytest.fixture
def town() -> Town:
    return Town()


@pytest.fixture
async def client(town: Town) -> AsyncIterator[Client]:
    async with TestClient(TestServer(build_app(deps(town)))) as made:
        yield made
