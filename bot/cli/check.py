"""``latarnia check``: the content compiler. Every problem with file, line, rule and remedy."""

import json
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from bot.content.loader import Compiled, compile_knowledge
from bot.domain.problem import Problem, Severity
from bot.knowledge.check import RULES


def check(
    path: Annotated[Path, typer.Argument(help="The knowledge folder.")] = Path("knowledge"),
    strict: Annotated[bool, typer.Option("--strict", help="Fail on warnings, too.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Problems as JSON on standard output.")] = False,
    rules: Annotated[bool, typer.Option("--rules", help="List the rules instead of checking.")] = False,
) -> None:
    """Check all content. Exit code 0: it can be served; 1: it is refused.

    Examples: latarnia check · latarnia check --strict · latarnia check --json | jq .problems
    """
    if rules:
        _list_rules(as_json)
        return
    compiled = compile_knowledge(path)
    failed = bool(compiled.problems) if strict else not compiled.servable
    if as_json:
        typer.echo(json.dumps(_as_data(compiled, failed), ensure_ascii=False, indent=2))
    else:
        _print(compiled, Console(soft_wrap=True, highlight=False))
    if failed:
        raise typer.Exit(1)


def _print(compiled: Compiled, console: Console) -> None:
    for problem in compiled.problems:
        console.print(_line(problem))
    if compiled.problems:
        console.print()
    console.print(_summary(compiled))


def _line(problem: Problem) -> Text:
    """The problem in its own words, the place bold and the rule in the colour of its severity."""
    place = f"{problem.file}:{problem.line}" if problem.line else problem.file
    text = Text(str(problem))
    text.stylize("bold", 0, len(place))
    colour = "red" if problem.severity is Severity.ERROR else "yellow"
    text.stylize(colour, len(place) + 2, len(place) + 2 + len(problem.rule))
    return text


def _summary(compiled: Compiled) -> str:
    knowledge = compiled.knowledge
    counts = Counter(problem.severity for problem in compiled.problems)
    what = f"{len(knowledge.entries)} entries, {len(knowledge.facts)} facts, {len(knowledge.places)} places, {len(knowledge.offers)} offers"
    if not compiled.problems:
        return f"{what}: no problem."
    verdict = "it can be served" if compiled.servable else "it is refused, the old content keeps serving"
    return f"{what}: {counts[Severity.ERROR]} errors, {counts[Severity.WARNING]} warnings; {verdict}."


def _as_data(compiled: Compiled, failed: bool) -> dict[str, object]:
    counts = Counter(problem.severity for problem in compiled.problems)
    return {
        "ok": not failed,
        "servable": compiled.servable,
        "version": compiled.knowledge.version,
        "entries": len(compiled.knowledge.entries),
        "errors": counts[Severity.ERROR],
        "warnings": counts[Severity.WARNING],
        "problems": [asdict(problem) for problem in compiled.problems],
    }


def _list_rules(as_json: bool) -> None:
    if as_json:
        listed = [{"rule": rule.name, "severity": rule.severity, "about": rule.about} for rule in RULES]
        typer.echo(json.dumps(listed, ensure_ascii=False, indent=2))
        return
    width = max(len(rule.name) for rule in RULES)
    for rule in RULES:
        typer.echo(f"{rule.name:{width}}  {rule.severity:7}  {rule.about}")
