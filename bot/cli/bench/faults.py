"""``latarnia bench faults``: the bot is killed again and again while many people talk, and every event and reply is counted."""

import asyncio
import random
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import aiohttp
import orjson

from bot.channels.telegram.render import render
from bot.channels.telegram.webhook import PATH
from bot.cli.bench.bot_api import TOKEN, LocalBotApi
from bot.cli.bench.load import QUESTIONS
from bot.cli.bench.process import Running, python
from bot.cli.bench.turns import SECRET, database, settings_file
from bot.service.ports import Line
from bot.storage import schema
from bot.storage.store import SqlStore

FIRST_CHAT = 2_000_000
DRAIN_SECONDS = 90.0
"""More than a lease: what a killed process had in hand must go out within it."""
RETRY_SECONDS = 0.1
"""How soon the platform brings an update again that was not taken."""


@dataclass
class Account:
    """What must add up. ``doubled``: replies that the platform got more than once, which is allowed only for lines in hand at a kill."""

    database: str
    kills: int = 0
    events_sent: int = 0
    events_handled: int = 0
    handled_twice: int = 0
    replies_due: int = 0
    replies_lost: int = 0
    doubled: int = 0
    in_hand_at_kills: int = 0
    out_of_order: int = 0

    @property
    def sound(self) -> bool:
        complete = self.events_handled == self.events_sent and not self.replies_lost
        return complete and not self.handled_twice and not self.out_of_order and self.doubled <= self.in_hand_at_kills


async def measure(
    kind: str, root: Path, *, conversations: int = 200, messages: int = 5, kills: int = 6, seed: int = 1
) -> Account:
    """``kind``: sqlite or postgres. Kills fall at random moments between 0.3 and 1.5 s after the bot is up."""
    account, chance = Account(kind), random.Random(seed)  # noqa: S311 - a repeatable run, no secret
    api = LocalBotApi()
    with tempfile.TemporaryDirectory(prefix="latarnia-faults-") as folder, database(kind, Path(folder)) as prepare:
        url = await prepare()
        await schema.upgrade(url)
        platform = await api.start()
        config, port = settings_file(Path(folder), root, url, platform)
        target = f"http://127.0.0.1:{port}{PATH}"
        try:
            people = asyncio.ensure_future(_talk(api, target, account, conversations, messages))
            await _kill_and_restart(config, url, account, chance, kills, people)
            await _count(url, account, api, conversations)
        finally:
            await api.stop()
    return account


async def _talk(api: LocalBotApi, target: str, account: Account, conversations: int, messages: int) -> None:
    """Every person sends their messages one after another; one that was not taken is brought again, as Telegram does."""
    headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET, "Content-Type": "application/json"}
    connector = aiohttp.TCPConnector(limit=conversations)
    async with aiohttp.ClientSession(connector=connector, headers=headers) as session:

        async def person(chat: int) -> None:
            for number in range(messages):
                update = api.text_update(chat, QUESTIONS[(chat + number) % len(QUESTIONS)])
                account.events_sent += 1
                while not await _brought(session, target, update):  # noqa: ASYNC110 - the platform's own way: again after a pause
                    await asyncio.sleep(RETRY_SECONDS)
                await asyncio.sleep(0.05 * (chat % 40))

        await asyncio.gather(*(person(FIRST_CHAT + number) for number in range(conversations)))


async def _brought(session: aiohttp.ClientSession, target: str, update: dict[str, object]) -> bool:
    try:
        async with session.post(target, data=orjson.dumps(update)) as response:
            return response.status == 200
    except aiohttp.ClientError:
        return False


async def _kill_and_restart(
    config: Path, url: str, account: Account, chance: random.Random, kills: int, people: "asyncio.Future[None]"
) -> None:
    store = SqlStore(url)
    try:
        for _ in range(kills):
            async with _bot(config) as bot:
                await asyncio.sleep(chance.uniform(0.3, 1.5))
                bot.kill()
            account.kills += 1
            account.in_hand_at_kills += await store.undelivered()
        async with _bot(config):
            await people
            async with asyncio.timeout(DRAIN_SECONDS):
                while await store.undelivered():  # noqa: ASYNC110 - another process empties the database
                    await asyncio.sleep(0.2)
    finally:
        await store.close()


@asynccontextmanager
async def _bot(config: Path) -> AsyncIterator[Running]:
    secrets = {"LATARNIA_TELEGRAM_TOKEN": TOKEN, "LATARNIA_TELEGRAM_WEBHOOK_SECRET": SECRET}
    async with python("-m", "bot", "serve", "-c", str(config), ready="Serving", environment=secrets) as bot:
        yield bot


async def _count(url: str, account: Account, api: LocalBotApi, chats: int) -> None:
    """Compare what the database says with what the platform got."""
    got: dict[int, list[str]] = {}
    for call in api.calls:
        if call.method == "sendMessage":
            got.setdefault(int(call.data["chat_id"]), []).append(call.data["text"])
    store = SqlStore(url)
    try:
        for chat in range(FIRST_CHAT, FIRST_CHAT + chats):
            lines = await store.transcript(f"telegram:{chat}", whole=True, limit=10_000)
            _count_chat(lines, got.get(chat, []), account)
    finally:
        await store.close()


def _count_chat(lines: Sequence[Line], got: Sequence[str], account: Account) -> None:
    mine = [line for line in lines if line.message is None]
    account.events_handled += len(mine)
    account.handled_twice += len(mine) - len({line.external for line in mine})
    due = [render(line.message)[-1].html for line in lines if line.message is not None]
    account.replies_due += len(due)
    arrived = 0
    for text in got:
        if arrived < len(due) and text == due[arrived]:
            arrived += 1
        elif arrived and text == due[arrived - 1]:
            account.doubled += 1
        else:
            account.out_of_order += 1
    account.replies_lost += len(due) - arrived


def report(account: Account) -> dict[str, object]:
    return {**asdict(account), "sound": account.sound}
