"""One event, one transaction: duplicates, order, mistakes of ours, outages, and what leaves no trace."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from bot.content.serving import ServedContent
from bot.domain.errors import StorageAway
from bot.domain.events import ChoicePicked, ConversationBlocked, TextReceived
from bot.domain.language import Language
from bot.service.inbound import Inbox
from bot.service.live import Live, conversation_topic
from bot.service.outbox import Outbox
from bot.service.ports import Address, Author, Delivery
from tests.conftest import Store
from tests.fakes import NOON, CountingIds, FrozenClock, RecordingChannel

TELEGRAM, WEB = Address("telegram", "1"), Address("web", "1")


class Scene:
    def __init__(self, store: Store, served: ServedContent) -> None:
        self.store, self.channel, self.live, self.ids = store, RecordingChannel(), Live(), CountingIds()
        self.outbox = Outbox(store, {"telegram": self.channel}, FrozenClock(), self.live)
        self.inbox = Inbox(store, served, self.outbox, self.live, FrozenClock(), self.ids, ["web"])

    async def say(self, text: str, event: str, address: Address = TELEGRAM) -> None:
        received = TextReceived(at=NOON, receipt=self.ids.receipt(), text=text, platform_language=Language.UK)
        await self.inbox.receive(address, event, received)

    async def texts(self, address: Address = TELEGRAM) -> list[tuple[Author, str]]:
        return [(line.author, line.text.splitlines()[0]) for line in await self.store.transcript(address.key)]


@pytest.fixture
async def scene(store: Store, served: ServedContent) -> AsyncIterator[Scene]:
    played = Scene(store, served)
    yield played
    await played.outbox.finish()


async def test_an_event_delivered_many_times_at_once_is_handled_once(scene: Scene) -> None:
    await asyncio.gather(*(scene.say("дякую", "e1") for _ in range(10)))
    assert len(await scene.texts()) == 2
    await scene.outbox.finish()
    assert len(scene.channel.delivered) == 1


async def test_quick_messages_of_one_person_never_interleave(scene: Scene) -> None:
    await asyncio.gather(*(scene.say("дякую", f"e{number}") for number in range(12)))
    authors = [author for author, _ in await scene.texts()]
    assert authors == [Author.PERSON, Author.BOT] * 12


async def test_what_the_web_chat_says_needs_no_delivery_and_wakes_its_readers(scene: Scene) -> None:
    async with scene.live.subscribe(conversation_topic(WEB.key)) as subscription:
        await scene.say("меню", "e1", WEB)
        assert await subscription.wait(0)
    lines = await scene.store.transcript(WEB.key)
    assert [line.delivery for line in lines] == [Delivery.NONE, Delivery.NONE]


async def test_our_mistake_is_a_useful_line_and_the_next_message_works(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr("bot.service.inbound.step", broken)
        await scene.say("карта побиту", "e1")
        await scene.say("карта побиту", "e1")
    assert [author for author, _ in await scene.texts()] == [Author.BOT]
    await scene.say("дякую", "e2")
    assert len(await scene.texts()) == 3


async def test_with_the_database_away_nothing_happened(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    def away() -> None:
        raise StorageAway

    with monkeypatch.context() as patch:
        patch.setattr(scene.store, "unit", away)
        with pytest.raises(StorageAway):
            await scene.say("меню", "e1")
    await scene.say("меню", "e1")
    assert len(await scene.texts()) == 2


async def test_danger_is_answered_with_the_database_away(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    def away() -> None:
        raise StorageAway

    with monkeypatch.context() as patch:
        patch.setattr(scene.store, "unit", away)
        for _ in range(3):
            with pytest.raises(StorageAway):
                await scene.say("чоловік б'є мене, я боюся", "e1")
    (card,) = scene.channel.delivered
    assert card.message is not None
    assert "112" in card.message.text
    await scene.say("чоловік б'є мене, я боюся", "e1")
    assert len(await scene.texts()) == 2


async def test_a_pesel_typed_by_mistake_is_nowhere_in_the_database(scene: Scene) -> None:
    await scene.say("мій pesel 44051401458, як отримати довірений профіль", "e1")
    lines = await scene.store.transcript(TELEGRAM.key, whole=True)
    assert not any("44051401458" in line.text for line in lines)
    async with scene.store.unit() as unit:
        loaded = await unit.begin_event(TELEGRAM.key, "look", NOON)
    assert loaded is not None
    assert "44051401458" not in str(loaded.state)


async def test_deleting_leaves_one_line_and_a_new_person(scene: Scene) -> None:
    await scene.say("як отримати pesel", "e1")
    await scene.say("delete", "e2")
    data = (await scene.store.transcript(TELEGRAM.key))[-1].message.choices[0].data  # type: ignore[union-attr]
    event = ChoicePicked(at=NOON, receipt="ZZZ-999", data=data, source="")
    await scene.inbox.receive(TELEGRAM, "e3", event)
    await scene.inbox.receive(TELEGRAM, "e3", event)
    lines = await scene.store.transcript(TELEGRAM.key, whole=True)
    assert len(lines) == 1
    assert "ZZZ-999" in lines[0].text
    await scene.say("привіт", "e4")
    assert len(await scene.store.transcript(TELEGRAM.key)) == 3


async def test_nothing_is_sent_to_a_person_who_blocked_the_bot(scene: Scene) -> None:
    await scene.inbox.receive(TELEGRAM, "e1", ConversationBlocked(at=NOON, receipt=""))
    await scene.say("меню", "e2")
    await scene.outbox.finish()
    assert not scene.channel.delivered
