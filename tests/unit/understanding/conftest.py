"""One reader, trained once on the small content of this folder."""

import pytest

from bot.understanding.reader import Reader, build_understanding
from tests.unit.understanding.content import DANGER, ENTRIES, GLOSSARY, OFF_TOPIC, PHRASES, WORDS


@pytest.fixture(scope="session")
def reader() -> Reader:
    return build_understanding(ENTRIES, GLOSSARY, DANGER, PHRASES, OFF_TOPIC, WORDS)
