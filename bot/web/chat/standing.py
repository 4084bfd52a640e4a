"""How the talk stands with people, as one line above the composer."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.messages import Kind
from bot.handoff.case import Case, CaseState
from bot.service.ports import Line
from bot.web.deps import TranscriptPort

ABOUT_PEOPLE = frozenset({Kind.STATUS, Kind.SYSTEM})
"""Messages that tell how the talk stands with people."""
LINES = 2
"""So much of what was told fits above the composer; all of it stands in the talk."""


@dataclass(frozen=True, slots=True)
class Standing:
    """``state`` is a case state or empty; ``text`` the words that the person was told last about it."""

    state: str = ""
    text: str = ""


async def standing(store: TranscriptPort, conversation: str, lines: Sequence[Line]) -> Standing:
    """Asks the storage only when the talk ever came to people."""
    told = [line for line in lines if line.message is not None and line.message.kind in ABOUT_PEOPLE]
    if not told:
        return Standing()
    case = _open(await store.cases_of(conversation))
    if case is None:
        return Standing()
    wanted = Kind.SYSTEM if case.state is CaseState.HELD else Kind.STATUS
    texts = [line.text for line in told if line.message is not None and line.message.kind is wanted]
    return Standing(case.state.value, " ".join(texts[-1].splitlines()[:LINES]) if texts else "")


def _open(cases: Sequence[Case]) -> Case | None:
    return next((case for case in cases if case.state is not CaseState.CLOSED), None)
