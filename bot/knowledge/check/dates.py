"""Sources, validity windows and reviews: nothing was read tomorrow, and no window ends before it begins."""

from collections.abc import Iterator

from bot.domain.language import Language
from bot.knowledge.check.facts import window_faults
from bot.knowledge.check.subject import At, Finding, Rule, Subject, error, warning
from bot.knowledge.model import Source


def _sources(subject: Subject) -> Iterator[tuple[At, Source]]:
    knowledge = subject.knowledge
    for id_, entry in knowledge.entries.items():
        for number, source in enumerate(entry.sources):
            yield At("entry", id_, ("sources", number)), source
    single = (("fact", knowledge.facts), ("place", knowledge.places), ("offer", knowledge.offers))
    for kind, things in single:
        for id_, thing in things.items():
            yield At(kind, id_, ("source",)), thing.source


def _inside(at: At, key: str) -> At:
    return At(at.kind, at.id, (*at.path, key))


def source_date(subject: Subject) -> Iterator[Finding]:
    """A source was published before it was checked, and checked before tomorrow."""
    for at, source in _sources(subject):
        if source.checked > subject.today:
            message = f"checked {source.checked} lies in the future (today is {subject.today})."
            yield Finding(_inside(at, "checked"), message, "Write the day on which you read the page.")
        if source.published is not None and source.published > source.checked:
            message = f"published {source.published} is after checked {source.checked}."
            yield Finding(_inside(at, "published"), message, "Correct one of the two.")


def validity(subject: Subject) -> Iterator[Finding]:
    """Legal windows of an entry are ordered and do not overlap."""
    for id_, entry in subject.knowledge.entries.items():
        for number, message, remedy in window_faults(entry.valid, gaps=False):
            yield Finding(At("entry", id_, ("valid", number)), message, remedy)


def stamp_date(subject: Subject) -> Iterator[Finding]:
    """Nobody approved a text tomorrow."""
    for id_, entry in subject.knowledge.entries.items():
        for language in Language:
            stamp = entry.review[language]
            if stamp is not None and stamp.on > subject.today:
                at = At("entry", id_, ("review", language.value, "on"))
                yield Finding(at, f"approved on {stamp.on}, in the future.", "Stamps are written by `latarnia review`.")


def next_review(subject: Subject) -> Iterator[Finding]:
    """An approved entry says when it is looked at again, and that day has not passed."""
    for id_, entry in subject.knowledge.entries.items():
        stamped = any(entry.review[language] for language in Language)
        if stamped and entry.review.next is None:
            yield Finding(
                At("entry", id_, ("review",)), "approved, but without `next`.", "Run `latarnia review` again."
            )
        if entry.review.next is not None and entry.review.next < subject.today:
            at = At("entry", id_, ("review", "next"))
            yield Finding(
                at, f"the review was due on {entry.review.next}.", "Read the sources again and run `latarnia review`."
            )


RULES: tuple[Rule, ...] = (
    error("source-date", source_date),
    error("validity", validity),
    error("stamp-date", stamp_date),
    warning("next-review", next_review),
)
