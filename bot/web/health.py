"""``/health``: for whoever keeps the process alive."""

from aiohttp import web

from bot.web.keys import deps_of

OK = "ok"


async def health(request: web.Request) -> web.Response:
    """200 when every part is well, else 503; each part with a word, never with data."""
    parts = dict(await deps_of(request).health())
    well = all(state == OK for state in parts.values())
    return web.json_response(
        {"status": OK if well else "failing", "parts": parts},
        status=200 if well else 503,
        headers={"Cache-Control": "no-store"},
    )
