"""What may be served: decided by review, validity window and translation state, mechanically."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from bot.domain.language import Language
from bot.knowledge.fill import names_in
from bot.knowledge.fingerprint import SOURCE_LANGUAGE, fingerprint, meaning
from bot.knowledge.model import Entry, Fact, Risk


class Mode(StrEnum):
    """``knowledge.serve`` in the settings."""

    REVIEWED = "reviewed"
    DRAFTS = "drafts"
    """Unreviewed text is served as well, under a visible notice: for the demo and for previews."""


class State(StrEnum):
    """Where one language version of an entry stands."""

    REVIEWED = "reviewed"
    DRAFT = "draft"
    """Nobody has approved it yet."""
    STALE = "stale"
    """Approved once; since then its text, or the source text it was checked against, has changed."""
    OVERDUE = "overdue"
    """Approved, but the day of the next review has passed."""
    EXPIRED = "expired"
    """The law in it no longer applies, or a value it names has run out."""
    NOT_YET_VALID = "not-yet-valid"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether this version may be shown today, and what must be said with it."""

    servable: bool
    state: State
    notices: tuple[str, ...] = ()
    """Lines above the text: ``draft``, ``overdue-low``, ``overdue-medium``."""
    human_first: bool = False
    """A human is offered before the text is relied on."""
    other_languages: tuple[Language, ...] = ()
    """Where this one may not be shown: the languages that may."""

    @property
    def reviewed(self) -> bool:
        """A person has approved exactly these words."""
        return self.servable and "draft" not in self.notices


def servable(
    entry: Entry, language: Language, day: dt.date, mode: Mode, facts: Mapping[str, Fact] | None = None
) -> Verdict:
    """The verdict on one language version. With ``facts`` a text that names a value which has run out is withheld, too."""
    verdict = _alone(entry, language, day, mode, facts)
    others = tuple(
        other for other in Language if other is not language and _alone(entry, other, day, mode, facts).servable
    )
    return Verdict(verdict.servable, verdict.state, verdict.notices, verdict.human_first, others)


def state_of(entry: Entry, language: Language, day: dt.date) -> State:
    """The state for lists and reports, whatever the installation serves."""
    return _alone(entry, language, day, Mode.REVIEWED, None).state


def _alone(entry: Entry, language: Language, day: dt.date, mode: Mode, facts: Mapping[str, Fact] | None) -> Verdict:
    """One language, without a look at the others: law first, then approval, then the age of the approval."""
    lawful = _in_force(entry, day)
    if lawful is None and facts is not None and _runs_out(entry, language, day, facts):
        lawful = State.EXPIRED
    if lawful is not None:
        return Verdict(False, lawful)
    approval = _approval(entry, language)
    approved = approval is State.REVIEWED
    if not approved and mode is Mode.REVIEWED:
        return Verdict(False, approval)
    notices = () if approved else ("draft",)
    if entry.review.next is None or day <= entry.review.next:
        return Verdict(True, approval, notices)
    state = State.OVERDUE if approved else approval
    match entry.risk:
        case Risk.HIGH:
            return Verdict(False, State.OVERDUE, human_first=True)
        case Risk.MEDIUM:
            return Verdict(True, state, (*notices, "overdue-medium"), human_first=True)
        case Risk.LOW:
            return Verdict(True, state, (*notices, "overdue-low"))


def _in_force(entry: Entry, day: dt.date) -> State | None:
    """None inside a validity window, or where the entry has none."""
    if not entry.valid or any(window.contains(day) for window in entry.valid):
        return None
    later = any(window.start is not None and window.start > day for window in entry.valid)
    return State.NOT_YET_VALID if later else State.EXPIRED


def _runs_out(entry: Entry, language: Language, day: dt.date, facts: Mapping[str, Fact]) -> bool:
    """Whether the answer names a fact that has no value on this day."""
    texts = (entry.answer[section] for section in entry.answer.sections)
    used = (name for text in texts if text for name in _names(text[language]))
    return any(facts[name].on(day) is None for name in used if name in facts)


@lru_cache(maxsize=1 << 14)
def _names(text: str) -> frozenset[str]:
    """Cached: every answer asks this of all sections in all languages."""
    return frozenset(name.text for name in names_in(text))


def _approval(entry: Entry, language: Language) -> State:
    """Reviewed, draft or stale, by fingerprints alone."""
    stamp = entry.review[language]
    if stamp is None:
        return State.DRAFT
    if stamp.text != fingerprint(entry, language):
        return State.STALE
    if language is SOURCE_LANGUAGE:
        return State.REVIEWED
    # A translation without a note of what it was checked against proves nothing, so it counts as checked against another text.
    unchanged = stamp.source in (fingerprint(entry, SOURCE_LANGUAGE), meaning(entry))
    return State.REVIEWED if stamp.source is not None and unchanged else State.STALE
