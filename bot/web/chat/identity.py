"""Who is talking: a random token in a cookie, set only when the person first writes or presses."""

import hashlib
from dataclasses import dataclass

from aiohttp import web

from bot.domain.actions import Action, Do
from bot.domain.language import Language
from bot.service.ports import Address
from bot.web.deps import WebDeps
from bot.web.middleware import set_language

COOKIE = "latarnia_chat"
CHANNEL = "web"
_DAY = 24 * 3600


@dataclass(frozen=True, slots=True)
class Talk:
    """The person's side of one conversation. The token never leaves the cookie; the key cannot be turned back into it."""

    token: str

    @property
    def address(self) -> Address:
        return Address(CHANNEL, hashlib.sha256(self.token.encode()).hexdigest()[:32])

    @property
    def conversation(self) -> str:
        return self.address.key


def talk_of(request: web.Request) -> Talk | None:
    """The talk of this browser, if it has one. A cookie of another shape is nobody's."""
    token = request.cookies.get(COOKIE, "")
    return Talk(token) if 16 <= len(token) <= 128 and token.isascii() else None


def begin(deps: WebDeps) -> Talk:
    return Talk(deps.ids.secret())


def remember(response: web.StreamResponse, talk: Talk, deps: WebDeps) -> None:
    """Kept as long as the talk itself."""
    response.set_cookie(
        COOKIE,
        talk.token,
        max_age=deps.retention_days * _DAY,
        path="/chat",
        httponly=True,
        samesite="Lax",
        secure=deps.secure_cookies,
    )


def keep_language(response: web.StreamResponse, data: str, deps: WebDeps) -> None:
    """A language chosen in the talk is the page's language too."""
    action = Action.decode(data)
    if action is not None and action.do is Do.LANGUAGE and (language := Language.from_tag(action.target)):
        set_language(response, language, secure=deps.secure_cookies)


def forget(response: web.StreamResponse, deps: WebDeps) -> None:
    response.del_cookie(COOKIE, path="/chat", httponly=True, samesite="Lax", secure=deps.secure_cookies)


def source_of(request: web.Request, deps: WebDeps) -> str:
    """The caller's network address, as far as it can be known."""
    if deps.trust_proxy and (forwarded := request.headers.get("X-Forwarded-For")):
        return forwarded.rpartition(",")[2].strip()
    return request.remote or ""
