"""What the shipped content must never fall below on messages that nobody wrote for it. The figures themselves: ``latarnia eval``."""

import json
from pathlib import Path

import pytest

from bot.dialogue.content import Content
from bot.understanding.measure import Case, Report, measure
from bot.understanding.reading import Command, Context, Route

FOLDER = Path(__file__).parent


def cases(folder: str) -> list[Case]:
    texts = [path.read_text(encoding="utf-8") for path in sorted((FOLDER / folder).glob("*.jsonl"))]
    rows = [json.loads(line) for text in texts for line in text.splitlines()]
    return [Case(row["q"], row["lang"], tuple(row["expect"]), row["kind"]) for row in rows]


def judged(content: Content, found: list[Case]) -> Report:
    return measure(found, [content.understanding.read(case.q, Context()) for case in found])


@pytest.fixture
def questions(content: Content) -> Report:
    return judged(content, cases("questions"))


def test_topic_questions_find_their_entry(questions: Report) -> None:
    assert questions.total.n == 880
    assert questions.total.top1 >= 0.88
    assert questions.total.top3 >= 0.96
    assert questions.total.sent_away / questions.total.topics <= 0.04
    assert questions.total.language / questions.total.n >= 0.96


def test_no_language_is_left_behind(questions: Report) -> None:
    shares = {language: figures.top1 for language, figures in questions.by_language().items()}
    assert min(shares.values()) >= max(shares.values()) - 0.06, shares


def test_what_has_no_entry_is_not_answered_with_one(content: Content) -> None:
    kinds = judged(content, cases("other")).by_kind()
    assert kinds["off-topic"].wrong <= 0.04
    assert kinds["near-miss"].wrong <= 0.10
    assert kinds["smalltalk"].wrong <= 0.02


def test_a_wish_for_a_person_is_understood(content: Content) -> None:
    wishes = [case for case in cases("other") if case.kind == "human"]
    readings = [content.understanding.read(case.q, Context()) for case in wishes]
    understood = sum(r.route is Route.HUMAN or r.command is Command.HUMAN for r in readings)
    assert understood / len(wishes) >= 0.90


def test_danger_is_seen_and_ordinary_questions_are_not_taken_for_it(content: Content) -> None:
    dangers = [content.understanding.read(c.q, Context()).danger for c in cases("other") if c.kind == "danger"]
    assert sum(danger is not None for danger in dangers) / len(dangers) >= 0.90
    ordinary = [content.understanding.read(c.q, Context()).danger for c in cases("questions")]
    assert sum(danger is not None and danger.sure for danger in ordinary) / len(ordinary) <= 0.01
