"""Golden chats: read like a chat, played through the pure core; the state goes through JSON between turns.

A chat file:

    about: what it shows
    platform: uk            # language of the app, optional
    chat:
      - user: "text"        # or press: "entry:residence.cukr-card", forged: "raw data", start: "link", file: photo,
        after: 3h           # optional: time passes before
        bot: [...]          # what it did; written by --update-golden, read by the reviewer

``press`` names a button by what it does, as ``do:target``; it must stand under one of the bot's messages of this chat.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import orjson
import yaml

from bot.dialogue.content import Content
from bot.dialogue.engine import step
from bot.dialogue.turn import Turn
from bot.dialogue.waiting import queued
from bot.domain.actions import Action
from bot.domain.conversation import ConversationState
from bot.domain.effects import Effect, OpenCase, SendMessage, SettleChoice, ShowToast
from bot.domain.events import (
    AdvisorJoined,
    AdvisorReleased,
    AdvisorReplied,
    CaseClosed,
    ChoicePicked,
    ConversationBlocked,
    ConversationStarted,
    ConversationUnblocked,
    Event,
    FileKind,
    FileReceived,
    LocationReceived,
    TextEdited,
    TextReceived,
)
from bot.domain.language import Language
from bot.domain.messages import Message, Words
from bot.i18n.render import render
from tests.fakes import NOON

_SPANS = {"m": "minutes", "h": "hours", "d": "days"}


@dataclass
class Talk:
    """One conversation being played."""

    content: Content
    platform: Language | None
    state: ConversationState = field(default_factory=ConversationState)
    at: Any = NOON
    offered: dict[str, str] = field(default_factory=dict)
    turns: int = 0

    def play(self, line: dict[str, Any]) -> list[Any]:
        """Handle one line of the chat; returns what the bot did, as it stands in the file."""
        if span := line.get("after"):
            self.at += timedelta(**{_SPANS[span[-1]]: int(span[:-1])})
        self.turns += 1
        turn = step(self.state, self._event(line), self.content)
        self.state = ConversationState.from_dict(orjson.loads(orjson.dumps(turn.state.to_dict())))
        assert self.state == turn.state, "the state does not survive JSON"
        return [self._shown(effect, turn, words=line.get("words", False)) for effect in turn.effects]

    def _event(self, line: dict[str, Any]) -> Event:
        base = {"at": self.at, "receipt": f"AAA-{self.turns:03d}"}
        person = {**base, "platform_language": self.platform}
        match line:
            case {"user": text}:
                return TextReceived(**person, text=text)
            case {"press": name}:
                assert name in self.offered, f"no button {name!r} was offered, but {sorted(self.offered)}"
                return ChoicePicked(**person, data=self.offered[name], source="1")
            case {"forged": data}:
                return ChoicePicked(**person, data=data, source="1")
            case {"start": link}:
                return ConversationStarted(**person, link=link or "")
            case {"file": kind}:
                return FileReceived(**person, kind=FileKind(kind), caption=line.get("caption", ""))
            case {"location": [latitude, longitude]}:
                return LocationReceived(**person, latitude=latitude, longitude=longitude)
            case {"edited": text}:
                return TextEdited(**base, text=text)
            case {"blocked": True}:
                return ConversationBlocked(**base)
            case {"blocked": False}:
                return ConversationUnblocked(**base)
            case {"joined": alias}:
                return AdvisorJoined(**base, advisor=alias)
            case {"advisor": text}:
                return AdvisorReplied(**base, advisor=self.state.advisor, text=text)
            case {"released": alias}:
                return AdvisorReleased(**base, advisor=alias)
            case {"closed": agreed}:
                return CaseClosed(**base, advisor=self.state.advisor, agreed=agreed or "")
            case _:
                raise AssertionError(f"unknown line {line}")

    def _shown(self, effect: Effect, turn: Turn, *, words: bool) -> Any:
        match effect:
            case SendMessage(message):
                return self._message(message, turn, words=words)
            case OpenCase():
                self._offer(queued(1, self.content, turn.language))
                order = {
                    name: value
                    for name in ("topic", "category", "urgent", "protected")
                    if (value := getattr(effect, name))
                }
                return {"opens-case": effect.question or "-", **order}
            case SettleChoice(chosen):
                return {"settles": _key(chosen)}
            case ShowToast(text):
                return {"toast": text.key}
            case _:
                return {type(effect).__name__: {name: getattr(effect, name) for name in effect.__slots__}}

    def _message(self, message: Message, turn: Turn, *, words: bool) -> dict[str, Any]:
        shown: dict[str, Any] = {message.kind.value: [_key(block.words) for block in message.blocks]}
        if message.receipt and turn.state.shown:
            shown["of"] = f"{turn.state.shown.entry}/{turn.state.shown.sections[-1]}"
        if turn.language != (self.platform or Language.EN):
            shown["in"] = turn.language.value
        if message.speaker:
            shown["speaker"] = message.speaker
        buttons = self._offer(message)
        if buttons:
            shown["buttons"] = " | ".join(" ".join(row) for row in buttons)
        if words:
            shown["words"] = render(message, turn.language, self.content.catalog).text
        return shown

    def _offer(self, message: Message) -> list[list[str]]:
        rows = []
        for row in message.rows:
            names = []
            for choice in row:
                action = Action.decode(choice.data)
                assert action is not None
                name = f"{action.do}:{action.target}" if action.target else str(action.do)
                self.offered[name] = choice.data
                names.append(name)
            rows.append(names)
        return rows


def _key(words: Words) -> str:
    """The key of a catalogue phrase; a written text is only marked, because editors change it."""
    return "·" if isinstance(words, str) else words.key


def chats(folder: Path) -> Sequence[Path]:
    return sorted(folder.glob("*/*.yaml"))


def play(path: Path, content: Content) -> dict[str, Any]:
    """The chat as the file has it, with what the bot does now."""
    chat = yaml.safe_load(path.read_text(encoding="utf-8"))
    platform = chat.get("platform")
    talk = Talk(content, Language(platform) if platform else None)
    for line in chat["chat"]:
        line["bot"] = talk.play(line)
    return dict(chat)


class _Dumper(yaml.SafeDumper):
    """Short lists on one line, texts readable."""


def write(path: Path, chat: dict[str, Any]) -> None:
    text = yaml.dump(chat, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=150, default_flow_style=None)
    path.write_text(text, encoding="utf-8")
