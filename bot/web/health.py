"""``/health``: for whoever keeps the process alive."""

from aiohttp import web

from bot.web.keys import deps_of

OK, AWAY = "ok", "away"


async def health(request: web.Request) -> web.Response:
    """503 when a part is away, else 200; each part with a word, never with data."""
    parts = dict(await deps_of(request).health())
    if AWAY in parts.values():
        return _reply("failing", parts, 503)
    return _reply(OK if all(state == OK for state in parts.values()) else "degraded", parts, 200)


def _reply(status: str, parts: dict[str, str], code: int) -> web.Response:
    return web.json_response({"status": status, "parts": parts}, status=code, headers={"Cache-Control": "no-store"})
