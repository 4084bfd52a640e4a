"""Updates in, by long polling or webhook: the same road, the press answered whatever happens, unknown kinds passed over."""

import asyncio
import hmac
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import structlog
from telegram import Update
from telegram.error import TelegramError

from bot.channels.telegram.api import TelegramApi
from bot.channels.telegram.parse import Parsed, parse
from bot.domain.errors import StorageAway
from bot.service.inbound import Inbox
from bot.service.ports import Clock, Ids

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")
"""Named at every call: Telegram keeps the last list when none is given."""
PAUSE_SECONDS = 2.0

_log = structlog.get_logger()


class Receiver:
    """Hands updates to the inbox. One per bot."""

    def __init__(self, api: TelegramApi, inbox: Inbox, clock: Clock, ids: Ids) -> None:
        self._api, self._inbox, self._clock, self._ids = api, inbox, clock, ids
        self._answers: set[asyncio.Task[None]] = set()
        self.username = ""
        """Known once Telegram has said who we are; needed only to see that a group calls us."""

    async def accept(self, data: Any) -> None:
        """One update as JSON. Raises StorageAway: Telegram will bring it again."""
        parsed = self._parse(data)
        if parsed is None:
            return
        toast = ""
        try:
            received = await self._inbox.receive(
                parsed.address, parsed.event_id, parsed.event, external=parsed.external
            )
            toast = received.toast
        finally:
            if parsed.callback:
                self._answer_press(parsed.callback, toast)

    def _parse(self, data: Any) -> Parsed | None:
        """An update that we cannot read must not stop the ones behind it: it is logged and passed over."""
        try:
            update = Update.de_json(data, self._api.bot)
            return parse(update, self._clock.now(), self._ids.receipt(), self.username)
        except Exception:
            _log.exception("telegram.unreadable")
            return None

    def _answer_press(self, callback: str, toast: str) -> None:
        """In the background: the spinner stops, and a press too old to be answered is no failure."""
        task = asyncio.ensure_future(self._do_answer(callback, toast))
        self._answers.add(task)
        task.add_done_callback(self._answers.discard)

    async def _do_answer(self, callback: str, toast: str) -> None:
        try:
            text = {"text": toast[:200]} if toast else {}
            await self._api.call("answerCallbackQuery", callback_query_id=callback, **text)
        except TelegramError as error:
            _log.info("telegram.press-not-answered", reason=type(error).__name__)

    async def finish(self) -> None:
        if self._answers:
            await asyncio.gather(*self._answers, return_exceptions=True)

    # long polling

    async def poll(self, stop: asyncio.Event) -> None:
        """Fetch updates until told to stop. The offset moves on only over what is committed."""
        offset: int | None = None
        while not stop.is_set():
            updates = await self._fetch(offset, stop)
            if updates and await self._accept_all(updates):
                offset = updates[-1]["update_id"] + 1
            elif updates:
                await _rest(stop)
        await self.finish()

    async def _fetch(self, offset: int | None, stop: asyncio.Event) -> Sequence[dict[str, Any]]:
        request = asyncio.ensure_future(self._api.get_updates(offset, ALLOWED_UPDATES))
        stopping = asyncio.ensure_future(stop.wait())
        await asyncio.wait({request, stopping}, return_when=asyncio.FIRST_COMPLETED)
        stopping.cancel()
        if not request.done():
            request.cancel()
            return ()
        try:
            return request.result()
        except TelegramError as error:
            _log.warning("telegram.poll-failed", reason=str(error)[:120])
            await _rest(stop)
            return ()

    async def _accept_all(self, updates: Sequence[dict[str, Any]]) -> bool:
        """Chats side by side, the updates of one chat in order. False if the storage was away."""
        chats: defaultdict[Any, list[dict[str, Any]]] = defaultdict(list)
        for update in updates:
            chats[_chat_of(update)].append(update)
        results = await asyncio.gather(
            *(self._accept_in_order(chat) for chat in chats.values()), return_exceptions=True
        )
        for result in results:
            if isinstance(result, BaseException) and not isinstance(result, StorageAway):
                raise result
        return not any(isinstance(result, StorageAway) for result in results)

    async def _accept_in_order(self, updates: Sequence[dict[str, Any]]) -> None:
        for update in updates:
            await self.accept(update)


def secret_is_right(given: str | None, expected: str) -> bool:
    """Constant-time comparison of the webhook's secret header."""
    return given is not None and hmac.compare_digest(given.encode(), expected.encode())


def _chat_of(update: dict[str, Any]) -> Any:
    for kind in ALLOWED_UPDATES:
        content = update.get(kind)
        if isinstance(content, dict):
            message = content.get("message") if kind == "callback_query" else content
            chat = message.get("chat") if isinstance(message, dict) else content.get("from")
            return chat.get("id") if isinstance(chat, dict) else None
    return None


async def _rest(stop: asyncio.Event) -> None:
    try:
        async with asyncio.timeout(PAUSE_SECONDS):
            await stop.wait()
    except TimeoutError:
        pass
