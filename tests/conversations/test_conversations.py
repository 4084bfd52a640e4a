"""Every golden chat plays as it is written. ``pytest --update-golden`` rewrites them; the diff is what the reviewer reads."""

from pathlib import Path

import pytest
import yaml

from bot.dialogue.content import Content
from tests.conversations.harness import chats, play, write

FOLDER = Path(__file__).parent


@pytest.mark.parametrize("path", chats(FOLDER), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_chat_plays_as_written(path: Path, content: Content, request: pytest.FixtureRequest) -> None:
    played = play(path, content)
    if request.config.getoption("--update-golden"):
        write(path, played)
        return
    assert played == yaml.safe_load(path.read_text(encoding="utf-8"))


def test_there_are_chats_in_every_language() -> None:
    languages = {path.parent.name for path in chats(FOLDER)}
    assert languages >= {"pl", "uk", "ru", "en"}
