"""Each kind of update that Telegram sends, as it arrives, and the event that it must give."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import Bot, Update

from bot.channels.telegram.parse import parse
from bot.cli.bench.bot_api import TOKEN, USERNAME
from bot.domain.events import FileReceived
from tests.fakes import NOON

PAYLOADS = sorted(Path(__file__).with_name("payloads").glob("*.json"))
BOT = Bot(TOKEN)


@pytest.mark.parametrize("path", PAYLOADS, ids=lambda path: path.stem)
def test_an_update_becomes_its_event(path: Path) -> None:
    payload = json.loads(path.read_text(encoding="utf-8"))
    update = Update.de_json(payload["update"], BOT)
    parsed = parse(update, NOON, "AAA-001", USERNAME)
    expected: dict[str, Any] | None = payload["event"]
    if expected is None:
        assert parsed is None
        return
    assert parsed is not None
    assert parsed.event_id == str(payload["update"]["update_id"])
    assert parsed.address.key == f"telegram:{expected.pop('address', '5123456789012')}"
    assert type(parsed.event).__name__ == expected.pop("kind")
    assert parsed.external == expected.pop("external", "")
    assert parsed.callback == expected.pop("callback", "")
    if isinstance(parsed.event, FileReceived):
        assert parsed.event.kind == expected.pop("file")
    for name, value in expected.items():
        assert getattr(parsed.event, name) == value
    assert parsed.event.at == NOON


@given(st.text(), st.text())
def test_any_text_and_any_button_data_can_be_read(text: str, data: str) -> None:
    person = {"id": 1, "is_bot": False, "first_name": text or "x"}
    chat = {"id": 1, "type": "private"}
    message = {"message_id": 1, "date": 1, "chat": chat, "from": person, "text": text}
    assert parse(Update.de_json({"update_id": 1, "message": message}, BOT), NOON, "", USERNAME) is not None
    query = {"id": "1", "from": person, "chat_instance": "1", "data": data}
    assert parse(Update.de_json({"update_id": 2, "callback_query": query}, BOT), NOON, "", USERNAME) is not None
