"""``latarnia export``: all content as data, facts filled in."""

import json
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.content.export import exported
from bot.content.loader import compile_knowledge
from bot.domain.problem import Severity
from bot.i18n.values import WARSAW, Values
from bot.knowledge.serving import Mode
from bot.service.clock import SystemClock


def export(
    file: Annotated[Path, typer.Argument(help="The JSON file to write; - for standard output.")],
    path: Annotated[Path, typer.Option("--knowledge", help="The knowledge folder.")] = Path("knowledge"),
    serve: Annotated[Mode, typer.Option(help="What counts as servable.")] = Mode.REVIEWED,
    day: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day whose values hold; today if not given.")
    ] = None,
) -> None:
    """Write entries, facts, places and offers as JSON.

    Examples: latarnia export content.json · latarnia export - --serve drafts | jq '.entries[].id'
    """
    today = (day or SystemClock().now().astimezone(WARSAW)).date()
    compiled = compile_knowledge(path, today)
    if not compiled.servable:
        errors = sum(problem.severity is Severity.ERROR for problem in compiled.problems)
        typer.echo(f"{path}: {errors} errors, nothing is exported. Run `latarnia check`.", err=True)
        raise typer.Exit(1)
    text = json.dumps(exported(compiled.knowledge, today, serve, Values()), ensure_ascii=False, indent=2) + "\n"
    if str(file) == "-":
        typer.echo(text, nl=False)
        return
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        typer.echo(f"{file}: cannot be written ({error.strerror}). Choose another file.", err=True)
        raise typer.Exit(1) from None
    typer.echo(f"{file}: {len(compiled.knowledge.entries)} entries.", err=True)
