"""Facts and places put into a text. Pure: the day decides which dated value holds.

``{fee.residence-card}`` is a fact, ``{place.puw-gdansk}`` a place, ``{place.puw-gdansk.phone}`` one field of it, ``{{`` a brace.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

from bot.domain.language import Language
from bot.knowledge.model import Fact, FactKind, FactValue, Place, Texts
from bot.knowledge.typography import no_break

PLACE = "place"
PLACE_FIELDS = ("phone", "email", "web", "hours")
MISSING = "…"
"""Stands where a name is unknown or no value holds on the day. The check refuses both, so a person meets it only
after the last dated value has run out; ``bot.knowledge.serving`` withholds such a text."""

_TOKEN = re.compile(r"\{\{|\}\}|\{([^{}\n]*)\}")


class Formatter(Protocol):
    """Values in words of a language; ``bot.i18n.values.Values`` is the real one."""

    def money(self, value: int | float, language: Language) -> str: ...
    def number(self, value: int | float, language: Language) -> str: ...
    def percent(self, value: int | float, language: Language) -> str: ...
    def date(self, value: dt.date, language: Language) -> str: ...
    def duration(self, value: str, language: Language) -> str: ...
    def hours(self, days: Sequence[str | None], language: Language) -> str: ...


class Name(NamedTuple):
    """A placeholder as written, with its offset in the text."""

    text: str
    offset: int

    @property
    def is_place(self) -> bool:
        return self.text.startswith(f"{PLACE}.")

    @property
    def place(self) -> tuple[str, str]:
        """The id of the place and the field asked for (empty: the whole place)."""
        _, id_, field = (*self.text.split(".", 2), "")[:3]
        return id_, field


def fill(
    text: str,
    language: Language,
    day: dt.date,
    facts: Mapping[str, Fact],
    places: Mapping[str, Place],
    format_value: Formatter,
) -> str:
    """The text as a person reads it: values filled in, no-break spaces set. Never raises on text that the check has passed."""

    def value(match: re.Match[str]) -> str:
        if match[1] is None:
            return match[0][0]
        name = Name(match[1], match.start())
        if name.is_place:
            return _place_text(name, places, language, format_value)
        fact = facts.get(name.text)
        held = fact.on(day) if fact is not None else None
        return MISSING if fact is None or held is None else fact_text(fact.kind, held, language, format_value)

    return no_break(_TOKEN.sub(value, text), language)


def names_in(text: str) -> Iterator[Name]:
    """Every placeholder of the text, in order."""
    return (Name(match[1], match.start()) for match in _TOKEN.finditer(text) if match[1] is not None)


def fact_text(kind: FactKind, value: FactValue, language: Language, format_value: Formatter) -> str:
    """One value in words of the language. A value that does not fit its kind is shown as it stands."""
    match kind, value:
        case _, Texts():
            return value[language]
        case FactKind.MONEY, int() | float():
            return format_value.money(value, language)
        case FactKind.NUMBER, int() | float():
            return format_value.number(value, language)
        case FactKind.PERCENT, int() | float():
            return format_value.percent(value, language)
        case FactKind.DATE, dt.date():
            return format_value.date(value, language)
        case FactKind.DURATION, str():
            return _duration(value, language, format_value)
        case _:
            return str(value)


def _duration(value: str, language: Language, format_value: Formatter) -> str:
    try:
        return format_value.duration(value, language)
    except ValueError:
        return value


def _place_text(name: Name, places: Mapping[str, Place], language: Language, format_value: Formatter) -> str:
    id_, field = name.place
    place = places.get(id_)
    return MISSING if place is None else place_text(place, field, language, format_value) or MISSING


def place_text(place: Place, field: str, language: Language, format_value: Formatter) -> str:
    """A place as name, street, town; or one field of it. Empty where the place has no such field."""
    match field:
        case "":
            return ", ".join(part for part in (place.name[language], place.street, place.town) if part)
        case "phone":
            return ", ".join(place.phones)
        case "email":
            return place.email or ""
        case "web":
            return place.web or ""
        case "hours":
            return _hours(place, language, format_value)
        case _:
            return ""


def _hours(place: Place, language: Language, format_value: Formatter) -> str:
    """The week, with the note in brackets; or the note alone."""
    week = format_value.hours(place.hours.days(), language) if place.hours else ""
    note = place.hours_note[language].strip().removesuffix(".") if place.hours_note else ""
    return f"{week} ({note})" if week and note else week or note
