"""The layer of meaning between words and topics: what the glossary and the everyday words say is the same in four languages.

«уволили», «звільнили», ``zwolnili`` and ``fired`` share no letters; a question that fires the same concept shares a feature.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.domain.language import Language
from bot.knowledge.model import Concept, TextLists
from bot.understanding.skeleton import skeleton

_STAR = "*"


Rest = tuple[str, ...]
Table = dict[str, list[tuple[Rest, str]]]
_REMEMBERED = 8_000


@dataclass(frozen=True, slots=True)
class _Beginning:
    """What may start with one word: ``alone``: concepts that need no more; ``next``: by the whole word that must follow;
    ``open``: those whose second word may end in any way. All with their rank, which keeps the order of the tables."""

    alone: tuple[tuple[int, str], ...]
    next: dict[str, list[tuple[int, Rest, str]]]
    open: tuple[tuple[int, Rest, str], ...]


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """Wordings by their first word, whole or as a beginning (``*``); each with the words that must follow and its concepts."""

    whole: Table
    beginnings: Table
    _seen: dict[str, _Beginning | None] = field(default_factory=dict, compare=False, repr=False)

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

    def concepts(self, words: Sequence[str]) -> list[str]:
        """The concepts of folded words, each once, in reading order."""
        found: dict[str, None] = {}
        for place, word in enumerate(words):
            beginning = self._seen[word] if word in self._seen else self._remember(word)
            if beginning is None:
                continue
            fitting = list(beginning.alone)
            if place + 1 < len(words):
                follower = words[place + 1]
                for rank, rest, concept in (*beginning.next.get(follower, ()), *beginning.open):
                    if _follows(words, place + 1, rest):
                        fitting.append((rank, concept))
            for _, concept in sorted(fitting) if len(fitting) > 1 else fitting:
                found[concept] = None
        return list(found)

    def _remember(self, word: str) -> _Beginning | None:
        if len(self._seen) >= _REMEMBERED:
            self._seen.clear()
        starting = list(self._starting(word))
        alone = tuple((rank, concept) for rank, (rest, concept) in enumerate(starting) if not rest)
        following: dict[str, list[tuple[int, Rest, str]]] = {}
        open_: list[tuple[int, Rest, str]] = []
        for rank, (rest, concept) in enumerate(starting):
            if rest:
                (open_ if rest[0].endswith(_STAR) else following.setdefault(rest[0], [])).append((rank, rest, concept))
        kept = self._seen[word] = _Beginning(alone, following, tuple(open_)) if starting else None
        return kept

    def _starting(self, word: str) -> Iterator[tuple[Rest, str]]:
        yield from self.whole.get(word, ())
        for end in range(2, len(word) + 1):
            yield from self.beginnings.get(word[:end], ())


def wordings(glossary: Mapping[str, Concept], everyday: Mapping[str, TextLists]) -> Iterator[tuple[str, str]]:
    """What names each concept: the plain words, and every name in the glossary."""
    for key, lists in everyday.items():
        for _, texts in lists.items():
            yield from ((text, key) for text in texts)
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


def _follows(words: Sequence[str], place: int, rest: tuple[str, ...]) -> bool:
    if place + len(rest) > len(words):
        return False
    return all(
        word.startswith(part[:-1]) if part.endswith(_STAR) else word == part
        for part, word in zip(rest, words[place:], strict=False)
    )
