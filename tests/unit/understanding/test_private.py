"""Personal numbers are found and hidden; other numbers stay."""

import pytest

from bot.understanding.private import HIDDEN, hide_numbers


@pytest.mark.parametrize(
    "number",
    [
        "44051401359",
        "AB1234567",
        "ABC 123456",
        "FT 123456",
        "МЕ123456",
        "19900101-01234",
        "45 10 123456",
        "3140590A012PB5",
        "4111 1111 1111 1111",
    ],
)
def test_a_personal_number_is_hidden(number: str) -> None:
    text, found = hide_numbers(f"mój numer {number}, co dalej")
    assert (text, found) == (f"mój numer {HIDDEN}, co dalej", True)


@pytest.mark.parametrize(
    "text", ["44051401358", "+48 58 307 74 66", "800 120 002", "karta 100 zł", "2026-11-22", "80-748"]
)
def test_other_numbers_stay(text: str) -> None:
    assert hide_numbers(text) == (text, False)
