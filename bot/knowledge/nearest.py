"""The known word that was most likely meant."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process

_SIMILAR = 60
"""Percent of likeness below which a suggestion would only confuse."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word closest to ``word``, or None where none is close."""
    found = process.extractOne(word, list(known), scorer=fuzz.ratio, score_cutoff=_SIMILAR)
    return None if found is None else str(found[0])
