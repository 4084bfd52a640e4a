"""A line of the transcript as the page shows it: who speaks, blocks by style, buttons in groups."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby, pairwise

from bot.domain.actions import Action, Do
from bot.domain.language import Language
from bot.domain.messages import Kind, Rendered, RenderedBlock, RenderedChoice, Sign, Style
from bot.service.ports import Author, Line

_WAYS_OUT = frozenset({Sign.PERSON, Sign.MENU, Sign.LANGUAGE, Sign.LEAVE, Sign.BACK, Sign.REPHRASE})
_RATING = frozenset({Sign.HELPED, Sign.NOT_HELPED})
_FOLDING = frozenset({Kind.MENU, Kind.CLARIFY})


@dataclass(frozen=True, slots=True)
class Group:
    """Neighbouring rows of buttons of one look: ``tiles``, ``list``, ``chips``, ``rate``, ``out``, ``urgent``."""

    look: str
    choices: tuple[RenderedChoice, ...]


@dataclass(frozen=True, slots=True)
class Bubble:
    """``who``: person, bot, advisor, system. ``id`` 0 is the page's own greeting."""

    id: int
    who: str
    kind: str
    language: Language | None
    speaker: str
    at: datetime | None
    typed: str
    blocks: tuple[tuple[str, str], ...]
    """Style and text, in the order in which they were written."""
    groups: tuple[Group, ...]
    folded: tuple[Group, ...]
    chosen: str
    client_id: str

    @property
    def choices(self) -> int:
        return sum(len(group.choices) for group in self.groups)


def bubble(line: Line) -> Bubble:
    message = line.message
    if message is None:
        return Bubble(line.id, _who(line), "words", None, "", line.at, line.text, (), (), (), "", line.client_id)
    return of_message(message, id_=line.id, who=_who(line), at=line.at, chosen=line.chosen)


def of_message(message: Rendered, *, id_: int, who: str, at: datetime | None = None, chosen: str = "") -> Bubble:
    shown, folded = _groups(message, chosen)
    plain = message.kind is Kind.ADVISOR
    return Bubble(
        id=id_,
        who=who,
        kind=message.kind.value,
        language=message.language,
        speaker=message.speaker,
        at=at,
        typed=message.text if plain else "",
        blocks=() if plain else tuple((block.style.value, _block_text(block)) for block in message.blocks),
        groups=shown,
        folded=folded,
        chosen=_unsigned(chosen),
        client_id="",
    )


def _block_text(block: RenderedBlock) -> str:
    return block.text if block.style is Style.BODY else _unsigned(block.text)


def _unsigned(text: str) -> str:
    """Without the emoji before the words: our pages draw their own signs."""
    words = text.lstrip()
    while words and unicodedata.category(words[0]) in ("So", "Mn", "Cf"):
        words = words[1:].lstrip()
    return words or text


def _who(line: Line) -> str:
    return "bot" if line.author is Author.NOTE else line.author.value


def _groups(message: Rendered, chosen: str) -> tuple[tuple[Group, ...], tuple[Group, ...]]:
    """Shown and folded buttons. Once chosen, deciding ones are gone and a menu folds to its choice."""
    rows = [tuple(choice for choice in row if not (chosen and choice.decides)) for row in message.rows]
    looks = [(_look(message.kind, row), row) for row in rows if row]
    merged = tuple(
        Group(look, tuple(choice for _, row in group for choice in row))
        for look, group in groupby(looks, lambda pair: pair[0])
    )
    if chosen and message.kind in _FOLDING:
        return (), merged
    return merged, ()


def _look(kind: Kind, row: Sequence[RenderedChoice]) -> str:
    signs = {choice.sign for choice in row}
    if kind is Kind.DANGER:
        return "urgent"
    areas = any(_is_area(choice) for choice in row)
    if signs <= _WAYS_OUT and not areas:
        return "out"
    if signs & _RATING:
        return "rate"
    if kind is Kind.MENU and areas:
        return "tiles"
    return "list" if kind in _FOLDING and len(row) == 1 else "chips"


def _is_area(choice: RenderedChoice) -> bool:
    """A topic of the menu; the way back to one is not a topic."""
    action = Action.decode(choice.data)
    return action is not None and action.do is Do.AREA and choice.sign != Sign.BACK


def public(lines: Iterable[Line]) -> list[Line]:
    """What the person may see: never an internal note, nothing empty."""
    return [line for line in lines if line.author is not Author.NOTE and (line.message is not None or line.text)]


def superseded(earlier: Line, later: Line) -> bool:
    """Walking through the menu leaves one menu in the talk, not a trail of them."""
    return (
        all(
            line.author is Author.BOT
            and line.message is not None
            and line.message.kind is Kind.MENU
            and line.message.replaces
            for line in (earlier, later)
        )
        and not earlier.chosen
    )


def shown(lines: Iterable[Line]) -> list[Line]:
    """The public lines without menus that a later menu took the place of."""
    visible = public(lines)
    gone = {earlier.id for earlier, later in pairwise(visible) if superseded(earlier, later)}
    return [line for line in visible if line.id not in gone]


def undecided(line: Line) -> bool:
    """A later choice may still change how this line looks."""
    return not line.chosen and line.message is not None and bool(line.message.rows)
