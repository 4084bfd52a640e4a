"""A load generator: many conversations over real HTTP, as fast as they go or at a steady rate."""

import asyncio
import itertools
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

import aiohttp
import orjson

from bot.cli.bench.bot_api import LocalBotApi

QUESTIONS = (
    "карта цукр хто може отримати",
    "yak zrobyty pesel",
    "сколько стоит карта побыту",
    "where do I file an appeal after a refusal",
    "ile czeka się na kartę pobytu",
    "чи можна працювати поки чекаю",
    "800+ на ребенка документы",
    "how do I change employer",
    "меню",
    "дякую",
)
"""What people write, one after another: mostly questions, some global words and small talk."""


@dataclass(slots=True)
class Load:
    """What came of a run. Times in milliseconds; ``answered`` runs to the arrival of the first reply at the platform."""

    seconds: float = 0.0
    sent: int = 0
    failed: int = 0
    answered: list[float] = field(default_factory=list)
    accepted: list[float] = field(default_factory=list)


def percentile(values: Sequence[float], share: float) -> float:
    """Nearest rank; 0 for nothing."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0


async def drive(
    url: str, headers: dict[str, str], seconds: float, conversations: int, rate: float | None, platform: str | None
) -> Load:
    """POST updates for ``seconds``: with ``rate`` a second in all, else each conversation as soon as it got its answer."""
    load = Load()
    starts: dict[int, list[float]] = defaultdict(list)
    api = LocalBotApi()
    connector = aiohttp.TCPConnector(limit=conversations)
    async with aiohttp.ClientSession(connector=connector, headers=headers) as session:
        begin = time.monotonic()
        ticket = itertools.count()

        async def talk(chat: int) -> None:
            for number in itertools.count(chat):
                if rate is not None:
                    due = begin + next(ticket) / rate
                    await asyncio.sleep(max(0.0, due - time.monotonic()))
                if time.monotonic() - begin >= seconds:
                    return
                body = orjson.dumps(api.text_update(chat, QUESTIONS[number % len(QUESTIONS)]))
                started = time.monotonic()
                async with session.post(url, data=body) as response:
                    await response.read()
                    load.failed += response.status != 200
                starts[chat].append(started)
                load.sent += 1
                load.accepted.append((time.monotonic() - started) * 1000)

        await asyncio.gather(*(talk(1_000_000 + chat) for chat in range(conversations)))
        load.seconds = time.monotonic() - begin
        if platform is not None:
            await asyncio.sleep(1.0)
            load.answered = await _answered(session, platform, starts)
    return load


async def _answered(session: aiohttp.ClientSession, platform: str, starts: dict[int, list[float]]) -> list[float]:
    """Each turn's time until its reply reached the platform: the n-th question of a chat has the n-th reply."""
    async with session.get(f"{platform}/arrivals") as response:
        arrivals = orjson.loads(await response.read())
    return [
        (arrived - started) * 1000
        for chat, begun in starts.items()
        for started, arrived in zip(begun, arrivals.get(str(chat), ()), strict=False)
    ]
