"""``latarnia chat``: talk in the terminal."""

import asyncio
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from bot import config as settings
from bot import log
from bot.bootstrap import Core, build_core, served_content
from bot.channels.terminal.render import NAME, picked, render
from bot.cli.options import DEFAULT_CONFIG, ConfigOption
from bot.domain.events import ChoicePicked, ConversationStarted, Event, TextReceived
from bot.domain.language import Language
from bot.domain.messages import RenderedChoice
from bot.service.ports import Address, Author
from bot.storage import schema

_PERSON = Address(NAME, "me")


def chat(
    lang: Annotated[Language | None, typer.Option(help="Language to begin in.")] = None,
    reviewed: Annotated[bool, typer.Option(help="Show only reviewed text, as in production.")] = False,
    config: ConfigOption = DEFAULT_CONFIG,
) -> None:
    """Talk to the bot here: type words, or the number of a choice; an empty line ends the talk. Nothing is kept.

    [bold]Example[/bold]: latarnia chat --lang uk
    """
    loaded = settings.load(config)
    log.set_up("error", "console")
    knowledge = loaded.knowledge.model_copy(update={"serve": "reviewed" if reviewed else "drafts"})
    content = served_content(loaded.model_copy(update={"knowledge": knowledge}))
    content.load(on_training=lambda: typer.echo("Learning from the questions of the content…", err=True))
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'chat.db'}"
        database = loaded.database.model_copy(update={"url": url})
        asyncio.run(_talk(build_core(loaded.model_copy(update={"database": database}), content, {}), url, lang))


async def _talk(core: Core, url: str, language: Language | None) -> None:
    await schema.upgrade(url)
    seen, choices = await _turn(
        core, 0, ConversationStarted(at=core.clock.now(), receipt="", platform_language=language), "0"
    )
    number = 0
    while typed := (await asyncio.to_thread(_read)).strip():
        number += 1
        seen, offered = await _turn(core, seen, _event(core, typed, choices, language), str(number))
        choices = offered or choices
    await core.store.close()


def _event(core: Core, typed: str, choices: tuple[RenderedChoice, ...], language: Language | None) -> Event:
    at, receipt = core.clock.now(), core.ids.receipt()
    choice = picked(typed, choices)
    if choice is not None:
        return ChoicePicked(at=at, receipt=receipt, data=choice.data, platform_language=language)
    return TextReceived(at=at, receipt=receipt, text=typed, platform_language=language)


async def _turn(core: Core, seen: int, event: Event, event_id: str) -> tuple[int, tuple[RenderedChoice, ...]]:
    """Handle and print; returns the last line seen and the newest choices."""
    received = await core.inbox.receive(_PERSON, event_id, event)
    if received.toast:
        typer.echo(f"({received.toast})")
    choices: tuple[RenderedChoice, ...] = ()
    for line in await core.store.transcript(_PERSON.key, after=seen):
        seen = line.id
        if line.author is not Author.PERSON and line.message is not None:
            typer.echo(f"\n{render(line.message)}\n")
            choices = line.message.choices or choices
    return seen, choices


def _read() -> str:
    try:
        return input("> ")
    except EOFError:
        return ""
