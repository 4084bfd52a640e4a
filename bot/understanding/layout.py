"""The wrong keyboard layout: ``rfhnf gj,sne`` is «карта побиту», «лфкеф» is ``karta``.

A text is taken for mistyped only when it reads badly as it stands and well in the other layout; a small model of which letters
follow which, counted on our own questions, decides.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from bot.understanding.skeleton import skeleton

_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,."
_UKRAINIAN = "йцукенгшщзхїфівапролджєячсмитьбю"
_RUSSIAN = "йцукенгшщзхъфывапролджэячсмитьбю"
_LAYOUTS = (
    str.maketrans(_KEYS, _UKRAINIAN),
    str.maketrans(_KEYS, _RUSSIAN),
    str.maketrans(_UKRAINIAN + "ыъэ", _KEYS + "s]'"),
)

_SIZE = 28
_READS_WELL = -2.45
"""Mean log-probability of a letter; ordinary questions lie above it."""
_BETTER_BY = 0.55


@dataclass(frozen=True, slots=True)
class Spelling:
    """How likely each letter of a skeleton is after the two before it."""

    letters: npt.NDArray[np.float32]

    @classmethod
    def learn(cls, skeletons: Iterable[str]) -> "Spelling":
        counts: Counter[int] = Counter()
        for text in skeletons:
            counts.update(_triples(text))
        flat = np.full(_SIZE**3, 0.05, dtype=np.float32)
        flat[list(counts)] += np.array(list(counts.values()), dtype=np.float32)
        table = flat.reshape(_SIZE, _SIZE, _SIZE)
        return cls(np.log(table / table.sum(axis=2, keepdims=True)).reshape(-1))

    def quality(self, text: str) -> float:
        """Mean log-probability per letter of a skeleton."""
        triples = list(_triples(text))
        return float(self.letters[triples].mean()) if triples else 0.0

    def repair(self, cleaned: str) -> str:
        """The cleaned text, or what it says in the layout that the person meant."""
        folded = skeleton(cleaned)
        if sum(c.isalpha() for c in folded) < 5:
            return cleaned
        best, quality = cleaned, self.quality(folded)
        if quality > _READS_WELL:
            return cleaned
        for layout in _LAYOUTS:
            other = cleaned.translate(layout)
            found = self.quality(skeleton(other))
            if found > max(quality + _BETTER_BY, _READS_WELL - 0.35):
                best, quality = other, found
        return best

    def dump(self) -> dict[str, npt.NDArray[Any]]:
        return {"letters": self.letters}

    @classmethod
    def load(cls, arrays: dict[str, npt.NDArray[Any]]) -> "Spelling":
        return cls(arrays["letters"])


def _triples(text: str) -> Iterator[int]:
    """Each letter with the two before it, as one number; digits and other scripts count as one letter."""
    codes = [0, 0] + [0 if c == " " else ord(c) - 96 if "a" <= c <= "z" else 27 for c in text] + [0]
    for a, b, c in zip(codes, codes[1:], codes[2:], strict=False):
        yield (a * _SIZE + b) * _SIZE + c
