"""The desk's event stream: a word that the queue or the open case changed; the page then asks for what it shows."""

from contextlib import AsyncExitStack

from aiohttp import web

from bot.web import stream
from bot.web.desk import session
from bot.web.keys import deps_of


@session.seated
async def follow(request: web.Request) -> web.StreamResponse:
    """``?case=``: also watch this case's conversation."""
    deps, advisor = deps_of(request), session.advisor_of(request)
    case_id = request.query.get("case", "")
    topics = ["queue"]
    if case_id:
        topics.append(f"conversation:{(await deps.desk.access_case(advisor, case_id)).case.conversation}")
    async with AsyncExitStack() as stack:
        watched = [await stack.enter_async_context(deps.live.subscribe(topic)) for topic in topics]
        out = await stack.enter_async_context(stream.opened(request))
        while True:
            await out.send("changed", {})
            while not await stream.wait_any(watched, stream.HEARTBEAT):
                if await deps.accounts.who(session.token_of(request)) is None:
                    return out.response
                await out.beat()
    return out.response
