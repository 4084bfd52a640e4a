"""The bot killed at random moments while people talk: nothing lost, nothing handled twice, order kept; doubles counted and printed."""

import pytest

from bot.cli.bench.faults import measure, report
from tests.conftest import ROOT


@pytest.mark.fault
@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
async def test_nothing_is_lost_or_handled_twice(kind: str, served: object) -> None:
    account = await measure(kind, ROOT, conversations=60, messages=3, kills=2)
    print(report(account))
    assert account.kills == 2
    assert account.events_sent == 180
    assert account.sound, report(account)
