"""``latarnia doctor``: what is configured, reachable and missing, each with its remedy."""

import asyncio
import json
import socket
from dataclasses import asdict, dataclass
from pathlib import Path

import typer
from rich.console import Console
from telegram.error import TelegramError

from bot import config as settings
from bot import log
from bot.bootstrap import cache_folder, load_catalog
from bot.channels.telegram.api import connected
from bot.cli.options import DEFAULT_CONFIG, ConfigOption, JsonOption
from bot.config import Config
from bot.content import trained
from bot.content.loader import load_knowledge
from bot.domain.errors import SchemaMismatch, StorageAway
from bot.domain.problem import Severity
from bot.storage import schema
from bot.storage.store import SqlStore


@dataclass(frozen=True, slots=True)
class Finding:
    """``state``: ok, warning or failing."""

    what: str
    state: str
    found: str
    remedy: str = ""


def doctor(config: ConfigOption = DEFAULT_CONFIG, as_json: JsonOption = False) -> None:
    """Look at settings, content, database, accounts, port and Telegram. Exit code 1 if anything is failing.

    [bold]Example[/bold]: latarnia doctor --json
    """
    log.set_up("error", "console")
    loaded = settings.load(config)
    findings = [
        _settings(config),
        *_content(loaded),
        *asyncio.run(_database(loaded)),
        _port(loaded),
        asyncio.run(_telegram(loaded)),
    ]
    if as_json:
        typer.echo(json.dumps([asdict(finding) for finding in findings], ensure_ascii=False))
    else:
        _print(findings)
    raise typer.Exit(1 if any(finding.state == "failing" for finding in findings) else 0)


def _settings(path: Path) -> Finding:
    return Finding("settings", "ok", f"{path}" if path.exists() else "defaults, no file")


def _content(loaded: Config) -> list[Finding]:
    knowledge, problems = load_knowledge(loaded.knowledge.path, thorough=False)
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    try:
        load_catalog(loaded.translations.path)
        phrases = Finding("translations", "ok", "four languages")
    except (OSError, ValueError) as error:
        phrases = Finding("translations", "failing", str(error), "Check translations.path in config.yaml.")
    if knowledge is None:
        return [Finding("content", "failing", f"{len(errors)} errors", "Run `latarnia check`."), phrases]
    reviewed = sum(1 for entry in knowledge.entries.values() if entry.review.pl)
    served = loaded.knowledge.serve == "reviewed" and reviewed == 0
    content = Finding(
        "content",
        "warning" if served else "ok",
        f"{len(knowledge.entries)} entries, {reviewed} reviewed, {len(problems)} warnings",
        "Nothing is reviewed, so nothing is shown: have the content reviewed, or set knowledge.serve: drafts."
        if served
        else "",
    )
    learned = trained.path_for(knowledge, cache_folder(loaded)).exists()
    learning = Finding("understanding", "ok", "ready" if learned else "will be learned at the next start")
    return [content, phrases, learning]


async def _database(loaded: Config) -> list[Finding]:
    try:
        await schema.check(loaded.database.url)
    except SchemaMismatch as error:
        return [Finding("database", "failing", f"version {error.found or 'none'}", "Run `latarnia db upgrade`.")]
    except StorageAway:
        return [Finding("database", "failing", "not reachable", "Check database.url, and that the server runs.")]
    store = SqlStore(loaded.database.url)
    try:
        waiting = await store.undelivered()
        accounts = [one for one in await store.advisors() if one.active]
    finally:
        await store.close()
    desk = Finding("accounts", "ok", f"{len(accounts)} active")
    if not accounts:
        desk = Finding("accounts", "warning", "nobody can answer people", "Add one: `latarnia advisor add`.")
    return [Finding("database", "ok", f"version {schema.head()}, {waiting} messages waiting"), desk]


def _port(loaded: Config) -> Finding:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((loaded.web.host, loaded.web.port))
        except OSError as error:
            return Finding(
                "port",
                "warning",
                f"{loaded.web.port}: {error.strerror}",
                "Latarnia may be running already; else set another web.port.",
            )
    return Finding("port", "ok", f"{loaded.web.host}:{loaded.web.port} is free")


async def _telegram(loaded: Config) -> Finding:
    if not loaded.telegram.token.get_secret_value():
        return Finding("telegram", "ok", "off", "Set LATARNIA_TELEGRAM_TOKEN to connect a bot.")
    async with connected(loaded.telegram.base_url, loaded.telegram.token.get_secret_value()) as api:
        try:
            await api.bot.initialize()
            return Finding("telegram", "ok", f"@{api.bot.username}, {loaded.telegram.mode}")
        except TelegramError as error:
            return Finding("telegram", "failing", str(error)[:100], "Check the token with BotFather, and the network.")


def _print(findings: list[Finding]) -> None:
    console = Console(highlight=False, soft_wrap=True)
    signs = {"ok": "[green]✓[/green]", "warning": "[yellow]![/yellow]", "failing": "[red]✗[/red]"}
    for finding in findings:
        console.print(f"{signs[finding.state]} {finding.what:<14} {finding.found}")
        if finding.remedy:
            console.print(f"  → {finding.remedy}", markup=False)
