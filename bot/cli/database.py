"""``latarnia db``: the database's schema."""

import asyncio
from pathlib import Path

import typer

from bot import config as settings
from bot.cli.options import DEFAULT_CONFIG, ConfigOption
from bot.storage import schema

app = typer.Typer(help="The database's schema.", no_args_is_help=True, rich_markup_mode="rich")


@app.callback()
def group() -> None:
    """The database's schema."""


@app.command()
def upgrade(config: ConfigOption = DEFAULT_CONFIG) -> None:
    """Bring the database to the version that this code needs; safe to run again.

    [bold]Example[/bold]: latarnia db upgrade
    """
    url = settings.load(config).database.url
    if url.startswith("sqlite:///"):
        Path(url.removeprefix("sqlite:///")).parent.mkdir(parents=True, exist_ok=True)
    before, after = asyncio.run(schema.upgrade(url))
    typer.echo(f"Already at version {after}." if before == after else f"Upgraded from {before or 'empty'} to {after}.")
