"""A Telegram update as an event. Pure; anything that we do not know becomes None or ``NotUnderstood``, never an error."""

import re
from dataclasses import dataclass
from datetime import datetime

from telegram import CallbackQuery, Chat, ChatMember, ChatMemberUpdated, Message, Update

from bot.domain.events import (
    ChoicePicked,
    ConversationBlocked,
    ConversationStarted,
    ConversationUnblocked,
    Event,
    FileKind,
    FileReceived,
    GroupAddressed,
    LocationReceived,
    NotUnderstood,
    TextEdited,
    TextReceived,
)
from bot.domain.language import Language
from bot.service.ports import Address

NAME = "telegram"
_START = re.compile(r"^/start(?:@\w+)?(?:\s+([A-Za-z0-9_-]{1,64}))?\s*$")
_COMMAND_MENTION = re.compile(r"^(/\w+)@\w+")


@dataclass(frozen=True, slots=True)
class Parsed:
    """``external`` is Telegram's id of the person's message; ``callback`` the id of a press, which waits for an answer."""

    address: Address
    event_id: str
    event: Event
    external: str = ""
    callback: str = ""


@dataclass(frozen=True, slots=True)
class _Stamp:
    at: datetime
    receipt: str


def parse(update: Update, at: datetime, receipt: str, username: str) -> Parsed | None:
    """The event of an update, or None if it concerns nobody (other bots, channels, silent group talk)."""
    stamp = _Stamp(at, receipt)
    if update.message is not None:
        return _message(update.update_id, update.message, stamp, username)
    if update.edited_message is not None:
        return _edited(update.update_id, update.edited_message, stamp)
    if update.callback_query is not None:
        return _press(update.update_id, update.callback_query, stamp)
    if update.my_chat_member is not None:
        return _membership(update.update_id, update.my_chat_member, stamp)
    return None


def _message(update_id: int, message: Message, stamp: _Stamp, username: str) -> Parsed | None:
    language = Language.from_tag(message.from_user.language_code if message.from_user else None)
    if message.chat.type != Chat.PRIVATE:
        return _group(update_id, message, stamp, username, language)
    event = _private(message, stamp, language)
    return Parsed(_address(message.chat.id), str(update_id), event, external=str(message.message_id)) if event else None


def _private(message: Message, stamp: _Stamp, language: Language | None) -> Event | None:
    if message.text is not None:
        return _text(message.text, stamp, language)
    if message.location is not None:
        return LocationReceived(
            at=stamp.at,
            receipt=stamp.receipt,
            latitude=message.location.latitude,
            longitude=message.location.longitude,
            platform_language=language,
        )
    if (kind := _file_kind(message)) is not None:
        reference = str(message.message_id)
        caption = message.caption or ""
        return FileReceived(
            at=stamp.at,
            receipt=stamp.receipt,
            kind=kind,
            caption=caption,
            reference=reference,
            platform_language=language,
        )
    if _is_service(message):
        return None
    return NotUnderstood(at=stamp.at, receipt=stamp.receipt, platform_language=language)


def _text(text: str, stamp: _Stamp, language: Language | None) -> Event:
    if match := _START.match(text):
        return ConversationStarted(at=stamp.at, receipt=stamp.receipt, link=match[1] or "", platform_language=language)
    return TextReceived(
        at=stamp.at, receipt=stamp.receipt, text=_COMMAND_MENTION.sub(r"\1", text), platform_language=language
    )


def _file_kind(message: Message) -> FileKind | None:
    if message.voice or message.audio:
        return FileKind.VOICE
    if message.photo:
        return FileKind.PHOTO
    if message.sticker or message.animation or message.dice:
        return FileKind.STICKER
    if message.video or message.video_note:
        return FileKind.VIDEO
    if message.document:
        return FileKind.DOCUMENT
    if message.contact or message.poll or message.venue:
        return FileKind.OTHER
    return None


def _is_service(message: Message) -> bool:
    """Notices such as "pinned a message" are nobody's words."""
    return bool(message.pinned_message or message.message_auto_delete_timer_changed or message.write_access_allowed)


def _group(update_id: int, message: Message, stamp: _Stamp, username: str, language: Language | None) -> Parsed | None:
    """In a group only a command or a mention is for us, and it is answered without a word on anybody's matters."""
    text = message.text or message.caption or ""
    called = text.startswith("/start") or (bool(username) and f"@{username}".lower() in text.lower())
    if not called:
        return None
    event = GroupAddressed(at=stamp.at, receipt=stamp.receipt, platform_language=language)
    return Parsed(_address(message.chat.id), str(update_id), event)


def _edited(update_id: int, message: Message, stamp: _Stamp) -> Parsed | None:
    if message.chat.type != Chat.PRIVATE or message.text is None:
        return None
    event = TextEdited(at=stamp.at, receipt=stamp.receipt, text=message.text)
    return Parsed(_address(message.chat.id), str(update_id), event)


def _press(update_id: int, query: CallbackQuery, stamp: _Stamp) -> Parsed | None:
    """The message may be gone or too old for Telegram to say more than its id; the data is anybody's string."""
    chat = query.message.chat.id if query.message else query.from_user.id
    event = ChoicePicked(
        at=stamp.at,
        receipt=stamp.receipt,
        data=query.data or "",
        source=str(query.message.message_id) if query.message else "",
        platform_language=Language.from_tag(query.from_user.language_code),
    )
    return Parsed(_address(chat), str(update_id), event, callback=query.id)


def _membership(update_id: int, change: ChatMemberUpdated, stamp: _Stamp) -> Parsed | None:
    """In a private chat this comes only when the person blocks the bot or lets it back."""
    if change.chat.type != Chat.PRIVATE:
        return None
    blocked = change.new_chat_member.status in (ChatMember.BANNED, ChatMember.LEFT)
    event: Event = (
        ConversationBlocked(at=stamp.at, receipt=stamp.receipt)
        if blocked
        else ConversationUnblocked(at=stamp.at, receipt=stamp.receipt)
    )
    return Parsed(_address(change.chat.id), str(update_id), event)


def _address(chat: int) -> Address:
    return Address(NAME, str(chat))
