"""What every handler is given: where the talk stands, what happened, what may be said."""

from dataclasses import dataclass, replace

from bot.dialogue.answers import Telling
from bot.dialogue.content import Content
from bot.dialogue.turn import Turn
from bot.domain.conversation import ConversationState, Shown
from bot.domain.effects import Effect, SendMessage
from bot.domain.events import Event
from bot.domain.language import Language
from bot.domain.messages import Block, Choice, Kind, Message, Style, Text
from bot.knowledge.model import Section


@dataclass(frozen=True, slots=True)
class Scene:
    state: ConversationState
    event: Event
    content: Content
    language: Language
    """The language of this turn's reply."""
    heard: str = ""

    def with_state(self, **changes: object) -> "Scene":
        return replace(self, state=replace(self.state, **changes))  # type: ignore[arg-type]

    def with_nonce(self) -> "Scene":
        """For a turn that shows deciding buttons."""
        return replace(self, state=self.state.next_nonce())

    def turn(self, *effects: Effect | Message) -> Turn:
        """The turn that ends this scene; a bare message is sent."""
        ordered = tuple(SendMessage(effect) if isinstance(effect, Message) else effect for effect in effects)
        return Turn(replace(self.state, speaking=self.language), ordered, self.language, self.heard)

    def telling(self, entry: str, language: Language | None = None) -> Telling:
        """The entry, told in this scene. Raises KeyError for an unknown one."""
        found = self.content.knowledge.entries[entry]
        return Telling(self.content, found, language or self.language, self.event.at, self.event.receipt)

    def shown(self, entry: str, section: Section) -> "Scene":
        """Remember what was shown: the context of a follow-up. An answer ends all doubt about the question."""
        before = self.state.shown
        read = before.sections if before and before.entry == entry else ()
        sections = (*(name for name in read if name != section), section.value)
        return self.with_state(shown=Shown(entry, self.event.at, sections), doubts=0)


def note(key: str, *rows: tuple[Choice, ...], **params: object) -> Message:
    """A short line of the bot, with buttons."""
    return Message(Kind.NOTE, (Block(Style.BODY, Text(key, params)),), rows)  # type: ignore[arg-type]
