"""Values in words of a language: money, dates, durations, opening hours (CLDR through Babel, the guide's forms where they differ)."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_time, get_day_names
from babel.numbers import format_decimal
from babel.units import format_unit

from bot.domain.language import Language

WARSAW = ZoneInfo("Europe/Warsaw")
"""The clock of the people and offices we speak about."""

_LOCALES = {language: Locale(language.value, "GB" if language is Language.EN else None) for language in Language}
_CURRENCY = {Language.PL: "zł", Language.UK: "zł", Language.RU: "zł", Language.EN: "PLN"}
_NBSP = "\N{NO-BREAK SPACE}"
_UNITS = {
    "minute": "duration-minute",
    "hour": "duration-hour",
    "day": "duration-day",
    "week": "duration-week",
    "month": "duration-month",
    "year": "duration-year",
}
_WORKING_DAYS = {
    Language.PL: {
        "one": "{n} dzień roboczy",
        "other": "{n} dni robocze",
        "many": "{n} dni roboczych",
        "few": "{n} dni robocze",
    },
    Language.UK: {
        "one": "{n} робочий день",
        "few": "{n} робочі дні",
        "many": "{n} робочих днів",
        "other": "{n} робочого дня",
    },
    Language.RU: {
        "one": "{n} рабочий день",
        "few": "{n} рабочих дня",
        "many": "{n} рабочих дней",
        "other": "{n} рабочего дня",
    },
    Language.EN: {"one": "{n} working day", "other": "{n} working days"},
}
"""CLDR has no unit for working days."""
_DATE_PATTERNS = {
    Language.UK: "d MMMM y 'року'",
    Language.RU: "d MMMM y 'года'",
    Language.PL: "d MMMM y",
    Language.EN: "d MMMM y",
}
_DURATION = re.compile(r"^(\d+(?:\.\d+)?) (working day|minute|hour|day|week|month|year)s?$")


def plural_category(number: Decimal | int | float, language: Language) -> str:
    """The CLDR plural category: one, few, many, other."""
    category: str = _LOCALES[language].plural_form(number)
    return category


class Values:
    """Stateless; a class so that pure rooms can be handed it as a protocol."""

    def money(self, value: int | float, language: Language) -> str:
        """An amount in złoty: 340 zł, 13 355,34 zł, 13,355.34 PLN."""
        return f"{self.number(value, language, cents=value != int(value))}{_NBSP}{_CURRENCY[language]}"

    def number(self, value: int | float, language: Language, *, cents: bool = False) -> str:
        pattern = "#,##0.00" if cents else "#,##0.##"
        text: str = format_decimal(value, format=pattern, locale=_LOCALES[language])
        return text.replace("\N{NARROW NO-BREAK SPACE}", _NBSP)

    def percent(self, value: int | float, language: Language) -> str:
        space = "" if language in (Language.PL, Language.EN) else _NBSP
        return f"{self.number(value, language)}{space}%"

    def date(self, value: date, language: Language) -> str:
        """Day, month in words, year; never digits only, which are read in two ways."""
        return _date(value, language)

    def duration(self, value: str, language: Language) -> str:
        """ "30 days" in words of the language, nominative. Raises ValueError for another form."""
        match = _DURATION.match(value)
        if match is None:
            raise ValueError(f"not a duration: {value!r}")
        number = int(match[1]) if match[1].isdigit() else float(match[1])
        if match[2] == "working day":
            forms = _WORKING_DAYS[language]
            return (
                forms[plural_category(number, language)].format(n=self.number(number, language)).replace(" ", _NBSP, 1)
            )
        text: str = format_unit(number, _UNITS[match[2]], length="long", locale=_LOCALES[language])
        return text.replace(" ", _NBSP, 1)

    def hours(self, days: Sequence[str | None], language: Language) -> str:
        """A week of opening hours, Monday first, equal neighbours joined: "Mon-Fri 8:00-15:15"."""
        names: Mapping[int, str] = dict(get_day_names("abbreviated", locale=_LOCALES[language]))
        spans: list[tuple[int, int, str]] = []
        for day, hours in enumerate(days):
            if hours is None:
                continue
            if spans and spans[-1][1] == day - 1 and spans[-1][2] == hours:
                spans[-1] = (spans[-1][0], day, hours)
            else:
                spans.append((day, day, hours))
        return "; ".join(self._span(first, last, hours, names) for first, last, hours in spans)

    @staticmethod
    def _span(first: int, last: int, hours: str, names: Mapping[int, str]) -> str:
        day = names[first] if first == last else f"{names[first]}\N{EN DASH}{names[last]}"
        return f"{day} {hours.replace('-', chr(0x2013))}"

    def clock(self, value: datetime, language: Language) -> str:
        """The time of day in Poland, 24-hour."""
        text: str = format_time(value.astimezone(WARSAW), "H:mm", locale=_LOCALES[language])
        return text

    def moment(self, value: datetime, language: Language) -> str:
        """Date and time of day in Poland."""
        return f"{self.date(value.astimezone(WARSAW).date(), language)}, {self.clock(value, language)}"

    def minutes(self, span: timedelta, language: Language) -> str:
        """A waiting time in whole minutes or hours."""
        minutes = max(0, int(span.total_seconds() // 60))
        return self.duration(f"{minutes} minutes" if minutes < 120 else f"{minutes // 60} hours", language)


@lru_cache(maxsize=4096)
def _date(value: date, language: Language) -> str:
    """Cached: few dates stand in many texts, and Babel parses the pattern at each call."""
    text: str = format_date(value, _DATE_PATTERNS[language], locale=_LOCALES[language])
    return text
