"""Every habit of spelling comes down to one skeleton."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.skeleton import clean, skeleton


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("дозвіл", "dozvil"),
        ("дозвіл", "dozwil"),
        ("що", "shcho"),
        ("що", "szczo"),
        ("хочу", "xochu"),
        ("хочу", "khochu"),
        ("что", "4to"),
        ("хочу", "ho4u"),
        ("ещё", "еще"),
        ("zażółć", "zazolc"),
        ("сім'я", "сімя"),
        ("сім’я", "simya"),
        ("карта побыту", "karta pobytu"),
        ("жёсткий", "zhestkij"),
        ("Ｐｅｓｅｌ", "pesel"),
        ("шко\u200bла", "школа"),
        ("ПЕСЕЛЬ!!!", "pesel"),
        ("szkołłła", "szkola"),
    ],
)
def test_spellings_of_one_word_meet(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


def test_levels_and_amounts_keep_their_digits() -> None:
    assert skeleton("B1, 800+ і 112") == "b1 800+ i 112"


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text())
def test_a_skeleton_is_its_own_skeleton(text: str) -> None:
    once = skeleton(text)
    assert skeleton(once) == once
