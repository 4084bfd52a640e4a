"""Around every request: its language, where it may come from, and the headers that keep others out."""

from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from aiohttp import web

from bot.domain.language import Language
from bot.web.keys import DEPS, LANGUAGE

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
LANGUAGE_COOKIE = "lang"
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_OURS = ("/chat", "/desk")
"""Pages whose forms carry a person's cookie. Webhooks come from other hosts and prove themselves in another way."""


@web.middleware
async def know_language(request: web.Request, handler: Handler) -> web.StreamResponse:
    request[LANGUAGE] = _language(request)
    return await handler(request)


def _language(request: web.Request) -> Language:
    """The address says it, then what was chosen here before, then the browser."""
    for tag in (request.query.get("lang"), request.cookies.get(LANGUAGE_COOKIE)):
        if found := Language.from_tag(tag):
            return found
    return accepted(request.headers.get("Accept-Language", "")) or Language.EN


def accepted(header: str) -> Language | None:
    """The best of our languages in an Accept-Language header."""
    best: tuple[float, Language] | None = None
    for part in header.split(",")[:20]:
        tag, _, weight = part.strip().partition(";q=")
        language = Language.from_tag(tag)
        if language is None:
            continue
        try:
            quality = float(weight or 1)
        except ValueError:
            continue
        if best is None or quality > best[0]:
            best = (quality, language)
    return best[1] if best else None


@web.middleware
async def refuse_strangers(request: web.Request, handler: Handler) -> web.StreamResponse:
    """A form or script of another site may not post here."""
    if request.method not in _SAFE and request.path.startswith(_OURS) and not _same_site(request):
        raise web.HTTPForbidden(reason="Cross-site request")
    return await handler(request)


def _same_site(request: web.Request) -> bool:
    fetch_site = request.headers.get("Sec-Fetch-Site")
    if fetch_site is not None:
        return fetch_site in ("same-origin", "none")
    origin = request.headers.get("Origin")
    if origin is None:
        return True
    return urlsplit(origin).netloc in (request.host, urlsplit(request.app[DEPS].public_url).netloc)


async def guard(request: web.Request, response: web.StreamResponse) -> None:
    """Signal before any response: own files only, no inline script, no framing, no referrer to others."""
    exit_parts = urlsplit(request.app[DEPS].exit_url)
    headers = response.headers
    headers.setdefault(
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
        f"form-action 'self' {exit_parts.scheme}://{exit_parts.netloc}; frame-ancestors 'none'; base-uri 'none'",
    )
    headers.setdefault("X-Content-Type-Options", "nosniff")
    headers.setdefault("X-Frame-Options", "DENY")
    headers.setdefault("Referrer-Policy", "same-origin")
    headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
    headers.setdefault("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()")
    if request.path.startswith("/static/") and "v" in request.query and response.status == 200:
        headers["Cache-Control"] = "public, max-age=31536000, immutable"


def set_language(response: web.StreamResponse, language: Language, *, secure: bool) -> None:
    """Remember a language that somebody chose by pressing."""
    response.set_cookie(
        LANGUAGE_COOKIE, language.value, max_age=365 * 24 * 3600, secure=secure, httponly=True, samesite="Lax", path="/"
    )
