"""From content to trained models. What a model learns from, and with which weight, is decided here."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from bot.domain.language import Language
from bot.knowledge.model import Concept, DangerCategory, Entry, Phrases, TextLists
from bot.understanding import language as languages
from bot.understanding.calibration import ORDINARY, Calibration, Logistic, best_sharpness, signals
from bot.understanding.concepts import Thesaurus, wordings
from bot.understanding.features import boost, joined, word_pieces
from bot.understanding.language import LanguageModel
from bot.understanding.layout import Spelling
from bot.understanding.linear import Head, Space, Vector, train
from bot.understanding.skeleton import skeleton

VERSION = 4
"""Raise with every change of the algorithm: a cached model of another version is thrown away."""

OUTSIDE = "@outside"
"""Label of questions that we have no entry for."""
HUMAN = "@human"
SMALL_TALK = "@talk:"
SAFE = "@safe"
"""Label of messages that show no danger."""

_TOPIC_RIDGE = 0.7
_DANGER_RIDGE = 1.0
_DANGER_WEIGHT = 2.0
"""Of a phrase or counter-example of danger beside an ordinary question: there are ten times as many of those."""
_SAFETY = 0.75
"""How much it counts against danger that a message looks ordinary; measured better than none or all of it."""
_TALK_WEIGHT = 2.0
"""Of a wish for a person or small talk: few wordings stand for many."""
_NAME_WEIGHT = 0.5
"""A name in the glossary beside a question: many names lead to more than one topic."""
_HELD = 4
_MANY = 5_000
"""Documents from which on features that occur once or twice are left out."""
_FEWEST = 40
"""With less held back than this (a handful of entries in a test) calibration falls back to what was trained on."""
_SHARE_OURS = 0.8
"""How many messages are expected to be about our topics at all."""
_BUDGET_SURE, _BUDGET_SOFT = 0.007, 0.03
"""Of ordinary questions, how many may get the safety card, and how many the line of help."""

Indices = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Material:
    """Everything that understanding learns from."""

    entries: Mapping[str, Entry]
    glossary: Mapping[str, Concept]
    danger: Mapping[str, DangerCategory]
    phrases: Phrases
    off_topic: Mapping[str, TextLists]
    words: Mapping[str, TextLists]

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
            "off_topic": {key: lists.model_dump() for key, lists in sorted(self.off_topic.items())},
            "words": {key: lists.model_dump() for key, lists in sorted(self.words.items())},
        }
        return hashlib.sha256(json.dumps(facts, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:32]

    def thesaurus(self) -> Thesaurus:
        return Thesaurus.of(wordings(self.glossary, self.words))

    def rows(self) -> list["Row"]:
        """Everything to learn from, each with what it teaches about topics and about danger."""
        cards = {category.entry for category in self.danger.values()}
        rows = [Row("", Language.EN, OUTSIDE, SAFE, 1.0)]
        rows += [
            Row(text, language, topic, None if topic in cards else SAFE, weight)
            for text, language, topic, weight in self._topic_rows()
        ]
        for name, category in self.danger.items():
            rows.extend(Row(text, language, None, name, 1.0) for text, language in _texts(category.phrases))
            rows.extend(Row(text, language, None, SAFE, 1.0) for text, language in _texts(category.counter))
        return rows

    def _topic_rows(self) -> Iterator[tuple[str, Language, str, float]]:
        for id_, entry in self.entries.items():
            yield from ((text, language, id_, 1.0) for text, language in _texts(entry.questions))
            yield from ((title, language, id_, 1.0) for language, title in entry.title.items())
        for concept in self.glossary.values():
            for id_ in concept.entries[:1]:
                if id_ in self.entries:
                    for language in Language:
                        names = concept[language]
                        yield from ((name, language, id_, _NAME_WEIGHT) for name in (names.official, *names.also))
        named = {
            HUMAN: self.phrases.commands.get("human"),
            **{OUTSIDE + key: lists for key, lists in self.off_topic.items()},
        }
        named |= {SMALL_TALK + key: lists for key, lists in self.phrases.small_talk.items()}
        for label, lists in named.items():
            label = OUTSIDE if label.startswith(OUTSIDE) else label
            weight = 1.0 if label == OUTSIDE else _TALK_WEIGHT
            yield from ((text, language, label, weight) for text, language in _texts(lists))


@dataclass(frozen=True, slots=True)
class Row:
    """One text with its lessons: ``topic`` and ``danger`` are labels, or None where it teaches nothing."""

    text: str
    language: Language
    topic: str | None
    danger: str | None
    weight: float


def _texts(lists: TextLists | None) -> Iterator[tuple[str, Language]]:
    if lists is not None:
        for language, texts in lists.items():
            yield from ((text, language) for text in texts)


@dataclass(frozen=True, slots=True)
class Models:
    """What training makes and what a cache keeps."""

    space: Space
    topics: Head
    danger: Head
    calibration: Calibration
    language: LanguageModel
    spelling: Spelling


def learn(material: Material) -> Models:
    """Train everything. Deterministic: the same content gives the same models."""
    rows = material.rows()
    texts = [skeleton(row.text).split() for row in rows]
    thesaurus = material.thesaurus()
    space, matrix = Space.learn(
        ((words, joined(words, thesaurus.concepts(words))) for words in texts),
        word_pieces,
        boost=boost,
        min_documents=3 if len(texts) > _MANY else 1,
    )
    known = [known_share(words, space) for words in texts]
    return Models(
        space=space,
        topics=_topics(matrix, rows, np.arange(len(rows))),
        danger=_danger(matrix, rows, np.arange(len(rows))),
        calibration=_calibrate(matrix, rows, known, [len(words) for words in texts]),
        language=languages.teach([(row.text, row.language) for row in rows if row.weight != _NAME_WEIGHT]),
        spelling=Spelling.learn(" ".join(words) for words in texts),
    )


def known_share(words: list[str], space: Space) -> float:
    """How much of a message consists of words that stand in our questions."""
    return sum("=" + word in space.vocabulary for word in words) / max(1, len(words))


def _topics(matrix: Any, rows: Sequence[Row], chosen: Indices) -> Head:
    taught = [int(i) for i in chosen if rows[i].topic is not None]
    labels = [str(rows[i].topic) for i in taught]
    return train(matrix[taught], labels, ridge=_TOPIC_RIDGE, emphasis=[rows[i].weight for i in taught])


def _danger(matrix: Any, rows: Sequence[Row], chosen: Indices) -> Head:
    taught = [int(i) for i in chosen if rows[i].danger is not None]
    labels = [str(rows[i].danger) for i in taught]
    emphasis = [_DANGER_WEIGHT if rows[i].topic is None or labels[n] != SAFE else 1.0 for n, i in enumerate(taught)]
    return train(matrix[taught], labels, ridge=_DANGER_RIDGE, emphasis=emphasis)


def _calibrate(matrix: Any, rows: Sequence[Row], known: Sequence[float], lengths: Sequence[int]) -> Calibration:
    """Hold every fourth row back, train on the rest, and see how far scores can be trusted."""
    if len(rows) < _FEWEST:
        return ORDINARY
    every = np.arange(len(rows))
    held, rest = every[every % _HELD == 0], every[every % _HELD != 0]
    topics = _topics(matrix, rows, rest)
    entries = np.array([label[0] != "@" for label in topics.labels])
    outside = topics.labels.index(OUTSIDE) if OUTSIDE in topics.labels else None
    column = {label: i for i, label in enumerate(topics.labels)}
    asked = [i for i in held.tolist() if _teaches_calibration(rows[i].topic) and rows[i].topic in column]
    if len(asked) < _FEWEST:
        asked = [i for i in every.tolist() if rows[i].topic in column]
    scores = matrix[asked] @ topics.weights.astype(np.float32)
    seen = np.array([signals(scores[n], entries, outside, known[i], lengths[i]) for n, i in enumerate(asked)])
    ours = np.array([rows[i].topic != OUTSIDE for i in asked])
    truth = np.array([column[str(rows[i].topic)] for i in asked])
    right = np.where(entries, scores, -np.inf).argmax(axis=1) == truth
    sure, soft = _danger_limits(matrix, rows, held, rest)
    return Calibration(
        ours=Logistic.fit(seen, ours, share=_SHARE_OURS),
        right=Logistic.fit(seen[ours], right[ours]),
        sharpness=best_sharpness(scores[ours], truth[ours]),
        danger_sure=sure,
        danger_soft=soft,
    )


def _teaches_calibration(topic: str | None) -> bool:
    """Questions on our topics and on none; small talk is told by other means."""
    return topic is not None and (topic == OUTSIDE or topic[0] != "@")


def risk_of(labels: Sequence[str]) -> Vector:
    """How the scores of the danger head add up to one risk: all kinds of danger count for it, safety against it."""
    return np.array([-_SAFETY if label == SAFE else 1.0 for label in labels], dtype=np.float32)


def _danger_limits(matrix: Any, rows: Sequence[Row], held: Indices, rest: Indices) -> tuple[float, float]:
    """The scores above which the budgets of false alarms on ordinary questions are kept."""
    head = _danger(matrix, rows, rest)
    ordinary = [i for i in held if rows[i].danger == SAFE and rows[i].topic is not None]
    if len(ordinary) < _FEWEST or len(head.labels) < 2:
        return ORDINARY.danger_sure, ORDINARY.danger_soft
    risk = matrix[np.array(ordinary)] @ (head.weights.astype(np.float32) @ risk_of(head.labels))
    return float(np.quantile(risk, 1 - _BUDGET_SURE)), float(np.quantile(risk, 1 - _BUDGET_SOFT))
