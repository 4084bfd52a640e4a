"""The Bot API as the running bot needs it: plain calls over the library's request interface, with the library's errors.

``telegram.Bot`` builds objects of every argument and of every answer, which costs more than the rest of a turn; it stays in use where
that does not matter (who we are, the profile).
"""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from telegram import Bot

from bot.channels.telegram.request import POLL_SECONDS, READ_SECONDS, AiohttpRequest, JsonBody

CONNECTIONS = 64


@dataclass(frozen=True, slots=True)
class TelegramApi:
    """``bot`` for set-up, ``call`` for everything that happens at each turn."""

    bot: Bot
    _url: str
    _sending: AiohttpRequest
    _polling: AiohttpRequest

    async def call(self, method: str, **arguments: Any) -> Any:
        """The ``result`` of a method. Raises the library's ``TelegramError`` and its kinds."""
        return await self._sending.post(f"{self._url}/{method}", JsonBody(arguments))  # type: ignore[arg-type]

    async def get_updates(self, offset: int | None, allowed: Sequence[str]) -> list[dict[str, Any]]:
        """Long polling: updates as they came, each to be read by itself, so that one bad update does not hide the others."""
        arguments = {"offset": offset, "timeout": POLL_SECONDS, "allowed_updates": list(allowed)}
        updates: Any = await self._polling.post(f"{self._url}/getUpdates", JsonBody(arguments))  # type: ignore[arg-type]
        return list(updates)


@asynccontextmanager
async def connected(base_url: str, token: str) -> AsyncIterator[TelegramApi]:
    """The API at ``base_url``; its connections are closed at the end.

    The library closes only what it opened itself with ``initialize``, which may never have succeeded.
    """
    sending, polling = AiohttpRequest(CONNECTIONS), AiohttpRequest(1, POLL_SECONDS + READ_SECONDS)
    bot = Bot(token, f"{base_url}/bot", f"{base_url}/file/bot", request=sending, get_updates_request=polling)
    try:
        yield TelegramApi(bot, f"{base_url}/bot{token}", sending, polling)
    finally:
        await sending.shutdown()
        await polling.shutdown()
