"""``/health``: for whoever keeps the process alive."""

from aiohttp import web

from bot.web.keys import deps_of

OK, AWAY = "ok", "away"


async def health(request: web.Request) -> web.Response:
    """503 when a part is away, else 200; each part with a word, never with data."""
    parts = dict(await deps_of(request).health())
    if AWAY in parts.values():
        status = "failing"
    else:
        status = OK if all(state == OK for state in parts.values()) else "degraded"
    code = 503 if status == "failing" else 200
    return web.json_response({"status": status, "parts": parts}, status=code, headers={"Cache-Control": "no-store"})
