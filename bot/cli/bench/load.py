"""A load generator: many conversations over real HTTP, as fast as they go or at a steady rate."""

import asyncio
import itertools
import time
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


FIRST_CHAT = 1_000_000
REPLY_SECONDS = 30.0


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


class People:
    """Conversations that talk to the bot. Each waits for its reply before it writes again, as people do.

    The platform lives in the same process, so that a reply's arrival is seen at once.
    """

    def __init__(self, api: LocalBotApi, target: str, headers: dict[str, str]) -> None:
        self._api, self._target, self._headers = api, target, headers

    async def talk(self, seconds: float, conversations: int, rate: float | None = None) -> Load:
        """For ``seconds``; with ``rate`` so many messages a second in all, else as fast as the replies come."""
        load, begin, ticket = Load(), time.monotonic(), itertools.count()
        connector = aiohttp.TCPConnector(limit=0)
        async with aiohttp.ClientSession(connector=connector, headers=self._headers) as session:

            async def person(chat: int) -> None:
                for number in itertools.count(chat):
                    if rate is not None:
                        await asyncio.sleep(max(0.0, begin + next(ticket) / rate - time.monotonic()))
                    if time.monotonic() - begin >= seconds:
                        return
                    await self._turn(session, chat, QUESTIONS[number % len(QUESTIONS)], load)

            await asyncio.gather(*(person(FIRST_CHAT + chat) for chat in range(conversations)))
            load.seconds = time.monotonic() - begin
        return load

    async def _turn(self, session: aiohttp.ClientSession, chat: int, text: str, load: Load) -> None:
        body = orjson.dumps(self._api.text_update(chat, text))
        arrival = self._api.next_arrival(chat)
        started = time.monotonic()
        async with session.post(self._target, data=body) as response:
            await response.read()
            load.failed += response.status != 200
        load.accepted.append((time.monotonic() - started) * 1000)
        try:
            async with asyncio.timeout(REPLY_SECONDS):
                await arrival
        except TimeoutError:
            load.failed += 1
        load.answered.append((time.monotonic() - started) * 1000)
        load.sent += 1


async def hammer(url: str, seconds: float, conversations: int) -> Load:
    """The baseline: the same bodies to an endpoint that does nothing."""
    load, api = Load(), LocalBotApi()
    begin = time.monotonic()
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:

        async def caller(chat: int) -> None:
            while time.monotonic() - begin < seconds:
                body = orjson.dumps(api.text_update(chat, QUESTIONS[load.sent % len(QUESTIONS)]))
                async with session.post(url, data=body) as response:
                    await response.read()
                load.sent += 1

        await asyncio.gather(*(caller(FIRST_CHAT + number) for number in range(conversations)))
        load.seconds = time.monotonic() - begin
    return load
