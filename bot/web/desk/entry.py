"""Coming in and going out: password, one-time link, signing in again over an open page."""

import json

from aiohttp import web

from bot.domain.errors import NotAllowed
from bot.domain.language import Language
from bot.service.accounts import Throttled
from bot.web import pages
from bot.web.chat.identity import source_of
from bot.web.desk import session
from bot.web.errors import BadRequest
from bot.web.keys import deps_of
from bot.web.middleware import set_language


async def ask(request: web.Request) -> web.Response:
    return _form(request)


def _form(request: web.Request, problem: str = "", *, login: str = "", status: int = 200) -> web.Response:
    next_ = _inside(request.query.get("next", ""))
    return pages.page(request, "desk/sign-in.html", status=status, problem=problem, login=login, next=next_)


def _inside(path: str) -> str:
    """Only pages of the desk: a link must not lead elsewhere after signing in."""
    return path if path == "/desk" or path.startswith("/desk/") else "/desk"


async def sign_in(request: web.Request) -> web.Response:
    form = await request.post()
    login, password = str(form.get("login", "")).strip(), str(form.get("password", ""))
    if not login or not password:
        return _form(request, pages.say(request, "desk.sign-in-empty"), login=login, status=400)
    deps = deps_of(request)
    try:
        token = await deps.accounts.sign_in(login, password, source_of(request, deps))
    except NotAllowed:
        return _form(request, pages.say(request, "desk.sign-in-wrong"), login=login, status=403)
    except Throttled as error:
        return _form(request, pages.say(request, "desk.too-many-tries", until=error.until), login=login, status=429)
    return _welcome(request, token, _inside(str(form.get("next", ""))))


def _welcome(request: web.Request, token: str, to: str) -> web.Response:
    response = web.Response(status=303, headers={"Location": to, **pages.NO_STORE})
    session.remember(response, token, deps_of(request))
    return response


async def sign_in_again(request: web.Request) -> web.Response:
    """``{login, password}`` → ``{csrf}``: the page stays open with its drafts."""
    try:
        body = json.loads(await request.read())
        login, password = str(body["login"]), str(body["password"])
    except (ValueError, KeyError, TypeError) as error:
        raise BadRequest("login") from error
    deps = deps_of(request)
    try:
        token = await deps.accounts.sign_in(login, password, source_of(request, deps))
    except NotAllowed:
        words = pages.say(request, "desk.sign-in-wrong")
        return web.json_response({"error": "desk.sign-in-wrong", "message": words}, status=403, headers=pages.NO_STORE)
    response = web.json_response({"csrf": session.csrf_of(token)}, headers=pages.NO_STORE)
    session.remember(response, token, deps)
    return response


async def enter(request: web.Request) -> web.Response:
    """The one-time link."""
    try:
        token = await deps_of(request).accounts.enter(request.match_info["token"])
    except NotAllowed:
        return _form(request, pages.say(request, "desk.link-spent"), status=403)
    return _welcome(request, token, "/desk")


@session.seated
async def sign_out(request: web.Request) -> web.StreamResponse:
    deps = deps_of(request)
    await deps.accounts.sign_out(session.token_of(request))
    response = web.Response(status=303, headers={"Location": "/desk/sign-in", **pages.NO_STORE})
    session.forget(response, deps)
    return response


async def switch_language(request: web.Request) -> web.Response:
    form = await request.post()
    language = Language.from_tag(str(form.get("lang", "")))
    if language is None:
        raise BadRequest("lang")
    response = web.Response(status=303, headers={"Location": _inside(str(form.get("next", ""))), **pages.NO_STORE})
    set_language(response, language, secure=deps_of(request).secure_cookies)
    return response
