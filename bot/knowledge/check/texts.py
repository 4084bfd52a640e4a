"""Every text of the content that a person may read, with its place."""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from bot.domain.language import Language
from bot.knowledge.check.subject import At, Subject
from bot.knowledge.knowledge import Knowledge
from bot.knowledge.model import Section, Texts
from bot.knowledge.origin import Path


class Role(StrEnum):
    """What a text is for; rules pick the roles that they care about."""

    TITLE = "title"
    LABEL = "label"
    SECTION = "section"
    CARD = "card"
    NAME = "name"
    NOTE = "note"
    FACT = "fact"


FILLED = (Role.SECTION, Role.CARD)
"""Texts in which facts and places are filled in."""


class Group(NamedTuple):
    """One text in its four languages."""

    kind: str
    id: str
    path: Path
    role: Role
    texts: Texts
    section: Section | None = None

    def at(self, language: Language, offset: int = 0) -> At:
        return At(self.kind, self.id, (*self.path, language.value), self.texts[language], offset)

    @property
    def called(self) -> str:
        return ".".join(str(part) for part in self.path)


class Piece(NamedTuple):
    """One text in one language."""

    group: Group
    language: Language
    text: str

    def at(self, offset: int = 0) -> At:
        return self.group.at(self.language, offset)


def groups(subject: Subject, *roles: Role) -> Iterator[Group]:
    """All texts, or those of some roles."""
    return (group for group in _all(subject.knowledge) if not roles or group.role in roles)


def pieces(subject: Subject, *roles: Role) -> Iterator[Piece]:
    """The same, language by language."""
    for group in groups(subject, *roles):
        for language, text in group.texts.items():
            yield Piece(group, language, text)


def _all(knowledge: Knowledge) -> Iterator[Group]:
    yield from _entries(knowledge)
    for id_, place in knowledge.places.items():
        yield Group("place", id_, ("name",), Role.NAME, place.name)
        if place.hours_note is not None:
            yield Group("place", id_, ("hours_note",), Role.NOTE, place.hours_note)
    for id_, offer in knowledge.offers.items():
        yield Group("offer", id_, ("title",), Role.NAME, offer.title)
        if offer.how_to_sign_up is not None:
            yield Group("offer", id_, ("how_to_sign_up",), Role.NOTE, offer.how_to_sign_up)
    for id_, area in knowledge.areas.items():
        yield Group("area", id_, ("name",), Role.NAME, area.name)
        for number, group in enumerate(area.groups):
            yield Group("area", id_, ("groups", number, "name"), Role.NAME, group.name)
    for id_, category in knowledge.danger.items():
        yield Group("danger", id_, ("card",), Role.CARD, category.card)
        yield Group("danger", id_, ("softer",), Role.CARD, category.softer)
    yield from _facts(knowledge)


def _entries(knowledge: Knowledge) -> Iterator[Group]:
    for id_, entry in knowledge.entries.items():
        yield Group("entry", id_, ("title",), Role.TITLE, entry.title)
        yield Group("entry", id_, ("label",), Role.LABEL, entry.label)
        for section in entry.answer.sections:
            texts = entry.answer[section]
            if texts is not None:
                yield Group("entry", id_, ("answer", section.value), Role.SECTION, texts, section)


def _facts(knowledge: Knowledge) -> Iterator[Group]:
    for id_, fact in knowledge.facts.items():
        if isinstance(fact.value, Texts):
            yield Group("fact", id_, ("value",), Role.FACT, fact.value)
        for number, dated in enumerate(fact.values):
            if isinstance(dated.value, Texts):
                yield Group("fact", id_, ("values", number, "value"), Role.FACT, dated.value)


_NOT_WORDS = re.compile(
    r"\{\{|\}\}|\{[^{}\n]*\}"
    r"|https?://[^\s«»„”“)]+"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|\b(?:[a-z0-9-]+\.)+(?:pl|eu|org|com|info|net|ua|gov|edu)\b(?:/[^\s«»„”“)]*)?"
)


@lru_cache(maxsize=8192)
def blanked(text: str) -> str:
    """The text with placeholders, links and e-mails replaced by as many spaces: offsets stay true."""
    if "{" not in text and not any(sign in text for sign in _LINK_SIGNS):
        return text
    return _NOT_WORDS.sub(lambda match: " " * len(match[0]), text)


_LINK_SIGNS = ("@", "://", ".pl", ".eu", ".org", ".com", ".info", ".net", ".ua", ".gov", ".edu")
