"""No-break spaces where a line must not break. Editors type ordinary spaces; this puts the others."""

import re

from bot.domain.language import Language

NBSP = "\N{NO-BREAK SPACE}"

_UNITS = {
    Language.PL: "zł|gr|tys|mln|proc|min|godz|cm|mm|km|kg|lat|lata|rok|roku|miesiąc\\w*|miesięcy|miesiące|tydzień|tygodni\\w*|dni|dzień|godzin\\w*|minut\\w*",
    Language.UK: "zł|грн|тис|млн|хв|год|см|мм|км|кг|рок\\w*|рік|місяц\\w*|місяць|тиж\\w+|дн\\w+|день|годин\\w*|хвилин\\w*",
    Language.RU: "zł|грн|тыс|млн|мин|ч|см|мм|км|кг|год\\w*|лет|месяц\\w*|недел\\w+|дн\\w+|день|час\\w*|минут\\w*",
    Language.EN: "PLN|min|cm|mm|km|kg|year\\w*|month\\w*|week\\w*|day\\w*|hour\\w*|minute\\w*",
}
_NUMBER_UNIT = {language: re.compile(rf"(?<=\d) (?=(?:{units})\b)") for language, units in _UNITS.items()}
_STREET = re.compile(r"(?<![^\W\d_])(ul|al|pl|os|nr|tel|тел|вул|св)\. (?=\S)")
_ONE_LETTER = re.compile(r"(?<![^\s(„«])([wziouaWZIOUA]) (?=\S)")
_DASH = re.compile(r" (?=[–—] )")


def no_break(text: str, language: Language) -> str:
    """The same text with no-break spaces between number and unit, after ``ul.``, after one-letter Polish words, before a dash.

    Phone numbers keep their ordinary spaces, so that a tap dials them.
    """
    text = _NUMBER_UNIT[language].sub(NBSP, text)
    text = _STREET.sub(rf"\1.{NBSP}", text)
    if language is Language.PL:
        return _ONE_LETTER.sub(rf"\1{NBSP}", text)
    return _DASH.sub(NBSP, text) if language in (Language.UK, Language.RU) else text
