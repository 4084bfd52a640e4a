"""A local Bot API server: Telegram's side of the talk, over real HTTP, for benchmarks, fault runs and tests.

It keeps what the bot sent, hands out updates by long polling, and can be told to fail as the real one does.
"""

import asyncio
import itertools
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import orjson
from aiohttp import web

TOKEN = "1000000001:AAlocalLocalLocalLocalLocalLocalLocal1"  # noqa: S105 - the token of a server that lives for a test
USERNAME = "latarnia_local_bot"
Failure = tuple[int, dict[str, Any]]
"""HTTP status and body of a refused call."""


def too_many_requests(seconds: int) -> Failure:
    return 429, {
        "ok": False,
        "error_code": 429,
        "description": f"Too Many Requests: retry after {seconds}",
        "parameters": {"retry_after": seconds},
    }


def blocked() -> Failure:
    return 403, {"ok": False, "error_code": 403, "description": "Forbidden: bot was blocked by the user"}


def bad_request(description: str) -> Failure:
    return 400, {"ok": False, "error_code": 400, "description": f"Bad Request: {description}"}


@dataclass(slots=True)
class Call:
    """One method call of the bot."""

    method: str
    data: dict[str, Any]
    at: float
    """``time.monotonic()`` of its arrival: comparable between processes of one machine."""


@dataclass
class LocalBotApi:
    """Start it with :meth:`start`; ``calls`` holds what arrived, ``chats`` the messages of each chat as they stand now."""

    keep_calls: bool = True
    calls: list[Call] = field(default_factory=list)
    chats: dict[int, dict[int, dict[str, Any]]] = field(default_factory=lambda: defaultdict(dict))
    fail: Callable[[str, dict[str, Any]], Failure | None] = lambda method, data: None
    base_url: str = ""

    def __post_init__(self) -> None:
        self._message_ids = itertools.count(1)
        self._update_ids = itertools.count(500_000)
        self._updates: list[dict[str, Any]] = []
        self._changed = asyncio.Event()
        self._runner: web.AppRunner | None = None
        self._settings: dict[str, Any] = {}
        self._waiting: dict[int, asyncio.Future[None]] = {}

    async def start(self, port: int = 0) -> str:
        """Listen on loopback; returns the base URL for ``telegram.base_url``."""
        app = web.Application(client_max_size=10_000_000)
        app.router.add_route("*", "/bot{token}/{method}", self._handle)
        self._runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=0.5)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", port, backlog=1024)
        await site.start()
        assert site._server is not None
        bound = site._server.sockets[0].getsockname()[1]  # type: ignore[attr-defined]
        self.base_url = f"http://127.0.0.1:{bound}"
        return self.base_url

    async def stop(self) -> None:
        if self._runner is not None:
            await self._runner.cleanup()

    # the person's side

    def person(self, chat: int, language: str = "uk") -> dict[str, Any]:
        return {"id": chat, "is_bot": False, "first_name": "P", "language_code": language}

    def text_update(self, chat: int, text: str, language: str = "uk") -> dict[str, Any]:
        """An update as Telegram sends it; the person's message gets the chat's next id."""
        message = {
            "message_id": next(self._message_ids),
            "date": int(time.time()),
            "chat": {"id": chat, "type": "private", "first_name": "P"},
            "from": self.person(chat, language),
            "text": text,
        }
        return {"update_id": next(self._update_ids), "message": message}

    def press_update(self, chat: int, message_id: int, data: str, language: str = "uk") -> dict[str, Any]:
        message = {
            "message_id": message_id,
            "date": int(time.time()),
            "chat": {"id": chat, "type": "private"},
            "text": "x",
        }
        number = next(self._update_ids)
        query = {
            "id": str(number),
            "from": self.person(chat, language),
            "message": message,
            "chat_instance": "1",
            "data": data,
        }
        return {"update_id": number, "callback_query": query}

    def put(self, update: dict[str, Any]) -> None:
        """Queue an update for long polling."""
        self._updates.append(update)
        self._touch()

    async def until(self, condition: Callable[["LocalBotApi"], Any], seconds: float = 10.0) -> Any:
        """Wait for something to be true of what the bot has done so far; returns the condition's value."""
        async with asyncio.timeout(seconds):
            while not (found := condition(self)):
                self._changed.clear()
                await self._changed.wait()
        return found

    def next_arrival(self, chat: int) -> "asyncio.Future[None]":
        """Done when the bot's next message or edit reaches this chat."""
        return self._waiting.setdefault(chat, asyncio.get_running_loop().create_future())

    def _arrived(self, chat: int) -> None:
        waiting = self._waiting.pop(chat, None)
        if waiting is not None and not waiting.done():
            waiting.set_result(None)

    def texts(self, chat: int) -> list[str]:
        return [message["text"] for message in self.chats[chat].values()]

    def buttons(self, chat: int) -> list[tuple[int, str, str]]:
        """(message id, label, data) of every button that stands in the chat."""
        return [
            (id_, button["text"], button["callback_data"])
            for id_, message in self.chats[chat].items()
            for row in (message.get("reply_markup") or {}).get("inline_keyboard", ())
            for button in row
        ]

    # the platform's side

    async def _handle(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        data = await self._data(request)
        if request.match_info["token"] != TOKEN:
            return _json(401, {"ok": False, "error_code": 401, "description": "Unauthorized"})
        failure = self.fail(method, data)
        if self.keep_calls:
            self.calls.append(Call(method, data, time.monotonic()))
            self._touch()
        if failure is not None:
            self._touch()
            return _json(*failure)
        result = await self._updates_for(data) if method == "getUpdates" else self._answer(method, data)
        self._touch()
        return _json(200, {"ok": True, "result": result})

    async def _data(self, request: web.Request) -> dict[str, Any]:
        if request.content_type == "application/json":
            body = await request.read()
            return dict(orjson.loads(body)) if body else {}
        return {key: _parsed(str(value)) for key, value in (await request.post()).items()}

    def _answer(self, method: str, data: dict[str, Any]) -> Any:
        match method:
            case "getMe":
                return {"id": 1000000001, "is_bot": True, "first_name": "Latarnia", "username": USERNAME}
            case "sendMessage":
                return self._send(data)
            case "editMessageText":
                return self._edit(data)
            case "deleteMessages":
                for id_ in _parsed(data["message_ids"]):
                    self.chats[int(data["chat_id"])].pop(int(id_), None)
                return True
            case "getMyCommands":
                return self._settings.get(f"commands:{data.get('language_code', '')}", [])
            case "setMyCommands":
                self._settings[f"commands:{data.get('language_code', '')}"] = _parsed(data["commands"])
                return True
            case "getMyDescription" | "getMyShortDescription":
                key = "short_description" if "Short" in method else "description"
                return {key: self._settings.get(f"{key}:{data.get('language_code', '')}", "")}
            case "setMyDescription" | "setMyShortDescription":
                key = "short_description" if "Short" in method else "description"
                self._settings[f"{key}:{data.get('language_code', '')}"] = data.get(key, "")
                return True
            case _:
                return True

    def _send(self, data: dict[str, Any]) -> dict[str, Any]:
        chat = int(data["chat_id"])
        self._arrived(chat)
        id_ = next(self._message_ids)
        if self.keep_calls:
            self.chats[chat][id_] = self._message(data)
        return {
            "message_id": id_,
            "date": int(time.time()),
            "chat": {"id": chat, "type": "private"},
            "text": data["text"],
        }

    def _edit(self, data: dict[str, Any]) -> dict[str, Any]:
        chat, id_ = int(data["chat_id"]), int(data["message_id"])
        self._arrived(chat)
        if self.keep_calls:
            self.chats[chat][id_] = self._message(data)
        return {
            "message_id": id_,
            "date": int(time.time()),
            "chat": {"id": chat, "type": "private"},
            "text": data["text"],
        }

    def _message(self, data: dict[str, Any]) -> dict[str, Any]:
        return {**data, "reply_markup": _parsed(data.get("reply_markup"))}

    async def _updates_for(self, data: dict[str, Any]) -> list[dict[str, Any]]:
        """Long polling: what is above the offset, or the next update within the timeout."""
        offset = int(data.get("offset") or 0)
        self._updates = [update for update in self._updates if update["update_id"] >= offset]
        if not self._updates and (seconds := float(data.get("timeout") or 0)):
            try:
                await self.until(lambda api: api._updates, seconds)
            except TimeoutError:
                return []
        return self._updates[:100]

    def _touch(self) -> None:
        self._changed.set()


def _parsed(value: Any) -> Any:
    """Form fields carry JSON as text."""
    if isinstance(value, str) and value[:1] in "[{":
        return orjson.loads(value)
    return value


def _json(status: int, body: dict[str, Any]) -> web.Response:
    return web.Response(status=status, body=orjson.dumps(body), content_type="application/json")
