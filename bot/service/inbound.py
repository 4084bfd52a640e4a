"""One inbound event is one transaction: the seen mark, the new state, cases, and the messages to send, all or nothing."""

import asyncio
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import assert_never
from weakref import WeakValueDictionary

import structlog

from bot.dialogue.content import Content
from bot.dialogue.engine import first_aid, step
from bot.dialogue.turn import Turn
from bot.dialogue.waiting import queued
from bot.domain.conversation import ConversationState
from bot.domain.effects import (
    ClearChat,
    Effect,
    EraseConversation,
    LeaveQueue,
    OpenCase,
    RateCase,
    RecordFeedback,
    SendMessage,
    SetReachable,
    SettleChoice,
    ShowToast,
)
from bot.domain.errors import LatarniaError, StorageAway
from bot.domain.events import ChoicePicked, DeskEvent, Event, FileReceived, TextEdited, TextReceived
from bot.domain.language import Language
from bot.domain.messages import Block, Kind, Message, Rendered, Style, Text
from bot.handoff.case import Case, CaseState, Outcome
from bot.i18n.render import render
from bot.service.live import QUEUE, Live, conversation_topic
from bot.service.outbox import LEASE, Outbox
from bot.service.ports import (
    Address,
    Author,
    Clock,
    ContentStore,
    Delivery,
    Ids,
    Loaded,
    NewLine,
    Op,
    Outgoing,
    Store,
    UnitOfWork,
)

CLEARABLE = timedelta(hours=48)
"""Telegram deletes no message older than this."""

AIDED = 1000
"""Events that got a safety card while the database was away, so that a platform's next try brings no second one."""

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Received:
    """What the caller may tell the platform at once."""

    duplicate: bool
    toast: str = ""
    language: Language = Language.EN


@dataclass(slots=True)
class _Work:
    """What one turn gathers before it is written."""

    conversation: str
    at: datetime
    language: Language
    loaded: Loaded
    event: str
    """The platform's id of the event."""
    source: str
    pulls: bool
    lines: list[NewLine] = field(default_factory=list)
    toast: str = ""
    touched: list[str] = field(default_factory=list)
    last_line: int = 0

    def next_id(self) -> int:
        self.last_line += 1
        return self.last_line


class Inbox:
    """Accepts events of people and of the desk, and handles each in one transaction."""

    def __init__(
        self,
        store: Store,
        content: ContentStore,
        outbox: Outbox,
        live: Live,
        clock: Clock,
        ids: Ids,
        pulling: Sequence[str],
    ) -> None:
        """``pulling``: names of the channels that read the transcript themselves."""
        self._store, self._content, self._outbox, self._live = store, content, outbox, live
        self._clock, self._ids, self._pulling = clock, ids, frozenset(pulling)
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._aided: deque[tuple[str, str]] = deque(maxlen=AIDED)

    async def receive(
        self, address: Address, event_id: str, event: Event, *, client_id: str = "", external: str = ""
    ) -> Received:
        """Handle the event, once for all times that it is delivered.

        ``client_id``: the sender's own id of the line; ``external``: the platform's id of the person's message.
        Raises StorageAway when the database cannot be reached: nothing happened, and the platform will send it again.
        """
        key = address.key
        lock = self._locks.setdefault(key, asyncio.Lock())
        async with lock:
            try:
                return await self._handle(key, event_id, event, client_id, external)
            except StorageAway:
                await self._give_first_aid(address, event_id, event)
                raise
            except LatarniaError:
                raise
            except Exception:
                _log.exception("turn.mistake", kind=type(event).__name__)
                return await self._apologise(key, event_id, event)

    async def _give_first_aid(self, address: Address, event_id: str, event: Event) -> None:
        """Danger first, also without a database: the safety card goes out at once, and again when the event can be handled."""
        if not isinstance(event, TextReceived) or (address.key, event_id) in self._aided:
            return
        content = self._content.current
        aid = first_aid(event.text, event.platform_language, event.at, content)
        if aid is not None:
            self._aided.append((address.key, event_id))
            await self._outbox.deliver_unrecorded(address, render(*aid, content.catalog))

    async def _handle(self, key: str, event_id: str, event: Event, client_id: str, external: str) -> Received:
        content = self._content.current
        async with self._store.unit() as unit:
            loaded = await unit.begin_event(key, event_id, event.at)
            if loaded is None:
                return Received(duplicate=True)
            state = ConversationState.from_dict(loaded.state) if loaded.state else ConversationState()
            turn = step(state, event, content)
            work = self._work(key, event_id, event, turn, loaded)
            self._write_heard(work, event, turn, client_id, external)
            for effect in turn.effects:
                await self._carry_out(effect, unit, work, content)
            await unit.add_lines(work.lines)
            await unit.save(key, turn.state.to_dict(), turn.language, event.at, work.last_line)
            await unit.commit()
        self._after_commit(work)
        return Received(False, work.toast, turn.language)

    def _work(self, key: str, event_id: str, event: Event, turn: Turn, loaded: Loaded) -> _Work:
        source = event.source if isinstance(event, ChoicePicked) else ""
        pulls = Address.of(key).channel in self._pulling
        return _Work(key, event.at, turn.language, loaded, event_id, source, pulls, last_line=loaded.last_line)

    def _write_heard(self, work: _Work, event: Event, turn: Turn, client_id: str, external: str) -> None:
        """The person's own words; what an advisor typed is written by the message that carries it."""
        text = _spoken(event, turn)
        if text or external:
            line = NewLine(
                work.conversation, work.next_id(), Author.PERSON, work.at, text, client_id=client_id, external=external
            )
            work.lines.append(line)

    async def _carry_out(self, effect: Effect, unit: UnitOfWork, work: _Work, content: Content) -> None:
        match effect:
            case SendMessage(message):
                self._send(work, message, content)
            case SettleChoice(chosen):
                await self._settle_choice(unit, work, content.catalog.text(chosen, work.language))
            case ShowToast(text):
                work.toast = content.catalog.text(text, work.language)
            case OpenCase():
                await self._open_case(effect, unit, work, content)
            case LeaveQueue():
                await self._leave_queue(unit, work)
            case RateCase(verdict):
                await unit.rate_case(work.conversation, verdict)
            case RecordFeedback(entry, verdict):
                await unit.record_feedback(work.conversation, entry, verdict, work.language, work.at)
            case EraseConversation():
                await self._erase(unit, work)
            case ClearChat():
                await self._clear(unit, work)
            case SetReachable(reachable):
                await unit.set_reachable(work.conversation, reachable)
            case _:
                assert_never(effect)

    # effects

    def _send(self, work: _Work, message: Message, content: Content) -> None:
        rendered = render(message, work.language, content.catalog)
        author = {Kind.ADVISOR: Author.ADVISOR, Kind.SYSTEM: Author.SYSTEM}.get(message.kind, Author.BOT)
        op = Op.REPLACE if message.replaces and work.source else Op.SAY
        self._append(work, author, rendered, op, target=work.source if op is Op.REPLACE else "")

    def _append(
        self,
        work: _Work,
        author: Author,
        rendered: Rendered,
        op: Op,
        *,
        target: str = "",
        chosen: str = "",
        visible: bool = True,
    ) -> None:
        delivery, due = self._delivery(work)
        work.lines.append(
            NewLine(
                work.conversation,
                work.next_id(),
                author,
                work.at,
                rendered.text if visible else "",
                message=rendered,
                receipt=rendered.receipt,
                op=op,
                delivery=delivery,
                due=due,
                target=target,
                chosen=chosen,
            )
        )

    def _delivery(self, work: _Work) -> tuple[Delivery, datetime | None]:
        """Ours at once, or waiting behind what is not out yet; nothing to do where the channel reads for itself."""
        if work.pulls:
            return Delivery.NONE, None
        if not work.loaded.reachable:
            return Delivery.FAILED, None
        if work.loaded.backlog:
            return Delivery.PENDING, work.at
        return Delivery.SENDING, self._clock.now() + LEASE

    async def _settle_choice(self, unit: UnitOfWork, work: _Work, chosen: str) -> None:
        """The pressed message names what was chosen, in the transcript and on the platform."""
        if not work.source:
            return
        original = await unit.settle(work.conversation, work.source, chosen)
        if original is not None and not work.pulls:
            self._append(work, Author.BOT, original, Op.SETTLE, target=work.source, chosen=chosen, visible=False)

    async def _open_case(self, order: OpenCase, unit: UnitOfWork, work: _Work, content: Content) -> None:
        bird, number = self._ids.alias()
        birds = content.catalog.say("alias.birds", Language.EN).split(", ")
        case = await unit.open_case(
            Case(
                id=self._ids.case(),
                conversation=work.conversation,
                alias=f"{birds[bird % len(birds)]} {number}",
                language=work.language,
                state=CaseState.WAITING,
                opened_at=work.at,
                question=order.question,
                topic=order.topic,
                category=order.category,
                urgent=order.urgent,
                protected=order.protected,
            )
        )
        self._send(work, queued(await unit.position(case), content, work.language), content)
        work.touched.append(QUEUE)

    async def _leave_queue(self, unit: UnitOfWork, work: _Work) -> None:
        case = await unit.open_case_of(work.conversation)
        if case is not None:
            await unit.close_case(case.id, Outcome.LEFT, work.at)
            work.touched.append(QUEUE)

    async def _erase(self, unit: UnitOfWork, work: _Work) -> None:
        """What was gathered in this turn so far goes too; what follows (the receipt) is the first line of a new person."""
        await unit.erase(work.conversation, work.event)
        work.lines.clear()
        work.last_line = 0
        work.touched.append(QUEUE)

    async def _clear(self, unit: UnitOfWork, work: _Work) -> None:
        await unit.hide_history(work.conversation, work.last_line)
        targets = await unit.externals(work.conversation, work.at - CLEARABLE)
        mine = tuple(line.external for line in work.lines if line.external)
        if work.pulls or not (targets or mine):
            return
        delivery, due = self._delivery(work)
        line = NewLine(
            work.conversation,
            work.next_id(),
            Author.BOT,
            work.at,
            "",
            op=Op.CLEAR,
            delivery=delivery,
            due=due,
            targets=(*targets, *mine),
        )
        work.lines.append(line)

    # afterwards

    def _after_commit(self, work: _Work) -> None:
        ours = [_outgoing(line) for line in work.lines if line.delivery is Delivery.SENDING]
        self._outbox.deliver_now(ours)
        if any(line.delivery is Delivery.PENDING for line in work.lines):
            self._outbox.queue_behind(work.conversation)
        self._live.touch(conversation_topic(work.conversation), *work.touched)

    async def _apologise(self, key: str, event_id: str, event: Event) -> Received:
        """Our bug is not the person's silence: the event is marked seen, the state stays, a useful line goes out."""
        content = self._content.current
        async with self._store.unit() as unit:
            loaded = await unit.begin_event(key, event_id, event.at)
            if loaded is None:
                return Received(duplicate=True)
            state = _readable_state(loaded)
            language = state.speaking or state.language or getattr(event, "platform_language", None) or Language.EN
            turn = Turn(state, (SendMessage(_apology()),), language)
            work = self._work(key, event_id, event, turn, loaded)
            if not isinstance(event, DeskEvent):
                self._send(work, _apology(), content)
            await unit.add_lines(work.lines)
            await unit.save(key, state.to_dict(), language, event.at, work.last_line)
            await unit.commit()
        self._after_commit(work)
        return Received(False, "", language)


def _readable_state(loaded: Loaded) -> ConversationState:
    try:
        return ConversationState.from_dict(loaded.state) if loaded.state else ConversationState()
    except (ValueError, KeyError, TypeError):
        return ConversationState()


def _apology() -> Message:
    return Message(Kind.NOTE, (Block(Style.BODY, Text("error.ours")),))


def _spoken(event: Event, turn: Turn) -> str:
    if isinstance(event, TextReceived):
        return turn.heard or event.text[:4000]
    if isinstance(event, TextEdited):
        return turn.heard
    if isinstance(event, FileReceived):
        return f"[{event.kind}] {event.caption}".strip()
    return ""


def _outgoing(line: NewLine) -> Outgoing:
    return Outgoing(
        line.conversation, line.id, line.op or Op.SAY, 0, line.message, line.target, line.chosen, line.targets
    )
