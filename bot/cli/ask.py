"""``latarnia ask``: why this answer."""

import json
from dataclasses import asdict
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from bot import config as settings
from bot import log
from bot.bootstrap import served_content
from bot.cli.options import DEFAULT_CONFIG, ConfigOption, JsonOption
from bot.domain.language import Language
from bot.understanding.reading import Context


def ask(
    question: Annotated[str, typer.Argument(help="What a person might write, in any of the four languages.")],
    lang: Annotated[Language | None, typer.Option(help="The language of the person's profile.")] = None,
    after: Annotated[str, typer.Option(help="The entry shown before, for follow-up questions.")] = "",
    config: ConfigOption = DEFAULT_CONFIG,
    as_json: JsonOption = False,
) -> None:
    """Why this answer: normalised text, language, concepts, candidates with each signal's share, thresholds, route.

    [bold]Examples[/bold]: latarnia ask "yak zrobyty pesel" · latarnia ask "а скільки коштує?" --after residence.cukr-card
    """
    log.set_up("error", "console")
    content = served_content(settings.load(config))
    content.load(on_training=lambda: typer.echo("Learning from the questions of the content…", err=True))
    explanation: dict[str, Any] = asdict(content.current.understanding.explain(question, Context(lang, after)))
    if as_json:
        typer.echo(json.dumps(explanation, ensure_ascii=False, default=str))
        return
    _print(explanation, lambda id_: content.current.knowledge.entries[id_].title[lang or Language.EN])


def _print(explanation: dict[str, Any], title: Any) -> None:
    console = Console(highlight=False)
    for key, value in explanation.items():
        if key in ("reading", "candidates"):
            continue
        console.print(f"[bold]{key:<14}[/bold] {_words(value)}")
    reading = explanation.get("reading", explanation)
    for key in (
        "route",
        "language",
        "language_sure",
        "facet",
        "follow_up",
        "danger",
        "command",
        "small_talk",
        "foreign",
    ):
        if key in reading:
            console.print(f"[bold]{key:<14}[/bold] {_words(reading[key])}")
    table = Table("Entry", "Title", "Score", "Signals")
    for hit in explanation.get("candidates") or reading.get("hits", ()):
        shares = " · ".join(f"{name} {share:.2f}" for name, share in hit["reasons"].items())
        table.add_row(hit["entry"], title(hit["entry"]), f"{hit['score']:.3f}", shares)
    console.print(table)


def _words(value: Any) -> str:
    if isinstance(value, dict):
        return " · ".join(f"{name} {_words(one)}" for name, one in value.items())
    if isinstance(value, (list, tuple)):
        return ", ".join(_words(one) for one in value)
    return f"{value:.3f}" if isinstance(value, float) else str(value)
