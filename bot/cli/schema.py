"""``latarnia schema``: JSON Schemas that let an editor's tool complete and validate content while typing."""

from pathlib import Path
from typing import Annotated

import typer

from bot.content import schemas


def schema(
    folder: Annotated[Path, typer.Argument(help="Where the schemas stand.")] = Path("schemas"),
    check: Annotated[bool, typer.Option("--check", help="Write nothing; exit code 1 if they are not current.")] = False,
) -> None:
    """Write schemas/*.schema.json from the models.

    Examples: latarnia schema · latarnia schema --check
    """
    if check:
        outdated = schemas.outdated(folder)
        for name in outdated:
            typer.echo(f"{folder / name}: not current. Run `latarnia schema`.")
        if outdated:
            raise typer.Exit(1)
        typer.echo(f"{folder}: all schemas are current.")
        return
    changed = schemas.write(folder)
    for name in changed:
        typer.echo(f"{folder / name}: written.")
    if not changed:
        typer.echo(f"{folder}: all schemas were current.")
