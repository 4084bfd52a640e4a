"""``latarnia demo``: everything on this machine, no accounts needed."""

import time
from pathlib import Path

import uvloop
from rich.console import Console

from bot import config as settings
from bot import log
from bot.bootstrap import Application, served_content
from bot.cli.options import DEFAULT_CONFIG, ConfigOption
from bot.config import Config
from bot.domain.language import Language
from bot.service.ports import Advisor, Role
from bot.service.runner import stop_on_signal
from bot.storage import schema

_console = Console(highlight=False, soft_wrap=True)
_ACCOUNTS = (
    Advisor("advisor", "Advisor 1", frozenset({Role.ADVISOR}), tuple(Language), protected=True),
    Advisor("editor", "Editor 1", frozenset({Role.EDITOR}), tuple(Language), protected=False),
)


def demo(config: ConfigOption = DEFAULT_CONFIG) -> None:
    """The running bot with web chat and desk: unreviewed content under a notice, SQLite, sign-in links printed.

    A Telegram token in the environment connects Telegram too.

    [bold]Example[/bold]: latarnia demo
    """
    started = time.monotonic()
    loaded = _demo_settings(settings.load(config))
    log.set_up(loaded.log.level, loaded.log.format)
    content = served_content(loaded)
    content.load(
        on_training=lambda: _console.print("Learning from the questions of the content (once for each change)…")
    )
    uvloop.run(_demo(Application(loaded, content), loaded, started))


def _demo_settings(loaded: Config) -> Config:
    """Drafts are served: nobody has reviewed the starter content yet, and the notice above each answer says so."""
    knowledge = loaded.knowledge.model_copy(update={"serve": "drafts"})
    quiet = loaded.log.model_copy(update={"level": "warning" if loaded.log.level == "info" else loaded.log.level})
    return loaded.model_copy(update={"knowledge": knowledge, "log": quiet})


async def _demo(application: Application, loaded: Config, started: float) -> None:
    _prepare_folder(loaded.database.url)
    await schema.upgrade(loaded.database.url)
    links = [await _sign_in_link(application, account, loaded.web.public_url) for account in _ACCOUNTS]
    stop = stop_on_signal()
    await application.serve(stop, lambda: _announce(loaded, links, time.monotonic() - started))


def _prepare_folder(url: str) -> None:
    if url.startswith("sqlite:///"):
        Path(url.removeprefix("sqlite:///")).parent.mkdir(parents=True, exist_ok=True)


async def _sign_in_link(application: Application, account: Advisor, public_url: str) -> tuple[str, str]:
    """A fresh one-time link; the account itself is made on the first start, with a password that nobody knows."""
    core = application.core
    if await core.store.advisor(account.login) is None:
        await core.accounts.add(account, core.ids.secret())
    token = await core.accounts.create_link(account.login)
    return account.login, f"{public_url}/desk/enter/{token}"


def _announce(loaded: Config, links: list[tuple[str, str]], seconds: float) -> None:
    _console.print(f"\n[bold]Latarnia is up[/bold] after {seconds:.1f} s. Stop it with Ctrl+C.\n")
    _console.print(f"  Chat      {loaded.web.public_url}/chat")
    for login, link in links:
        _console.print(f"  {login.capitalize():<9} {link}  (works once)")
    telegram = (
        "connected" if loaded.telegram.token.get_secret_value() else "off: set LATARNIA_TELEGRAM_TOKEN to connect a bot"
    )
    _console.print(f"  Telegram  {telegram}\n")
