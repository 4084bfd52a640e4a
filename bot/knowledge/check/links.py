"""Entries lead to each other: no dead link, no orphan, every entry in the menu exactly once."""

from collections import Counter
from collections.abc import Iterator

from bot.knowledge.check.subject import At, Finding, Rule, Subject, error, warning
from bot.knowledge.nearest import nearest

MAX_RELATED = 5
MAX_AREAS = 8


def _named_entries(subject: Subject) -> Iterator[tuple[At, str]]:
    """Every id of an entry that stands somewhere as a link."""
    knowledge = subject.knowledge
    for id_, entry in knowledge.entries.items():
        yield from ((At("entry", id_, ("related", n)), other) for n, other in enumerate(entry.related))
    for id_, concept in knowledge.glossary.items():
        yield from ((At("concept", id_, ("entries", n)), other) for n, other in enumerate(concept.entries))
    for id_, area in knowledge.areas.items():
        for number, group in enumerate(area.groups):
            for position, other in enumerate(group.entries):
                yield At("area", id_, ("groups", number, "entries", position)), other
    yield from ((At("danger", id_, ("entry",)), category.entry) for id_, category in knowledge.danger.items())
    yield from ((At("offer", id_, ("entry",)), offer.entry) for id_, offer in knowledge.offers.items())


def unknown_entry(subject: Subject) -> Iterator[Finding]:
    """Every link leads to an entry that exists."""
    for at, id_ in _named_entries(subject):
        if not subject.exists("entry", id_):
            close = nearest(id_, subject.knowledge.entries)
            remedy = f"Did you mean {close}?" if close else "Write the entry, or delete the link."
            yield Finding(at, f"there is no entry {id_}.", remedy)


def related(subject: Subject) -> Iterator[Finding]:
    """Related entries are others, each once, at most five."""
    for id_, entry in subject.knowledge.entries.items():
        if len(entry.related) > MAX_RELATED:
            yield Finding(
                At("entry", id_, ("related",)),
                f"{len(entry.related)} related entries, at most {MAX_RELATED}.",
                "Keep the closest.",
            )
        for number, other in enumerate(entry.related):
            if other == id_:
                yield Finding(At("entry", id_, ("related", number)), "the entry is related to itself.", "Delete it.")
            elif other in entry.related[:number]:
                yield Finding(At("entry", id_, ("related", number)), f"{other} stands here twice.", "Delete one.")


def orphan(subject: Subject) -> Iterator[Finding]:
    """Some other entry leads to every entry."""
    entries = subject.knowledge.entries
    linked = {other for id_, entry in entries.items() for other in entry.related if other != id_}
    for id_ in entries:
        if id_ not in linked:
            yield Finding(
                At("entry", id_), "no other entry is related to this one.", "Add it to `related` of its neighbours."
            )


def menu(subject: Subject) -> Iterator[Finding]:
    """Every entry stands in the menu exactly once, in at most eight areas."""
    areas = subject.knowledge.areas
    if not areas:
        return
    places = [(At("area", id_, ("groups", g, "entries", n)), entry) for id_, area in areas.items()
              for g, group in enumerate(area.groups) for n, entry in enumerate(group.entries)]  # fmt: skip
    counts = Counter(entry for _, entry in places)
    seen: set[str] = set()
    for at, entry in places:
        if entry in seen:
            yield Finding(
                at, f"{entry} stands in the menu {counts[entry]} times.", "Keep the place where people look first."
            )
        seen.add(entry)
    for id_ in subject.knowledge.entries:
        if id_ not in counts:
            yield Finding(
                At("entry", id_), "the entry is missing from the menu.", "Add it to a group in knowledge/menu.yaml."
            )
    if len(areas) > MAX_AREAS:
        yield Finding(At("area", list(areas)[MAX_AREAS]), f"{len(areas)} areas, at most {MAX_AREAS}.", "Join two.")


RULES: tuple[Rule, ...] = (
    error("unknown-entry", unknown_entry),
    error("related", related),
    warning("orphan", orphan),
    error("menu", menu),
)
