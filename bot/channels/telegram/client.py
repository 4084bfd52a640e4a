"""Sending to Telegram, and what each failure means for the message."""

from collections.abc import Callable
from datetime import timedelta

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.channels.telegram.api import TelegramApi
from bot.channels.telegram.parse import NAME
from bot.channels.telegram.render import Part, render, settled
from bot.channels.telegram.request import NotSent
from bot.domain.language import Language
from bot.service.ports import Op, Outcomes, Outgoing, Refused, RetryLater, Sent, Unclear

_NO_PREVIEW = {"is_disabled": True}
_HTML = "HTML"
_DELETE_AT_ONCE = 100
_SAME = "not modified"
_GONE = ("chat not found", "user is deactivated", "peer_id_invalid")


class TelegramChannel:
    """Implements :class:`bot.service.ports.Channel`."""

    name = NAME
    pulls = False

    def __init__(self, api: TelegramApi, heading: Callable[[str, Language], str]) -> None:
        """``heading``: the line that tells a person which advisor speaks."""
        self._api, self._heading = api, heading

    async def deliver(self, address: str, outgoing: Outgoing) -> Outcomes:
        """Carry out one delivery; every failure of the platform becomes an outcome."""
        try:
            return Sent(await self._do(int(address), outgoing))
        except TelegramError as error:
            return outcome_of(error)

    async def _do(self, chat: int, outgoing: Outgoing) -> str:
        match outgoing.op:
            case Op.SAY:
                return await self._say(chat, outgoing)
            case Op.REPLACE:
                return await self._replace(chat, outgoing)
            case Op.SETTLE:
                return await self._settle(chat, outgoing)
            case Op.CLEAR:
                return await self._clear(chat, outgoing)

    def _parts(self, outgoing: Outgoing) -> tuple[Part, ...]:
        message = outgoing.message
        assert message is not None
        return render(message, self._heading(message.speaker, message.language) if message.speaker else "")

    async def _say(self, chat: int, outgoing: Outgoing) -> str:
        sent = ""
        for number, part in enumerate(self._parts(outgoing)):
            try:
                sent = await self._send(chat, part, silent=bool(outgoing.message and outgoing.message.silent))
            except TelegramError as error:
                if number:  # the beginning is out: repeating all of it would double it
                    raise TimedOut("a later part failed") from error
                raise
        return sent

    async def _send(self, chat: int, part: Part, *, silent: bool) -> str:
        common = {"chat_id": chat, "link_preview_options": _NO_PREVIEW, "disable_notification": silent}
        if part.keyboard:
            common["reply_markup"] = part.keyboard
        try:
            message = await self._api.call("sendMessage", **common, text=part.html, parse_mode=_HTML)
        except BadRequest as error:
            if "parse entities" not in error.message.lower():
                raise
            message = await self._api.call("sendMessage", **common, text=part.plain)
        return str(message["message_id"])

    async def _replace(self, chat: int, outgoing: Outgoing) -> str:
        """The pressed menu turns into the next one; one that can no longer be edited is followed by a new message."""
        part = self._parts(outgoing)[-1]
        try:
            await self._edit(chat, outgoing.target, part)
        except BadRequest as error:
            if _SAME not in error.message.lower():
                return await self._say(chat, outgoing)
        return outgoing.target

    async def _settle(self, chat: int, outgoing: Outgoing) -> str:
        assert outgoing.message is not None
        part = settled(outgoing.message, outgoing.chosen)
        try:
            await self._edit(chat, outgoing.target, part)
        except BadRequest:
            return ""  # deleted or too old: the choice stands all the same
        return ""

    async def _edit(self, chat: int, target: str, part: Part) -> None:
        """Without a keyboard the message loses the one it had."""
        await self._api.call(
            "editMessageText",
            chat_id=chat,
            message_id=int(target),
            text=part.html,
            parse_mode=_HTML,
            link_preview_options=_NO_PREVIEW,
            **({"reply_markup": part.keyboard} if part.keyboard else {}),
        )

    async def _clear(self, chat: int, outgoing: Outgoing) -> str:
        """Both sides' messages of the last 48 hours; Telegram skips what is already gone."""
        ids = [int(target) for target in outgoing.targets if target.isdecimal()]
        for start in range(0, len(ids), _DELETE_AT_ONCE):
            try:
                await self._api.call("deleteMessages", chat_id=chat, message_ids=ids[start : start + _DELETE_AT_ONCE])
            except BadRequest:
                continue
        return ""


def outcome_of(error: TelegramError) -> Outcomes:
    """What to do about a failure. Order matters: BadRequest and TimedOut are kinds of NetworkError in the library."""
    match error:
        case RetryAfter():
            return RetryLater("rate limit", _seconds(error.retry_after))
        case Forbidden():
            return Refused("blocked by the person", gone=True)
        case ChatMigrated():
            return Refused("the group has moved", gone=True)
        case BadRequest():
            gone = any(sign in error.message.lower() for sign in _GONE)
            return Refused(error.message[:120], gone=gone)
        case NotSent():
            return RetryLater("not connected")
        case TimedOut():
            return Unclear(error.message[:120])
        case InvalidToken():
            return RetryLater("token refused")
        case NetworkError():
            return RetryLater(error.message[:120])
        case _:
            return Refused(error.message[:120])


def _seconds(value: int | timedelta) -> float:
    return value.total_seconds() if isinstance(value, timedelta) else float(value)
