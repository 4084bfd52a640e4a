"""Delivery of what was committed: at once after the commit, and by sweep for what a crash or an outage left behind.

Order within a conversation is kept: a line goes out only when all earlier ones are sent or given up. A send whose outcome is
unknown is marked so and not repeated. Results are written in batches: while one batch is being written the next gathers.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from datetime import timedelta

import structlog

from bot.domain.errors import StorageAway
from bot.domain.messages import Rendered
from bot.service.live import Live, conversation_topic
from bot.service.ports import (
    Address,
    Channel,
    Clock,
    Delivery,
    Noted,
    Op,
    Outcomes,
    Outgoing,
    Refused,
    RetryLater,
    Sent,
    Store,
    Unclear,
)

LEASE = timedelta(seconds=30)
"""How long a process may hold a line before others take it for lost. Longer than any platform call may last."""
SWEEP_SECONDS = 1.0
BATCH = 100
CONCURRENT = 64
MAX_ATTEMPTS = 12
"""With the back-off below: about a day of trying."""

_log = structlog.get_logger()


def back_off(attempts: int) -> timedelta:
    """Seconds doubled each time from 1 s to 2 h."""
    return timedelta(seconds=min(2.0**attempts, 7200.0))


class Outbox:
    """One per process."""

    def __init__(self, store: Store, channels: Mapping[str, Channel], clock: Clock, live: Live) -> None:
        self._store, self._channels, self._clock, self._live = store, channels, clock, live
        self._wake = asyncio.Event()
        self._slots = asyncio.Semaphore(CONCURRENT)
        self._tasks: set[asyncio.Task[None]] = set()
        self._noted: list[Noted] = []
        self._noting: asyncio.Task[None] | None = None
        self._behind: set[str] = set()

    # called by the service

    def deliver_now(self, outgoing: Sequence[Outgoing]) -> None:
        """Lines of one conversation, leased by the turn that wrote them, in order."""
        if outgoing:
            self._spawn(self._deliver(tuple(outgoing)))

    async def deliver_unrecorded(self, address: Address, message: Rendered) -> None:
        """Send without a trace, while nothing can be recorded. A channel that reads the transcript shows such a message itself."""
        channel = self._channels.get(address.channel)
        if channel is not None:
            await self._attempt(channel, address, Outgoing(address.key, 0, Op.SAY, message=message))

    def queue_behind(self, conversation: str) -> None:
        """Lines were added behind earlier ones: look again as soon as those are done."""
        self._behind.add(conversation)
        self._wake.set()

    async def recover(self) -> None:
        """Before the first event is taken: what a dead process had in hand is due now."""
        if taken := await self._store.take_over(self._clock.now()):
            _log.info("delivery.taken-over", lines=taken)

    async def run(self, stop: asyncio.Event) -> None:
        """Sweep until told to stop, then finish what is in hand."""
        while not stop.is_set():
            try:
                found = await self._sweep()
            except StorageAway:
                found = 0
            if found < BATCH:
                await self._rest(stop)
        await self.finish()

    async def finish(self) -> None:
        """Wait for every delivery in hand and for its result to be written."""
        while self._tasks:
            await asyncio.gather(*self._tasks, return_exceptions=True)

    # sweeping

    async def _sweep(self) -> int:
        now = self._clock.now()
        claimed = await self._store.claim_deliveries(BATCH, now + LEASE, now)
        for one in claimed:
            self._behind.add(one.conversation)
            self._spawn(self._deliver((one,)))
        return len(claimed)

    async def _rest(self, stop: asyncio.Event) -> None:
        self._wake.clear()
        waiting = [asyncio.ensure_future(self._wake.wait()), asyncio.ensure_future(stop.wait())]
        await asyncio.wait(waiting, timeout=SWEEP_SECONDS, return_when=asyncio.FIRST_COMPLETED)
        for future in waiting:
            future.cancel()

    # delivering

    async def _deliver(self, outgoing: tuple[Outgoing, ...]) -> None:
        conversation = outgoing[0].conversation
        address = Address.of(conversation)
        channel = self._channels.get(address.channel)
        async with self._slots:
            for position, one in enumerate(outgoing):
                if channel is None:
                    outcome: Outcomes = Refused("no such channel here")
                else:
                    outcome = await self._attempt(channel, address, one)
                if isinstance(outcome, RetryLater) and one.attempts + 1 < MAX_ATTEMPTS:
                    await self._later(outgoing[position:], outcome)
                    break
                await self._settle(one, outcome)
        if conversation in self._behind:
            self._behind.discard(conversation)
            self._wake.set()

    async def _attempt(self, channel: Channel, address: Address, one: Outgoing) -> Outcomes:
        try:
            return await channel.deliver(address.id, one)
        except Exception:  # a channel's own mistake must not stop the conversation's later messages
            _log.exception("delivery.mistake", channel=address.channel, line=one.line)
            return Refused("our mistake")

    async def _later(self, rest: Sequence[Outgoing], outcome: RetryLater) -> None:
        wait = timedelta(seconds=outcome.after) if outcome.after is not None else back_off(rest[0].attempts)
        _log.info("delivery.retry", reason=outcome.reason, attempts=rest[0].attempts + 1, seconds=wait.total_seconds())
        await self._persistently(lambda: self._store.put_back(rest, self._clock.now() + wait, outcome.reason))

    async def _settle(self, one: Outgoing, outcome: Outcomes) -> None:
        match outcome:
            case Sent(external):
                noted = Noted(one.conversation, one.line, Delivery.SENT, external)
            case Unclear(reason):
                noted = Noted(one.conversation, one.line, Delivery.UNCERTAIN, "", reason)
            case Refused(reason, gone):
                noted = Noted(one.conversation, one.line, Delivery.FAILED, "", reason)
                if gone:
                    await self._persistently(lambda: self._store.set_unreachable(one.conversation))
            case RetryLater(reason):
                noted = Noted(one.conversation, one.line, Delivery.FAILED, "", f"given up: {reason}")
        await self._note(noted)

    async def _note(self, noted: Noted) -> None:
        """Returns when the result is written: the next line of this conversation must not overtake it."""
        self._noted.append(noted)
        while noted in self._noted:
            if self._noting is None or self._noting.done():
                self._noting = asyncio.ensure_future(self._write_down())
            await asyncio.shield(self._noting)
        self._live.touch(conversation_topic(noted.conversation))

    async def _write_down(self) -> None:
        batch = list(self._noted)
        await self._persistently(lambda: self._store.note_deliveries(batch))
        del self._noted[: len(batch)]

    async def _persistently(self, write: Callable[[], Awaitable[None]]) -> None:
        """Try until the database is back: the message is out, only its mark is missing."""
        pause = 0.05
        while True:
            try:
                return await write()
            except StorageAway:
                await asyncio.sleep(pause)
                pause = min(pause * 2, 2.0)

    def _spawn(self, work: Coroutine[object, object, None]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
