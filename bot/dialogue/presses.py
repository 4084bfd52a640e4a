"""A button was pressed. Its data may be forged or years old: it is understood like free text."""

from collections.abc import Callable

from bot.dialogue import answers, buttons, commands, menu, question, waiting
from bot.dialogue.scene import Scene, note
from bot.dialogue.turn import Turn
from bot.domain.actions import Action, Do
from bot.domain.effects import RecordFeedback, SettleChoice, ShowToast
from bot.domain.language import Language
from bot.domain.messages import Message, Text
from bot.knowledge.model import Section

REASONS = ("not-my-question", "unclear", "out-of-date")

_DECIDING = frozenset({Do.CLARIFIED, Do.NONE_OF_THESE, Do.LANGUAGE, Do.KEEP_LANGUAGE, Do.DELETE_CONFIRMED, Do.RATE})
"""Presses that change something: they count only on the newest question."""


def pressed(scene: Scene, data: str) -> Turn:
    """Do what the button says, or say kindly that it is an old one."""
    action = Action.decode(data)
    if action is None or (action.do in _DECIDING and not _is_newest(scene, action)):
        return commands.old_button(scene)
    return _HANDLERS[action.do](scene, action.target)


def _is_newest(scene: Scene, action: Action) -> bool:
    return bool(action.nonce) and action.nonce == scene.state.nonce


def _menu(scene: Scene, _: str) -> Turn:
    return question.first_words(commands.meanwhile(scene))


def _area(scene: Scene, target: str) -> Turn:
    return _show(scene, menu.area(scene.content, target, scene.language))


def _group(scene: Scene, target: str) -> Turn:
    return _show(scene, menu.group(scene.content, target, scene.language))


def _show(scene: Scene, message: Message | None) -> Turn:
    return commands.meanwhile(scene).turn(message) if message else commands.old_button(scene)


def _entry(scene: Scene, target: str) -> Turn:
    """``target`` is an id, or ``id@language`` where the person chose another language for this text."""
    id_, _, tag = target.partition("@")
    language = Language.from_tag(tag) or scene.language
    if id_ not in scene.content.knowledge.entries:
        return commands.old_button(scene)
    told = Scene(scene.state, scene.event, scene.content, language, scene.heard)
    path = Text("menu.path", {"path": menu.path_of(scene.content, id_, language)})
    return (
        commands.meanwhile(told).shown(id_, Section.SUMMARY).turn(SettleChoice(path), answers.answer(told.telling(id_)))
    )


def _section(scene: Scene, target: str) -> Turn:
    id_, _, name = target.partition("/")
    entry = scene.content.knowledge.entries.get(id_)
    section = Section(name) if name in set(Section) else None
    if entry is None or section is None or entry.answer[section] is None:
        return commands.old_button(scene)
    shown = scene.state.shown
    if shown and shown.entry == id_ and shown.sections[-1:] == (section.value,):
        return scene.turn(ShowToast(Text("choice.just-above")))
    telling = scene.telling(id_)
    read = frozenset(shown.sections) if shown and shown.entry == id_ else frozenset[str]()
    message = answers.answer(telling) if section is Section.SUMMARY else answers.section(telling, section, read)
    return commands.meanwhile(scene).shown(id_, section).turn(message)


def _related(scene: Scene, target: str) -> Turn:
    if target not in scene.content.knowledge.entries:
        return commands.old_button(scene)
    return scene.turn(answers.related(scene.telling(target)))


def _clarified(scene: Scene, target: str) -> Turn:
    entry = scene.content.knowledge.entries.get(target)
    if entry is None:
        return commands.old_button(scene)
    chosen = SettleChoice(entry.label[scene.language])
    return scene.shown(target, Section.SUMMARY).with_nonce().turn(chosen, answers.answer(scene.telling(target)))


def _none_of_these(scene: Scene, _: str) -> Turn:
    """A real exit: the next step is other words, then a person."""
    settled = scene.with_nonce().with_state(doubts=2)
    return settled.turn(SettleChoice(Text("button.none-of-these")), question.rephrase())


def _rephrase(scene: Scene, _: str) -> Turn:
    return scene.with_state(shown=None).turn(question.rephrase())


def _human(scene: Scene, target: str) -> Turn:
    """``target`` is a danger category when a safety card was pressed."""
    category = scene.content.knowledge.danger.get(target)
    if category is None:
        return waiting.ask_for_person(scene)
    return waiting.ask_for_person(scene, category=target, protected=category.protected)


def _language(scene: Scene, target: str) -> Turn:
    language = Language.from_tag(target)
    return commands.choose_language(scene.with_nonce(), language) if language else commands.old_button(scene)


def _keep_language(scene: Scene, target: str) -> Turn:
    language = Language.from_tag(target)
    return commands.choose_language(scene.with_nonce(), language, keep=True) if language else commands.old_button(scene)


def _helped(scene: Scene, target: str) -> Turn:
    if target not in scene.content.knowledge.entries:
        return commands.old_button(scene)
    return scene.turn(RecordFeedback(target, "yes"), ShowToast(Text("feedback.thanks")))


def _not_helped(scene: Scene, target: str) -> Turn:
    if target not in scene.content.knowledge.entries:
        return commands.old_button(scene)
    reasons = [buttons.button(Do.REASON, Text(f"feedback.{reason}"), target=f"{target}/{reason}") for reason in REASONS]
    ask = note("feedback.why", *buttons.in_rows(reasons, 1), (buttons.person(),))
    return scene.turn(RecordFeedback(target, "no"), ask)


def _reason(scene: Scene, target: str) -> Turn:
    id_, _, reason = target.partition("/")
    if id_ not in scene.content.knowledge.entries or reason not in REASONS:
        return commands.old_button(scene)
    return scene.turn(
        RecordFeedback(id_, reason),
        SettleChoice(Text(f"feedback.{reason}")),
        note("feedback.noted", buttons.ways_out()),
    )


def _delete_confirmed(scene: Scene, _: str) -> Turn:
    return commands.delete(scene)


_HANDLERS: dict[Do, Callable[[Scene, str], Turn]] = {
    Do.MENU: _menu,
    Do.AREA: _area,
    Do.GROUP: _group,
    Do.ENTRY: _entry,
    Do.SECTION: _section,
    Do.RELATED: _related,
    Do.CLARIFIED: _clarified,
    Do.NONE_OF_THESE: _none_of_these,
    Do.REPHRASE: _rephrase,
    Do.HUMAN: _human,
    Do.LEAVE_QUEUE: lambda scene, _: waiting.leave_queue(scene),
    Do.LANGUAGES: lambda scene, _: commands.show_languages(scene),
    Do.LANGUAGE: _language,
    Do.KEEP_LANGUAGE: _keep_language,
    Do.HELPED: _helped,
    Do.NOT_HELPED: _not_helped,
    Do.REASON: _reason,
    Do.PRIVACY: lambda scene, _: commands.show_privacy(scene),
    Do.DELETE: lambda scene, _: commands.ask_before_deleting(scene),
    Do.DELETE_CONFIRMED: _delete_confirmed,
    Do.RATE: waiting.rate,
    Do.CLEAR: lambda scene, _: commands.clear(scene),
}
