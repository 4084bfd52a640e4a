"""Waking those who watch: open chats and desks wait on a topic and read the storage when it is touched.

A wake-up carries no data. Who was not there reads what they missed from the storage, so a lost wake-up costs only time.
"""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

QUEUE = "queue"


def conversation_topic(conversation: str) -> str:
    return f"conversation:{conversation}"


class Subscription:
    """One watcher. Touches between two waits are kept as one."""

    def __init__(self) -> None:
        self._touched = asyncio.Event()

    def touch(self) -> None:
        self._touched.set()

    async def wait(self, timeout: float) -> bool:  # noqa: ASYNC109 - a heartbeat interval, not a deadline
        """True as soon as the topic was touched, False after ``timeout`` seconds of silence."""
        try:
            async with asyncio.timeout(timeout):
                await self._touched.wait()
        except TimeoutError:
            return False
        self._touched.clear()
        return True


class Live:
    """Topics and their watchers in this process."""

    def __init__(self) -> None:
        self._watchers: defaultdict[str, set[Subscription]] = defaultdict(set)

    @asynccontextmanager
    async def subscribe(self, topic: str) -> AsyncIterator[Subscription]:
        subscription = Subscription()
        self._watchers[topic].add(subscription)
        try:
            yield subscription
        finally:
            self._watchers[topic].discard(subscription)
            if not self._watchers[topic]:
                del self._watchers[topic]

    def touch(self, *topics: str) -> None:
        for topic in topics:
            for subscription in self._watchers.get(topic, ()):
                subscription.touch()

    @property
    def watching(self) -> int:
        return sum(len(watchers) for watchers in self._watchers.values())
