"""One event handled to its end: ``step(state, event, content) -> Turn``, a plain function.

The order of routes is the product's promise: platform events, danger, global words, a case held by an advisor, pressed
choices, questions, small talk, clarification, and an honest "I don't know".
"""

from dataclasses import replace
from datetime import datetime
from typing import assert_never

from bot.dialogue import answers, buttons, commands, files, greeting, presses, question, waiting
from bot.dialogue.content import Content
from bot.dialogue.scene import Scene, note
from bot.dialogue.turn import Turn
from bot.domain.conversation import ConversationState, Standing
from bot.domain.effects import SendMessage, SetReachable
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
    FileReceived,
    GroupAddressed,
    LocationReceived,
    NotUnderstood,
    TextEdited,
    TextReceived,
)
from bot.domain.language import Language
from bot.domain.messages import Message
from bot.knowledge.model import Section
from bot.understanding.reading import Command, Context, Reading

MAX_TEXT = 4000
"""Characters of one message that we read; danger is looked for in longer ones too."""

_FALLBACK = Language.EN
_SLASH = {f"/{command}": command for command in Command}


def step(state: ConversationState, event: Event, content: Content) -> Turn:
    """The new state and the effects of one event. Pure: the same input always gives the same turn."""
    state = _forget_old_context(state, event)
    scene = Scene(state, event, content, _language_of(state, event))
    match event:
        case ConversationBlocked():
            return scene.turn(SetReachable(False))
        case ConversationUnblocked():
            return scene.turn(SetReachable(True))
        case TextReceived():
            return _text(scene, event)
        case ChoicePicked():
            return presses.pressed(_adopt_platform_language(scene), event.data)
        case ConversationStarted():
            return _started(_adopt_platform_language(scene), event)
        case FileReceived():
            return files.received(replace(scene, heard=event.caption), event)
        case LocationReceived():
            return files.located(scene, event)
        case TextEdited():
            return replace(scene, heard=content.understanding.read(event.text, Context(state.language)).text).turn()
        case NotUnderstood():
            return scene.turn(note("not-understood", buttons.ways_out()))
        case GroupAddressed():
            return scene.turn(greeting.write_privately())
        case AdvisorJoined() | AdvisorReplied() | AdvisorReleased() | CaseClosed():
            return waiting.from_desk(scene, event)
        case _:
            assert_never(event)


def _forget_old_context(state: ConversationState, event: Event) -> ConversationState:
    if state.shown and event.at - state.shown.at > waiting.CONTEXT_LASTS:
        return replace(state, shown=None, doubts=0)
    return state


def _language_of(state: ConversationState, event: Event) -> Language:
    return state.speaking or state.language or getattr(event, "platform_language", None) or _FALLBACK


def _adopt_platform_language(scene: Scene) -> Scene:
    """At first contact without words the platform's language is the best guess."""
    return scene if scene.state.language else scene.with_state(language=scene.language)


def _started(scene: Scene, event: ConversationStarted) -> Turn:
    """A deep link opens its entry directly; otherwise the welcome."""
    if event.link and (entry := _linked_entry(scene, event.link)):
        shown = scene.shown(entry, Section.SUMMARY)
        return shown.turn(answers.answer(scene.telling(entry)))
    return scene.with_state(welcomed=True).turn(greeting.welcome(scene.content, scene.language))


def _linked_entry(scene: Scene, link: str) -> str | None:
    """Telegram allows no dot in a link's payload: ``residence_cukr-card`` names ``residence.cukr-card``."""
    entry = link.replace("_", ".", 1)
    return entry if entry in scene.content.knowledge.entries else None


def _text(scene: Scene, event: TextReceived) -> Turn:
    if question.is_blank(event):
        return _blank(scene)
    if (slash := _SLASH.get(event.text.strip().lower())) is not None:
        return commands.obey(_adopt_platform_language(scene), slash)
    reading = scene.content.understanding.read(event.text, _context(scene, event))
    scene = _in_language_of(scene, reading, event)
    if reading.danger is not None and reading.danger.sure:
        return question.danger_card(scene, reading.danger)
    if reading.command is not None:
        return commands.obey(scene, reading.command)
    if scene.state.standing is Standing.HELD:
        return scene.turn()
    if scene.state.standing is Standing.WAITING:
        return waiting.add_to_question(scene)
    if len(event.text) > MAX_TEXT:
        return scene.turn(note("too-long", buttons.ways_out(), limit=MAX_TEXT))
    return question.hear(scene, reading)


def _blank(scene: Scene) -> Turn:
    """Only signs or emoji. With an advisor it is still their talk."""
    if scene.state.standing in (Standing.HELD, Standing.WAITING):
        return scene.turn()
    return scene.turn(note("file.sticker", buttons.ways_out()))


def _context(scene: Scene, event: TextReceived) -> Context:
    shown = scene.state.shown
    profile = scene.state.language or event.platform_language
    if shown is None:
        return Context(profile)
    return Context(profile, shown.entry, Section(shown.sections[-1]) if shown.sections else None)


def _in_language_of(scene: Scene, reading: Reading, event: TextReceived) -> Scene:
    """Answer in the language of the message; the first message that is clear decides the profile's too."""
    profile = scene.state.language
    spoken = reading.language if reading.language_sure else (profile or event.platform_language or reading.language)
    heard = replace(scene, heard=reading.text, language=spoken)
    return heard if profile else heard.with_state(language=spoken)


def first_aid(text: str, profile: Language | None, at: datetime, content: Content) -> tuple[Message, Language] | None:
    """The safety card alone, for the time when no state can be read; None where the text shows no danger."""
    reading = content.understanding.read(text, Context(profile))
    if reading.danger is None or not reading.danger.sure:
        return None
    language = reading.language if reading.language_sure else (profile or reading.language)
    scene = Scene(ConversationState(), TextReceived(at=at, receipt="", text=text), content, language)
    turn = question.danger_card(scene, reading.danger)
    return next((effect.message, language) for effect in turn.effects if isinstance(effect, SendMessage))
