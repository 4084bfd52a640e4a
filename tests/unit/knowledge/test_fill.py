"""Facts and places in texts: right value, right day, right words; typography without touching phones."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.language import Language
from bot.i18n.values import Values
from bot.knowledge.fill import MISSING, fill, names_in
from bot.knowledge.typography import NBSP, no_break
from tests.unit.knowledge.samples import DAY, FACTS, PLACES

VALUES = Values()


def _filled(text: str, language: Language = Language.EN, day: date = DAY) -> str:
    return fill(text, language, day, FACTS, PLACES, VALUES).replace(NBSP, "_")


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("{fee.card}", Language.PL, "100_zł"),
        ("{fee.card}", Language.EN, "100_PLN"),
        ("{date.end}", Language.PL, "4 marca 2027"),
        ("{date.end}", Language.UK, "4 березня 2027_року"),
        ("{duration.appeal}", Language.UK, "14_днів"),
        ("{duration.appeal}", Language.RU, "14_дней"),
        ("{duration.odd}", Language.EN, "a fortnight"),
        ("{phone.office}", Language.PL, "+48 58 307 74 66"),
        ("{number.days}", Language.PL, "4806"),
        ("{percent.rate}", Language.EN, "9%"),
        ("{text.centre}", Language.RU, "Центр"),
    ],
)
def test_each_kind_of_fact_in_words_of_the_language(text: str, language: Language, expected: str) -> None:
    assert _filled(text, language) in (expected, expected.replace("4806", "4_806"))


def test_a_dated_value_switches_on_its_day() -> None:
    assert _filled("{fee.card}", day=date(2026, 12, 31)) == "100_PLN"
    assert _filled("{fee.card}", Language.PL, date(2027, 1, 1)) == "13_355,34_zł"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{place.puw}", "Office en, ul._Okopowa 21, Gdańsk"),
        ("{place.puw.phone}", "+48 58 307 72 75, 800 120 002"),
        ("{place.puw.email}", "a@b.pl"),
        ("{place.puw.web}", MISSING),
        ("{place.bare}", "Bare en, Sopot"),
        ("{place.nowhere}", MISSING),
        ("{place.puw.fax}", MISSING),
    ],
)
def test_a_place_or_one_field_of_it(text: str, expected: str) -> None:
    assert _filled(text) == expected


def test_hours_join_equal_days_and_keep_the_note() -> None:
    filled = _filled("{place.puw.hours}")
    assert filled.startswith("Mon–Tue 8:00–15:15 (Book first. en")


def test_what_has_no_value_is_shown_as_missing_and_raises_nothing() -> None:
    assert _filled("{fee.over} {fee.unknown} {} {a b}") == " ".join([MISSING] * 4)


def test_doubled_braces_are_braces() -> None:
    assert _filled("{{x}} {{{fee.card}}}") == "{x} {100_PLN}"


def test_names_have_offsets() -> None:
    names = list(names_in("a {fee.card} {{b}} {place.puw.phone}"))
    assert [(name.text, name.offset) for name in names] == [("fee.card", 2), ("place.puw.phone", 19)]
    assert names[-1].place == ("puw", "phone")


@given(st.text(max_size=200), st.sampled_from(Language))
def test_no_text_raises(text: str, language: Language) -> None:
    assert isinstance(fill(text, language, DAY, FACTS, PLACES, VALUES), str)


@given(st.text(alphabet="{}.abfeplaceucrd \n1–— zł", max_size=120), st.sampled_from(Language))
def test_no_text_made_of_braces_raises(text: str, language: Language) -> None:
    assert isinstance(fill(text, language, DAY, FACTS, PLACES, VALUES), str)


@given(st.text(max_size=200), st.sampled_from(Language))
def test_typography_changes_nothing_but_spaces(text: str, language: Language) -> None:
    assert no_break(text, language).replace(NBSP, " ") == text.replace(NBSP, " ")


@given(st.text(alphabet="wziao 12—–ul. złdnilat", max_size=80), st.sampled_from(Language))
def test_typography_done_twice_is_done_once(text: str, language: Language) -> None:
    once = no_break(text, language)
    assert no_break(once, language) == once


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("w domu i w pracy, a o 8 rano", Language.PL, "w_domu i_w_pracy, a_o_8 rano"),
        ("(w MOS) A my", Language.PL, "(w_MOS) A_my"),
        ("14 dni, 3 lata, 340 zł, 5 osób", Language.PL, "14_dni, 3_lata, 340_zł, 5 osób"),
        ("ul. Okopowa 21, al. Grunwaldzka", Language.PL, "ul._Okopowa 21, al._Grunwaldzka"),
        ("Понеділок — п’ятниця", Language.UK, "Понеділок_— п’ятниця"),
        ("14 днів, 1 рік, 30 хвилин", Language.UK, "14_днів, 1_рік, 30_хвилин"),
        ("14 дней — это много", Language.RU, "14_дней_— это много"),
        ("14 days, a week", Language.EN, "14_days, a week"),
        ("tel. +48 58 307 74 66", Language.PL, "tel._+48 58 307 74 66"),
        ("paul. x", Language.EN, "paul. x"),
    ],
)
def test_lines_do_not_break_where_they_must_not(text: str, language: Language, expected: str) -> None:
    assert no_break(text, language).replace(NBSP, "_") == expected
