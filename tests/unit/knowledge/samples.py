"""Small entries, facts and places for the pure tests."""

from datetime import date
from typing import Any

from bot.domain.language import Language
from bot.knowledge.fingerprint import fingerprint
from bot.knowledge.model import Entry, Fact, Place

DAY = date(2026, 11, 22)
SOURCE = {"title": "A law", "url": "https://isap.sejm.gov.pl", "checked": date(2026, 11, 20)}


def texts(base: str) -> dict[str, str]:
    return {language.value: f"{base} {language.value}" for language in Language}


def entry(**changes: Any) -> Entry:
    return Entry.model_validate(
        {
            "id": "residence.fees",
            "file": "knowledge/residence/fees.yaml",
            "title": texts("title"),
            "label": texts("label"),
            "risk": "medium",
            "region": "poland",
            "answer": {"summary": texts("It costs {fee.card}")},
            "sources": [SOURCE],
        }
        | changes
    )


def reviewed(plain: Entry, next_review: date | None = None) -> Entry:
    """The entry approved in all languages as it stands."""
    polish = fingerprint(plain, Language.PL)
    stamps: dict[str, Any] = {
        language.value: {"by": "a", "on": DAY, "text": fingerprint(plain, language), "from": polish}
        for language in Language
        if language is not Language.PL
    }
    stamps["pl"] = {"by": "a", "on": DAY, "text": polish}
    return with_review(plain, {"next": next_review} | stamps)


def with_review(plain: Entry, review: dict[str, Any]) -> Entry:
    return Entry.model_validate(plain.model_dump(by_alias=True) | {"review": review})


def changed(plain: Entry, language: Language, summary: str) -> Entry:
    """Another summary in one language, stamps kept."""
    data = plain.model_dump(by_alias=True)
    data["answer"]["summary"][language.value] = summary
    return Entry.model_validate(data)


def fact(kind: str, value: Any = None, **more: Any) -> Fact:
    return Fact.model_validate({"kind": kind, "note": "A note", "source": SOURCE, "value": value} | more)


FACTS = {
    "fee.card": fact(
        "money", values=[{"value": 100, "until": date(2026, 12, 31)}, {"value": 13355.34, "from": date(2027, 1, 1)}]
    ),
    "fee.over": fact("money", values=[{"value": 5, "until": date(2026, 1, 1)}]),
    "date.end": fact("date", date(2027, 3, 4)),
    "duration.appeal": fact("duration", "14 days"),
    "duration.odd": fact("duration", "a fortnight"),
    "phone.office": fact("phone", "+48 58 307 74 66"),
    "number.days": fact("number", 4806),
    "percent.rate": fact("percent", 9),
    "text.centre": fact("text", {"pl": "Centrum", "uk": "Центр", "ru": "Центр", "en": "Centre"}),
}

PLACES = {
    "puw": Place.model_validate(
        {
            "name": texts("Office"),
            "street": "ul. Okopowa 21",
            "town": "Gdańsk",
            "phones": ["+48 58 307 72 75", "800 120 002"],
            "email": "a@b.pl",
            "hours": {"mon": "8:00-15:15", "tue": "8:00-15:15"},
            "hours_note": texts("Book first."),
            "serves": ["residence"],
            "source": SOURCE,
        }
    ),
    "bare": Place.model_validate({"name": texts("Bare"), "town": "Sopot", "serves": ["residence"], "source": SOURCE}),
}
