"""Templates: one environment, phrases of the catalogue bound to the page's language, files named by their content."""

import hashlib
from functools import partial
from pathlib import Path
from typing import Any

import aiohttp_jinja2
import jinja2
from aiohttp import web

from bot.domain.language import MENU_ORDER, Language
from bot.web import icons, richtext
from bot.web.keys import DEPS, deps_of, language_of

HERE = Path(__file__).parent
STATIC = HERE / "static"
NO_STORE = {"Cache-Control": "no-store, max-age=0"}


def setup(app: web.Application) -> None:
    environment = aiohttp_jinja2.setup(
        app,
        loader=jinja2.FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        context_processors=[],
    )
    versions = {file.name: hashlib.sha256(file.read_bytes()).hexdigest()[:10] for file in STATIC.iterdir()}
    environment.globals.update(
        icon=icons.icon,
        lamp=icons.lamp,
        icon_of=icons.icon_of,
        rich=richtext.rich,
        inline=richtext.inline,
        typed=richtext.typed,
        asset=lambda name: f"/static/{name}?v={versions[name]}",
        languages=MENU_ORDER,
    )
    app.router.add_static("/static", STATIC, append_version=False)


def bound(app: web.Application, language: Language) -> dict[str, Any]:
    """What every template may use: ``t`` says a phrase, ``values`` writes dates and times."""
    catalog = app[DEPS].catalog

    def say(key: str, /, **params: Any) -> str:
        return catalog.say(key, language, **params)

    return {
        "t": say,
        "lang": language,
        "clock_of": partial(catalog.values.clock, language=language),
        "moment_of": partial(catalog.values.moment, language=language),
    }


def fragment(app: web.Application, template: str, language: Language, **context: Any) -> str:
    """A piece of HTML for a script to insert."""
    environment = app[aiohttp_jinja2.APP_KEY]
    text: str = environment.get_template(template).render(bound(app, language) | context)
    return text


def page(request: web.Request, template: str, *, status: int = 200, **context: Any) -> web.Response:
    """A whole page in the request's language, never stored by anybody."""
    language = language_of(request)
    response = web.Response(
        text=fragment(request.app, template, language, **context),
        content_type="text/html",
        charset="utf-8",
        status=status,
    )
    response.headers.update(NO_STORE)
    response.headers["Content-Language"] = language.value
    response.headers["Vary"] = "Accept-Language, Cookie"
    return response


def say(request: web.Request, key: str, /, **params: Any) -> str:
    """A phrase in the request's language."""
    return deps_of(request).catalog.say(key, language_of(request), **params)
