"""Telegram's webhook: the secret checked before the body is read, 200 for everything that was taken or can never be read."""

import orjson
from aiohttp import web

from bot.channels.telegram.receive import Receiver, secret_is_right
from bot.domain.errors import StorageAway

PATH = "/telegram/webhook"
_HEADER = "X-Telegram-Bot-Api-Secret-Token"


def route(receiver: Receiver, secret: str) -> web.RouteDef:
    """POST route for ``web.build_app``."""

    async def take(request: web.Request) -> web.Response:
        if not secret_is_right(request.headers.get(_HEADER), secret):
            return web.Response(status=403)
        try:
            data = orjson.loads(await request.read())
        except orjson.JSONDecodeError:
            return web.Response()  # asking for it again would bring the same
        try:
            await receiver.accept(data)
        except StorageAway:
            return web.Response(status=503)  # Telegram keeps it and tries again
        return web.Response()

    return web.post(PATH, take)
