"""One message in, one reading out: the order in which the parts of understanding are asked."""

import io
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from bot.knowledge.model import Concept, DangerCategory, Entry, Phrases, TextLists
from bot.understanding import followup, foreign
from bot.understanding import language as languages
from bot.understanding.calibration import Calibration, signals
from bot.understanding.concepts import Thesaurus
from bot.understanding.explanation import Explanation
from bot.understanding.facets import Facets
from bot.understanding.features import KINDS, joined, kind, word_pieces
from bot.understanding.language import LanguageModel
from bot.understanding.layout import Spelling
from bot.understanding.linear import Head, Space, Weighed
from bot.understanding.phrasebook import Phrasebook
from bot.understanding.private import hide_numbers
from bot.understanding.reading import Command, Context, Danger, Hit, Reading, Route, SmallTalk
from bot.understanding.skeleton import clean, fold, skeleton
from bot.understanding.skeleton import words as words_of
from bot.understanding.training import HUMAN, OUTSIDE, SAFE, SMALL_TALK, Material, Models, known_share, learn, risk_of
from bot.understanding.typos import Dictionary

HUMAN_ENTRY = "centre.talk-to-human"
REASONED = 3
"""How many candidates are shown with each signal's share."""
HEAD, TAIL = 2_000, 2_000
"""Of a longer text only so much is read at either end."""
ANSWER, CLARIFY, RIGHT = 0.9, 0.62, 0.25
"""Below ``CLARIFY`` we say that we have nothing; an answer needs ``ANSWER`` (ours at all) and ``RIGHT`` (this one)."""
SHOWN = 5
HOME = 0.1
"""What the entry shown last has before its related ones."""
_FAINT = 0.03
"""A best score below this means that the message has hardly a known piece."""
_UNMISTAKABLE = 0.6
_ALARMING = 0.2
"""What the kinds of danger must reach together: a message that looks like nothing we know is no danger."""
_HUMAN_ENOUGH = 0.45
"""A wish for a person said politely is no small talk: this share of the best score is enough."""

_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
"""What a link is made of says nothing about the question."""
_SENTENCE = re.compile(r"[^.!?:\n]+\??")


@dataclass(frozen=True, slots=True)
class Judged:
    """The candidates; ``ours``: the message is about one of our topics; ``right``: the first candidate is the right one."""

    hits: tuple[Hit, ...]
    ours: float
    right: float
    labels: tuple[tuple[str, float], ...]
    scores: dict[str, float]


@dataclass(frozen=True)
class Reader:
    """Implements :class:`~bot.understanding.reading.Understanding`. Holds only arrays and small tables."""

    models: Models
    phrasebook: Phrasebook
    thesaurus: Thesaurus
    dictionary: Dictionary
    facets: Facets
    related: Mapping[str, tuple[str, ...]]

    def read(self, text: str, context: Context) -> Reading:
        return self.explain(text, context).reading

    def explain(self, text: str, context: Context) -> Explanation:
        """The reading with all that led to it."""
        kept, personal = hide_numbers(text)
        cleaned = clean(_LINK.sub(" ", _ends(kept)))
        repaired = self.models.spelling.repair(cleaned)
        found = words_of(repaired)
        typed = [known for word in found if (known := fold(word))]
        folded = self.dictionary.correct(typed)
        normalized = " ".join(folded)
        heard = languages.hear(self.models.language, found, context.profile)
        meant = self.phrasebook.without_courtesy(folded)
        named = self.thesaurus.concepts(folded)
        weighed = self.models.space.weigh(
            meant, joined(meant, named if len(meant) == len(folded) else self.thesaurus.concepts(meant))
        )
        judged = self._judge(weighed, meant, typed)
        dangers = self._dangers(weighed)
        as_typed = " ".join(typed)
        command = self.phrasebook.command(as_typed, self._is_word)
        talk = self.phrasebook.talk(as_typed, self._is_word)
        reading = Reading(
            text=kept,
            normalized=normalized,
            language=heard.language,
            language_sure=heard.sure,
            foreign=foreign.by_script(cleaned) or foreign.by_words(found, self.models.language.space.vocabulary),
            route=Route.NONE,
            hits=judged.hits if folded else (),
            facet=self.facets.facet(self._asking(repaired) or normalized),
            danger=None if command or talk else self._danger(dangers, judged.labels[0][0]),
            command=command,
            small_talk=talk,
            personal_number=personal,
            thresholds=self._thresholds(),
            concepts=tuple(named),
        )
        reading = self._lean_on_context(reading, context, judged)
        reading = self._with_route(reading, judged, self.phrasebook.courtesy(typed))
        return Explanation(
            reading, repaired, languages.softmax(heard.scores), judged.ours, judged.right, judged.labels, dangers
        )

    def _asking(self, repaired: str) -> str:
        """The folded sentences that ask, one a line: those with a question mark, or the last; empty for a single sentence."""
        sentences = [sentence for sentence in _SENTENCE.findall(repaired) if sentence.strip()]
        if len(sentences) < 2:
            return ""
        asking = [sentence for sentence in sentences if sentence.endswith("?")] or sentences[-1:]
        lines = (" ".join(self.dictionary.correct(skeleton(sentence).split())) for sentence in asking)
        return "\n".join(line for line in lines if line)

    @cached_property
    def _entries(self) -> npt.NDArray[np.bool_]:
        return np.array([label[0] != "@" for label in self.models.topics.labels])

    @cached_property
    def _kinds(self) -> npt.NDArray[np.uint8]:
        """The signal of each feature."""
        return np.array([kind(feature) for feature in self.models.space.vocabulary], dtype=np.uint8)

    def _shares(self, weighed: Weighed, label: int) -> dict[str, float]:
        """How much each signal added to a label's score."""
        added = self.models.topics.added(weighed, label)
        sums = np.bincount(self._kinds[weighed.rows], weights=added, minlength=len(KINDS)).tolist()
        return {name: amount for name, amount in zip(KINDS, sums, strict=True) if amount}

    def _is_word(self, word: str) -> bool:
        return "=" + word in self.models.space.vocabulary

    def _thresholds(self) -> dict[str, float]:
        limits = self.models.calibration
        return {
            "answer": ANSWER,
            "clarify": CLARIFY,
            "right": RIGHT,
            "danger": limits.danger_sure,
            "danger_soft": limits.danger_soft,
        }

    def _judge(self, weighed: Weighed, folded: list[str], typed: list[str]) -> Judged:
        """Score all labels and say how far the best can be trusted."""
        head, calibration = self.models.topics, self.models.calibration
        scores = head.scores(weighed)
        entries = self._entries
        outside = head.labels.index(OUTSIDE) if OUTSIDE in head.labels else None
        seen = signals(
            scores,
            entries,
            outside,
            (known_share(folded, self.models.space) + known_share(typed, self.models.space)) / 2,
            len(folded),
        )
        ours, right = calibration.ours.probability(seen), calibration.right.probability(seen)
        order = np.argsort(-scores, kind="stable")
        shares = np.exp(calibration.sharpness * (scores - scores.max())) * entries
        shares /= max(float(shares.sum()), 1e-9)
        ranked = [int(i) for i in order if entries[i]][:SHOWN]
        best = float(shares[ranked[0]]) if ranked else 1.0
        hits = tuple(
            Hit(
                head.labels[i],
                ours * (right if place == 0 else (1 - right) * float(shares[i]) / max(1 - best, 1e-6)),
                self._shares(weighed, i) if place < REASONED else {},
            )
            for place, i in enumerate(ranked)
        )
        labels = tuple((head.labels[i], float(scores[i])) for i in order[:SHOWN])
        return Judged(hits, ours, right, labels, dict(zip(head.labels, scores.tolist(), strict=True)))

    def _dangers(self, weighed: Weighed) -> dict[str, float]:
        """The risk of each category; a text without a known word has none."""
        head = self.models.danger
        return dict(zip(head.labels, head.scores(weighed).tolist(), strict=True))

    def _danger(self, scores: Mapping[str, float], label: str) -> Danger | None:
        """``label`` is what the message is about: who asks for a person or chats is in danger only if that is unmistakable."""
        kinds = [name for name in scores if name != SAFE]
        limits = self.models.calibration
        risk = float(np.array(list(scores.values())) @ risk_of(list(scores)))
        if risk < limits.danger_soft or sum(scores[name] for name in kinds) < _ALARMING:
            return None
        category = max(kinds, key=lambda name: (scores[name], name))
        return Danger(
            category,
            min(1.0, max(0.0, risk)),
            sure=risk >= max(limits.danger_sure, _UNMISTAKABLE if label.startswith((HUMAN, SMALL_TALK)) else 0.0),
        )

    def _lean_on_context(self, reading: Reading, context: Context, judged: Judged) -> Reading:
        """A message without a topic of its own is about the entry shown last; one that could be about it is given to it."""
        if context.entry not in self.related or reading.command or reading.small_talk or not reading.normalized:
            return reading
        leaning = followup.leaning(reading.normalized, self.facets)
        near = {context.entry, *self.related.get(context.entry, ())}
        best = judged.scores.get(reading.hits[0].entry, 0.0) if reading.hits else 0.0
        chosen = max(near, key=lambda entry: (judged.scores.get(entry, 0.0) + HOME * (entry == context.entry), entry))
        home = judged.scores.get(chosen, 0.0) + leaning
        if leaning < followup.ALWAYS and home <= best:
            return reading
        target = context.entry if leaning >= followup.ALWAYS else chosen
        score = max(ANSWER, judged.ours)
        others = tuple(hit for hit in reading.hits if hit.entry != target)
        return replace(reading, hits=(Hit(target, score, {"context": leaning}), *others)[:SHOWN], follow_up=True)

    def _with_route(self, reading: Reading, judged: Judged, courtesy: SmallTalk | None) -> Reading:
        """The first of these that holds. A case of doubt goes to a person or to small talk if it sounds like either."""
        if reading.danger is not None and reading.danger.sure:
            return replace(reading, route=Route.DANGER)
        if reading.command is not None:
            return replace(reading, route=Route.HUMAN if reading.command is Command.HUMAN else Route.COMMAND)
        if reading.follow_up:
            return replace(reading, route=Route.ANSWER)
        if not reading.normalized or reading.small_talk is not None:
            return _talk(reading, reading.small_talk)
        label, best = judged.labels[0]
        if best < _FAINT:
            return reading
        answerable = judged.ours >= ANSWER and judged.right >= RIGHT and label[0] != "@"
        wish = judged.scores.get(HUMAN, 0.0) >= _HUMAN_ENOUGH * best
        if label in (HUMAN, HUMAN_ENTRY) or (wish and not answerable):
            return replace(reading, route=Route.HUMAN)
        if label.startswith(SMALL_TALK):
            return _talk(reading, SmallTalk(label.removeprefix(SMALL_TALK)))
        if answerable:
            return replace(reading, route=Route.ANSWER)
        if courtesy is not None and judged.ours < ANSWER:
            return _talk(reading, courtesy)
        doubtful = label != OUTSIDE and bool(reading.hits) and judged.ours >= CLARIFY
        return replace(reading, route=Route.CLARIFY if doubtful else Route.NONE)

    def dump(self) -> bytes:
        """Everything needed to read again, as arrays and JSON; no pickle."""
        arrays: dict[str, Any] = {}
        models = self.models
        parts = {
            "space": models.space.dump(),
            "topics": models.topics.dump(),
            "danger": models.danger.dump(),
            "calibration": models.calibration.dump(),
            "language_space": models.language.space.dump(),
            "language": models.language.head.dump(),
            "spelling": models.spelling.dump(),
        }
        for name, part in parts.items():
            arrays |= {f"{name}.{key}": value for key, value in part.items()}
        tables = {
            "commands": self.phrasebook.commands,
            "small_talk": self.phrasebook.small_talk,
            "related": dict(self.related),
            "facets": self.facets.dump(),
            "whole": self.thesaurus.whole,
            "beginnings": self.thesaurus.beginnings,
        }
        arrays["tables"] = np.frombuffer(json.dumps(tables).encode(), dtype=np.uint8)
        buffer = io.BytesIO()
        np.savez(buffer, **arrays)
        return buffer.getvalue()


def _talk(reading: Reading, kind: SmallTalk | None) -> Reading:
    """Small talk never gets an entry."""
    if kind is None:
        return reading
    return replace(reading, route=Route.SMALL_TALK, small_talk=kind, hits=())


def load(data: bytes) -> Reader:
    """The inverse of :meth:`Reader.dump`."""
    with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
        parts: dict[str, dict[str, Any]] = {}
        for name in arrays.files:
            part, _, key = name.partition(".")
            parts.setdefault(part, {})[key] = arrays[name]
    tables = json.loads(parts["tables"][""].tobytes())
    models = Models(
        space=Space.load(parts["space"], word_pieces),
        topics=Head.load(parts["topics"]),
        danger=Head.load(parts["danger"]),
        calibration=Calibration.load(parts["calibration"]),
        language=LanguageModel(
            Space.load(parts["language_space"], languages.word_pieces), Head.load(parts["language"])
        ),
        spelling=Spelling.load(parts["spelling"]),
    )
    phrasebook = Phrasebook(
        {wording: Command(name) for wording, name in tables["commands"].items()},
        {wording: SmallTalk(name) for wording, name in tables["small_talk"].items()},
    )
    thesaurus = Thesaurus(_table(tables["whole"]), _table(tables["beginnings"]))
    related = {id_: tuple(ids) for id_, ids in tables["related"].items()}
    facets = Facets.load(tables["facets"])
    return Reader(models, phrasebook, thesaurus, dictionary(models.space, facets.words), facets, related)


def build_understanding(
    entries: Mapping[str, Entry],
    glossary: Mapping[str, Concept],
    danger: Mapping[str, DangerCategory],
    phrases: Phrases,
    off_topic: Mapping[str, TextLists] | None = None,
    words: Mapping[str, TextLists] | None = None,
) -> Reader:
    """Train on this content; some seconds with all of it."""
    material = Material(entries, glossary, danger, phrases, off_topic or {}, words or {})
    models = learn(material)
    related = {id_: tuple(entry.related) for id_, entry in entries.items()}
    facets = Facets.of(phrases.facets)
    return Reader(
        models, Phrasebook.of(phrases), material.thesaurus(), dictionary(models.space, facets.words), facets, related
    )


def fingerprint(
    entries: Mapping[str, Entry],
    glossary: Mapping[str, Concept],
    danger: Mapping[str, DangerCategory],
    phrases: Phrases,
    off_topic: Mapping[str, TextLists] | None = None,
    words: Mapping[str, TextLists] | None = None,
) -> str:
    """Under this key a dumped reader may be kept: it changes with everything that reading depends on."""
    return Material(entries, glossary, danger, phrases, off_topic or {}, words or {}).fingerprint()


def dictionary(space: Space, more: Iterable[str] = ()) -> Dictionary:
    """The words of our questions, the commonest first, and ``more``."""
    rows = {feature[1:]: row for feature, row in space.vocabulary.items() if feature[0] == "="}
    ranked = sorted(rows, key=lambda word: (float(space.weight[rows[word]]), word))
    return Dictionary.of([*ranked, *(word for word in more if word not in rows)])


def _ends(text: str) -> str:
    return text if len(text) <= HEAD + TAIL else f"{text[:HEAD]} {text[-TAIL:]}"


def _table(stored: Mapping[str, list[Any]]) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    return {first: [(tuple(rest), concept) for rest, concept in found] for first, found in stored.items()}
