"""From content to trained models. What a model learns from, and with which weight, is decided here."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.domain.language import Language
from bot.knowledge.model import Concept, DangerCategory, Entry, Phrases, TextLists
from bot.understanding import language as languages
from bot.understanding.concepts import Thesaurus, wordings
from bot.understanding.features import boost, pieces
from bot.understanding.layout import Spelling
from bot.understanding.linear import LinearModel, train
from bot.understanding.skeleton import skeleton

VERSION = 1
"""Raise with every change of the algorithm: a cached model of another version is thrown away."""

OUTSIDE = "@outside"
"""Label of questions that we have no entry for."""
HUMAN = "@human"
SMALL_TALK = "@talk:"
SAFE = "@safe"
"""Label of messages that show no danger."""

_TOPIC_RIDGE = 0.6
_DANGER_RIDGE = 0.5


@dataclass(frozen=True, slots=True)
class Material:
    """Everything that understanding learns from."""

    entries: Mapping[str, Entry]
    glossary: Mapping[str, Concept]
    danger: Mapping[str, DangerCategory]
    phrases: Phrases
    off_topic: Mapping[str, TextLists]
    everyday: Mapping[str, TextLists]

    def fingerprint(self) -> str:
        """Changes whenever a model trained on this could change."""
        facts = {
            "version": VERSION,
            "entries": {
                id_: [
                    entry.title.model_dump(),
                    entry.questions.model_dump(),
                    list(entry.related),
                ]
                for id_, entry in sorted(self.entries.items())
            },
            "glossary": {key: concept.model_dump() for key, concept in sorted(self.glossary.items())},
            "danger": {
                key: [kind.entry, kind.phrases.model_dump(), kind.counter.model_dump()]
                for key, kind in sorted(self.danger.items())
            },
            "phrases": self.phrases.model_dump(),
            "everyday": {key: lists.model_dump() for key, lists in sorted(self.everyday.items())},
            "off_topic": {key: lists.model_dump() for key, lists in sorted(self.off_topic.items())},
        }
        return hashlib.sha256(json.dumps(facts, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:32]

    def thesaurus(self) -> Thesaurus:
        return Thesaurus.of(wordings(self.glossary, self.everyday))

    def questions(self) -> dict[Language, list[str]]:
        """Everything that people might write, per language."""
        found: dict[Language, list[str]] = {language: [] for language in Language}
        for text, language, _, _ in (*self.topic_rows(), *self.danger_rows()):
            found[language].append(text)
        return found

    def topic_rows(self) -> Iterator[tuple[str, Language, str, float]]:
        """Text, its language, its label, its weight."""
        for id_, entry in self.entries.items():
            for language, questions in entry.questions.items():
                yield from ((question, language, id_, 1.0) for question in questions)
            for language, title in entry.title.items():
                yield title, language, id_, 1.0
        for concept in self.glossary.values():
            for id_ in concept.entries[:1]:
                if id_ in self.entries:
                    for language in Language:
                        names = concept[language]
                        yield from ((name, language, id_, 0.5) for name in (names.official, *names.also))
        yield from _labelled(self.phrases.commands.get("human"), HUMAN)
        for name, lists in self.phrases.small_talk.items():
            yield from _labelled(lists, SMALL_TALK + name)
        for lists in self.off_topic.values():
            yield from _labelled(lists, OUTSIDE)
        for category in self.danger.values():
            yield from _labelled(category.phrases, category.entry if category.entry in self.entries else OUTSIDE)

    def danger_rows(self) -> Iterator[tuple[str, Language, str, float]]:
        """The same for danger; the entries behind the cards say nothing for either side."""
        cards = {category.entry for category in self.danger.values()}
        for name, category in self.danger.items():
            for text, language, _, _ in _labelled(category.phrases, name):
                yield text, language, name, 3.0
            for text, language, _, _ in _labelled(category.counter, SAFE):
                yield text, language, SAFE, 3.0
        for text, language, label, _ in self.topic_rows():
            if label not in cards:
                yield text, language, SAFE, 1.0


def _labelled(lists: TextLists | None, label: str) -> Iterator[tuple[str, Language, str, float]]:
    if lists is not None:
        for language, texts in lists.items():
            yield from ((text, language, label, 1.0) for text in texts)


@dataclass(frozen=True, slots=True)
class Models:
    """What training makes and what a cache keeps."""

    topics: LinearModel
    danger: LinearModel
    language: LinearModel
    spelling: Spelling


def learn(material: Material) -> Models:
    """Train everything. Deterministic: the same content gives the same models."""
    rows = list(material.topic_rows())
    folded = [skeleton(text) for text, *_ in rows]
    thesaurus = material.thesaurus()
    danger_rows = list(material.danger_rows())
    return Models(
        topics=train(
            [pieces(text.split(), thesaurus) for text in folded],
            [label for _, _, label, _ in rows],
            ridge=_TOPIC_RIDGE,
            emphasis=[weight for *_, weight in rows],
            boost=boost,
        ),
        danger=train(
            [pieces(skeleton(text).split(), thesaurus) for text, *_ in danger_rows],
            [label for _, _, label, _ in danger_rows],
            ridge=_DANGER_RIDGE,
            emphasis=[weight for *_, weight in danger_rows],
            boost=boost,
        ),
        language=languages.teach(material.questions()),
        spelling=Spelling.learn(folded),
    )
