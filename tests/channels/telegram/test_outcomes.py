"""What each of Telegram's refusals means for a message."""

from datetime import timedelta

import pytest
from telegram.error import (
    BadRequest,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.channels.telegram.client import outcome_of
from bot.channels.telegram.receive import secret_is_right
from bot.channels.telegram.request import NotSent
from bot.service.ports import Outcomes, Refused, RetryLater, Unclear


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (RetryAfter(timedelta(seconds=7)), RetryLater("rate limit", 7.0)),
        (Forbidden("Forbidden: bot was blocked by the user"), Refused("blocked by the person", gone=True)),
        (BadRequest("Message is too long"), Refused("Message is too long")),
        (BadRequest("Chat not found"), Refused("Chat not found", gone=True)),
        (NotSent("refused"), RetryLater("not connected")),
        (TimedOut("Timed out"), Unclear("Timed out")),
        (InvalidToken("Unauthorized"), RetryLater("token refused")),
        (NetworkError("Bad Gateway"), RetryLater("Bad Gateway")),
        (Conflict("terminated"), Refused("terminated")),
    ],
)
def test_each_refusal_has_its_answer(error: TelegramError, outcome: Outcomes) -> None:
    assert outcome_of(error) == outcome


@pytest.mark.parametrize(
    ("given", "right"), [(None, False), ("", False), ("secre", False), ("secret", True), ("секрет", False)]
)
def test_the_secret_is_compared_whole(given: str | None, right: bool) -> None:
    assert secret_is_right(given, "secret") is right
