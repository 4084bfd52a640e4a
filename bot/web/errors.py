"""The one place where an error becomes a status code and words."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field

import structlog
from aiohttp import web

from bot.domain.errors import Conflict, NotAllowed, NotFound, StorageAway
from bot.domain.messages import Param
from bot.service.accounts import Throttled
from bot.web import pages, richtext
from bot.web.keys import deps_of, language_of
from bot.web.middleware import Handler

log = structlog.get_logger(__name__)


class BadRequest(Exception):
    """The caller's data has the wrong shape; says which field."""

    def __init__(self, field_name: str) -> None:
        super().__init__(field_name)
        self.field = field_name


class TooFast(Exception):
    """Posted too often; ``after`` seconds until the next try."""

    def __init__(self, after: float) -> None:
        super().__init__(after)
        self.after = after


class SignInNeeded(Exception):
    """The desk does not know who this is."""


class FormExpired(Exception):
    """The form's token is not of this session."""


@dataclass(frozen=True, slots=True)
class Failure:
    """An error as the outside sees it: status, catalogue key, values, headers."""

    status: int
    key: str
    params: dict[str, Param] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)


_FAILURES: tuple[tuple[type[Exception], Callable[[Exception], Failure]], ...] = (
    (NotFound, lambda error: Failure(404, "web.not-found")),
    (NotAllowed, lambda error: Failure(403, "web.not-allowed")),
    (Conflict, lambda error: Failure(409, "desk.taken-by", {"holder": getattr(error, "holder", "") or "?"})),
    (StorageAway, lambda error: Failure(503, "web.database-away", headers={"Retry-After": "5"})),
    (
        TooFast,
        lambda error: Failure(429, "web.too-fast", headers={"Retry-After": str(int(getattr(error, "after", 1)) + 1)}),
    ),
    (BadRequest, lambda error: Failure(400, "web.bad-request", {"field": str(error)})),
    (SignInNeeded, lambda error: Failure(401, "desk.session-ended")),
    (FormExpired, lambda error: Failure(403, "desk.form-expired")),
    (Throttled, lambda error: Failure(429, "desk.too-many-tries", {"until": getattr(error, "until", "")})),
)
_HTTP_KEYS = {404: "web.not-found", 405: "web.not-found", 403: "web.not-allowed", 413: "web.too-large"}


@web.middleware
async def explain(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Every failure leaves as a page or as JSON with useful words; an unknown one is logged with a number."""
    try:
        return await handler(request)
    except web.HTTPException as error:
        if error.status < 400:
            raise
        failure = Failure(error.status, _HTTP_KEYS.get(error.status, "web.bad-request"), {"field": error.reason})
        return answer(request, failure)
    except ConnectionError:
        raise
    except Exception as error:
        return answer(request, _known(error) or _unknown(request, error))


def _known(error: Exception) -> Failure | None:
    return next((describe(error) for kind, describe in _FAILURES if isinstance(error, kind)), None)


def _unknown(request: web.Request, error: Exception) -> Failure:
    number = secrets.token_hex(4)
    log.error("web.failed", number=number, method=request.method, route=_route(request), exc_info=error)
    return Failure(500, "web.failed", {"number": number})


def _route(request: web.Request) -> str:
    """The pattern, never the address: links carry tokens."""
    resource = request.match_info.route.resource
    return resource.canonical if resource else ""


def answer(request: web.Request, failure: Failure) -> web.Response:
    deps = deps_of(request)
    key = "desk.failed" if failure.status == 503 and request.path.startswith("/desk") else failure.key
    words = deps.catalog.say(key, language_of(request), **failure.params)
    if wants_json(request):
        return _json(failure, words)
    if failure.status == 401:
        return web.Response(status=303, headers={"Location": f"/desk/sign-in?next={request.path}", **pages.NO_STORE})
    response = pages.page(
        request,
        "error.html",
        status=failure.status,
        words=words,
        failure=failure,
        contact=deps.contact(language_of(request)),
    )
    response.headers.update(failure.headers)
    return response


def _json(failure: Failure, words: str) -> web.Response:
    body = {"error": failure.key, "message": words} | {name: str(value) for name, value in failure.params.items()}
    if failure.status == 503:
        body |= {"help": words, "help_html": str(richtext.rich(words))}
    return web.json_response(body, status=failure.status, headers={**pages.NO_STORE, **failure.headers})


def wants_json(request: web.Request) -> bool:
    return "/api/" in request.path or request.headers.get("Accept", "").startswith("application/json")
