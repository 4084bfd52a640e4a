"""What a classifier sees of a text: pieces of words, words, their beginnings, pairs of words, concepts and pairs of concepts.

The first character of a feature tells its kind; pieces of words have none of the marks.
"""

from collections import Counter
from functools import lru_cache
from itertools import combinations, pairwise

from bot.understanding.concepts import Thesaurus

CONCEPT = "@"
_MOST_CONCEPTS = 14
"""A long story names many; pairs grow with the square."""


@lru_cache(maxsize=40_000)
def word_pieces(word: str) -> tuple[str, ...]:
    """Character 3-4-grams within the marked word, the word itself, its first four and five letters (a poor man's stem)."""
    marked = f"_{word}_"
    pieces = [marked[i : i + n] for n in (3, 4) for i in range(len(marked) - n + 1)]
    pieces.append("=" + word)
    pieces.extend("^" + word[:length] for length in (4, 5) if len(word) > length)
    return tuple(pieces)


def pieces(words: list[str], thesaurus: Thesaurus) -> Counter[str]:
    """All features of folded words with their counts."""
    found: list[str] = []
    for word in words:
        found.extend(word_pieces(word))
    for first, second in pairwise(words):
        found.append(f" {first} {second}")
        found.append(f"~{first[:4]} {second[:4]}")
    concepts = thesaurus.concepts(words)
    found.extend(CONCEPT + concept for concept in concepts)
    found.extend(f"&{a}&{b}" for a, b in combinations(sorted(concepts[:_MOST_CONCEPTS]), 2))
    return Counter(found)


def kind(feature: str) -> str:
    """The name of the signal that a feature belongs to."""
    match feature[0]:
        case "=":
            return "words"
        case "^":
            return "beginnings"
        case " " | "~":
            return "pairs"
        case "@" | "&":
            return "concepts"
        case _:
            return "letters"


def boost(feature: str) -> float:
    """Extra weight of a kind: a concept says more than any of its letters."""
    return 2.0 if feature[0] == CONCEPT else 1.0
