"""What the rules look at, and how they say what they found."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from bot.domain.problem import Problem, Severity
from bot.knowledge.fill import Formatter
from bot.knowledge.knowledge import Knowledge
from bot.knowledge.origin import Origins, Path


class At(NamedTuple):
    """The place of a finding: a thing (kind and id), the way to a value inside it, and a character of that text."""

    kind: str
    id: str
    path: Path = ()
    text: str = ""
    offset: int = 0


class Finding(NamedTuple):
    """What a rule saw; the rule's name and severity are added by the runner."""

    at: At
    message: str
    remedy: str = ""


@dataclass(frozen=True, eq=False)
class Subject:
    """A content set on one day, with everything a rule may need. Compared by identity, so that rules may remember it."""

    knowledge: Knowledge
    origins: Origins
    today: dt.date
    values: Formatter
    used_elsewhere: frozenset[str] = frozenset()
    """Facts that flows and translations name."""
    phrase_keys: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The keys that the software expects in ``phrases.yaml``, by section."""
    unread: frozenset[tuple[str, str]] = frozenset()
    """Things whose file is broken: they exist, so links to them are not dead."""

    def exists(self, kind: str, id_: str) -> bool:
        return (kind, id_) in self.origins.homes


@dataclass(frozen=True, slots=True)
class Rule:
    """One obligation of the content. ``name`` is what problems and docs call it."""

    name: str
    severity: Severity
    find: Callable[[Subject], Iterator[Finding]]

    @property
    def about(self) -> str:
        return (self.find.__doc__ or "").strip().split("\n", 1)[0]

    def problems(self, subject: Subject) -> Iterator[Problem]:
        for finding in self.find(subject):
            at = finding.at
            document = subject.origins.document(at.kind, at.id)
            line = document.line((*subject.origins.base(at.kind, at.id), *at.path), at.text, at.offset)
            yield Problem(document.file, line, self.name, finding.message, finding.remedy, self.severity)


def error(name: str, find: Callable[[Subject], Iterator[Finding]]) -> Rule:
    """A rule whose breach misleads a person or breaks the software."""
    return Rule(name, Severity.ERROR, find)


def warning(name: str, find: Callable[[Subject], Iterator[Finding]]) -> Rule:
    """A rule of style or of good order."""
    return Rule(name, Severity.WARNING, find)
