"""Who sits at the desk: the session cookie, the right to be here, and the token that every form carries."""

import hashlib
import hmac
from collections.abc import Awaitable, Callable
from functools import wraps

from aiohttp import web

from bot.domain.errors import NotAllowed
from bot.service.ports import Advisor, Role
from bot.web.deps import WebDeps
from bot.web.errors import FormExpired, SignInNeeded
from bot.web.keys import ADVISOR, deps_of

COOKIE = "latarnia_desk"
_SEATS = frozenset({Role.ADVISOR, Role.LEAD, Role.ADMIN})
View = Callable[[web.Request], Awaitable[web.StreamResponse]]


def token_of(request: web.Request) -> str:
    return request.cookies.get(COOKIE, "")


def csrf_of(token: str) -> str:
    """Derived from the session, so that nothing more must be stored: who can read the page's cookie can read its forms."""
    return hashlib.sha256(f"csrf:{token}".encode()).hexdigest()[:32]


def remember(response: web.StreamResponse, token: str, deps: WebDeps) -> None:
    """Until the browser closes or the session ends on the server."""
    response.set_cookie(COOKIE, token, path="/desk", httponly=True, samesite="Lax", secure=deps.secure_cookies)


def forget(response: web.StreamResponse, deps: WebDeps) -> None:
    response.del_cookie(COOKIE, path="/desk", httponly=True, samesite="Lax", secure=deps.secure_cookies)


def seated(view: View) -> View:
    """Only for advisors, leads and administrators; a form must carry its token."""

    @wraps(view)
    async def guarded(request: web.Request) -> web.StreamResponse:
        advisor = await deps_of(request).accounts.who(token_of(request)) if token_of(request) else None
        if advisor is None:
            raise SignInNeeded
        if not advisor.roles & _SEATS:
            raise NotAllowed
        if request.method == "POST":
            await _check_form(request)
        request[ADVISOR] = advisor
        return await view(request)

    return guarded


async def _check_form(request: web.Request) -> None:
    sent = request.headers.get("X-CSRF") or str((await request.post()).get("csrf", ""))
    if not hmac.compare_digest(sent.encode(), csrf_of(token_of(request)).encode()):
        raise FormExpired


def advisor_of(request: web.Request) -> Advisor:
    return request[ADVISOR]
