"""The JSON API under ``/chat/api``: the page's script uses it, and so may tests and other scripts."""

import json
from typing import Any

from aiohttp import web

from bot.domain.errors import StorageAway
from bot.domain.language import Language
from bot.service.ports import Line
from bot.web import pages, richtext
from bot.web.chat import bubbles, identity, posting
from bot.web.errors import BadRequest
from bot.web.keys import deps_of, language_of


async def say(request: web.Request) -> web.Response:
    """``{text, client_id, lang?, after?}`` → ``{duplicate, toast, lang, lines?}``; with ``after`` the new lines come along."""
    body = await _body(request)
    text, language = _string(body, "text"), _language(request, body)
    try:
        posted = await posting.say(request, text, _string(body, "client_id", ""), language)
        return await _answer(request, posted, body)
    except StorageAway:
        return away(request, language, text)


async def press(request: web.Request) -> web.Response:
    """``{line, data, client_id?, lang?, after?}``, the same answer."""
    body = await _body(request)
    language = _language(request, body)
    line = body.get("line", "")
    if not isinstance(line, int | str):
        raise BadRequest("line")
    try:
        data = _string(body, "data")
        posted = await posting.press(request, str(line), data, _string(body, "client_id", ""), language)
        response = await _answer(request, posted, body)
        identity.keep_language(response, data, deps_of(request))
        return response
    except StorageAway:
        return away(request, language, "")


async def start(request: web.Request) -> web.Response:
    """``{link?, lang?, after?}``: the greeting, or the entry that the link names."""
    body = await _body(request)
    language = _language(request, body)
    try:
        posted = await posting.start(request, _string(body, "link", ""), language)
        return await _answer(request, posted, body)
    except StorageAway:
        return away(request, language, "")


async def leave(request: web.Request) -> web.Response:
    """Quick exit by script: called by a beacon while the page is already gone."""
    await posting.leave(request)
    response = web.Response(status=204, headers=pages.NO_STORE)
    identity.forget(response, deps_of(request))
    return response


async def lines(request: web.Request) -> web.Response:
    """``?after=``: the talk's lines above this id, oldest first."""
    after = number(request.query.get("after", "0"), "after")
    talk = identity.talk_of(request)
    if talk is None:
        return _reply({"lines": []})
    found = await deps_of(request).store.transcript(talk.conversation, after)
    return _reply({"lines": [line_data(request, line, html="html" in request.query) for line in bubbles.public(found)]})


def line_data(request: web.Request, line: Line, *, html: bool) -> dict[str, Any]:
    data: dict[str, Any] = {
        "id": line.id,
        "author": line.author.value,
        "at": line.at.isoformat(),
        "text": line.text,
        "message": line.message.to_dict() if line.message else None,
        "chosen": line.chosen,
        "client_id": line.client_id,
    }
    if html:
        data["html"] = line_html(request, line)
    return data


def line_html(request: web.Request, line: Line) -> str:
    return pages.fragment(
        request.app,
        "chat/bubble.html",
        language_of(request),
        bubble=bubbles.bubble(line),
        client_id=deps_of(request).ids.secret()[:22],
    )


def away(request: web.Request, language: Language, text: str) -> web.Response:
    """The database cannot be reached: the numbers that help, and the danger card if the words ask for it."""
    deps = deps_of(request)
    words = deps.catalog.say("web.database-away", language)
    body: dict[str, Any] = {
        "error": "away",
        "message": words,
        "help": words,
        "help_html": str(richtext.rich(words, language)),
    }
    if text and (card := deps.aid(text, language)):
        shown = bubbles.of_message(card, id_=0, who="bot")
        body["card"] = card.to_dict()
        body["card_html"] = pages.fragment(request.app, "chat/bubble.html", language, bubble=shown, client_id="")
    return web.json_response(body, status=503, headers={**pages.NO_STORE, "Retry-After": "5"})


async def _answer(request: web.Request, posted: posting.Posted, body: dict[str, Any]) -> web.Response:
    deps = deps_of(request)
    answer: dict[str, Any] = {
        "duplicate": posted.received.duplicate,
        "toast": posted.received.toast,
        "lang": posted.received.language.value,
    }
    after = body.get("after")
    if isinstance(after, int) and not isinstance(after, bool) and after >= 0:
        found = await deps.store.transcript(posted.talk.conversation, after)
        answer["lines"] = [line_data(request, line, html=True) for line in bubbles.public(found)]
    response = _reply(answer)
    identity.remember(response, posted.talk, deps)
    return response


async def _body(request: web.Request) -> dict[str, Any]:
    try:
        body = json.loads(await request.read() or b"{}")
    except (ValueError, RecursionError) as error:
        raise BadRequest("json") from error
    if not isinstance(body, dict):
        raise BadRequest("json")
    return body


def _string(body: dict[str, Any], name: str, default: str | None = None) -> str:
    value = body.get(name, default)
    if not isinstance(value, str):
        raise BadRequest(name)
    return value


def _language(request: web.Request, body: dict[str, Any]) -> Language:
    tag = body.get("lang")
    return (Language.from_tag(tag) if isinstance(tag, str) else None) or language_of(request)


def number(text: str, name: str) -> int:
    """A whole number from the address; raises BadRequest for anything else."""
    if not (text.isascii() and text.isdecimal() and len(text) <= 18):
        raise BadRequest(name)
    return int(text)


def _reply(body: dict[str, Any]) -> web.Response:
    return web.json_response(body, headers=pages.NO_STORE)
