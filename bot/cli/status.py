"""``latarnia status``: entries × languages × state, and the content report."""

import json
from collections import Counter
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from bot.content.loader import compile_knowledge
from bot.content.report import content_report
from bot.domain.language import Language
from bot.i18n.values import WARSAW
from bot.knowledge.knowledge import Knowledge
from bot.knowledge.serving import State, state_of
from bot.service.clock import SystemClock

_COLOURS = {
    State.REVIEWED: "green",
    State.DRAFT: "cyan",
    State.STALE: "yellow",
    State.OVERDUE: "yellow",
    State.EXPIRED: "red",
    State.NOT_YET_VALID: "magenta",
}

States = dict[str, dict[Language, State]]


def status(
    path: Annotated[Path, typer.Option("--knowledge", help="The knowledge folder.")] = Path("knowledge"),
    as_json: Annotated[bool, typer.Option("--json", help="The table as JSON.")] = False,
    report: Annotated[Path | None, typer.Option(help="Write the content report to this file, too.")] = None,
    day: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The state on this day; today if not given.")
    ] = None,
) -> None:
    """Show where each entry stands in each language.

    Examples: latarnia status · latarnia status --json · latarnia status --report docs/content.md
    """
    today = (day or SystemClock().now().astimezone(WARSAW)).date()
    compiled = compile_knowledge(path, today)
    states = _states(compiled.knowledge, today)
    if as_json:
        typer.echo(json.dumps(_as_data(compiled.knowledge, states, today), ensure_ascii=False, indent=2))
    else:
        _print(compiled.knowledge, states)
    if report is not None:
        report.write_text(content_report(compiled.knowledge, today), encoding="utf-8")
    unread = sum(kind == "entry" and id_ not in compiled.knowledge.entries for kind, id_ in compiled.origins.homes)
    if unread:
        typer.echo(f"{unread} entries could not be read and are not counted. Run `latarnia check`.", err=True)
        raise typer.Exit(1)


def _states(knowledge: Knowledge, today: date) -> States:
    return {
        id_: {language: state_of(entry, language, today) for language in Language}
        for id_, entry in knowledge.entries.items()
    }


def _totals(states: States) -> dict[Language, Counter[State]]:
    return {language: Counter(row[language] for row in states.values()) for language in Language}


def _as_data(knowledge: Knowledge, states: States, today: date) -> dict[str, object]:
    entries = [
        {
            "id": id_,
            "risk": knowledge.entries[id_].risk.value,
            "next_review": next_.isoformat() if (next_ := knowledge.entries[id_].review.next) else None,
            "states": {language.value: state.value for language, state in row.items()},
        }
        for id_, row in states.items()
    ]
    totals = {
        language.value: {state.value: count[state] for state in State} for language, count in _totals(states).items()
    }
    return {"day": today.isoformat(), "version": knowledge.version, "entries": entries, "totals": totals}


def _print(knowledge: Knowledge, states: States) -> None:
    table = Table("entry", "risk", *(language.value for language in Language), "next review")
    for id_, row in states.items():
        entry = knowledge.entries[id_]
        cells = [f"[{_COLOURS[state]}]{state}[/]" for state in row.values()]
        table.add_row(id_, entry.risk.value, *cells, str(entry.review.next or ""))
    console = Console()
    console.print(table)
    totals = _totals(states)
    summary = Table("state", *(language.value for language in Language), "all")
    for state in State:
        counts = [totals[language][state] for language in Language]
        summary.add_row(state.value, *map(str, counts), str(sum(counts)))
    summary.add_row("entries", *[str(len(states))] * len(Language), str(len(states) * len(Language)), style="bold")
    console.print(summary)
