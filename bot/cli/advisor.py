"""``latarnia advisor``: accounts of the desk."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Annotated, TypeVar

import typer
from rich.console import Console
from rich.table import Table

from bot import config as settings
from bot.cli.failures import fail
from bot.cli.options import DEFAULT_CONFIG, ConfigOption, JsonOption
from bot.domain.language import Language
from bot.service.accounts import Accounts
from bot.service.clock import RandomIds, SystemClock
from bot.service.ports import Advisor, Role
from bot.storage import schema
from bot.storage.store import SqlStore

app = typer.Typer(help="Accounts of the desk.", no_args_is_help=True, rich_markup_mode="rich")
T = TypeVar("T")


@app.command()
def add(
    login: Annotated[str, typer.Argument(help="Name for signing in, letters and digits.")],
    alias: Annotated[str, typer.Option(help='What people see: a first name or "Advisor 3".')],
    role: Annotated[list[Role] | None, typer.Option(help="May be given several times.")] = None,
    language: Annotated[list[Language] | None, typer.Option(help="Languages the person answers in.")] = None,
    protected: Annotated[bool, typer.Option(help="May see cases of violence and trafficking.")] = False,
    config: ConfigOption = DEFAULT_CONFIG,
) -> None:
    """Make or change an account and print a one-time sign-in link. The password is asked for, never an argument.

    [bold]Example[/bold]: latarnia advisor add olena --alias Olena --role advisor --language uk --language ru
    """
    password = typer.prompt("Password (12 signs or more)", hide_input=True, confirmation_prompt=True)
    if len(password) < 12:
        fail("The password is too short.", "Choose one of 12 signs or more.")
    account = Advisor(login, alias, frozenset(role or [Role.ADVISOR]), tuple(language or Language), protected)
    public_url = settings.load(config).web.public_url

    async def make(store: SqlStore) -> str:
        accounts = Accounts(store, SystemClock(), RandomIds())
        await accounts.add(account, password)
        return await accounts.create_link(login)

    typer.echo(f"Account {login} is ready. One-time link: {public_url}/desk/enter/{_with_store(config, make)}")


@app.command("list")
def list_(config: ConfigOption = DEFAULT_CONFIG, as_json: JsonOption = False) -> None:
    """All accounts with their roles and languages.

    [bold]Example[/bold]: latarnia advisor list --json
    """

    async def read(store: SqlStore) -> list[Advisor]:
        return list(await store.advisors())

    found = _with_store(config, read)
    if as_json:
        rows = [
            {
                "login": one.login,
                "alias": one.alias,
                "roles": sorted(one.roles),
                "languages": list(one.languages),
                "protected": one.protected,
                "active": one.active,
            }
            for one in found
        ]
        typer.echo(json.dumps(rows, ensure_ascii=False))
        return
    table = Table("Login", "Alias", "Roles", "Languages", "Protected cases", "Active")
    for one in found:
        table.add_row(
            one.login,
            one.alias,
            ", ".join(sorted(one.roles)),
            ", ".join(one.languages),
            _word(one.protected),
            _word(one.active),
        )
    Console().print(table)


@app.command()
def disable(
    login: Annotated[str, typer.Argument(help="The account to lock out.")], config: ConfigOption = DEFAULT_CONFIG
) -> None:
    """Lock an account out at once; its sessions end.

    [bold]Example[/bold]: latarnia advisor disable olena
    """

    async def lock(store: SqlStore) -> bool:
        return await store.disable_advisor(login)

    if not _with_store(config, lock):
        fail(f"There is no account {login!r}.", "See `latarnia advisor list`.", code=1)
    typer.echo(f"Account {login} is locked out.")


def _with_store(config: ConfigOption, work: Callable[[SqlStore], Awaitable[T]]) -> T:
    url = settings.load(config).database.url

    async def run() -> T:
        await schema.check(url)
        store = SqlStore(url)
        try:
            return await work(store)
        finally:
            await store.close()

    return asyncio.run(run())


def _word(value: bool) -> str:
    return "yes" if value else "no"
