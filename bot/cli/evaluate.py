"""``latarnia eval``: measured retrieval."""

import json
import time
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import track
from rich.table import Table

from bot import config as settings
from bot import log
from bot.bootstrap import served_content
from bot.cli.bench.load import percentile
from bot.cli.failures import fail
from bot.cli.options import DEFAULT_CONFIG, ConfigOption
from bot.domain.language import Language
from bot.understanding.measure import Case, Figures, Report, measure
from bot.understanding.reading import Command, Context, Reading, Route, Understanding

CONFUSED_SHOWN = 10


def evaluate(
    file: Annotated[
        Path,
        typer.Argument(help='JSON lines: {"q": "…", "lang": "uk", "expect": ["residence.cukr-card"], "kind": "typo"}.'),
    ],
    json_out: Annotated[
        Path | None,
        typer.Option(
            "--json", help="Write one JSON line for each question: route, ranked ids with scores, milliseconds."
        ),
    ] = None,
    profile: Annotated[bool, typer.Option(help="The person's language is known beforehand, as from Telegram.")] = False,
    config: ConfigOption = DEFAULT_CONFIG,
) -> None:
    """How often the right entry is found, by language and kind; an empty `expect` means that no entry may be answered.

    [bold]Example[/bold]: latarnia eval tests/understanding/questions/uk.jsonl --json /tmp/out.jsonl
    """
    log.set_up("error", "console")
    cases = _read(file)
    content = served_content(settings.load(config))
    content.load(on_training=lambda: typer.echo("Learning from the questions of the content…", err=True))
    readings, times = _understand(content.current.understanding, cases, profile)
    if json_out is not None:
        lines = (json.dumps(_row(*one), ensure_ascii=False) for one in zip(cases, readings, times, strict=True))
        json_out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    _print(measure(cases, readings), times)


def _read(file: Path) -> list[Case]:
    cases = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            cases.append(Case(row["q"], row["lang"], tuple(row["expect"]), row.get("kind", "")))
        except (json.JSONDecodeError, KeyError, TypeError) as error:
            fail(f"{file}:{number}: {error!r}", 'Each line needs "q", "lang" and "expect".')
    return cases


def _understand(understanding: Understanding, cases: list[Case], profile: bool) -> tuple[list[Reading], list[float]]:
    readings, times = [], []
    for case in track(cases, description="Reading", transient=True, console=Console(stderr=True)):
        context = Context(Language.from_tag(case.lang) if profile else None)
        started = time.perf_counter()
        readings.append(understanding.read(case.q, context))
        times.append((time.perf_counter() - started) * 1000)
    return readings, times


def _row(case: Case, reading: Reading, milliseconds: float) -> dict[str, Any]:
    return {
        "q": case.q,
        "lang": case.lang,
        "kind": case.kind,
        "expect": list(case.expect),
        "route": _route(reading),
        "ranked": [{"id": hit.entry, "score": round(hit.score, 4)} for hit in reading.hits],
        "language": reading.language.value,
        "ms": round(milliseconds, 3),
    }


def _route(reading: Reading) -> str:
    """A global word that calls a person is a wish for a person."""
    if reading.route is Route.COMMAND and reading.command is Command.HUMAN:
        return Route.HUMAN.value
    return reading.route.value


def _print(report: Report, times: list[float]) -> None:
    console = Console()
    for title, groups in (("language", report.by_language()), ("kind", report.by_kind())):
        console.print(_table(title, {**groups, "all": report.total}))
    console.print(f"milliseconds: median {percentile(times, 0.5):.2f}, p99 {percentile(times, 0.99):.2f}")
    if report.confused:
        table = Table("expected", "found first", "times", title="Most confused")
        for (expected, found), count in report.confused[:CONFUSED_SHOWN]:
            table.add_row(expected, found, str(count))
        console.print(table)


def _table(title: str, groups: dict[str, Figures]) -> Table:
    table = Table(title, "n", "top-1", "top-3", "sent away", "clarified", "abstained", "wrong", "language right")
    for name, figures in groups.items():
        counted = figures.topics > 0
        table.add_row(
            name,
            str(figures.n),
            f"{figures.top1:.3f}" if counted else "–",
            f"{figures.top3:.3f}" if counted else "–",
            f"{figures.sent_away / figures.topics:.3f}" if counted else "–",
            f"{figures.clarified / figures.n:.3f}",
            f"{figures.abstained / figures.n:.3f}",
            f"{figures.wrong:.3f}",
            f"{figures.language / figures.n:.3f}",
        )
    return table
