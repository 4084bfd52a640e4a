"""The web application: routes, middlewares, start and stop."""

from collections.abc import Iterable

from aiohttp import web

from bot.web import chat, desk, errors, health, middleware, pages, stream, styleguide
from bot.web.deps import WebDeps
from bot.web.keys import DEPS, THROTTLE
from bot.web.throttle import Throttle


def build_app(deps: WebDeps, extra: Iterable[web.RouteDef] = ()) -> web.Application:
    """``extra``: routes of channels, such as Telegram's webhook."""
    app = web.Application(
        middlewares=[middleware.know_language, errors.explain, middleware.refuse_strangers],
        client_max_size=deps.limits.body_bytes,
    )
    app[DEPS] = deps
    app[THROTTLE] = Throttle()
    pages.setup(app)
    stream.setup(app)
    app.on_response_prepare.append(middleware.guard)
    app.router.add_get("/", _home)
    app.router.add_get("/health", health.health)
    app.router.add_get("/styleguide", styleguide.show)
    app.router.add_routes(chat.ROUTES)
    app.router.add_routes(desk.ROUTES)
    app.router.add_routes(list(extra))
    return app


async def _home(request: web.Request) -> web.Response:
    query = f"?{request.query_string}" if request.query_string else ""
    return web.Response(status=302, headers={"Location": f"/chat{query}"})
