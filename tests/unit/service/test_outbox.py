"""Delivery: order, retries, leases, people who are gone, outages of the platform and of the database."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

from bot.domain.errors import StorageAway
from bot.domain.language import Language
from bot.domain.messages import Kind, Rendered, RenderedBlock, Style
from bot.service.live import Live
from bot.service.outbox import LEASE, Outbox, back_off
from bot.service.ports import Author, Delivery, NewLine, Noted, Op, Outgoing, Refused, RetryLater, Unclear
from tests.fakes import NOON, FakeStore, FrozenClock, RecordingChannel

WHO = "telegram:1"
MESSAGE = Rendered(Kind.NOTE, Language.EN, (RenderedBlock(Style.BODY, "Hello"),))


class Scene:
    """An outbox over the fake storage and a recording channel."""

    def __init__(self) -> None:
        self.store, self.channel, self.clock = FakeStore(), RecordingChannel(), FrozenClock()
        self.outbox = Outbox(self.store, {"telegram": self.channel}, self.clock, Live())

    async def say(self, *texts: str, delivery: Delivery = Delivery.SENDING) -> list[Outgoing]:
        due = NOON + LEASE if delivery is Delivery.SENDING else NOON
        new = [
            NewLine(WHO, number, Author.BOT, NOON, text, MESSAGE, op=Op.SAY, delivery=delivery, due=due)
            for number, text in enumerate(texts, 1)
        ]
        async with self.store.unit() as unit:
            await unit.begin_event(WHO, "e", NOON)
            await unit.add_lines(new)
            await unit.commit()
        return [Outgoing(WHO, line.id, Op.SAY, 0, MESSAGE) for line in new]

    async def states(self) -> list[Delivery]:
        return [line.delivery for line in await self.store.transcript(WHO)]

    async def sweep(self) -> int:
        found = await self.outbox._sweep()
        await self.outbox.finish()
        return found


async def test_what_a_turn_wrote_goes_out_at_once_and_in_order() -> None:
    scene = Scene()
    scene.outbox.deliver_now(await scene.say("one", "two"))
    await scene.outbox.finish()
    assert [one.line for one in scene.channel.delivered] == [1, 2]
    assert await scene.states() == [Delivery.SENT, Delivery.SENT]


async def test_a_rate_limit_is_waited_out_and_nothing_overtakes() -> None:
    scene = Scene()
    scene.channel.answers = [RetryLater("rate limit", 30.0)]
    scene.outbox.deliver_now(await scene.say("one", "two"))
    await scene.outbox.finish()
    assert await scene.states() == [Delivery.PENDING, Delivery.PENDING]
    assert await scene.sweep() == 0
    scene.clock.move(seconds=30)
    assert await scene.sweep() == 1
    assert await scene.sweep() == 1
    assert [one.line for one in scene.channel.delivered] == [1, 2]


async def test_a_crash_after_the_commit_is_made_good_by_the_sweep() -> None:
    scene = Scene()
    await scene.say("one")
    assert await scene.sweep() == 0, "the lease of the dead process still runs"
    scene.clock.move(seconds=LEASE.total_seconds())
    assert await scene.sweep() == 1
    assert await scene.states() == [Delivery.SENT]


async def test_an_unclear_send_is_marked_and_not_repeated() -> None:
    scene = Scene()
    scene.channel.answers = [Unclear("no answer")]
    scene.outbox.deliver_now(await scene.say("one"))
    await scene.outbox.finish()
    assert await scene.states() == [Delivery.UNCERTAIN]
    scene.clock.move(hours=1)
    assert await scene.sweep() == 0


async def test_a_person_who_blocked_the_bot_is_left_in_peace() -> None:
    scene = Scene()
    scene.channel.answers = [Refused("blocked", gone=True)]
    scene.outbox.deliver_now((await scene.say("one", "two"))[:1])
    await scene.outbox.finish()
    assert await scene.states() == [Delivery.FAILED, Delivery.FAILED]


async def test_a_refused_message_does_not_hold_up_the_next() -> None:
    scene = Scene()
    scene.channel.answers = [Refused("too long")]
    scene.outbox.deliver_now(await scene.say("one", "two"))
    await scene.outbox.finish()
    assert await scene.states() == [Delivery.FAILED, Delivery.SENT]


async def test_trying_ends_with_a_dead_letter_that_says_why() -> None:
    scene = Scene()
    scene.channel.answers = [RetryLater("away")] * 40
    scene.outbox.deliver_now(await scene.say("one"))
    await scene.outbox.finish()
    for _ in range(40):
        scene.clock.move(hours=3)
        await scene.sweep()
    (line,) = await scene.store.transcript(WHO)
    assert (line.delivery, line.error) == (Delivery.FAILED, "given up: away")


async def test_a_mistake_in_a_channel_is_one_failed_message() -> None:
    scene = Scene()

    async def broken(address: str, outgoing: Outgoing) -> None:
        raise ValueError("ours")

    scene.channel.deliver = broken  # type: ignore[method-assign, assignment]
    scene.outbox.deliver_now(await scene.say("one"))
    await scene.outbox.finish()
    assert await scene.states() == [Delivery.FAILED]


async def test_a_sent_message_is_noted_when_the_database_is_back() -> None:
    scene = Scene()
    outgoing = await scene.say("one")
    away = [True, True]
    write = scene.store.note_deliveries

    async def note(results: list[Noted]) -> None:
        if away:
            away.pop()
            raise StorageAway
        await write(results)

    scene.store.note_deliveries = note  # type: ignore[method-assign, assignment]
    scene.outbox.deliver_now(outgoing)
    await scene.outbox.finish()
    assert len(scene.channel.delivered) == 1
    assert await scene.states() == [Delivery.SENT]


async def test_lines_queued_behind_are_sent_when_the_first_are_done() -> None:
    scene = Scene()
    outgoing = await scene.say("one")
    async with running(scene.outbox):
        async with scene.store.unit() as unit:
            loaded = await unit.begin_event(WHO, "e2", NOON)
            assert loaded is not None
            assert loaded.backlog
            later = NewLine(WHO, 2, Author.BOT, NOON, "two", MESSAGE, op=Op.SAY, delivery=Delivery.PENDING, due=NOON)
            await unit.add_lines([later])
            await unit.commit()
        scene.outbox.queue_behind(WHO)
        scene.outbox.deliver_now(outgoing)
        while len(scene.channel.delivered) < 2:  # noqa: ASYNC110 - work on this same loop
            await asyncio.sleep(0)
    assert [one.line for one in scene.channel.delivered] == [1, 2]


@asynccontextmanager
async def running(outbox: Outbox) -> AsyncIterator[None]:
    stop = asyncio.Event()
    task = asyncio.ensure_future(outbox.run(stop))
    yield
    stop.set()
    await task


def test_the_pause_doubles_up_to_two_hours() -> None:
    assert [back_off(n) for n in (0, 1, 2)] == [timedelta(seconds=s) for s in (1, 2, 4)]
    assert back_off(30) == timedelta(hours=2)
