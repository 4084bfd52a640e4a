"""The content in service: swapped whole when an editor's change is sound, kept as it is when it is not."""

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path

import structlog

from bot.content import trained
from bot.content.loader import load_knowledge
from bot.dialogue.content import Content, Settings
from bot.domain.problem import Problem, Severity
from bot.i18n.catalog import Catalog
from bot.knowledge.knowledge import Knowledge

_log = structlog.get_logger()


class ContentRefused(Exception):
    """There is nothing to serve: the content has errors and no earlier version is in service."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


class ServedContent:
    """Implements :class:`bot.service.ports.ContentStore`."""

    def __init__(self, root: Path, cache: Path, catalog: Catalog, settings: Settings) -> None:
        self._root, self._cache, self._catalog, self._settings = root, cache, catalog, settings
        self._current: Content | None = None
        self.problems: list[Problem] = []
        """Why the files on disk are not what is served; empty when they are."""

    @property
    def current(self) -> Content:
        assert self._current is not None, "load() comes first"
        return self._current

    def load(self, on_training: Callable[[], None] = lambda: None) -> None:
        """At start: read, check, train if need be. Raises ContentRefused with the errors."""
        knowledge, problems = load_knowledge(self._root, thorough=False)
        if knowledge is None:
            raise ContentRefused([problem for problem in problems if problem.severity is Severity.ERROR])
        understanding = trained.kept(knowledge, self._cache)
        if understanding is None:
            on_training()
            understanding = trained.train(knowledge, self._cache)
        self._current = Content(knowledge, understanding, self._catalog, self._settings)

    async def take(self, knowledge: Knowledge) -> None:
        """A sound change: train aside if the wording of questions changed, then swap in one step."""
        understanding = await asyncio.to_thread(trained.kept, knowledge, self._cache)
        if understanding is None:
            await asyncio.to_thread(trained.train_aside, self._root, self._cache)
            understanding = await asyncio.to_thread(trained.load_or_train, knowledge, self._cache)
        self._current = Content(knowledge, understanding, self._catalog, self._settings)
        self.problems = []
        _log.info("content.swapped", version=knowledge.version, entries=len(knowledge.entries))

    async def refuse(self, problems: Sequence[Problem]) -> None:
        """A broken change: the old content serves on, the problem is shown."""
        self.problems = [problem for problem in problems if problem.severity is Severity.ERROR]
        for problem in self.problems[:20]:
            _log.error("content.refused", problem=str(problem))
