"""What an advisor does with a case. Forms come back by a redirect; the page's script asks for JSON and stays."""

from aiohttp import web

from bot.domain.errors import Conflict, NotAllowed
from bot.handoff.case import Outcome
from bot.web import pages
from bot.web.chat.posting import clean
from bot.web.desk import board, session, views
from bot.web.errors import wants_json
from bot.web.keys import deps_of

MAX_TEXT = 20_000
MAX_AGREED = 300


@session.seated
async def claim(request: web.Request) -> web.StreamResponse:
    case_id = request.match_info["case"]
    try:
        await deps_of(request).desk.claim(session.advisor_of(request), case_id)
    except Conflict as error:
        if wants_json(request):
            raise
        words = pages.say(request, "desk.taken-by", holder=error.holder or "?")
        return await views.desk_page(request, notice=words, status=409)
    return _done(request, f"/desk/case/{case_id}", "claimed")


@session.seated
async def take_next(request: web.Request) -> web.StreamResponse:
    """The best fitting case that is still free: nobody picks cherries."""
    desk, advisor = deps_of(request).desk, session.advisor_of(request)
    for case in board.best_first(await desk.queue(advisor), advisor):
        try:
            await desk.claim(advisor, case.id)
        except (Conflict, NotAllowed):
            continue
        return _done(request, f"/desk/case/{case.id}", "claimed")
    return _done(request, "/desk", "nothing")


@session.seated
async def reply(request: web.Request) -> web.StreamResponse:
    return await _write(request, "reply")


@session.seated
async def note(request: web.Request) -> web.StreamResponse:
    return await _write(request, "note")


async def _write(request: web.Request, kind: str) -> web.StreamResponse:
    form = await request.post()
    text, client_id = clean(str(form.get("text", "")))[:MAX_TEXT].strip(), str(form.get("client_id", ""))[:64]
    case_id = request.match_info["case"]
    if not text:
        words = pages.say(request, "desk.write-something")
        if wants_json(request):
            return web.json_response({"error": "empty", "message": words}, status=400, headers=pages.NO_STORE)
        return await views.case_page(request, error=words, status=400)
    desk = deps_of(request).desk
    write = desk.reply if kind == "reply" else desk.note
    await write(session.advisor_of(request), case_id, text, client_id or deps_of(request).ids.secret()[:22])
    return _done(request, f"/desk/case/{case_id}", "noted" if kind == "note" else "")


@session.seated
async def release(request: web.Request) -> web.StreamResponse:
    await deps_of(request).desk.release(session.advisor_of(request), request.match_info["case"])
    return _done(request, "/desk", "released")


@session.seated
async def close(request: web.Request) -> web.StreamResponse:
    form = await request.post()
    agreed = " ".join(clean(str(form.get("agreed", ""))).split())[:MAX_AGREED]
    chosen = str(form.get("outcome", ""))
    if chosen not in {outcome.value for outcome in views.OUTCOMES}:
        words = pages.say(request, "desk.outcome-needed")
        return await views.closing_page(request, error=words, agreed=agreed, status=400)
    await deps_of(request).desk.close(session.advisor_of(request), request.match_info["case"], Outcome(chosen), agreed)
    return _done(request, "/desk", "closed")


def _done(request: web.Request, to: str, done: str) -> web.Response:
    if wants_json(request):
        return web.json_response({"to": to}, headers=pages.NO_STORE)
    location = f"{to}?done={done}" if done else f"{to}#newest"
    return web.Response(status=303, headers={"Location": location, **pages.NO_STORE})
