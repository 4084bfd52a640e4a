"""python-telegram-bot's requests over aiohttp: the same connections as the rest of the bot, a third of the library default's cost."""

from typing import Any

import aiohttp
import orjson
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

CONNECT_SECONDS = 5.0
READ_SECONDS = 15.0
POLL_SECONDS = 30


class JsonBody:
    """Arguments of a method as a JSON body; what the library's own ``RequestData`` is to ``do_request``."""

    def __init__(self, arguments: dict[str, Any]) -> None:
        self.json_payload = orjson.dumps(arguments)


class NotSent(NetworkError):
    """The request never left: safe to repeat."""


class AiohttpRequest(BaseRequest):
    """Implements the library's public request interface. Uploads are not needed: the bot sends text."""

    def __init__(self, connections: int, read_seconds: float = READ_SECONDS) -> None:
        self._connections, self._read_seconds = connections, read_seconds
        self._timeout = aiohttp.ClientTimeout(total=None, sock_connect=CONNECT_SECONDS, sock_read=read_seconds)
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        return self._read_seconds

    async def initialize(self) -> None:
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=self._connections, ttl_dns_cache=300)
            self._session = aiohttp.ClientSession(connector=connector)

    async def shutdown(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *timeouts: Any, **named_timeouts: Any
    ) -> tuple[int, bytes]:
        """Status and body. A failure before the request left is told from one after it."""
        if self._session is None:
            await self.initialize()
        assert self._session is not None
        body = request_data.json_payload if request_data else None
        headers = {"Content-Type": "application/json"} if body else None
        try:
            async with self._session.request(
                method, url, data=body, headers=headers, timeout=self._timeout
            ) as response:
                return response.status, await response.read()
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise NotSent(f"not connected: {type(error).__name__}") from error
        except TimeoutError as error:
            raise TimedOut("no answer in time") from error
        except aiohttp.ClientError as error:
            raise TimedOut(f"connection lost: {type(error).__name__}") from error
