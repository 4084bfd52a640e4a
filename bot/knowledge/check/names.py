"""What texts name: facts, places, their fields; and the values that should have been named instead of typed."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator

from bot.domain.language import Language
from bot.knowledge.check import values
from bot.knowledge.check.subject import At, Finding, Rule, Subject, error, warning
from bot.knowledge.check.texts import FILLED, Role, groups, pieces
from bot.knowledge.fill import PLACE_FIELDS, Name, names_in, place_text
from bot.knowledge.model import FactKind, FactValue
from bot.knowledge.nearest import nearest

_A_TERM = 3
"""A span given in so many languages is a rule; in fewer it is a way of speaking ("1 or 2 monthly rents")."""
_NO_VALUES = (Role.TITLE, Role.LABEL, Role.NAME, Role.NOTE, Role.FACT)


def unknown_name(subject: Subject) -> Iterator[Finding]:
    """Every placeholder names a fact, a place, or a field that the place has."""
    for piece in pieces(subject, *FILLED):
        for name in names_in(piece.text):
            message = _wrong_place(name, subject, piece.language) if name.is_place else _wrong_fact(name, subject)
            if message:
                yield Finding(piece.at(name.offset), *message)


def _wrong_fact(name: Name, subject: Subject) -> tuple[str, str] | None:
    if subject.exists("fact", name.text):
        return None
    close = nearest(name.text, subject.knowledge.facts)
    remedy = (
        f"Did you mean {{{close}}}?"
        if close
        else "Add it to knowledge/facts/, or double a brace that is meant as one: {{."
    )
    return f"there is no fact {{{name.text}}}.", remedy


def _wrong_place(name: Name, subject: Subject, language: Language) -> tuple[str, str] | None:
    id_, field = name.place
    if not subject.exists("place", id_):
        close = nearest(id_, subject.knowledge.places)
        return (
            f"there is no place {{{name.text}}}.",
            f"Did you mean {{place.{close}}}?" if close else "Add it to knowledge/places/.",
        )
    if field and field not in PLACE_FIELDS:
        return f"a place has no field `{field}`.", f"Fields: {', '.join(PLACE_FIELDS)}."
    place = subject.knowledge.places.get(id_)
    if place is not None and not place_text(place, field, language, subject.values):
        return f"the place {id_} has no {field}.", "Add it from a source, or do not name it."
    return None


def stray_brace(subject: Subject) -> Iterator[Finding]:
    """A single brace is a broken placeholder; one that is meant is doubled."""
    for piece in pieces(subject, *FILLED):
        rest = _blank_names(piece.text)
        for brace in "{}":
            if brace in rest:
                yield Finding(
                    piece.at(rest.index(brace)), f"a single `{brace}`.", "Close the placeholder, or double the brace."
                )


def _blank_names(text: str) -> str:
    """Without whole placeholders and doubled braces; offsets stay true."""
    for name in names_in(text):
        text = text.replace("{" + name.text + "}", " " * (len(name.text) + 2))
    return text.replace("{{", "  ").replace("}}", "  ")


def name_in_title(subject: Subject) -> Iterator[Finding]:
    """Titles, labels and names are shown as written, so they hold no placeholder."""
    for piece in pieces(subject, *_NO_VALUES):
        for name in names_in(piece.text):
            yield Finding(
                piece.at(name.offset), f"{{{name.text}}} is not filled in here.", "Write it without the value."
            )


def unused_fact(subject: Subject) -> Iterator[Finding]:
    """Every fact is used by some text."""
    used = {name.text for piece in pieces(subject, *FILLED) for name in names_in(piece.text)} | subject.used_elsewhere
    for id_ in subject.knowledge.facts:
        if id_ not in used:
            yield Finding(At("fact", id_), f"no text names {{{id_}}}.", "Use it, or delete it.")


def hard_coded(subject: Subject) -> Iterator[Finding]:
    """An amount, date, phone, link or e-mail that exists as a fact or in a place is named: typed it would go stale unseen."""
    known = _known_values(subject)
    for piece in pieces(subject, *FILLED):
        for typed in values.typed(piece.text, piece.language):
            holders = known.get((typed.what, typed.value))
            if holders and typed.what != "duration":
                shown = ", ".join(f"{{{name}}}" for name in holders[:4])
                yield Finding(piece.at(typed.offset), f"`{typed.written}` is typed by hand.", f"Write {shown}.")


def hard_coded_term(subject: Subject) -> Iterator[Finding]:
    """A term such as "14 days" is a fact. Many terms have the same length, so which fact it is, an editor must say."""
    known = _known_values(subject)
    for group in groups(subject, *FILLED):
        found = [(language, typed) for language, text in group.texts.items() for typed in values.typed(text, language)]
        times = Counter(
            value for _, value in {(language, typed.value) for language, typed in found if typed.what == "duration"}
        )
        for language, typed in found:
            holders = known.get((typed.what, typed.value))
            if holders and times[typed.value] >= _A_TERM and not typed.value.startswith("1 "):
                shown = ", ".join(f"{{{name}}}" for name in holders[:3])
                remedy = f"Name its fact, or add one (of the same length: {shown})."
                yield Finding(group.at(language, typed.offset), f"the term `{typed.written}` is typed by hand.", remedy)


def _known_values(subject: Subject) -> dict[tuple[str, str], list[str]]:
    """Kind and canonical value → the names that hold it."""
    known: dict[tuple[str, str], list[str]] = defaultdict(list)
    for id_, fact in subject.knowledge.facts.items():
        for value in (fact.value, *(dated.value for dated in fact.values)):
            canonical = _canonical(fact.kind, value)
            if canonical and id_ not in known[fact.kind.value, canonical]:
                known[fact.kind.value, canonical].append(id_)
    for id_, place in subject.knowledge.places.items():
        for phone in place.phones:
            known["phone", values.plain_phone(phone)].append(f"place.{id_}.phone")
        if place.email:
            known["email", place.email.casefold()].append(f"place.{id_}.email")
        if place.web:
            known["url", values.plain_link(place.web)].append(f"place.{id_}.web")
    return known


def _canonical(kind: FactKind, value: FactValue | None) -> str:
    """The form in which ``values.typed`` gives the same value; empty for kinds that are not looked for."""
    match kind:
        case FactKind.MONEY:
            return values.plain_number(str(value), Language.PL)
        case FactKind.DATE if isinstance(value, dt.date):
            return f"{value.day}-{value.month}-{value.year}"
        case FactKind.DURATION:
            return str(value).removesuffix("s")
        case FactKind.PHONE:
            return values.plain_phone(str(value))
        case FactKind.EMAIL:
            return str(value).casefold()
        case FactKind.URL:
            return values.plain_link(str(value))
        case _:
            return ""


RULES: tuple[Rule, ...] = (
    error("unknown-name", unknown_name),
    error("stray-brace", stray_brace),
    error("name-in-title", name_in_title),
    warning("unused-fact", unused_fact),
    error("hard-coded", hard_coded),
    warning("hard-coded-term", hard_coded_term),
)
