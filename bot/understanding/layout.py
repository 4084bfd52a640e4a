"""The wrong keyboard layout: ``rfhnf gj,sne`` is «карта побиту», «лфкеф» is ``karta``.

A text is taken for mistyped only when it reads badly as it stands and well in the other layout; a small model of which letters
follow which, counted on our own questions, decides.
"""

from collections.abc import Iterable
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
        counts = np.bincount(_triples("\n".join(skeletons)), minlength=_SIZE**3).astype(np.float32)
        table = (counts + np.float32(0.05)).reshape(_SIZE, _SIZE, _SIZE)
        return cls(np.log(table / table.sum(axis=2, keepdims=True)).reshape(-1))

    def quality(self, text: str) -> float:
        """Mean log-probability per letter of a skeleton."""
        return float(self.letters[_triples(text)].mean())

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


_CODES = np.full(256, 27, dtype=np.int32)
_CODES[[ord(" "), ord("\n")]] = 0
_CODES[ord("a") : ord("z") + 1] = np.arange(1, 27)


def _triples(text: str) -> npt.NDArray[np.int32]:
    """Each letter with the two before it, as one number; digits and other scripts count as one letter."""
    codes = _CODES[np.frombuffer(f"  {text} ".encode("ascii", "replace"), dtype=np.uint8)]
    return (codes[:-2] * _SIZE + codes[1:-1]) * _SIZE + codes[2:]
