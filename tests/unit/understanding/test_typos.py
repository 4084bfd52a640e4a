"""Unknown words are read as the nearest known one, within bounds."""

import pytest

from bot.understanding.typos import Dictionary

KNOWN = Dictionary.of(["karta", "residence", "school", "kartka", "pesel"])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("resdience", "residence"),
        ("shcool", "school"),
        ("karat", "karta"),
        ("pesle", "pesel"),
        ("kartka", "kartka"),
        ("gdansk", "gdansk"),
        ("pes", "pes"),
        ("b1", "b1"),
    ],
)
def test_a_word_is_corrected_only_if_near(typed: str, meant: str) -> None:
    assert KNOWN.correct([typed]) == [meant]
