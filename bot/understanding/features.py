"""What a classifier sees of a text: pieces of words, words, pairs of words, beginnings of words."""

from collections import Counter
from functools import lru_cache
from itertools import pairwise


@lru_cache(maxsize=50_000)
def word_pieces(word: str) -> tuple[str, ...]:
    """Character 2-4-grams within the marked word, the word itself, and its first five letters (a poor man's stem)."""
    marked = f"_{word}_"
    pieces = [marked[i : i + n] for n in (2, 3, 4) for i in range(len(marked) - n + 1)]
    pieces.append("=" + word)
    if len(word) > 5:
        pieces.append("^" + word[:5])
    return tuple(pieces)


def pieces(skeleton: str) -> Counter[str]:
    """All features of a skeleton with their counts."""
    words = skeleton.split()
    counts: Counter[str] = Counter()
    for word in words:
        counts.update(word_pieces(word))
    counts.update(f"{a} {b}" for a, b in pairwise(words))
    return counts
