"""The desk's pages and the fragments that its script refreshes."""

from typing import Any

from aiohttp import web

from bot.domain.errors import NotAllowed
from bot.handoff.case import Case, CaseState, Outcome
from bot.web import pages
from bot.web.desk import board, session
from bot.web.keys import deps_of, language_of

OUTCOMES = tuple(outcome for outcome in Outcome if outcome is not Outcome.LEFT)
"""Leaving the queue is the person's own doing."""
_DONE = frozenset({"claimed", "released", "closed", "noted"})


@session.seated
async def queue(request: web.Request) -> web.StreamResponse:
    return await desk_page(request)


async def desk_page(request: web.Request, *, notice: str = "", status: int = 200) -> web.Response:
    """The queue alone, with a word on what just happened."""
    return pages.page(
        request, "desk/queue.html", status=status, notice=notice or _done(request), **await frame(request), current=""
    )


async def frame(request: web.Request) -> dict[str, Any]:
    """What every page of the desk shows."""
    deps, advisor, language = deps_of(request), session.advisor_of(request), language_of(request)
    cases = await deps.desk.queue(advisor)
    return {
        "advisor": advisor,
        "csrf": session.csrf_of(session.token_of(request)),
        "queue": board.queue(cases, advisor, deps.clock.now(), deps.catalog.values, language),
        "path": request.path,
        "error": "",
    }


def _done(request: web.Request) -> str:
    done = request.query.get("done", "")
    if done == "nothing":
        return pages.say(request, "desk.nothing-to-take")
    return pages.say(request, f"desk.done-{done}") if done in _DONE else ""


@session.seated
async def case(request: web.Request) -> web.StreamResponse:
    return await case_page(request)


async def case_page(
    request: web.Request, *, error: str = "", drafts: dict[str, str] | None = None, status: int = 200
) -> web.Response:
    """The case with its conversation; ``drafts`` keeps what was typed when a form had an error."""
    try:
        context = await _case(request)
    except NotAllowed:
        return await desk_page(request, notice=pages.say(request, "desk.protected-why"), status=403)
    pane = "card" if request.query.get("pane") == "card" else "conversation"
    shared = await frame(request) | {"error": error}
    return pages.page(
        request,
        "desk/case.html",
        status=status,
        **shared,
        **context,
        current=context["case"].id,
        notice=_done(request),
        drafts={"reply": "", "note": ""} | (drafts or {}),
        pane=pane,
        client_id=deps_of(request).ids.secret()[:22],
        outcomes=OUTCOMES,
    )


async def _case(request: web.Request) -> dict[str, Any]:
    deps, advisor = deps_of(request), session.advisor_of(request)
    view = await deps.desk.access_case(advisor, request.match_info["case"])
    return {
        "case": view.case,
        "stretches": board.stretches(view.lines),
        "seen": board.seen(view.lines),
        "earlier": view.earlier,
        "channel": board.channel_key(view.case),
        "delivery_key": board.delivery_key,
        "mine": view.case.state is CaseState.HELD and view.case.advisor == advisor.login,
        "topic": deps.topic(view.case.topic, language_of(request)) if view.case.topic else "",
        "standing": standing_of(view.case),
    }


def standing_of(case: Case) -> str:
    """State and holder in one word, for the page's script to compare."""
    return f"{case.state.value}:{case.advisor}"


@session.seated
async def closing(request: web.Request) -> web.StreamResponse:
    return await closing_page(request)


async def closing_page(request: web.Request, *, error: str = "", agreed: str = "", status: int = 200) -> web.Response:
    """Closing as a page of its own, for browsers without script."""
    shared = await frame(request) | {"error": error}
    context = await _case(request)
    return pages.page(
        request,
        "desk/closing.html",
        status=status,
        **shared,
        **context,
        current="",
        notice="",
        outcomes=OUTCOMES,
        agreed=agreed,
    )


@session.seated
async def receipt(request: web.Request) -> web.StreamResponse:
    """The exact text that a person got, by the code in its foot."""
    code = request.query.get("code", "").strip().upper()[:20]
    line = await deps_of(request).desk.receipt(session.advisor_of(request), code) if code else None
    return pages.page(
        request,
        "desk/receipt.html",
        status=404 if code and line is None else 200,
        **await frame(request),
        current="",
        notice="",
        code=code,
        line=line,
    )


@session.seated
async def queue_fragment(request: web.Request) -> web.StreamResponse:
    context = await frame(request)
    html = pages.fragment(
        request.app, "desk/rows.html", language_of(request), **context, current=request.query.get("case", "")
    )
    waiting = context["queue"].waiting
    words = pages.say(request, "desk.waiting", n=waiting)
    return web.json_response({"html": html, "waiting": waiting, "words": words}, headers=pages.NO_STORE)


@session.seated
async def case_fragment(request: web.Request) -> web.StreamResponse:
    context = await _case(request) | await frame(request)
    html = pages.fragment(request.app, "desk/lines.html", language_of(request), **context)
    return web.json_response({"html": html, "standing": context["standing"]}, headers=pages.NO_STORE)
