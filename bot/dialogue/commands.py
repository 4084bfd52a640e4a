"""Global words and the buttons that mean the same: menu, language, privacy, delete, stop, back."""

from bot.dialogue import buttons, greeting, menu, question, waiting
from bot.dialogue.scene import Scene, note
from bot.dialogue.turn import Turn
from bot.domain.actions import Do
from bot.domain.conversation import ConversationState, Standing
from bot.domain.effects import ClearChat, EraseConversation, SendMessage, SettleChoice, ShowToast
from bot.domain.language import Language
from bot.domain.messages import Text
from bot.understanding.reading import Command

NEUTRAL_AREA = "courses"
"""What a cleared chat shows: something that anybody may be looking at."""


def obey(scene: Scene, command: Command) -> Turn:
    """Do what a global word says."""
    match command:
        case Command.HUMAN:
            return waiting.ask_for_person(scene)
        case Command.MENU | Command.BACK:
            return question.first_words(meanwhile(scene))
        case Command.LANGUAGE:
            return show_languages(scene)
        case Command.STOP:
            return _stop(scene)
        case Command.PRIVACY:
            return show_privacy(scene)
        case Command.DELETE:
            return ask_before_deleting(scene)
        case Command.CLEAR:
            return clear(scene)


def meanwhile(scene: Scene) -> Scene:
    """A person in the queue turns to the bot again; the case keeps its place."""
    return scene.with_state(standing=Standing.MEANWHILE) if scene.state.standing is Standing.WAITING else scene


def _stop(scene: Scene) -> Turn:
    """Leave whatever is going on: the queue if waiting, else the promise not to write first."""
    if scene.state.standing in (Standing.WAITING, Standing.MEANWHILE):
        return waiting.leave_queue(scene)
    return scene.turn(note("stopped", buttons.ways_out()))


def show_languages(scene: Scene) -> Turn:
    scene = scene.with_nonce()
    return scene.turn(greeting.language_list(scene.language, scene.state.nonce))


def choose_language(scene: Scene, language: Language, *, keep: bool = False) -> Turn:
    """From now on in this language; ``keep``: the offer to switch was declined."""
    scene = Scene(scene.state, scene.event, scene.content, language, scene.heard).with_state(
        language=language, chosen=True
    )
    settled = SettleChoice(Text(f"language.{language}"))
    if keep:
        return scene.turn(settled)
    if not scene.state.welcomed:
        return scene.with_state(welcomed=True).turn(settled, greeting.welcome(scene.content, language))
    return scene.turn(settled, greeting.switched())


def show_privacy(scene: Scene) -> Turn:
    delete = buttons.button(Do.DELETE, Text("button.delete"))
    days = scene.content.settings.retention_days
    return scene.turn(note("privacy.text", (delete,), (buttons.menu(),), n=days))


def ask_before_deleting(scene: Scene) -> Turn:
    scene = scene.with_nonce()
    sure = buttons.button(Do.DELETE_CONFIRMED, Text("button.delete-everything"), nonce=scene.state.nonce)
    keep = buttons.button(Do.MENU, Text("button.keep"))
    return scene.turn(note("delete.confirm", (sure,), (keep,)))


def delete(scene: Scene) -> Turn:
    """Everything goes; what is left is one line with a code, and a person who is new to us."""
    done = SendMessage(note("delete.done", receipt=scene.event.receipt))
    return Turn(ConversationState(), (EraseConversation(), done), scene.language)


def clear(scene: Scene) -> Turn:
    """No confirmation anywhere: somebody may be looking over a shoulder. The message left behind says nothing."""
    innocent = menu.area(scene.content, NEUTRAL_AREA, scene.language) or menu.main(scene.content, scene.language)
    return scene.with_state(shown=None, asked="", doubts=0).turn(ClearChat(), innocent)


def old_button(scene: Scene) -> Turn:
    """A forged button, or one from a question answered long ago: a kind line and the menu of today."""
    return scene.turn(ShowToast(Text("choice.old")), note("choice.old", buttons.ways_out()))
