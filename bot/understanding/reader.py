"""One message in, one reading out: the order in which the parts of understanding are asked."""

import io
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from bot.knowledge.model import Concept, DangerCategory, Entry, Phrases, TextLists
from bot.understanding import facets, foreign
from bot.understanding import language as languages
from bot.understanding.concepts import Thesaurus
from bot.understanding.explanation import Explanation
from bot.understanding.features import kind, pieces
from bot.understanding.layout import Spelling
from bot.understanding.linear import LinearModel
from bot.understanding.phrasebook import Phrasebook
from bot.understanding.private import hide_numbers
from bot.understanding.reading import Command, Context, Danger, Hit, Reading, Route, SmallTalk
from bot.understanding.skeleton import clean, fold, words
from bot.understanding.training import HUMAN, OUTSIDE, SAFE, SMALL_TALK, Material, Models, learn

HUMAN_ENTRY = "centre.talk-to-human"
HEAD, TAIL = 2_000, 2_000
"""Of a longer text only so much is read at either end."""
TEMPERATURE = 9.0
THRESHOLDS = {"answer": 0.42, "clarify": 0.12, "danger": 0.5, "danger_soft": 0.3}
SHOWN = 5


@dataclass(frozen=True, slots=True)
class Reader:
    """Implements :class:`~bot.understanding.reading.Understanding`. Holds only arrays and small tables."""

    models: Models
    phrasebook: Phrasebook
    thesaurus: Thesaurus
    related: Mapping[str, tuple[str, ...]]
    our_words: frozenset[str]

    def read(self, text: str, context: Context) -> Reading:
        return self.explain(text, context).reading

    def explain(self, text: str, context: Context) -> Explanation:
        """The reading with all that led to it."""
        kept, personal = hide_numbers(text)
        cleaned = clean(_ends(kept))
        repaired = self.models.spelling.repair(cleaned)
        found = words(repaired)
        folded_words = [folded for word in found if (folded := fold(word))]
        normalized = " ".join(folded_words)
        heard = languages.hear(self.models.language, found, context.profile)
        alien = foreign.by_script(cleaned) or foreign.by_words(found, self.our_words)
        concepts = self.thesaurus.concepts(folded_words)
        counts = pieces(folded_words, self.thesaurus)
        probabilities = self._probabilities(counts)
        dangers = self._dangers(counts)
        danger = _danger(dangers)
        command = self.phrasebook.command(normalized, self._is_word)
        talk = self.phrasebook.talk(normalized, self._is_word)
        facet = facets.facet(normalized)
        hits = self._hits(counts, probabilities)
        ranked = tuple(sorted(probabilities.items(), key=lambda pair: (-pair[1], pair[0]))[:SHOWN])
        reading = Reading(
            text=kept,
            normalized=normalized,
            language=heard.language,
            language_sure=heard.sure,
            foreign=alien,
            route=Route.NONE,
            hits=hits,
            facet=facet,
            danger=danger,
            command=command,
            small_talk=talk,
            personal_number=personal,
            thresholds=dict(THRESHOLDS),
            concepts=tuple(concepts),
        )
        reading = self._lean_on_context(reading, context)
        reading = self._with_route(reading, ranked[0][0] if ranked and normalized else "")
        return Explanation(reading, repaired, languages.softmax(heard.scores), ranked, dangers, ())

    def _is_word(self, word: str) -> bool:
        return "=" + word in self.models.topics.vocabulary

    def _probabilities(self, counts: Mapping[str, float]) -> dict[str, float]:
        model = self.models.topics
        scores = np.exp(TEMPERATURE * model.scores(counts))
        return {label: float(p) for label, p in zip(model.labels, scores / scores.sum(), strict=True)}

    def _dangers(self, counts: Mapping[str, float]) -> dict[str, float]:
        model = self.models.danger
        return {label: float(s) for label, s in zip(model.labels, model.scores(counts), strict=True) if label != SAFE}

    def _hits(self, counts: Mapping[str, float], probabilities: Mapping[str, float]) -> tuple[Hit, ...]:
        entries = sorted(
            (label for label in probabilities if label[0] != "@"), key=lambda label: (-probabilities[label], label)
        )
        return tuple(
            Hit(label, probabilities[label], self.models.topics.share(counts, label, kind) if place < 3 else {})
            for place, label in enumerate(entries[:SHOWN])
        )

    def _lean_on_context(self, reading: Reading, context: Context) -> Reading:
        """A short message without a topic of its own is about the entry shown last."""
        if not context.entry or reading.command or reading.small_talk:
            return reading
        rest = facets.without_cues(reading.normalized).split()
        best = reading.hits[0].score if reading.hits else 0.0
        if len(rest) <= 3 and (best < THRESHOLDS["answer"] or not rest):
            hits = (
                Hit(context.entry, 0.9, {"context": 0.9}),
                *(hit for hit in reading.hits if hit.entry != context.entry),
            )
            return replace(reading, hits=hits[:SHOWN], follow_up=True)
        return reading

    def _with_route(self, reading: Reading, label: str) -> Reading:
        if reading.danger is not None and reading.danger.sure:
            return replace(reading, route=Route.DANGER)
        if reading.command is not None:
            return replace(reading, route=Route.HUMAN if reading.command is Command.HUMAN else Route.COMMAND)
        if reading.follow_up:
            return replace(reading, route=Route.ANSWER)
        if reading.small_talk is not None:
            return replace(reading, route=Route.SMALL_TALK, hits=())
        if label.startswith(SMALL_TALK):
            return replace(
                reading, route=Route.SMALL_TALK, small_talk=SmallTalk(label.removeprefix(SMALL_TALK)), hits=()
            )
        if label in (HUMAN, HUMAN_ENTRY):
            return replace(reading, route=Route.HUMAN)
        if label == OUTSIDE or not reading.hits or not label:
            return replace(reading, route=Route.NONE)
        top = reading.hits[0].score
        if top >= THRESHOLDS["answer"]:
            return replace(reading, route=Route.ANSWER)
        return replace(reading, route=Route.CLARIFY if top >= THRESHOLDS["clarify"] else Route.NONE)

    def dump(self) -> bytes:
        """Everything needed to read again, as arrays and JSON; no pickle."""
        arrays: dict[str, Any] = {}
        parts: dict[str, Mapping[str, Any]] = {
            "topics": self.models.topics.dump(),
            "danger": self.models.danger.dump(),
            "language": self.models.language.dump(),
            "spelling": self.models.spelling.dump(),
        }
        for name, part in parts.items():
            arrays |= {f"{name}.{key}": value for key, value in part.items()}
        tables = {
            "commands": self.phrasebook.commands,
            "small_talk": self.phrasebook.small_talk,
            "related": dict(self.related),
            "whole": self.thesaurus.whole,
            "beginnings": self.thesaurus.beginnings,
        }
        arrays["tables"] = np.frombuffer(json.dumps(tables).encode(), dtype=np.uint8)
        buffer = io.BytesIO()
        np.savez(buffer, **arrays)
        return buffer.getvalue()


def load(data: bytes) -> Reader:
    """The inverse of :meth:`Reader.dump`."""
    with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
        parts: dict[str, dict[str, Any]] = {}
        for name in arrays.files:
            part, _, key = name.partition(".")
            parts.setdefault(part, {})[key] = arrays[name]
    tables = json.loads(parts["tables"][""].tobytes())
    models = Models(
        topics=LinearModel.load(parts["topics"]),
        danger=LinearModel.load(parts["danger"]),
        language=LinearModel.load(parts["language"]),
        spelling=Spelling.load(parts["spelling"]),
    )
    phrasebook = Phrasebook(
        {wording: Command(name) for wording, name in tables["commands"].items()},
        {wording: SmallTalk(name) for wording, name in tables["small_talk"].items()},
    )
    thesaurus = Thesaurus(*(_table(tables[name]) for name in ("whole", "beginnings")))
    related = {id_: tuple(ids) for id_, ids in tables["related"].items()}
    return Reader(models, phrasebook, thesaurus, related, _words_of(models.language))


def build_understanding(
    entries: Mapping[str, Entry],
    glossary: Mapping[str, Concept],
    danger: Mapping[str, DangerCategory],
    phrases: Phrases,
    off_topic: Mapping[str, TextLists] | None = None,
    everyday: Mapping[str, TextLists] | None = None,
) -> Reader:
    """Train on this content; some seconds with all of it."""
    material = Material(entries, glossary, danger, phrases, off_topic or {}, everyday or {})
    models = learn(material)
    related = {id_: tuple(entry.related) for id_, entry in entries.items()}
    return Reader(models, Phrasebook.of(phrases), material.thesaurus(), related, _words_of(models.language))


def fingerprint(
    entries: Mapping[str, Entry],
    glossary: Mapping[str, Concept],
    danger: Mapping[str, DangerCategory],
    phrases: Phrases,
    off_topic: Mapping[str, TextLists] | None = None,
    everyday: Mapping[str, TextLists] | None = None,
) -> str:
    """Under this key a dumped reader may be kept: it changes with everything that reading depends on."""
    return Material(entries, glossary, danger, phrases, off_topic or {}, everyday or {}).fingerprint()


def _words_of(model: LinearModel) -> frozenset[str]:
    return frozenset(feature[1:] for feature in model.vocabulary if feature[0] == "=")


def _ends(text: str) -> str:
    return text if len(text) <= HEAD + TAIL else f"{text[:HEAD]} {text[-TAIL:]}"


def _danger(scores: Mapping[str, float]) -> Danger | None:
    if not scores:
        return None
    category = max(scores, key=lambda name: (scores[name], name))
    score = scores[category]
    if score < THRESHOLDS["danger_soft"]:
        return None
    return Danger(category, min(1.0, score), sure=score >= THRESHOLDS["danger"])


def _table(stored: Mapping[str, list[Any]]) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    return {first: [(tuple(rest), concept) for rest, concept in found] for first, found in stored.items()}
