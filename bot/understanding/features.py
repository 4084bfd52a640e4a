"""What a classifier sees of a text: pieces of words, words, their beginnings, pairs of words, concepts and pairs of concepts.

The first character of a feature tells its kind; pieces of words have none of the marks.
"""

from collections.abc import Sequence
from itertools import combinations, pairwise

CONCEPT = "@"
_MOST_CONCEPTS = 14
"""A long story names many; pairs grow with the square."""


def word_pieces(word: str) -> tuple[str, ...]:
    """Character 3-4-grams within the marked word, the word itself, its first four and five letters (a poor man's stem)."""
    marked = f"_{word}_"
    pieces = [marked[i : i + n] for n in (3, 4) for i in range(len(marked) - n + 1)]
    pieces.append("=" + word)
    pieces.extend("^" + word[:length] for length in (4, 5) if len(word) > length)
    return tuple(pieces)


def joined(words: Sequence[str], concepts: Sequence[str]) -> list[str]:
    """The features of a text that belong to no single word."""
    found: list[str] = []
    for first, second in pairwise(words):
        found.append(f" {first} {second}")
        found.append(f"~{first[:4]} {second[:4]}")
    found.extend(CONCEPT + concept for concept in concepts)
    found.extend(f"&{a}&{b}" for a, b in combinations(sorted(concepts[:_MOST_CONCEPTS]), 2))
    return found


KINDS = ("letters", "words", "beginnings", "pairs", "concepts")
"""The signals that features belong to."""
_MARKS = {"=": 1, "^": 2, " ": 3, "~": 3, "@": 4, "&": 4}


def kind(feature: str) -> int:
    """The place of a feature's signal in ``KINDS``."""
    return _MARKS.get(feature[0], 0)


def boost(feature: str) -> float:
    """Extra weight of a kind: a concept says more than any of its letters."""
    return 2.0 if feature[0] == CONCEPT else 1.0
