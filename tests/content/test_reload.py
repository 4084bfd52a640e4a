"""Content is swapped in whole when it is good; a broken set changes nothing and is shown."""

import asyncio
from collections.abc import AsyncIterator, Sequence

from bot.content.loader import load_knowledge
from bot.content.reload import Reloader, watch
from bot.domain.problem import Problem
from bot.knowledge.knowledge import Knowledge
from tests.content.tree import TODAY, Tree


class Server:
    """Notes what it was handed."""

    def __init__(self, tree: Tree) -> None:
        self.swapped: list[Knowledge] = []
        self.complaints: list[list[str]] = []
        self.reloader = Reloader(lambda: load_knowledge(tree.root, TODAY), self.swap, self.complain)

    def swap(self, knowledge: Knowledge) -> None:
        self.swapped.append(knowledge)

    def complain(self, problems: Sequence[Problem]) -> None:
        self.complaints.append([problem.rule for problem in problems])


async def test_a_good_set_is_swapped_in_once(tree: Tree) -> None:
    server = Server(tree)
    assert await server.reloader.reload()
    assert not await server.reloader.reload()
    assert len(server.swapped) == 1
    assert server.complaints == [[]]


async def test_a_broken_set_keeps_the_old_one_and_shows_the_problem(tree: Tree) -> None:
    server = Server(tree)
    await server.reloader.reload()
    tree.change("residence/fees.yaml", "{fee.card}", "{fee.cart}")
    assert not await server.reloader.reload()
    assert len(server.swapped) == 1
    assert "unknown-name" in server.complaints[-1]
    tree.change("residence/fees.yaml", "{fee.cart}", "{fee.card}")
    assert not await server.reloader.reload(), "back to the set that serves: nothing to swap"
    assert server.complaints[-1] == [], "but the problem is gone"


async def test_warnings_are_shown_after_the_swap(tree: Tree) -> None:
    tree.change("residence/fees.yaml", "1. Take 2 photos.", "1. Take 2 photos!")
    server = Server(tree)
    await server.reloader.reload()
    assert len(server.swapped) == 1
    assert server.complaints == [["exclamation-mark"]]


async def test_each_batch_of_changes_is_one_reading(tree: Tree) -> None:
    server = Server(tree)

    async def changes() -> AsyncIterator[str]:
        for name, old, new in (("menu.yaml", '"W"', '"X"'), ("menu.yaml", '"X"', '"Y"')):
            tree.change(name, old, new)
            yield name

    await server.reloader.follow(changes())
    assert [knowledge.areas["work"].sign for knowledge in server.swapped] == ["X", "Y"]


async def test_callbacks_may_be_async(tree: Tree) -> None:
    seen: list[str] = []

    async def swap(knowledge: Knowledge) -> None:
        seen.append(knowledge.version)

    async def complain(problems: Sequence[Problem]) -> None:
        seen.append(f"{len(problems)} problems")

    await Reloader(lambda: load_knowledge(tree.root, TODAY), swap, complain).reload()
    assert seen[1:] == ["0 problems"]


async def test_a_saved_file_reaches_the_callback(tree: Tree) -> None:
    """The real watcher on real files: no fixed waiting, it ends when the new content arrives."""
    stop, swapped = asyncio.Event(), []

    def swap(knowledge: Knowledge) -> None:
        swapped.append(knowledge.areas["work"].sign)
        stop.set()

    async def save() -> None:
        number = 0
        while not stop.is_set():
            # Saved again until seen: the watcher may not have begun when the first save comes.
            number += 1
            tree.write("menu.yaml", tree.text("menu.yaml").replace('sign: "W"', 'sign: "Z"') + f"# {number}\n")
            try:
                await asyncio.wait_for(stop.wait(), 1)
            except TimeoutError:
                continue

    async with asyncio.timeout(30):
        await asyncio.gather(watch(tree.root, swap, lambda _: None, stop), save())
    assert swapped[-1] == "Z"
