"""The page ``/chat`` and its forms: everything here works without script."""

from aiohttp import web

from bot.domain.errors import StorageAway
from bot.domain.language import Language
from bot.service.ports import Line
from bot.web import pages
from bot.web.chat import bubbles, identity, posting
from bot.web.chat.greeting import area_choice, greeting
from bot.web.chat.standing import Standing, standing
from bot.web.errors import BadRequest
from bot.web.keys import deps_of, language_of
from bot.web.middleware import set_language

TO_NEWEST = "/chat#newest"


async def show(request: web.Request) -> web.Response:
    deps, language = deps_of(request), language_of(request)
    talk = identity.talk_of(request)
    lines, now, away = await _history(request, talk)
    response = pages.page(
        request,
        "chat/page.html",
        greeting=bubbles.of_message(greeting(deps, language), id_=0, who="bot"),
        bubbles=[bubbles.bubble(line) for line in bubbles.shown(lines)],
        last=max((line.id for line in lines), default=0),
        standing=now,
        away=away,
        aid=_aid(request, away),
        talking=talk is not None,
        cleared=talk is not None and not lines and not away,
        areas=[(area.id, area_choice(area, language)) for area in deps.menu()],
        contact=deps.contact(language),
        exit_url=deps.exit_url,
        retention_days=deps.retention_days,
        client_id=deps.ids.secret()[:22],
        draft=request.query.get("q", "")[:500],
    )
    if talk is not None and request.query.get("lang"):
        set_language(response, language, secure=deps.secure_cookies)
    return response


async def _history(request: web.Request, talk: identity.Talk | None) -> tuple[list[Line], Standing, bool]:
    """The talk so far, how it stands with people, and whether the storage is away."""
    if talk is None:
        return [], Standing(), False
    store = deps_of(request).store
    try:
        lines = list(await store.transcript(talk.conversation))
        return lines, await standing(store, talk.conversation, lines), False
    except StorageAway:
        return [], Standing(), True


def _aid(request: web.Request, away: bool) -> str:
    return pages.say(request, "web.database-away") if away else ""


async def about(request: web.Request) -> web.Response:
    """What is kept, what stays in the browser, how the bot works."""
    deps = deps_of(request)
    return pages.page(
        request,
        "chat/about.html",
        contact=deps.contact(language_of(request)),
        retention_days=deps.retention_days,
        exit_url=deps.exit_url,
        talking=identity.talk_of(request) is not None,
    )


async def say(request: web.Request) -> web.Response:
    form = await request.post()
    text = str(form.get("text", ""))
    if not text.strip():
        return _to("/chat#text")
    try:
        posted = await posting.say(
            request, text, str(form.get("client_id", "")), Language.from_tag(str(form.get("lang", "")))
        )
    except StorageAway:
        return _kept(request, text)
    return _after(request, posted)


def _kept(request: web.Request, text: str) -> web.Response:
    """The database is away: help at once, and the words are not lost."""
    deps, language = deps_of(request), language_of(request)
    card = deps.aid(text, language)
    return pages.page(
        request,
        "chat/away.html",
        status=503,
        words=pages.say(request, "web.database-away"),
        card=bubbles.of_message(card, id_=0, who="bot") if card else None,
        text=text[:4000],
        client_id=deps.ids.secret()[:22],
        exit_url=deps.exit_url,
    )


async def press(request: web.Request) -> web.Response:
    form = await request.post()
    data = str(form.get("data", ""))
    if not data:
        raise BadRequest("data")
    posted = await posting.press(
        request,
        str(form.get("line", "")),
        data,
        str(form.get("client_id", "")),
        Language.from_tag(str(form.get("lang", ""))),
    )
    response = _after(request, posted)
    identity.keep_language(response, data, deps_of(request))
    return response


async def switch(request: web.Request) -> web.Response:
    """Another language for the page, and for the talk if there is one."""
    form = await request.post()
    language = Language.from_tag(str(form.get("lang", "")))
    if language is None:
        raise BadRequest("lang")
    if identity.talk_of(request) is None:
        return _to(f"/chat?lang={language}")
    await posting.switch_language(request, language)
    response = _to(TO_NEWEST)
    set_language(response, language, secure=deps_of(request).secure_cookies)
    return response


async def leave(request: web.Request) -> web.Response:
    """Quick exit without script."""
    deps = deps_of(request)
    await posting.leave(request)
    response = _to(deps.exit_url)
    identity.forget(response, deps)
    return response


def _after(request: web.Request, posted: posting.Posted) -> web.Response:
    response = _to(TO_NEWEST)
    deps = deps_of(request)
    identity.remember(response, posted.talk, deps)
    return response


def _to(location: str) -> web.Response:
    return web.Response(status=303, headers={"Location": location, **pages.NO_STORE})
