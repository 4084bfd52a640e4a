"""The talk as an event stream: new lines, settled choices, where the talk stands with people, and when it was cleared."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from aiohttp import web

from bot.domain.errors import StorageAway
from bot.service.ports import Line
from bot.web import stream
from bot.web.chat import api, bubbles, identity
from bot.web.chat.standing import ABOUT_PEOPLE, Standing, standing
from bot.web.deps import TranscriptPort
from bot.web.keys import deps_of

WATCHED = 12
"""So many of the newest messages with buttons are watched for a choice."""


@dataclass(slots=True)
class Reader:
    """What one open page has been told so far."""

    last: int
    settled: dict[int, str] = field(default_factory=dict)
    standing: Standing = field(default_factory=Standing)

    @property
    def floor(self) -> int:
        """Read from here: the last line known, and older ones whose choice is still open."""
        open_ones = [id_ for id_, chosen in self.settled.items() if not chosen]
        return min([self.last, *open_ones])


async def follow(request: web.Request) -> web.StreamResponse:
    """``?after=`` or ``Last-Event-ID``: everything above it is sent first, then whatever happens."""
    talk = identity.talk_of(request)
    if talk is None:
        return web.Response(status=204)
    last = request.headers.get("Last-Event-ID") or request.query.get("after", "0")
    reader = Reader(api.number(last, "after"))
    live = deps_of(request).live
    async with live.subscribe(f"conversation:{talk.conversation}") as subscription, stream.opened(request) as out:
        await _recall(request, talk.conversation, reader)
        while True:
            await _tell(request, talk.conversation, reader, out)
            while not await subscription.wait(stream.HEARTBEAT):
                await out.beat()
    return out.response


async def _recall(request: web.Request, conversation: str, reader: Reader) -> None:
    """A page that comes back knows its lines, but a choice may have settled meanwhile: look at the newest ones again."""
    try:
        lines = await deps_of(request).store.transcript(conversation, 0, WATCHED)
    except StorageAway:
        return
    reader.settled = {line.id: "" for line in lines if line.id <= reader.last and bubbles.undecided(line)}


async def _tell(request: web.Request, conversation: str, reader: Reader, out: stream.Stream) -> None:
    store = deps_of(request).store
    try:
        lines = await store.transcript(conversation, max(0, reader.floor - 1))
        if reader.last and not any(line.id == reader.last for line in lines):
            await out.send("cleared", {})
            reader.last, reader.settled, reader.standing = 0, {}, Standing()
            lines = await store.transcript(conversation)
        now = await _standing(store, conversation, lines, reader)
    except StorageAway:
        await out.send("away", {})
        return
    await _send_settled(request, lines, reader, out)
    await _send_new(request, lines, reader, out)
    if now != reader.standing:
        reader.standing = now
        await out.send("standing", {"state": now.state, "text": now.text})


async def _standing(store: TranscriptPort, conversation: str, lines: Sequence[Line], reader: Reader) -> Standing:
    """Asked again only when a new line could have changed it."""
    new = [line for line in lines if line.id > reader.last]
    about_people = any(line.message is not None and line.message.kind in ABOUT_PEOPLE for line in new)
    if not about_people and not (new and reader.standing.state):
        return reader.standing
    return await standing(store, conversation, await store.transcript(conversation))


async def _send_settled(request: web.Request, lines: Sequence[Line], reader: Reader, out: stream.Stream) -> None:
    for line in lines:
        if line.id in reader.settled and line.chosen != reader.settled[line.id]:
            reader.settled[line.id] = line.chosen
            await out.send("settled", {"id": line.id, "chosen": line.chosen, "html": api.line_html(request, line)})


async def _send_new(request: web.Request, lines: Sequence[Line], reader: Reader, out: stream.Stream) -> None:
    before: Line | None = None
    for line in bubbles.public(lines):
        if line.id > reader.last:
            gone = before.id if before is not None and bubbles.superseded(before, line) else 0
            data = api.line_data(request, line, html=True) | {"replaces": gone}
            await out.send("line", data, id_=line.id)
            if line.message and line.message.rows:
                reader.settled[line.id] = line.chosen
        before = line
    reader.last = max([reader.last, *(line.id for line in lines)])
    while len(reader.settled) > WATCHED:
        del reader.settled[min(reader.settled)]
