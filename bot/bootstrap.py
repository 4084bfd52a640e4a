"""Settings into a running application: the only module that picks concrete classes."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import structlog
from aiohttp import web
from telegram import Bot
from telegram.error import TelegramError

from bot.channels.telegram import profile, webhook
from bot.channels.telegram.api import TelegramApi, connected
from bot.channels.telegram.client import TelegramChannel
from bot.channels.telegram.parse import NAME as TELEGRAM
from bot.channels.telegram.receive import ALLOWED_UPDATES, Receiver
from bot.config import Config
from bot.content.reload import watch
from bot.content.serving import ServedContent
from bot.dialogue.content import Settings
from bot.dialogue.engine import first_aid
from bot.domain.errors import StorageAway
from bot.domain.language import Language
from bot.domain.messages import Rendered
from bot.i18n.catalog import Catalog
from bot.i18n.render import render
from bot.knowledge.serving import Mode
from bot.service.accounts import Accounts
from bot.service.clock import RandomIds, SystemClock
from bot.service.desk import Desk
from bot.service.inbound import Inbox
from bot.service.live import Live
from bot.service.outbox import Outbox
from bot.service.ports import Channel
from bot.service.runner import Loop, forgetting, run
from bot.storage import schema
from bot.storage.store import SqlStore
from bot.web.app import build_app
from bot.web.deps import Contact, MenuArea, WebDeps

PULLING = ("web", "terminal")
START_TRIES_SECONDS = 5.0

_log = structlog.get_logger()


def load_catalog(translations: Path) -> Catalog:
    """The four catalogues. Raises FileNotFoundError naming the missing one."""
    return Catalog(
        {language: (translations / language / "LC_MESSAGES" / "latarnia.po").read_bytes() for language in Language}
    )


def cache_folder(config: Config) -> Path:
    """Where trained understanding is kept: beside the knowledge, outside of what editors see."""
    return config.knowledge.path.resolve().parent / "var"


def served_content(config: Config) -> ServedContent:
    """The content of the configured folders; call ``load()`` before use."""
    settings = Settings(
        mode=Mode(config.knowledge.serve),
        retention_days=config.privacy.retention_days,
        desk_hours=config.desk.hours.days(),
    )
    return ServedContent(config.knowledge.path, cache_folder(config), load_catalog(config.translations.path), settings)


@dataclass(slots=True)
class Core:
    """Storage and use cases, without any way to people yet."""

    content: ServedContent
    store: SqlStore
    live: Live
    outbox: Outbox
    inbox: Inbox
    accounts: Accounts
    desk: Desk
    clock: SystemClock
    ids: RandomIds


def build_core(config: Config, content: ServedContent, channels: Mapping[str, Channel]) -> Core:
    """``channels``: those that messages are pushed to; may be filled later by the caller."""
    clock, ids, live = SystemClock(), RandomIds(), Live()
    store = SqlStore(config.database.url)
    outbox = Outbox(store, channels, clock, live)
    inbox = Inbox(store, content, outbox, live, clock, ids, PULLING)
    return Core(
        content,
        store,
        live,
        outbox,
        inbox,
        Accounts(store, clock, ids),
        Desk(store, inbox, live, clock, ids),
        clock,
        ids,
    )


class Application:
    """The running bot: web chat, desk and Telegram over one core."""

    def __init__(self, config: Config, content: ServedContent) -> None:
        self.config = config
        self._channels: dict[str, Channel] = {}
        self.core = build_core(config, content, self._channels)

    async def serve(self, stop: asyncio.Event, on_ready: Callable[[], None] = lambda: None) -> None:
        """Serve until ``stop``. Raises OSError if the port is taken, SchemaMismatch, StorageAway."""
        await schema.check(self.config.database.url)
        async with AsyncExitStack() as stack:
            stack.push_async_callback(self.core.store.close)
            await self.core.outbox.recover()
            loops, settings = self._own_loops(), self.config.telegram
            routes: list[web.RouteDef] = []
            if settings.token.get_secret_value():
                api = await stack.enter_async_context(connected(settings.base_url, settings.token.get_secret_value()))
                loop, routes = self._add_telegram(api)
                loops.append(loop)
            runner = web.AppRunner(build_app(self._web_deps(), routes), access_log=None, shutdown_timeout=5.0)
            await runner.setup()
            stack.push_async_callback(runner.cleanup)
            await web.TCPSite(runner, self.config.web.host, self.config.web.port, reuse_address=True).start()
            on_ready()
            await run(loops, stop)

    def _own_loops(self) -> list[Loop]:
        keep = timedelta(days=self.config.privacy.retention_days)
        loops: list[Loop] = [self.core.outbox.run, forgetting(self.core.store, self.core.clock, keep)]
        return [*loops, self._follow_content] if self.config.knowledge.reload else loops

    async def _follow_content(self, stop: asyncio.Event) -> None:
        content = self.core.content
        version = content.current.knowledge.version
        await watch(self.config.knowledge.path, content.take, content.refuse, stop, version)

    # Telegram

    def _add_telegram(self, api: TelegramApi) -> tuple[Loop, list[web.RouteDef]]:
        """The channel, the loop that keeps it going, and the webhook's route where one is used."""
        self._channels[TELEGRAM] = TelegramChannel(api, self._advisor_heading)
        receiver = Receiver(api, self.core.inbox, self.core.clock, self.core.ids)
        if self.config.telegram.mode == "webhook":
            secret = self.config.telegram.webhook_secret.get_secret_value()
            return lambda stop: self._keep_webhook(api.bot, receiver, stop), [webhook.route(receiver, secret)]
        return lambda stop: self._poll(api.bot, receiver, stop), []

    def _advisor_heading(self, alias: str, language: Language) -> str:
        return self.core.content.current.catalog.say("advisor.heading", language, alias=alias)

    async def _poll(self, bot: Bot, receiver: Receiver, stop: asyncio.Event) -> None:
        if await self._greet_telegram(bot, receiver, stop):
            await bot.delete_webhook(drop_pending_updates=False)
            await receiver.poll(stop)

    async def _keep_webhook(self, bot: Bot, receiver: Receiver, stop: asyncio.Event) -> None:
        if await self._greet_telegram(bot, receiver, stop):
            await bot.set_webhook(
                f"{self.config.web.public_url}{webhook.PATH}",
                secret_token=self.config.telegram.webhook_secret.get_secret_value(),
                allowed_updates=list(ALLOWED_UPDATES),
                drop_pending_updates=False,
            )
        await stop.wait()
        await receiver.finish()

    async def _greet_telegram(self, bot: Bot, receiver: Receiver, stop: asyncio.Event) -> bool:
        """Find out who we are and set the profile; Telegram being away at start is no reason not to serve the others."""
        while not stop.is_set():
            try:
                await bot.initialize()
                receiver.username = bot.username
                changed = await profile.set_up(bot, self.core.content.current.catalog.say)
                _log.info("telegram.ready", username=bot.username, profile_changes=changed)
                return True
            except TelegramError as error:
                _log.warning("telegram.away", reason=str(error)[:120])
                try:
                    async with asyncio.timeout(START_TRIES_SECONDS):
                        await stop.wait()
                except TimeoutError:
                    continue
        return False

    # web

    def _web_deps(self) -> WebDeps:
        core, settings = self.core, self.config
        return WebDeps(
            inbox=core.inbox,
            live=core.live,
            desk=core.desk,
            accounts=core.accounts,
            store=core.store,
            catalog=core.content.current.catalog,
            ids=core.ids,
            clock=core.clock,
            menu=self._menu,
            health=self._health,
            public_url=settings.web.public_url,
            exit_url=settings.web.exit_url,
            secure_cookies=settings.web.public_url.startswith("https://"),
            retention_days=settings.privacy.retention_days,
            contact=self._contact,
            aid=self._aid,
            topic=self._topic,
        )

    def _menu(self) -> Sequence[MenuArea]:
        areas = self.core.content.current.knowledge.areas
        return [MenuArea(id_, area.sign, dict(area.name.items())) for id_, area in areas.items()]

    async def _health(self) -> Mapping[str, str]:
        try:
            await self.core.store.undelivered()
            database = "ok"
        except StorageAway:
            database = "away"
        content = "ok" if not self.core.content.problems else "a change was refused, the old content serves"
        return {"database": database, "content": content}

    def _contact(self, language: Language) -> Contact:
        facts = self.core.content.current.knowledge.facts
        today = self.core.clock.now().date()
        email = facts["email.centre"].on(today) if "email.centre" in facts else ""
        hours = self.core.content.current.catalog.values.hours(self.config.desk.hours.days(), language)
        return Contact(email=str(email or ""), hours=hours)

    def _topic(self, entry: str, language: Language) -> str:
        found = self.core.content.current.knowledge.entries.get(entry)
        return found.title[language] if found else entry

    def _aid(self, text: str, language: Language) -> Rendered | None:
        content = self.core.content.current
        turn = first_aid(text, language, self.core.clock.now(), content)
        return render(turn[0], turn[1], content.catalog) if turn else None
