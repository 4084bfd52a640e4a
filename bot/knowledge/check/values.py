"""Numbers, dates, durations, amounts, phones and links as they are typed in a text, in a form that compares across languages."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from bot.domain.language import Language

Found = dict[str, int]
"""Value in canonical form → offset in the text."""

Extract = Callable[[str, Language], Found]

_LINK = re.compile(
    r"https?://[^\s«»„”“)]+|\b(?:[a-z0-9-]+\.)+(?:pl|eu|org|com|info|net|ua|gov|edu)\b(?:/[^\s«»„”“)]*)?", re.IGNORECASE
)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_GAP = "[ \u00a0-]"
_PHONE = re.compile(
    rf"(?<![\d+])(?:\+\d{{2}}{_GAP}?(?:\d{_GAP}?){{8}}\d"
    rf"|\d{{2}}{_GAP}\d{{3}}{_GAP}\d{{2}}{_GAP}\d{{2}}"
    rf"|\d{{3}}{_GAP}\d{{3}}{_GAP}\d{{3}}"
    rf"|80[01](?:{_GAP}?\d){{6}}"
    rf"|116{_GAP}\d{{3}})(?!\d)"
)
_NAME = re.compile(r"\{[^{}\n]*\}")
_STEP = re.compile(r"^[ \t]*\d{1,2}[.)](?=\s)", re.MULTILINE)
_NUMBER = re.compile(r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?(?!\d)|\d+(?:[.,]\d+)*")

_MONTHS = {
    Language.PL: "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    Language.UK: "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    Language.RU: "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    Language.EN: "January February March April May June July August September October November December",
}
_MONTH_NUMBER = {language: {name: n for n, name in enumerate(names.split(), 1)} for language, names in _MONTHS.items()}
_DATE = {
    language: re.compile(rf"\b(\d{{1,2}})[ \u00a0]({'|'.join(names)})\b(?:,?[ \u00a0](\d{{4}}))?")
    for language, names in _MONTH_NUMBER.items()
}
_UNITS: dict[Language, dict[str, str]] = {
    Language.PL: {
        "working day": r"(?:dzień|dni) robocz\w+", "minute": r"minut\w*", "hour": r"godzin\w*", "day": r"dni|dzień|dnia",
        "week": r"tydzień|tygodni\w*", "month": r"miesiąc\w*|miesięcy", "year": r"lat|lata|rok|roku",
    },
    Language.UK: {
        "working day": r"робоч\w+ (?:день|дні|днів|дня)", "minute": r"хвилин\w*", "hour": r"годин\w*", "day": r"день|дні|днів|дня",
        "week": r"тиж\w+", "month": r"місяц\w+", "year": r"рік|роки|років|року",
    },
    Language.RU: {
        "working day": r"рабоч\w+ (?:день|дня|дней)", "minute": r"минут\w*", "hour": r"час|часа|часов", "day": r"день|дня|дней",
        "week": r"недел\w+", "month": r"месяц\w*", "year": r"год|года|лет",
    },
    Language.EN: {
        "working day": r"(?:working|business) days?", "minute": r"minutes?", "hour": r"hours?", "day": r"days?",
        "week": r"weeks?", "month": r"months?", "year": r"years?",
    },
}  # fmt: skip
_UNIT_NAMES = tuple(_UNITS[Language.PL])
_DURATION = {
    language: re.compile(
        r"(?<![\d.,])(\d+)[ \u00a0](?:" + "|".join(f"({units[name]})" for name in _UNIT_NAMES) + r")\b"
    )
    for language, units in _UNITS.items()
}
"""One group for each unit, in the order of the names: working days before days."""
_MONEY = re.compile(r"(\d[\d \u00a0\u202f.,]*?)[ \u00a0]?(?:zł|PLN|złot\w+|злот\w+)(?!\w)")


def _remembered(extract: Extract) -> Extract:
    """Texts rarely change between two checks, and several rules ask for the same values."""
    return lru_cache(maxsize=8192)(extract)


class Typed(NamedTuple):
    """A value typed by hand: what it is, its canonical form, how it stands there, and where."""

    what: str
    value: str
    written: str
    offset: int


_DIGIT = re.compile(r"\d")
_DOMAINS = ("://", ".pl", ".eu", ".org", ".com", ".info", ".net", ".ua", ".gov", ".edu")


def _may_hold_link(text: str) -> bool:
    """A cheap look before the dear one: most texts have neither link nor e-mail."""
    return any(domain in text for domain in _DOMAINS)


def _blank(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda match: " " * len(match[0]), text)


@_remembered
def numbers(text: str, language: Language) -> Found:
    """All numbers but those of steps, phones and links."""
    if not _DIGIT.search(text):
        return {}
    text = _blank(_NAME, text)
    if _may_hold_link(text):
        text = _blank(_EMAIL, _blank(_LINK, text))
    text = _blank(_STEP, _blank(_PHONE, text))
    return {plain_number(match[0], language): match.start() for match in _NUMBER.finditer(text)}


@_remembered
def dates(text: str, language: Language) -> Found:
    """Day and month in words, with the year where it is given: "4-3-2027"."""
    return {_date(match, language): match.start() for match in _DATE[language].finditer(text)}


@_remembered
def links(text: str, _: Language) -> Found:
    if not _may_hold_link(text):
        return {}
    spaced = _blank(_EMAIL, _blank(_NAME, text))
    return {plain_link(match[0]): match.start() for match in _LINK.finditer(spaced)}


@_remembered
def emails(text: str, _: Language) -> Found:
    return {match[0].casefold(): match.start() for match in _EMAIL.finditer(text)} if "@" in text else {}


@_remembered
def phones(text: str, _: Language) -> Found:
    return {plain_phone(match[0]): match.start() for match in _PHONE.finditer(text)}


@_remembered
def names(text: str, _: Language) -> Found:
    """Placeholders."""
    return {match[0]: match.start() for match in _NAME.finditer(text.replace("{{", "  "))}


@lru_cache(maxsize=8192)
def typed(text: str, language: Language) -> tuple[Typed, ...]:
    """Everything that could have been a fact: amounts, dates, durations, phones, links, e-mails."""
    hopeless = not _DIGIT.search(text) and not _may_hold_link(text)
    return () if hopeless else tuple(_typed(text, language))


def _typed(text: str, language: Language) -> Iterator[Typed]:
    for what, extract in (("phone", phones), ("email", emails), ("url", links)):
        yield from (Typed(what, value, value, offset) for value, offset in extract(text, language).items())
    for match in _DATE[language].finditer(text):
        if match[3]:
            yield Typed("date", _date(match, language), match[0], match.start())
    if "z" in text or "PLN" in text or "злот" in text:
        for match in _MONEY.finditer(text):
            yield Typed("money", plain_number(match[1].strip(), language), match[0], match.start())
    for match in _DURATION[language].finditer(text):
        unit = _UNIT_NAMES[(match.lastindex or 2) - 2]
        yield Typed("duration", f"{match[1]} {unit}", match[0], match.start())


def plain_number(written: str, language: Language) -> str:
    """13 355,34 and 13,355.34 are the same number."""
    compact = re.sub("[ \u00a0\u202f]", "", written).rstrip(".,")
    if language is Language.EN:
        compact = re.sub(r",(?=\d{3}(?!\d))", "", compact)
    plain = compact.replace(",", ".")
    whole, _, cents = plain.partition(".")
    return whole if cents and not cents.strip("0") else plain


def plain_link(written: str) -> str:
    """Without scheme, ``www.`` and the full stop of the sentence."""
    return re.sub(r"^https?://(www\.)?|^www\.", "", written.rstrip(".,;:!?")).rstrip("/").casefold()


def plain_phone(written: str) -> str:
    """Digits, without the Polish country code."""
    return re.sub(r"\D", "", re.sub(r"^\+48", "", written.strip()))


def _date(match: re.Match[str], language: Language) -> str:
    year = f"-{match[3]}" if match[3] else ""
    return f"{int(match[1])}-{_MONTH_NUMBER[language][match[2]]}{year}"
