"""``python -m tests.web.serve [port]``: the pages with the town behind them, for looking at."""

import sys

import structlog
from aiohttp import web

from bot.web.app import build_app
from tests.web.world import Town, busy, deps

if __name__ == "__main__":
    structlog.configure(processors=[structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)])
    town = Town()
    busy(town)
    web.run_app(build_app(deps(town)), host="127.0.0.1", port=int(sys.argv[1]) if len(sys.argv) > 1 else 8099)
