"""Chromium once for the session; pages, server and town share its event loop."""

import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from aiohttp import web
from playwright.async_api import Browser, Page, async_playwright

from bot.web.app import build_app
from tests.web.world import Town, deps

CHROMIUM = Path("/usr/bin/chromium")
ARGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All of this folder: one loop, one worker, and skipped only where there is no Chromium."""
    for item in items:
        if Path(__file__).parent not in item.path.parents:
            continue
        item.add_marker(pytest.mark.browser)
        item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)
        item.add_marker(pytest.mark.xdist_group("browser"))
        if not CHROMIUM.exists():
            item.add_marker(pytest.mark.skip(reason="Chromium is not installed"))


class Site:
    """The town on a port of its own; may be closed and opened again."""

    def __init__(self) -> None:
        self.town = Town()
        self.port = _free_port()
        self.deps: dict[str, Any] = {}
        self._runner: web.AppRunner | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def open(self) -> None:
        more = {"exit_url": f"{self.url}/health", "public_url": self.url} | self.deps
        self._runner = web.AppRunner(build_app(deps(self.town, **more)), shutdown_timeout=0.5)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self.port, reuse_address=True).start()

    async def close(self) -> None:
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest_asyncio.fixture(loop_scope="session")
async def site() -> AsyncIterator[Site]:
    made = Site()
    await made.open()
    yield made
    await made.close()


@pytest_asyncio.fixture(loop_scope="session", scope="session")
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        launched = await playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(ARGS))
        yield launched
        await launched.close()


@pytest_asyncio.fixture(loop_scope="session", scope="session")
async def large_text() -> AsyncIterator[Browser]:
    """A browser whose owner set the text to twice the size."""
    async with async_playwright() as playwright:
        arguments = [*ARGS, "--blink-settings=defaultFontSize=32,minimumFontSize=0"]
        launched = await playwright.chromium.launch(executable_path=str(CHROMIUM), args=arguments)
        yield launched
        await launched.close()


class Visitor:
    """One person's page, and what its console complained about."""

    def __init__(self, page: Page, scripted: bool) -> None:
        self.page, self.scripted = page, scripted
        self.complaints: list[str] = []
        self.hosts: set[str] = set()
        page.on("console", lambda message: self._hear(message.type, message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self.hosts.add(request.url.split("/")[2]))

    def _hear(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.complaints.append(text)

    async def go(self, path: str = "/chat") -> Page:
        await self.page.goto(path)
        await self.ready()
        return self.page

    async def ready(self) -> None:
        if self.scripted:
            await self.page.wait_for_selector("html[data-ready]")

    async def ask(self, text: str) -> None:
        """Write, send with the button, wait for one more message of the bot."""
        before = await self.page.locator("#messages > .from-bot").count()
        await self.page.fill("#text", text)
        await self.page.click(".send")
        await self.page.wait_for_function(
            "n => document.querySelectorAll('#messages > .from-bot').length > n", arg=before
        )

    async def sign_in(self, name: str) -> Page:
        await self.page.goto(f"/desk/enter/link-{name}")
        await self.ready()
        return self.page


Visit = Callable[..., Awaitable[Visitor]]


@pytest_asyncio.fixture(loop_scope="session")
async def visit(browser: Browser, site: Site) -> AsyncIterator[Visit]:
    """Opens a browser for one more person; all are closed in the end."""
    contexts = []

    async def open_one(**options: Any) -> Visitor:
        options = {"viewport": {"width": 1280, "height": 860}, "locale": "en-GB"} | options
        context = await browser.new_context(base_url=site.url, **options)
        context.set_default_timeout(8000)
        contexts.append(context)
        return Visitor(await context.new_page(), options.get("java_script_enabled", True))

    yield open_one
    for context in contexts:
        await context.close()


async def focused(page: Page, id_: str) -> None:
    """Wait until the focus is there: a dialog gives it back in an event of its own."""
    await page.wait_for_function("id => document.activeElement && document.activeElement.id === id", arg=id_)
