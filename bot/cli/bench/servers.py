"""The baseline of the turns benchmark, a process of its own: ``python -m bot.cli.bench.servers``."""

import asyncio

import uvloop
from aiohttp import web

READY = "ready"


async def _bare() -> None:
    """The baseline: an aiohttp endpoint that reads the same body and answers 200."""

    async def take(request: web.Request) -> web.Response:
        await request.read()
        return web.Response()

    app = web.Application()
    app.router.add_post("/", take)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    assert site._server is not None
    print(f"{READY} http://127.0.0.1:{site._server.sockets[0].getsockname()[1]}", flush=True)  # type: ignore[attr-defined]
    await asyncio.Event().wait()


if __name__ == "__main__":
    uvloop.run(_bare())
