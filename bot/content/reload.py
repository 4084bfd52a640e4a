"""Content swapped in whole when an editor saves; a broken set is refused and the old one keeps serving."""

import asyncio
from collections.abc import AsyncIterable, Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any

from watchfiles import awatch

from bot.content.loader import load_knowledge
from bot.domain.problem import Problem
from bot.knowledge.knowledge import Knowledge

Load = Callable[[], tuple[Knowledge | None, list[Problem]]]

QUIET_MS = 300
"""So long nothing may change before the files are read: editors write several files one after another."""


class Reloader:
    """Loads again on every change. ``swap`` gets a good set that differs from the last one, ``complain`` the problems of a broken one.

    Warnings of a good set go to ``complain`` as well, after the swap, so that the editors' page can show them.
    """

    def __init__(
        self,
        load: Load,
        swap: Callable[[Knowledge], Awaitable[None] | None],
        complain: Callable[[Sequence[Problem]], Awaitable[None] | None],
        version: str = "",
    ) -> None:
        """``version`` of the set that serves now."""
        self._load, self._swap, self._complain = load, swap, complain
        self.version = version
        self._broken = False
        """The files on disk were refused: when they are mended, even back to what serves, that is told too."""

    async def reload(self) -> bool:
        """Read once; whether a new set was swapped in."""
        knowledge, problems = await asyncio.to_thread(self._load)
        fresh = knowledge is not None and knowledge.version != self.version
        if knowledge is not None and fresh:
            await _called(self._swap(knowledge))
            self.version = knowledge.version
        if knowledge is None or fresh or self._broken:
            await _called(self._complain(problems))
        self._broken = knowledge is None
        return fresh

    async def follow(self, changes: AsyncIterable[Any]) -> None:
        """Reload after each batch of changes, until they end."""
        async for _ in changes:
            await self.reload()


async def watch(
    root: Path,
    swap: Callable[[Knowledge], Awaitable[None] | None],
    complain: Callable[[Sequence[Problem]], Awaitable[None] | None],
    stop: asyncio.Event,
    version: str = "",
) -> None:
    """Follow the files under ``root`` until ``stop`` is set."""
    reloader = Reloader(lambda: load_knowledge(root), swap, complain, version)
    # YAML only: editors' temporary files must not cause a reading each.
    changes = awatch(
        root,
        watch_filter=lambda _, path: path.endswith(".yaml"),
        debounce=QUIET_MS * 5,
        step=QUIET_MS,
        stop_event=stop,
    )
    await reloader.follow(changes)


async def _called(result: Awaitable[None] | None) -> None:
    """Callbacks may be plain or async."""
    if result is not None:
        await result
