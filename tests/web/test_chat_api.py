"""The JSON API: the shape of answers, doubles, bad input, floods, and help when the database is away."""

import json
import re
from io import BytesIO

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.domain.events import ChoicePicked, TextReceived
from bot.domain.language import Language
from bot.web.app import build_app
from bot.web.deps import Limits
from tests.web.conftest import Client
from tests.web.world import Town, deps


async def test_a_message_is_answered_with_its_new_lines(client: Client, town: Town) -> None:
    body = {"text": "card", "client_id": "c1", "lang": "uk", "after": 0}
    answer = await (await client.post("/chat/api/messages", json=body)).json()
    assert (answer["duplicate"], answer["toast"], answer["lang"]) == (False, "", "en")
    person, bot = answer["lines"]
    assert (person["author"], person["text"], person["client_id"]) == ("person", "card", "c1")
    assert bot["message"]["kind"] == "answer"
    assert 'id="m2"' in bot["html"]
    event = town.events[0]
    assert isinstance(event, TextReceived)
    assert event.platform_language is Language.UK


async def test_without_after_no_lines_come_along(client: Client) -> None:
    answer = await (await client.post("/chat/api/messages", json={"text": "card", "client_id": "c1"})).json()
    assert "lines" not in answer


async def test_the_same_client_id_twice_changes_nothing(client: Client, town: Town) -> None:
    body = {"text": "card", "client_id": "c1"}
    await client.post("/chat/api/messages", json=body)
    again = await (await client.post("/chat/api/messages", json=body)).json()
    assert again["duplicate"] is True
    assert len(town.lines[town.only]) == 2


async def test_a_choice_carries_its_message_and_may_return_a_toast(client: Client, town: Town) -> None:
    await client.post("/chat/api/messages", json={"text": "card", "client_id": "c1"})
    helped = {"line": 2, "data": "v1:yes:residence.cukr-card:"}
    answer = await (await client.post("/chat/api/choices", json=helped)).json()
    assert answer["toast"] == "Thank you."
    event = town.events[-1]
    assert isinstance(event, ChoicePicked)
    assert (event.source, event.data) == ("2", "v1:yes:residence.cukr-card:")


async def test_a_forged_button_gets_a_kind_line(client: Client) -> None:
    answer = await client.post("/chat/api/choices", json={"line": "9' OR 1=1", "data": "x" * 5000})
    assert answer.status == 200
    assert (await answer.json())["toast"] == "This button is old."


async def test_choosing_a_language_in_the_talk_turns_the_page_too(client: Client) -> None:
    await client.post("/chat/api/choices", json={"line": 0, "data": "v1:langs::"})
    await client.post("/chat/api/choices", json={"line": 1, "data": "v1:lang:uk:1"})
    assert '<html lang="uk"' in await (await client.get("/chat")).text()


async def test_start_greets(client: Client) -> None:
    answer = await (await client.post("/chat/api/start", json={"after": 0})).json()
    assert answer["lines"][0]["text"] == "Welcome."


async def test_lines_are_read_from_where_one_left_off(client: Client) -> None:
    assert await (await client.get("/chat/api/lines")).json() == {"lines": []}
    await client.post("/chat/api/messages", json={"text": "card", "client_id": "c1"})
    lines = (await (await client.get("/chat/api/lines?after=1")).json())["lines"]
    assert [line["id"] for line in lines] == [2]
    assert "html" not in lines[0]


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/chat/api/messages", b"not json"),
        ("/chat/api/messages", b"[1]"),
        ("/chat/api/messages", b"[" * 20_000),
        ("/chat/api/messages", json.dumps({"client_id": "x"}).encode()),
        ("/chat/api/messages", json.dumps({"text": 3, "client_id": "x"}).encode()),
        ("/chat/api/messages", json.dumps({"text": "x", "client_id": "a b"}).encode()),
        ("/chat/api/messages", json.dumps({"text": "x", "client_id": "a" * 65}).encode()),
        ("/chat/api/messages", b"\xff\xfe"),
        ("/chat/api/choices", json.dumps({"line": {}, "data": "x"}).encode()),
        ("/chat/api/choices", json.dumps({"line": 1}).encode()),
    ],
)
async def test_bad_input_is_refused_in_words(client: Client, town: Town, path: str, body: bytes) -> None:
    response = await client.post(path, data=body)
    assert response.status == 400
    assert (await response.json())["message"]
    assert town.events == []


async def test_a_bad_after_is_refused(client: Client) -> None:
    assert (await client.get("/chat/api/lines?after=-1")).status == 400
    assert (await client.get("/chat/api/lines?after=" + "9" * 40)).status == 400


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\x00b\x07c", "abc"),
        ("line\r\nnext\ttab", "line\nnext\ttab"),
        ("half \ud83d sign", "half � sign"),
        ("😀👍", "😀👍"),
        ("مرحبا", "مرحبا"),
        ("", ""),
    ],
)
async def test_signs_that_no_database_takes_are_left_out(client: Client, town: Town, typed: str, kept: str) -> None:
    body = json.dumps({"text": typed, "client_id": "x"})
    assert (await client.post("/chat/api/messages", data=body)).status == 200
    event = town.events[0]
    assert isinstance(event, TextReceived)
    assert event.text == kept


async def test_a_hundred_thousand_characters_are_read_and_more_is_refused(client: Client, town: Town) -> None:
    long = json.dumps({"text": "ї" * 100_000, "client_id": "x"})
    assert (await client.post("/chat/api/messages", data=long)).status == 200
    response = await client.post("/chat/api/messages", data=BytesIO(b"x" * (1024 * 1024 + 1)))
    assert response.status == 413
    assert "too large" in (await response.json())["message"]


async def test_help_comes_even_when_the_database_is_away(client: Client, town: Town) -> None:
    town.away = True
    body = {"text": "I am in danger", "client_id": "x", "lang": "en"}
    response = await client.post("/chat/api/messages", json=body)
    answer = await response.json()
    assert response.status == 503
    assert "112" in answer["help"]
    assert re.findall(r'href="([^"]+)"', answer["help_html"])[0] == "tel:112"
    assert re.findall(r'href="([^"]+)"', answer["card_html"])[0] == "tel:112"
    assert answer["card"]["kind"] == "danger"
    calm = await (await client.post("/chat/api/messages", json=body | {"text": "card"})).json()
    assert "card_html" not in calm


async def test_a_flood_is_slowed_down_with_words(town: Town) -> None:
    limits = Limits(session_burst=2, session_rate=0.1)
    async with TestClient(TestServer(build_app(deps(town, limits=limits)))) as client:
        statuses = []
        for number in range(4):
            response = await client.post("/chat/api/messages", json={"text": "card", "client_id": f"c{number}"})
            statuses.append(response.status)
        assert statuses == [200, 200, 200, 429]  # the first one begins the talk
        assert int(response.headers["Retry-After"]) >= 1
        assert "112" in (await response.json())["message"]


async def test_new_talks_from_one_address_are_limited(town: Town) -> None:
    limits = Limits(address_burst=3, address_rate=0.1)
    async with TestClient(TestServer(build_app(deps(town, limits=limits)))) as client:
        statuses = []
        for number in range(4):
            client.session.cookie_jar.clear()
            statuses.append(
                (await client.post("/chat/api/messages", json={"text": "x", "client_id": f"{number}"})).status
            )
        assert statuses == [200, 200, 200, 429]


async def test_another_site_cannot_post_for_the_person(client: Client, town: Town) -> None:
    body = {"text": "card", "client_id": "x"}
    for headers in ({"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "null"}):
        assert (await client.post("/chat/api/messages", json=body, headers=headers)).status == 403
        assert (await client.post("/chat/leave", headers=headers, allow_redirects=False)).status == 403
    assert town.events == []
    assert (await client.post("/chat/api/messages", json=body, headers={"Sec-Fetch-Site": "same-origin"})).status == 200


async def test_the_beacon_of_quick_exit_ends_the_talk(client: Client) -> None:
    await client.post("/chat/api/messages", json={"text": "card", "client_id": "x"})
    response = await client.post("/chat/api/leave")
    assert response.status == 204
    assert await (await client.get("/chat/api/lines")).json() == {"lines": []}
