"""The content that is shipped obeys every rule."""

from pathlib import Path

import pytest

from bot.content.loader import Compiled, compile_knowledge
from bot.domain.language import Language

ROOT = Path(__file__).parents[2] / "knowledge"


@pytest.fixture(scope="module")
def shipped() -> Compiled:
    return compile_knowledge(ROOT)


def test_the_shipped_content_has_no_problem(shipped: Compiled) -> None:
    assert [str(problem) for problem in shipped.problems] == []


def test_nothing_shipped_bears_a_review_stamp(shipped: Compiled) -> None:
    """Only the people of the Centre can approve it."""
    stamped = [
        id_ for id_, entry in shipped.knowledge.entries.items() if any(entry.review[language] for language in Language)
    ]
    assert stamped == []
