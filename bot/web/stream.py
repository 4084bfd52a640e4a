"""Server-sent events: opening the stream, writing to it, closing all of them when the process stops."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from typing import Any
from weakref import WeakSet

from aiohttp import web

from bot.web.deps import SubscriptionPort


class Readers:
    """The handlers of all open streams."""

    def __init__(self) -> None:
        self.tasks: WeakSet[asyncio.Task[Any]] = WeakSet()


HEARTBEAT = 15.0
"""Seconds of silence after which a comment is sent: proxies keep the connection, and we notice who has gone."""

READERS = web.AppKey("readers", Readers)
_HEADERS = {
    "Content-Type": "text/event-stream; charset=utf-8",
    "Cache-Control": "no-store",
    "X-Accel-Buffering": "no",
}


class Stream:
    """One open event stream."""

    def __init__(self, response: web.StreamResponse) -> None:
        self.response = response

    async def send(self, event: str, data: Mapping[str, Any], *, id_: int | None = None) -> None:
        head = f"id: {id_}\n" if id_ is not None else ""
        text = json.dumps(data, ensure_ascii=False)
        await self.response.write(f"{head}event: {event}\ndata: {text}\n\n".encode())

    async def beat(self) -> None:
        await self.response.write(b": still here\n\n")


@asynccontextmanager
async def opened(request: web.Request) -> AsyncIterator[Stream]:
    """The stream, until the other side goes away or the process stops."""
    response = web.StreamResponse(headers=_HEADERS)
    await response.prepare(request)
    task = asyncio.current_task()
    if task is not None:
        request.app[READERS].tasks.add(task)
    stream = Stream(response)
    with suppress(ConnectionError):
        await stream.beat()
        yield stream


async def wait_any(subscriptions: Sequence[SubscriptionPort], seconds: float) -> bool:
    """True as soon as something happened on one of them."""
    tasks = [asyncio.ensure_future(subscription.wait(seconds)) for subscription in subscriptions]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        ended = await asyncio.gather(*tasks, return_exceptions=True)
    return any(result is True for result in ended)


async def close_all(app: web.Application) -> None:
    """On shutdown: readers reconnect to the next process by themselves."""
    for task in list(app[READERS].tasks):
        task.cancel()


def setup(app: web.Application) -> None:
    app[READERS] = Readers()
    app.on_shutdown.append(close_all)
