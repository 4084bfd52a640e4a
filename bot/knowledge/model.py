"""The shape of every content file, as pydantic models: parsed with them, served from them, and their JSON Schema is the editors' help.

``docs/content-format.md`` explains the format with examples. Field descriptions end up in the schema files.
"""

import datetime as dt
from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from bot.domain.language import Language

EntryId = Annotated[
    str, Field(pattern=r"^[a-z]+\.[a-z0-9]+(-[a-z0-9]+)*$", description="area.name, the path of the file")
]


class Model(BaseModel):
    """Frozen, and a key that it does not know is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Texts(Model):
    """The same text in the four languages."""

    pl: str = Field(min_length=1)
    uk: str = Field(min_length=1)
    ru: str = Field(min_length=1)
    en: str = Field(min_length=1)

    def __getitem__(self, language: Language) -> str:
        text: str = getattr(self, language.value)
        return text

    def items(self) -> Iterator[tuple[Language, str]]:
        return ((language, self[language]) for language in Language)


class TextLists(Model):
    """Lists of wordings in the four languages."""

    pl: tuple[str, ...] = ()
    uk: tuple[str, ...] = ()
    ru: tuple[str, ...] = ()
    en: tuple[str, ...] = ()

    def __getitem__(self, language: Language) -> tuple[str, ...]:
        wordings: tuple[str, ...] = getattr(self, language.value)
        return wordings

    def items(self) -> Iterator[tuple[Language, tuple[str, ...]]]:
        return ((language, self[language]) for language in Language)


class Source(Model):
    """Where a statement comes from."""

    title: str = Field(min_length=3)
    url: str = Field(pattern=r"^https?://")
    published: dt.date | None = Field(default=None, description="the date the page itself shows")
    checked: dt.date = Field(description="the day a person last read it")


class Window(Model):
    """A span of days, both ends included; an open end is left out."""

    start: dt.date | None = Field(default=None, alias="from")
    end: dt.date | None = Field(default=None, alias="until")

    def contains(self, day: dt.date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


class Section(StrEnum):
    """The sections of an answer, in the fixed order in which they are offered."""

    SUMMARY = "summary"
    WHO = "who"
    DOCUMENTS = "documents"
    STEPS = "steps"
    COST = "cost"
    TIME = "time"
    WHERE = "where"
    CAREFUL = "careful"


class Answer(Model):
    """The answer in sections; only the summary is required."""

    summary: Texts
    who: Texts | None = None
    documents: Texts | None = None
    steps: Texts | None = None
    cost: Texts | None = None
    time: Texts | None = None
    where: Texts | None = None
    careful: Texts | None = None

    def __getitem__(self, section: Section) -> Texts | None:
        texts: Texts | None = getattr(self, section.value)
        return texts

    @property
    def sections(self) -> tuple[Section, ...]:
        """Those that exist, in the fixed order, the summary first."""
        return tuple(section for section in Section if self[section] is not None)


class Risk(StrEnum):
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Handoff(StrEnum):
    OFFER = "offer"
    RECOMMEND = "recommend"
    URGENT = "urgent"


Fingerprint = Annotated[str, Field(pattern=r"^[0-9a-f]{8}$")]


class Stamp(Model):
    """One language version approved by one person."""

    by: str = Field(min_length=1)
    on: dt.date
    text: Fingerprint = Field(description="fingerprint of the text that was approved")
    source: Fingerprint | None = Field(
        default=None, alias="from", description="fingerprint of the source-language text it was checked against"
    )
    editorial: bool = Field(default=False, description="the meaning is unchanged: translations stay valid")


class Review(Model):
    """Written by ``latarnia review``, never by hand."""

    next: dt.date | None = None
    pl: Stamp | None = None
    uk: Stamp | None = None
    ru: Stamp | None = None
    en: Stamp | None = None

    def __getitem__(self, language: Language) -> Stamp | None:
        stamp: Stamp | None = getattr(self, language.value)
        return stamp


class EntryFile(Model):
    """One topic: ``knowledge/<area>/<name>.yaml``."""

    title: Texts
    label: Texts = Field(description="the title for buttons and lists, at most 24 characters")
    risk: Risk
    region: Literal["poland", "pomorskie", "gdansk"]
    valid: tuple[Window, ...] = Field(default=(), description="legal windows in which the text is true")
    handoff: Handoff = Handoff.OFFER
    answer: Answer
    related: tuple[EntryId, ...] = ()
    sources: tuple[Source, ...] = Field(min_length=1)
    verify: tuple[str, ...] = Field(
        default=(), description="points of low confidence that an editor must check, in English"
    )
    questions: TextLists = Field(
        default=TextLists(), description="how people ask, without typing errors or transliteration"
    )
    review: Review = Review()


class Entry(EntryFile):
    """An entry file with its id and the place it was read from."""

    id: EntryId
    file: str


class FactKind(StrEnum):
    MONEY = "money"
    DATE = "date"
    DURATION = "duration"
    PHONE = "phone"
    EMAIL = "email"
    URL = "url"
    ACCOUNT = "account"
    NUMBER = "number"
    PERCENT = "percent"
    TEXT = "text"


class Confidence(StrEnum):
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


FactValue = Texts | dt.date | int | float | str


class DatedValue(Window):
    """A value that holds in a span of days."""

    value: FactValue


class Fact(Model):
    """One value with its source: a fee, a deadline, a phone. Texts use it by name."""

    kind: FactKind
    note: str = Field(min_length=3, description="what it is, for editors, in English")
    value: FactValue | None = None
    values: tuple[DatedValue, ...] = Field(default=(), description="dated values, which switch by themselves")
    source: Source
    confidence: Confidence = Confidence.HIGH

    @model_validator(mode="after")
    def _one_way_to_give_the_value(self) -> "Fact":
        if (self.value is None) == (not self.values):
            raise ValueError("give either `value` or `values`")
        return self

    def on(self, day: dt.date) -> FactValue | None:
        """The value that holds on this day, or None where no dated value does."""
        if self.value is not None:
            return self.value
        return next((dated.value for dated in self.values if dated.contains(day)), None)


Hours = Annotated[str, Field(pattern=r"^\d{1,2}:\d{2}-\d{1,2}:\d{2}(, \d{1,2}:\d{2}-\d{1,2}:\d{2})*$")]


class Week(Model):
    """Opening hours, for example ``mon: "8:00-15:15"``; a day without a key is closed."""

    mon: Hours | None = None
    tue: Hours | None = None
    wed: Hours | None = None
    thu: Hours | None = None
    fri: Hours | None = None
    sat: Hours | None = None
    sun: Hours | None = None

    def days(self) -> tuple[str | None, ...]:
        """Monday first."""
        return (self.mon, self.tue, self.wed, self.thu, self.fri, self.sat, self.sun)


class Place(Model):
    """An institution: where it is, when it is open, how to reach it. What no source gives is left out."""

    name: Texts
    town: str
    street: str | None = None
    postcode: str | None = Field(default=None, pattern=r"^\d{2}-\d{3}$")
    phones: tuple[str, ...] = ()
    email: str | None = None
    web: str | None = Field(default=None, pattern=r"^https?://")
    hours: Week | None = None
    hours_note: Texts | None = None
    languages: tuple[str, ...] = Field(default=(), description="ISO codes of languages spoken")
    coordinates: tuple[float, float] | None = Field(default=None, description="latitude, longitude in degrees")
    serves: tuple[str, ...] = Field(min_length=1, description="areas it helps with")
    source: Source
    confidence: Confidence = Confidence.HIGH


class Offer(Model):
    """A course, exam, meeting or event with dates."""

    kind: Literal["course", "exam", "meeting", "event"]
    title: Texts
    entry: EntryId
    level: Literal["A1", "A2", "B1", "B2", "C1", "C2"] | None = None
    town: str | None = None
    online: bool = False
    starts: dt.date
    ends: dt.date | None = None
    sign_up_until: dt.date | None = None
    how_to_sign_up: Texts | None = None
    source: Source


class Group(Model):
    """Entries under one heading of the menu, most asked first."""

    name: Texts
    entries: tuple[EntryId, ...] = Field(min_length=1, max_length=8)


class Area(Model):
    """One of the eight areas of the menu."""

    sign: str
    name: Texts
    groups: tuple[Group, ...] = Field(min_length=1, max_length=8)


class Names(Model):
    """How one language names a concept."""

    official: str = Field(min_length=1, description="the one form used in answers")
    also: tuple[str, ...] = Field(default=(), description="what people type")
    avoid: tuple[str, ...] = Field(default=(), description="forms that an answer must never contain")


class Concept(Model):
    """One concept of the glossary with its names."""

    pl: Names
    uk: Names
    ru: Names
    en: Names
    entries: tuple[EntryId, ...] = ()
    note: str = ""

    def __getitem__(self, language: Language) -> Names:
        names: Names = getattr(self, language.value)
        return names


class DangerCategory(Model):
    """One kind of danger: how it is said, what looks like it, and the card that answers it."""

    entry: EntryId
    protected: bool = Field(default=False, description="the case is shown only to people with the role for it")
    card: Texts
    softer: Texts
    phrases: TextLists
    counter: TextLists


class Phrases(Model):
    """``knowledge/phrases.yaml``: words that mean the same at every moment, small talk, and how people ask for one section of an
    answer. Keys are fixed by the software."""

    commands: dict[str, TextLists]
    small_talk: dict[str, TextLists]
    facets: dict[str, TextLists] = Field(default={}, description="section → the words that ask for it")
