"""The benchmark's commands: figures as tables or JSON."""

import asyncio
import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from bot import config as settings
from bot import log
from bot.bootstrap import cache_folder
from bot.cli.bench import faults as faults_bench
from bot.cli.bench import search as search_bench
from bot.cli.bench import turns as turns_bench
from bot.cli.bench.load import QUESTIONS
from bot.cli.options import DEFAULT_CONFIG, ConfigOption, JsonOption

app = typer.Typer(help="Measured speed and memory.", no_args_is_help=True, rich_markup_mode="rich")


class Database(StrEnum):
    SQLITE = "sqlite"
    POSTGRES = "postgres"
    BOTH = "both"


DatabaseOption = Annotated[Database, typer.Option(help="postgres starts a server of its own (needs the dev extra).")]
SecondsOption = Annotated[float, typer.Option(help="Length of each measured stretch.")]
QuestionsOption = Annotated[
    Path | None, typer.Option(help="JSON lines with `q`; without it a built-in handful is repeated.")
]


@app.command()
def turns(
    database: DatabaseOption = Database.BOTH,
    seconds: SecondsOption = 10.0,
    config: ConfigOption = DEFAULT_CONFIG,
    as_json: JsonOption = False,
) -> None:
    """The whole road over real HTTP: turns a second at full speed, percentiles, CPU for one turn, memory; a bare endpoint beside it.

    [bold]Example[/bold]: latarnia bench turns --database sqlite --json
    """
    root = settings.load(config).knowledge.path.resolve().parent
    _show("Turns", turns_bench.run(_kinds(database), root, seconds), as_json)


@app.command()
def search(
    questions: QuestionsOption = None, config: ConfigOption = DEFAULT_CONFIG, as_json: JsonOption = False
) -> None:
    """Understanding one message: median, p99, start, memory; rapidfuzz alone beside it.

    [bold]Example[/bold]: latarnia bench search --questions tests/understanding/questions/uk.jsonl
    """
    log.set_up("error", "console")
    loaded = settings.load(config)
    _show("Search", [search_bench.run(loaded, _texts(questions), cache_folder(loaded))], as_json)


@app.command()
def faults(
    database: DatabaseOption = Database.BOTH,
    kills: Annotated[int, typer.Option(help="How many times the bot is killed.")] = 6,
    config: ConfigOption = DEFAULT_CONFIG,
    as_json: JsonOption = False,
) -> None:
    """SIGKILL at random moments while 200 people talk: every event and reply counted. Exit code 1 if anything was lost.

    [bold]Example[/bold]: latarnia bench faults --database postgres --kills 20
    """
    root = settings.load(config).knowledge.path.resolve().parent
    accounts = [asyncio.run(faults_bench.measure(kind, root, kills=kills)) for kind in _kinds(database)]
    _show("Faults", [faults_bench.report(account) for account in accounts], as_json)
    raise typer.Exit(0 if all(account.sound for account in accounts) else 1)


@app.command("all")
def everything(config: ConfigOption = DEFAULT_CONFIG, as_json: JsonOption = False) -> None:
    """Every benchmark one after another.

    [bold]Example[/bold]: latarnia bench all
    """
    search(config=config, as_json=as_json)
    turns(config=config, as_json=as_json)


def _kinds(database: Database) -> list[str]:
    return [Database.SQLITE.value, Database.POSTGRES.value] if database is Database.BOTH else [database.value]


def _texts(path: Path | None) -> list[str]:
    if path is None:
        return list(QUESTIONS) * 100
    return [json.loads(line)["q"] for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _show(title: str, rows: list[dict[str, Any]], as_json: bool) -> None:
    """Figures down the side, one column for each run: narrow enough for any terminal."""
    if as_json:
        typer.echo(json.dumps({title.lower(): rows}))
        return
    table = Table("figure", *(str(row.get("database", "")) for row in rows), title=title)
    for name in rows[0]:
        if name != "database":
            table.add_row(name, *(str(row[name]) for row in rows))
    Console().print(table)
