"""The content report ``docs/content.md``: how much there is, from where, how old, how readable, and what an editor must verify."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from statistics import median
from urllib.parse import urlsplit

from bot.domain.language import Language
from bot.knowledge import reading_ease
from bot.knowledge.knowledge import Knowledge
from bot.knowledge.model import Confidence, Entry, Source
from bot.knowledge.reading_ease import FORMULA, HIGH_IS_HARD, REFUSE, TARGET, Measure, measure
from bot.knowledge.serving import State, state_of

WORST = 10
_AGES = ((365, "under 1 year"), (2 * 365, "1 to 2 years"), (4 * 365, "2 to 4 years"))
_OLDER, _UNDATED = "over 4 years", "the page shows no date"


def content_report(knowledge: Knowledge, today: dt.date) -> str:
    """Markdown, the same for the same content and day."""
    parts = (
        ["# The content", "", f"Written by `latarnia status --report docs/content.md` on {today}; content version `{knowledge.version}`.", ""],
        _totals(knowledge, today),
        _coverage(knowledge),
        _sources(knowledge, today),
        _reading(knowledge),
        _verify(knowledge),
        _confidence(knowledge),
    )  # fmt: skip
    return "\n".join(line for part in parts for line in part).rstrip() + "\n"


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    yield "| " + " | ".join(head) + " |"
    yield "| " + " | ".join("---" for _ in head) + " |"
    for row in rows:
        yield "| " + " | ".join(str(cell).replace("|", "\\|").replace("\n", " ") for cell in row) + " |"
    yield ""


def _totals(knowledge: Knowledge, today: dt.date) -> Iterator[str]:
    yield from ("## Totals", "")
    states = Counter(state_of(entry, language, today) for entry in knowledge.entries.values() for language in Language)
    questions = {language: sum(len(e.questions[language]) for e in knowledge.entries.values()) for language in Language}
    rows: list[tuple[str, object]] = [
        ("entries", len(knowledge.entries)),
        ("language versions", ", ".join(f"{states[state]} {state}" for state in State if states[state])),
        ("questions", ", ".join(f"{language} {count:,}" for language, count in questions.items())),
        ("facts", len(knowledge.facts)),
        ("places", len(knowledge.places)),
        ("offers", len(knowledge.offers)),
        ("concepts of the glossary", len(knowledge.glossary)),
        ("danger categories", len(knowledge.danger)),
    ]
    yield from _table(("what", "how many"), rows)


def _coverage(knowledge: Knowledge) -> Iterator[str]:
    yield from ("## Coverage by area", "")
    areas: dict[str, list[Entry]] = defaultdict(list)
    for id_, entry in knowledge.entries.items():
        areas[id_.split(".")[0]].append(entry)
    order = [area for area in knowledge.areas if area in areas] + [
        area for area in areas if area not in knowledge.areas
    ]
    rows = []
    for area in order:
        entries = areas[area]
        sections = sum(len(entry.answer.sections) for entry in entries) / len(entries)
        fewest = min(len(entry.questions[language]) for entry in entries for language in Language)
        sources = sum(len(entry.sources) for entry in entries) / len(entries)
        risks = Counter(entry.risk.value for entry in entries)
        risk = ", ".join(f"{risks[name]} {name}" for name in ("high", "medium", "low") if risks[name])
        rows.append((area, len(entries), f"{sections:.1f}", f"{sources:.1f}", fewest, risk))
    yield from _table(
        ("area", "entries", "sections each", "sources each", "fewest questions in a language", "risk"), rows
    )


def _all_sources(knowledge: Knowledge) -> Iterator[Source]:
    for entry in knowledge.entries.values():
        yield from entry.sources
    for things in (knowledge.facts, knowledge.places, knowledge.offers):
        yield from (thing.source for thing in things.values())


def _sources(knowledge: Knowledge, today: dt.date) -> Iterator[str]:
    sources = {source.url: source for source in _all_sources(knowledge)}
    hosts = Counter(_host(url) for url in sources)
    yield from ("## Sources", "", f"{len(sources)} pages of {len(hosts)} publishers.", "")
    ages = Counter(_age(source, today) for source in sources.values())
    names = [name for _, name in _AGES] + [_OLDER, _UNDATED]
    yield from _table(("published", "pages"), ((name, ages[name]) for name in names))
    checked = [source.checked for source in sources.values()]
    if checked:
        yield from (f"Checked by us between {min(checked)} and {max(checked)}.", "")
    ranked = sorted(hosts.items(), key=lambda item: (-item[1], item[0]))
    often = [(host, pages) for host, pages in ranked if pages > 1]
    yield from _table(("publisher", "pages"), often)
    once = [host for host, pages in ranked if pages == 1]
    if once:
        yield from (f"One page each: {', '.join(once)}.", "")


def _age(source: Source, today: dt.date) -> str:
    if source.published is None:
        return _UNDATED
    days = (today - source.published).days
    return next((name for limit, name in _AGES if days < limit), _OLDER)


def _reading(knowledge: Knowledge) -> Iterator[str]:
    yield from (
        "## Reading ease",
        "",
        f"Sections with at least {reading_ease.MIN_WORDS} words, by the formulas of the language guide, section 5.",
        "",
    )
    measured = {language: _measures(knowledge, language) for language in Language}
    rows = []
    for language, found in measured.items():
        if found:
            scores = [m.score for _, m in found]
            hard = sum(m.hard for _, m in found)
            spread = f"{min(scores)} to {max(scores)}"
            rows.append(
                (
                    language,
                    FORMULA[language],
                    TARGET[language],
                    REFUSE[language],
                    len(found),
                    median(scores),
                    spread,
                    hard,
                )
            )
    yield from _table(
        ("language", "formula", "target", "rewrite", "sections", "median", "from … to", "to rewrite"), rows
    )
    for language, found in measured.items():
        if found:
            yield from (f"### The {WORST} hardest: {language}", "")
            yield from _table(
                ("section", FORMULA[language], "grade", "words"), (_row(name, m) for name, m in found[:WORST])
            )


def _row(name: str, measured: Measure) -> tuple[object, ...]:
    return name, f"{measured.score}{' (rewrite)' if measured.hard else ''}", measured.grade or "", measured.words


def _measures(knowledge: Knowledge, language: Language) -> list[tuple[str, Measure]]:
    """Every section that is long enough, hardest first."""
    found = [
        (f"{id_} {section}", measured)
        for id_, entry in knowledge.entries.items()
        for section in entry.answer.sections
        if (texts := entry.answer[section]) and (measured := measure(texts[language], language))
    ]
    sign = -1 if language in HIGH_IS_HARD else 1
    return sorted(found, key=lambda item: (sign * item[1].score, item[0]))


def _verify(knowledge: Knowledge) -> Iterator[str]:
    points = [(id_, point) for id_, entry in knowledge.entries.items() for point in entry.verify]
    entries = len({id_ for id_, _ in points})
    yield from (
        "## What an editor must verify",
        "",
        f"{len(points)} points of low confidence in {entries} entries.",
        "",
    )
    last = ""
    for id_, point in points:
        if id_ != last:
            yield f"- **{id_}**"
        yield f"  - {point}"
        last = id_
    yield ""


def _confidence(knowledge: Knowledge) -> Iterator[str]:
    yield from ("## Facts and places of low or medium confidence", "")
    rows = [
        *((id_, fact.confidence, fact.note, fact.source) for id_, fact in knowledge.facts.items()),
        *((f"place.{id_}", place.confidence, place.name.en, place.source) for id_, place in knowledge.places.items()),
    ]
    unsure = [row for row in rows if row[1] is not Confidence.HIGH]
    # Low before medium.
    unsure.sort(key=lambda row: (row[1] is not Confidence.LOW, row[0]))
    yield from _table(
        ("name", "confidence", "what it is", "source"),
        ((id_, level, note, _host(source.url)) for id_, level, note, source in unsure),
    )


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")
