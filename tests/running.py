"""The whole application on a free port, with the shipped content, for tests that drive it over real HTTP."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.bootstrap import Application
from bot.config import Config
from bot.content.serving import ServedContent
from bot.storage import schema


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def settings(url: str, **parts: dict[str, Any]) -> Config:
    port = free_port()
    web = {"port": port, "public_url": f"http://127.0.0.1:{port}"}
    return Config.model_validate({"database": {"url": url}, "web": web, "knowledge": {"reload": False}, **parts})


@dataclass
class Running:
    application: Application
    config: Config

    @property
    def url(self) -> str:
        return self.config.web.public_url


@asynccontextmanager
async def running(config: Config, content: ServedContent) -> AsyncIterator[Running]:
    """Entered when it serves; stopped gracefully at the end."""
    await schema.upgrade(config.database.url)
    application = Application(config, content)
    stop, ready = asyncio.Event(), asyncio.Event()
    task = asyncio.ensure_future(application.serve(stop, ready.set))
    waiting = asyncio.ensure_future(ready.wait())
    await asyncio.wait({task, waiting}, return_when=asyncio.FIRST_COMPLETED)
    waiting.cancel()
    if task.done():
        task.result()
    try:
        yield Running(application, config)
    finally:
        stop.set()
        async with asyncio.timeout(20):
            await task


def sqlite_url(folder: Path) -> str:
    return f"sqlite:///{folder / 'latarnia.db'}"
