"""The layer of meaning between words and topics: what the glossary and the everyday words say is the same in four languages.

«уволили», «звільнили», ``zwolnili`` and ``fired`` share no letters; a question that fires the same concept shares a feature.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bot.domain.language import Language
from bot.knowledge.model import Concept
from bot.understanding import everyday
from bot.understanding.skeleton import skeleton

_STAR = "*"


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """Wordings by their first word, whole or as a beginning (``*``); each with the words that must follow and its concepts."""

    whole: dict[str, list[tuple[tuple[str, ...], str]]]
    beginnings: dict[str, list[tuple[tuple[str, ...], str]]]

    @classmethod
    def of(cls, names: Iterable[tuple[str, str]]) -> "Thesaurus":
        """From pairs of wording and concept."""
        thesaurus = cls({}, {})
        for wording, concept in sorted(set(names)):
            parts = tuple(_folded(part) for part in wording.split())
            parts = tuple(part for part in parts if part.rstrip(_STAR))
            if parts:
                first, rest = parts[0], parts[1:]
                table = thesaurus.beginnings if first.endswith(_STAR) else thesaurus.whole
                table.setdefault(first.rstrip(_STAR), []).append((rest, concept))
        return thesaurus

    def concepts(self, words: list[str]) -> list[str]:
        """The concepts of folded words, each once, in reading order."""
        found: dict[str, None] = {}
        for place, word in enumerate(words):
            for rest, concept in self._starting(word):
                if concept not in found and _follows(words, place + 1, rest):
                    found[concept] = None
        return list(found)

    def _starting(self, word: str) -> Iterator[tuple[tuple[str, ...], str]]:
        yield from self.whole.get(word, ())
        for end in range(2, len(word) + 1):
            yield from self.beginnings.get(word[:end], ())


def wordings(glossary: Mapping[str, Concept]) -> Iterator[tuple[str, str]]:
    """What names each concept: the plain words, and every name in the glossary."""
    yield from everyday.wordings()
    for key, concept in glossary.items():
        for language in Language:
            names = concept[language]
            for name in (names.official, *names.also):
                yield _with_endings(name), "glossary:" + key


def _with_endings(name: str) -> str:
    """A name with room for inflection: long words may end otherwise."""
    return " ".join(word[:-1] + _STAR if len(word) > 5 else word for word in name.split())


def _folded(part: str) -> str:
    return skeleton(part.rstrip(_STAR)).replace(" ", "") + (_STAR if part.endswith(_STAR) else "")


def _follows(words: list[str], place: int, rest: tuple[str, ...]) -> bool:
    if place + len(rest) > len(words):
        return False
    return all(
        word.startswith(part[:-1]) if part.endswith(_STAR) else word == part
        for part, word in zip(rest, words[place:], strict=False)
    )
