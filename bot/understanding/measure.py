"""How well readings fit what was expected: the figures behind ``latarnia eval``."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.understanding.reading import Reading, Route


@dataclass(frozen=True, slots=True)
class Case:
    """One message of an evaluation set. An empty ``expect`` means that no entry may be answered."""

    q: str
    lang: str
    expect: tuple[str, ...] = ()
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts over a group of messages; the shares are properties, so that groups can be added up."""

    n: int = 0
    topics: int = 0
    """Messages that have a right entry; the three below count among them."""
    first: int = 0
    among_three: int = 0
    sent_away: int = 0
    clarified: int = 0
    abstained: int = 0
    answered_wrongly: int = 0
    """An entry was answered that is not the right one, or where there is none."""
    language: int = 0

    @property
    def top1(self) -> float:
        return _share(self.first, self.topics)

    @property
    def top3(self) -> float:
        return _share(self.among_three, self.topics)

    @property
    def wrong(self) -> float:
        return _share(self.answered_wrongly, self.n)

    def __add__(self, other: "Figures") -> "Figures":
        return Figures(*(getattr(self, name) + getattr(other, name) for name in Figures.__slots__))


@dataclass(frozen=True, slots=True)
class Report:
    """``groups``: (language, kind) → figures. ``confused``: (expected, found instead) → how often, most often first."""

    groups: dict[tuple[str, str], Figures]
    confused: tuple[tuple[tuple[str, str], int], ...]

    @property
    def total(self) -> Figures:
        return _added(self.groups.values())

    def by_language(self) -> dict[str, Figures]:
        return {lang: _added(f for (own, _), f in self.groups.items() if own == lang) for lang, _ in self.groups}

    def by_kind(self) -> dict[str, Figures]:
        return {kind: _added(f for (_, own), f in self.groups.items() if own == kind) for _, kind in self.groups}


def measure(cases: Sequence[Case], readings: Sequence[Reading]) -> Report:
    """Compare what was expected with what was understood."""
    groups: dict[tuple[str, str], Figures] = {}
    confused: Counter[tuple[str, str]] = Counter()
    for case, reading in zip(cases, readings, strict=True):
        key = (case.lang, case.kind)
        groups[key] = groups.get(key, Figures()) + judge(case, reading)
        if case.expect and reading.hits and reading.hits[0].entry not in case.expect:
            confused[case.expect[0], reading.hits[0].entry] += 1
    return Report(groups, tuple(sorted(confused.items(), key=lambda pair: (-pair[1], pair[0]))))


def judge(case: Case, reading: Reading) -> Figures:
    """The figures of one message."""
    ranked = [hit.entry for hit in reading.hits]
    right = [entry in case.expect for entry in ranked]
    answered = reading.route is Route.ANSWER
    return Figures(
        n=1,
        topics=int(bool(case.expect)),
        first=int(any(right[:1])),
        among_three=int(any(right[:3])),
        sent_away=int(bool(case.expect) and reading.route in (Route.NONE, Route.SMALL_TALK, Route.COMMAND)),
        clarified=int(reading.route is Route.CLARIFY),
        abstained=int(reading.route is Route.NONE),
        answered_wrongly=int(answered and not any(right[:1])),
        language=int(reading.language.value == case.lang),
    )


def _added(figures: Iterable[Figures]) -> Figures:
    return sum(figures, Figures())


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
