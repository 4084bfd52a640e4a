"""The fixed vocabulary of buttons: same order, same words, same sign on every channel."""

from collections.abc import Sequence

from bot.domain.actions import Action, Do
from bot.domain.language import Language
from bot.domain.messages import Choice, Sign, Text, Words
from bot.knowledge.model import Section

Rows = tuple[tuple[Choice, ...], ...]

SECTION_SIGNS = {
    Section.SUMMARY: Sign.SUMMARY,
    Section.WHO: Sign.WHO,
    Section.DOCUMENTS: Sign.DOCUMENTS,
    Section.STEPS: Sign.STEPS,
    Section.COST: Sign.COST,
    Section.TIME: Sign.TIME,
    Section.WHERE: Sign.WHERE,
    Section.CAREFUL: Sign.CAREFUL,
}


def button(do: Do, label: Words, *, target: str = "", sign: str = Sign.NONE, nonce: str = "") -> Choice:
    """A button; with a nonce it decides and vanishes once pressed."""
    return Choice(Action(do, target, nonce).encode(), label, sign, decides=bool(nonce))


def person() -> Choice:
    return button(Do.HUMAN, Text("button.person"), sign=Sign.PERSON)


def menu() -> Choice:
    return button(Do.MENU, Text("button.menu"), sign=Sign.MENU)


def languages() -> Choice:
    return button(Do.LANGUAGES, Text("button.language"), sign=Sign.LANGUAGE)


def rephrase() -> Choice:
    return button(Do.REPHRASE, Text("button.rephrase"), sign=Sign.REPHRASE)


def section(entry: str, which: Section) -> Choice:
    return button(Do.SECTION, Text(f"section.{which}"), target=f"{entry}/{which}", sign=SECTION_SIGNS[which])


def entry(id_: str, label: str) -> Choice:
    return button(Do.ENTRY, label, target=id_)


def entry_in(id_: str, language: Language) -> Choice:
    """The entry in another language, by that language's own name."""
    return button(Do.ENTRY, Text(f"language.{language}"), target=f"{id_}@{language}")


def ways_out() -> tuple[Choice, Choice]:
    """Everywhere, always last: a person, the menu."""
    return (person(), menu())


def in_rows(choices: Sequence[Choice], width: int) -> Rows:
    """Choices in rows of at most ``width``."""
    return tuple(tuple(choices[start : start + width]) for start in range(0, len(choices), width))
