"""The event stream of a talk."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

from aiohttp import ClientResponse

from bot.handoff.case import CaseState
from bot.service.ports import Author
from tests.web.conftest import Client
from tests.web.world import Town, answer, area_menu


class Reader:
    """Reads named events, skips heartbeats."""

    def __init__(self, response: ClientResponse) -> None:
        self._response = response

    async def next(self) -> tuple[str, dict[str, Any]]:
        name = ""
        async for raw in self._response.content:
            line = raw.decode().rstrip("\n")
            if line.startswith("event: "):
                name = line[7:]
            elif line.startswith("data: "):
                return name, json.loads(line[6:])
        raise AssertionError("the stream ended")


@asynccontextmanager
async def following(client: Client, after: int = 0, **headers: str) -> AsyncIterator[Reader]:
    async with client.get(f"/chat/api/events?after={after}", headers=headers) as response:
        assert response.headers["Content-Type"].startswith("text/event-stream")
        yield Reader(response)


async def ask(client: Client, text: str = "card") -> None:
    await client.post("/chat/api/messages", json={"text": text, "client_id": text.replace(" ", "-")})


async def test_nobody_without_a_talk_is_kept_on_the_line(client: Client) -> None:
    assert (await client.get("/chat/api/events")).status == 204


async def test_missed_lines_are_replayed_once_and_new_ones_follow(client: Client, town: Town) -> None:
    await ask(client)
    async with following(client, after=1) as reader:
        name, line = await reader.next()
        assert (name, line["id"]) == ("line", 2)
        town.add(town.only, Author.BOT, message=answer("K7F-900"))
        name, line = await reader.next()
        assert (name, line["id"]) == ("line", 3)
        assert "K7F-900" in line["html"]


async def test_the_last_event_id_wins_over_the_address(client: Client) -> None:
    await ask(client)
    await ask(client, "card two")
    async with following(client, after=0, **{"Last-Event-ID": "3"}) as reader:
        assert (await reader.next())[1]["id"] == 4


async def test_a_settled_choice_is_told_to_every_open_page(client: Client, town: Town) -> None:
    await ask(client, "hello")
    async with following(client, after=2) as reader:
        await client.post("/chat/api/choices", json={"line": 2, "data": "v1:none::1"})
        name, line = await reader.next()
        assert (name, line["id"], line["chosen"]) == ("settled", 2, "None of these")
        assert (await reader.next())[1]["id"] == 3


async def test_a_later_menu_takes_the_place_of_the_earlier_one(client: Client, town: Town) -> None:
    await client.post("/chat/api/choices", json={"line": 0, "data": "v1:area:residence:"})
    async with following(client, after=1) as reader:
        town.add(town.only, Author.BOT, message=area_menu())
        name, line = await reader.next()
        assert (name, line["id"], line["replaces"]) == ("line", 2, 1)


async def test_a_cleared_talk_is_cleared_on_the_page(client: Client, town: Town) -> None:
    await ask(client)
    async with following(client, after=2) as reader:
        await client.post("/chat/api/choices", json={"line": 2, "data": "v1:clear::"})
        assert (await reader.next())[0] == "cleared"
        assert (await reader.next())[1]["id"] == 3


async def test_where_the_talk_stands_with_people_is_told_when_it_changes(client: Client, town: Town) -> None:
    await ask(client)
    async with following(client, after=2) as reader:
        await ask(client, "a person please")
        events = [await reader.next() for _ in range(3)]
        assert events[-1] == (
            "standing",
            {"state": "waiting", "text": "A person will answer here. Your place in the queue: 4."},
        )
        town.cases = [replace(case, state=CaseState.CLOSED) for case in town.cases]
        town.add(town.only, Author.BOT, message=answer("K7F-901"))
        assert (await reader.next())[0] == "line"
        assert await reader.next() == ("standing", {"state": "", "text": ""})


async def test_internal_notes_are_not_streamed(client: Client, town: Town) -> None:
    await ask(client)
    async with following(client, after=2) as reader:
        town.add(town.only, Author.NOTE, "Olena: secret")
        town.add(town.only, Author.BOT, message=answer("K7F-902"))
        name, line = await reader.next()
        assert (name, line["author"]) == ("line", "bot")


async def test_a_database_away_is_told_and_the_stream_goes_on(client: Client, town: Town) -> None:
    await ask(client)
    async with following(client, after=2) as reader:
        town.away = True
        town.live.touch(f"conversation:{town.only}")
        assert (await reader.next())[0] == "away"
        town.away = False
        town.add(town.only, Author.BOT, message=answer("K7F-903"))
        assert (await reader.next())[1]["id"] == 3
