"""``/styleguide``: every part in every state, in both themes."""

from aiohttp import web

from bot.web import pages


async def show(request: web.Request) -> web.Response:
    return pages.page(request, "error.html")
