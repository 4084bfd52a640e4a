"""Typing errors: a word that nobody wrote in any question is read as the nearest one that somebody did."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from rapidfuzz import process
from rapidfuzz.distance import OSA

_SHORTEST = 4
_MOST = 8
"""Unknown words looked up per message; a text in a strange language would cost too much."""


@dataclass(frozen=True, slots=True)
class Dictionary:
    """Known folded words by length, the commonest first."""

    by_length: dict[int, list[str]]
    known: frozenset[str]
    _found: dict[str, str] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, words: Iterable[str]) -> "Dictionary":
        """``words``: the commonest first."""
        by_length: dict[int, list[str]] = {}
        known = list(words)
        for word in known:
            if len(word) >= _SHORTEST and word.isalpha():
                by_length.setdefault(len(word), []).append(word)
        return cls(by_length, frozenset(known))

    def correct(self, words: list[str]) -> list[str]:
        """The words with unknown ones replaced where a known one is near enough."""
        looked_up = 0
        corrected = []
        for word in words:
            if word in self.known or len(word) < _SHORTEST or not word.isalpha() or looked_up >= _MOST:
                corrected.append(word)
            else:
                looked_up += 1
                corrected.append(self._nearest(word))
        return corrected

    def _nearest(self, word: str) -> str:
        if (found := self._found.get(word)) is None:
            if len(self._found) > 20_000:
                self._found.clear()
            found = self._found[word] = self._search(word)
        return found

    def _search(self, word: str) -> str:
        """One error in a short word, two in a long one; letters that changed places are one error."""
        for errors in (1, 2) if len(word) >= 8 else (1,):
            for length in (len(word), len(word) + 1, len(word) - 1):
                near = process.extractOne(
                    word, self.by_length.get(length, ()), scorer=OSA.distance, score_cutoff=errors
                )
                if near is not None:
                    return str(near[0])
        return word
