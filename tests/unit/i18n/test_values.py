"""Money, dates, durations and hours as the language guide wants them."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.language import Language
from bot.i18n.values import Values

V = Values()
PL, UK, RU, EN = Language


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("language", "money", "day", "span"),
    [
        (PL, "13 355,34 zł", "4 marca 2027", "30 dni"),
        (UK, "13 355,34 zł", "4 березня 2027 року", "30 днів"),
        (RU, "13 355,34 zł", "4 марта 2027 года", "30 дней"),
        (EN, "13,355.34 PLN", "4 March 2027", "30 days"),
    ],
)
def test_each_language_has_its_forms(language: Language, money: str, day: str, span: str) -> None:
    assert plain(V.money(13355.34, language)) == money
    assert V.date(date(2027, 3, 4), language) == day
    assert plain(V.duration("30 days", language)) == span


def test_whole_amounts_have_no_cents() -> None:
    assert plain(V.money(340, PL)) == "340 zł"


@pytest.mark.parametrize(
    ("n", "expected"),
    [
        (1, "1 робочий день"),
        (3, "3 робочі дні"),
        (10, "10 робочих днів"),
        (21, "21 робочий день"),
        (22, "22 робочі дні"),
    ],
)
def test_working_days_are_declined(n: int, expected: str) -> None:
    assert plain(V.duration(f"{n} working days", UK)) == expected


def test_a_number_never_breaks_from_its_unit() -> None:
    assert " " not in V.duration("3 years", RU)
    assert " " not in V.money(340, EN)


@pytest.mark.parametrize("text", ["30", "thirty days", "30 fortnights", "", "1.5.2 days"])
def test_what_is_no_duration_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a duration"):
        V.duration(text, EN)


def test_equal_neighbouring_days_are_joined() -> None:
    week = ["8:00-15:00", "8:00-15:00", "8:00-17:00", None, "8:00-15:00", None, None]
    assert V.hours(week, EN) == "Mon–Tue 8:00–15:00; Wed 8:00–17:00; Fri 8:00–15:00"
    assert V.hours([None] * 7, EN) == ""


def test_times_are_those_of_poland_in_winter_and_summer() -> None:
    assert V.clock(datetime(2026, 1, 5, 8, 30, tzinfo=UTC), PL) == "9:30"
    assert V.clock(datetime(2026, 7, 5, 8, 30, tzinfo=UTC), PL) == "10:30"


def test_waiting_times_are_minutes_then_hours() -> None:
    assert plain(V.minutes(timedelta(minutes=42), EN)) == "42 minutes"
    assert plain(V.minutes(timedelta(hours=5, minutes=10), EN)) == "5 hours"
