"""Typed keys under which the application and a request carry things."""

from aiohttp import web

from bot.domain.language import Language
from bot.service.ports import Advisor
from bot.web.deps import WebDeps
from bot.web.throttle import Throttle

DEPS = web.AppKey("deps", WebDeps)
THROTTLE = web.AppKey("throttle", Throttle)
LANGUAGE = web.RequestKey("language", Language)
ADVISOR = web.RequestKey("advisor", Advisor)


def deps_of(request: web.Request) -> WebDeps:
    return request.app[DEPS]


def language_of(request: web.Request) -> Language:
    return request[LANGUAGE]
