"""Facts: a value that fits its kind, holds today, and has no gap or overlap in time."""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from bot.knowledge.check.subject import At, Finding, Rule, Subject, error, warning
from bot.knowledge.model import DatedValue, Fact, FactKind, FactValue, Texts, Window
from bot.knowledge.origin import Path

_NAME = re.compile(r"[a-z]+(-[a-z]+)*\.[a-z0-9]+(-[a-z0-9]+)*")
PHONE = re.compile(r"\+48( ?\d){9}|\+(?!48)\d( ?\d){7,13}|[1-9]\d{2,4}|[1-9]( ?\d){8}|116 ?\d{3}|19 ?\d{3}")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")
_URL = re.compile(r"https?://\S+")
_DURATION = re.compile(r"\d+(\.\d+)? (working day|minute|hour|day|week|month|year)s?")


def fact_name(subject: Subject) -> Iterator[Finding]:
    """A fact is called kind-word.what-it-is."""
    for id_ in subject.knowledge.facts:
        if not _NAME.fullmatch(id_) or id_.startswith("place."):
            yield Finding(
                At("fact", id_), f"`{id_}` is no name for a fact.", "Small Latin letters: fee.residence-card."
            )


def fact_kind(subject: Subject) -> Iterator[Finding]:
    """A value has the form of its kind."""
    for id_, fact in subject.knowledge.facts.items():
        for path, value in _values(fact):
            if wrong := _wrong_form(fact.kind, value):
                yield Finding(At("fact", id_, path), f"`{str(value)[:40]}` is no {fact.kind}.", wrong)


def _values(fact: Fact) -> Iterator[tuple[Path, FactValue]]:
    if fact.value is not None:
        yield ("value",), fact.value
    for number, dated in enumerate(fact.values):
        yield ("values", number, "value"), dated.value


def _number(value: FactValue) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and value >= 0


def _text(pattern: re.Pattern[str]) -> Callable[[FactValue], bool]:
    return lambda value: isinstance(value, str) and pattern.fullmatch(value) is not None


_FORMS: dict[FactKind, tuple[Callable[[FactValue], bool], str]] = {
    FactKind.MONEY: (_number, "Write the amount in złoty as a bare number: 340 or 13355.34."),
    FactKind.NUMBER: (_number, "Write a bare number."),
    FactKind.PERCENT: (_number, "Write a bare number: 9."),
    FactKind.DATE: (lambda value: isinstance(value, dt.date), "Write it bare: 2027-03-04."),
    FactKind.DURATION: (_text(_DURATION), 'Write "30 days", "3 years", "6 months", "2 weeks", "24 hours", "45 minutes" or "10 working days".'),
    FactKind.PHONE: (_text(PHONE), 'Write it in quotes, as it is dialled: "+48 58 307 74 66", "112", "800 120 002".'),
    FactKind.EMAIL: (_text(_EMAIL), "Write one e-mail address."),
    FactKind.URL: (_text(_URL), "Write a full link: https://…"),
    FactKind.TEXT: (lambda value: isinstance(value, Texts), "Write it in all four languages: {pl: …, uk: …, ru: …, en: …}."),
}  # fmt: skip


def _wrong_form(kind: FactKind, value: FactValue) -> str:
    """The remedy, or empty where the value is fine."""
    if kind is FactKind.ACCOUNT:
        return (
            ""
            if isinstance(value, str) and _is_account(value)
            else "A digit is wrong: the check sum of the account does not fit."
        )
    fits, remedy = _FORMS[kind]
    return "" if fits(value) else remedy


def _is_account(value: str) -> bool:
    """26 digits with the IBAN check sum: a wrong digit would send somebody's fee to a stranger."""
    digits = re.sub(r"^PL|[ \u00a0-]", "", value)
    return bool(re.fullmatch(r"\d{26}", digits)) and int(digits[2:] + "2521" + digits[:2]) % 97 == 1


def fact_windows(subject: Subject) -> Iterator[Finding]:
    """Dated values follow each other day by day."""
    for id_, fact in subject.knowledge.facts.items():
        for number, message, remedy in window_faults(fact.values, gaps=True):
            yield Finding(At("fact", id_, ("values", number)), message, remedy)


def window_faults(windows: Sequence[Window | DatedValue], *, gaps: bool) -> Iterator[tuple[int, str, str]]:
    """Reversed spans, overlaps and (where asked for) gaps, each with the number of the window to look at."""
    for number, window in enumerate(windows):
        if window.start is not None and window.end is not None and window.start > window.end:
            yield number, f"from {window.start} is after until {window.end}.", "Exchange the two dates."
    order = sorted(range(len(windows)), key=lambda number: windows[number].start or dt.date.min)
    for earlier, later in pairwise(order):
        end, start = windows[earlier].end, windows[later].start
        if end is None or start is None or start <= end:
            yield (
                later,
                f"two spans overlap (until {end or 'open'}, from {start or 'open'}).",
                "End one the day before the next begins.",
            )
        elif gaps and end + dt.timedelta(days=1) < start:
            yield (
                later,
                f"no value holds between {end} and {start}.",
                "Let each span begin the day after the one before.",
            )


def fact_today(subject: Subject) -> Iterator[Finding]:
    """Every fact has a value today."""
    for id_, fact in subject.knowledge.facts.items():
        if fact.on(subject.today) is None:
            yield Finding(
                At("fact", id_),
                f"no value holds today ({subject.today}).",
                "Add the value that holds now, with its source.",
            )


RULES: tuple[Rule, ...] = (
    warning("fact-name", fact_name),
    error("fact-kind", fact_kind),
    error("fact-windows", fact_windows),
    error("fact-today", fact_today),
)
