"""Commands and small talk by exact or nearly exact wording: only whole short messages, so that no question trips over them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from rapidfuzz.distance import OSA

from bot.knowledge.model import Phrases
from bot.understanding.reading import Command, SmallTalk
from bot.understanding.skeleton import skeleton

Meaning = TypeVar("Meaning")

LONGEST = 6
"""Words; a longer message is never a command by wording alone."""
_ENOUGH = 2
"""Words that must be left for a message to be more than a greeting."""
_POLITE = tuple(
    skeleton(text) for text in ("proszę", "будь ласка", "пожалуйста", "плиз", "please", "pls", "plz", "bot")
)


@dataclass(frozen=True, slots=True)
class Phrasebook:
    """Wordings in the skeleton's spelling → what they mean."""

    commands: dict[str, Command]
    small_talk: dict[str, SmallTalk]

    @classmethod
    def of(cls, phrases: Phrases) -> "Phrasebook":
        return cls(
            {
                skeleton(wording): Command(name)
                for name, lists in phrases.commands.items()
                for _, wordings in lists.items()
                for wording in wordings
            },
            {
                skeleton(wording): SmallTalk(name)
                for name, lists in phrases.small_talk.items()
                for _, wordings in lists.items()
                for wording in wordings
            },
        )

    def without_courtesy(self, words: list[str]) -> list[str]:
        """What is left of a message when greetings before it and thanks after it are taken away; a bare greeting stays."""
        start, end = 0, len(words)
        for length in (4, 3, 2, 1):
            if self._is_courtesy(words[:length]) and len(words) - length >= _ENOUGH:
                start = length
                break
        for length in (4, 3, 2, 1):
            if self._is_courtesy(words[end - length : end]) and end - length - start >= _ENOUGH:
                end -= length
                break
        return words[start:end]

    def courtesy(self, words: list[str]) -> SmallTalk | None:
        """The greeting or thanks that a message opens or ends with."""
        for length in (4, 3, 2, 1):
            for part in (words[:length], words[-length:]):
                if self._is_courtesy(part):
                    return self.small_talk[" ".join(part)]
        return None

    def _is_courtesy(self, words: list[str]) -> bool:
        return self.small_talk.get(" ".join(words)) in (SmallTalk.HELLO, SmallTalk.THANKS)

    def command(self, folded: str, is_word: Callable[[str], bool]) -> Command | None:
        """The command that the whole message gives."""
        return _find(self.commands, folded, is_word)

    def talk(self, folded: str, is_word: Callable[[str], bool]) -> SmallTalk | None:
        """The small talk that the whole message is."""
        words = folded.split()
        if (kind := _find(self.small_talk, folded, is_word)) is not None:
            return kind
        if len(words) > LONGEST or self._is_courtesy(words):
            return None
        for length in range(1, len(words)):
            if self._is_courtesy(words[:length]) and (rest := self.small_talk.get(" ".join(words[length:]))):
                return rest
        return None


def _find(wordings: Mapping[str, Meaning], folded: str, is_word: Callable[[str], bool]) -> Meaning | None:
    """``is_word`` tells real words, which are never taken for a typing error of others."""
    if not folded or folded.count(" ") >= LONGEST:
        return None
    for candidate in (folded, _without_courtesy(folded)):
        if candidate in wordings:
            return wordings[candidate]
    allowed = _errors_allowed(folded)
    if not allowed or all(is_word(word) for word in folded.split()):
        return None
    near = [(OSA.distance(folded, wording, score_cutoff=allowed), wording) for wording in wordings]
    distance, wording = min(near, default=(allowed + 1, ""))
    return wordings[wording] if distance <= allowed else None


def _errors_allowed(folded: str) -> int:
    """By length: a short word with one wrong letter is another word."""
    return 0 if len(folded) < 5 else 1 if len(folded) < 10 else 2


def _without_courtesy(folded: str) -> str:
    for polite in _POLITE:
        folded = folded.removesuffix(" " + polite).removeprefix(polite + " ")
    return folded
