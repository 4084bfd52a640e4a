"""The loops of a process and their end: a signal lets each finish the turn in hand."""

import asyncio
import signal
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta

import structlog

from bot.domain.errors import StorageAway
from bot.service.ports import Clock, Store

Loop = Callable[[asyncio.Event], Awaitable[None]]
"""Runs until the event is set, then finishes what it has in hand and returns."""

FORGET_EVERY = timedelta(hours=1)

_log = structlog.get_logger()


def stop_on_signal() -> asyncio.Event:
    """An event that SIGTERM and SIGINT set."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for sign in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(sign, stop.set)
    return stop


async def run(loops: Sequence[Loop], stop: asyncio.Event) -> None:
    """All loops until ``stop``; a loop that dies by mistake ends the process loudly instead of leaving it half alive."""
    async with asyncio.TaskGroup() as group:
        for loop in loops:
            group.create_task(_or_stop(loop, stop))


async def _or_stop(loop: Loop, stop: asyncio.Event) -> None:
    try:
        await loop(stop)
    except Exception:
        stop.set()
        raise


def forgetting(store: Store, clock: Clock, keep: timedelta) -> Loop:
    """Retention: what is older than ``keep`` is deleted, at the start and every hour."""

    async def forget(stop: asyncio.Event) -> None:
        while not stop.is_set():
            try:
                gone = await store.forget_before(clock.now() - keep)
                if gone:
                    _log.info("retention.forgotten", rows=gone)
            except StorageAway:
                pass
            try:
                async with asyncio.timeout(FORGET_EVERY.total_seconds()):
                    await stop.wait()
            except TimeoutError:
                continue

    return forget
