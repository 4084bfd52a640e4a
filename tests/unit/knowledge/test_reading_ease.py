"""The measures of the language guide, on hand-counted words."""

import pytest

from bot.domain.language import Language
from bot.knowledge.reading_ease import measure, sentences, syllable_count


@pytest.mark.parametrize(
    ("word", "language", "count"),
    [
        ("wniosek", Language.PL, 2),
        ("miesiąc", Language.PL, 2),
        ("zezwolenie", Language.PL, 4),
        ("w", Language.PL, 1),
        ("посвідка", Language.UK, 3),
        ("п’ять", Language.UK, 1),
        ("заявление", Language.RU, 5),
        ("the", Language.EN, 1),
        ("people", Language.EN, 2),
        ("asked", Language.EN, 1),
        ("waited", Language.EN, 2),
        ("free", Language.EN, 1),
    ],
)
def test_syllables(word: str, language: Language, count: int) -> None:
    assert syllable_count(word, language) == count


def test_a_sentence_ends_at_marks_and_line_breaks_and_values_do_not_count() -> None:
    text = "Pay {fee.card} today: at ul. Długa 5, Gdańsk. Call +48 58 307 74 66 (free of charge)!\n1. Go to https://gov.pl now"
    assert sentences(text) == (("Pay", "today"), ("at", "Gdańsk"), ("Call",), ("Go", "to", "now"))


def test_short_texts_are_not_measured() -> None:
    assert measure("word " * 39, Language.EN) is None
    assert measure("word " * 40, Language.EN) is not None


def test_names_and_capitals_do_not_make_a_text_hard() -> None:
    plain = measure("You pay the fee in the office today. " * 8, Language.EN)
    named = measure("You pay the fee in MOS or Województwo the office today. " * 8, Language.EN)
    assert plain is not None
    assert named is not None
    assert named.score == pytest.approx(plain.score, abs=2)


@pytest.mark.parametrize(
    ("language", "easy", "hard"),
    [
        (Language.PL, "Masz 7 dni na odpowiedź. ", "Przedstawicielstwo zainteresowanego przedsiębiorcy potwierdza niezwłocznie zarejestrowanie zgłoszenia. "),
        (Language.UK, "У вас є час на це. ", "Уповноважені представники підприємства забезпечують безперешкодне використання відповідної документації. "),
        (Language.RU, "У вас есть время на это. ", "Уполномоченные представители предприятия обеспечивают использование соответствующей документации. "),
        (Language.EN, "You have time to do it. ", "Authorised representatives necessitate supplementary documentation immediately. "),
    ],
)  # fmt: skip
def test_easy_texts_pass_and_officialese_does_not(language: Language, easy: str, hard: str) -> None:
    light, heavy = measure(easy * 12, language), measure(hard * 12, language)
    assert light is not None
    assert heavy is not None
    assert (light.hard, heavy.hard) == (False, True)
