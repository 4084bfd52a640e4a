"""The outcome of one event."""

from dataclasses import dataclass

from bot.domain.conversation import ConversationState
from bot.domain.effects import Effect
from bot.domain.language import Language


@dataclass(frozen=True, slots=True)
class Turn:
    """``language`` is the one that the effects' messages are to be put into."""

    state: ConversationState
    effects: tuple[Effect, ...]
    language: Language
    heard: str = ""
    """What of the person's text may be kept in the transcript: personal numbers hidden. Empty: nothing was said."""
