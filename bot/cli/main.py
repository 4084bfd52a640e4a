"""The command ``latarnia``. Every command has examples in its ``--help``, exit codes for scripts, and ``--json`` where it prints figures."""

import typer

from bot.cli import advisor, ask, chat, check, demo, doctor, evaluate, export, learn, schema, serve, status
from bot.cli.bench.commands import app as benchmarks
from bot.cli.database import app as database
from bot.cli.failures import explained

app = typer.Typer(
    help="Latarnia: reviewed answers, guided paths and human advisors, in four languages.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    add_completion=False,
)
app.command()(demo.demo)
app.command()(serve.serve)
app.command()(check.check)
app.command()(schema.schema)
app.command()(ask.ask)
app.command()(chat.chat)
app.command("eval")(evaluate.evaluate)
app.command()(export.export)
app.command()(learn.learn)
app.command()(status.status)
app.command()(doctor.doctor)
app.add_typer(database, name="db")
app.add_typer(advisor.app, name="advisor")
app.add_typer(benchmarks, name="bench")


def main() -> None:
    """Entry point: expected failures become one clear line and the remedy, never a traceback."""
    with explained():
        app()
