"""The desk: coming in, the queue, a case from claim to close, what may not be seen."""

import re
from collections.abc import AsyncIterator

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.handoff.case import Case, CaseState, Outcome
from bot.service.ports import Advisor, Author, Role
from bot.web.app import build_app
from bot.web.deps import WebDeps
from bot.web.desk.session import COOKIE
from tests.web.conftest import Client
from tests.web.office import PASSWORD, Office
from tests.web.world import Town, busy, deps


@pytest.fixture
def cases(town: Town) -> list[Case]:
    return busy(town)


@pytest.fixture
def made(town: Town) -> WebDeps:
    return deps(town)


@pytest.fixture
async def desk(made: WebDeps, cases: list[Case]) -> AsyncIterator[Client]:
    """Olena, signed in: she may not see protected cases."""
    async with TestClient(TestServer(build_app(made))) as client:
        await client.get("/desk/enter/link-olena")
        yield client


async def csrf(client: Client) -> str:
    html = await (await client.get("/desk")).text()
    found = re.search(r'name="csrf" value="(\w+)"', html)
    assert found
    return found[1]


async def act(client: Client, path: str, **fields: str) -> tuple[int, str]:
    response = await client.post(path, data={"csrf": await csrf(client), **fields})
    return response.status, await response.text()


async def text_of(client: Client, path: str) -> str:
    return await (await client.get(path)).text()


# coming in


async def test_strangers_are_led_to_the_door_and_back(client: Client) -> None:
    response = await client.get("/desk/case/case1", allow_redirects=False)
    assert response.status == 303
    assert response.headers["Location"] == "/desk/sign-in?next=/desk/case/case1"
    assert (await client.get("/desk/api/queue")).status == 401
    assert (await client.post("/desk/next")).status == 200  # the door again


async def test_a_password_opens_the_desk(client: Client) -> None:
    form = {"login": "olena", "password": PASSWORD, "next": "/desk/receipt"}
    response = await client.post("/desk/sign-in", data=form, allow_redirects=False)
    assert response.headers["Location"] == "/desk/receipt"
    cookie = response.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "Path=/desk" in cookie
    assert (await client.get("/desk")).status == 200


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example", "/deskevil", "/chat", ""])
async def test_the_door_leads_only_to_the_desk(client: Client, target: str) -> None:
    form = {"login": "olena", "password": PASSWORD, "next": target}
    response = await client.post("/desk/sign-in", data=form, allow_redirects=False)
    assert response.headers["Location"] == "/desk"


async def test_a_wrong_password_keeps_the_login_and_links_to_the_field(client: Client) -> None:
    response = await client.post("/desk/sign-in?lang=en", data={"login": "olena", "password": "wrong"})
    html = await response.text()
    assert response.status == 403
    words = "The login or the password does not match."
    assert re.search(rf'id="summary".*<a href="#login">{words}', html, re.S)
    assert re.search(rf'id="login-error">{words}', html)
    assert 'name="login" value="olena"' in html
    assert 'value="wrong"' not in html


async def test_five_wrong_tries_say_when_the_next_is_possible(client: Client) -> None:
    for _ in range(5):
        await client.post("/desk/sign-in", data={"login": "olena", "password": "wrong"})
    response = await client.post("/desk/sign-in?lang=en", data={"login": "olena", "password": PASSWORD})
    assert response.status == 429
    assert "The next try is possible at 25 November 2026, 12:07." in await response.text()
    again = await client.post("/desk/api/sign-in?lang=en", json={"login": "olena", "password": PASSWORD})
    assert again.status == 429


async def test_empty_fields_are_named(client: Client) -> None:
    assert (await client.post("/desk/sign-in", data={"login": " "})).status == 400


async def test_a_one_time_link_works_once(client: Client) -> None:
    assert (await client.head("/desk/enter/link-olena")).status == 405
    response = await client.get("/desk/enter/link-olena", allow_redirects=False)
    assert (response.status, response.headers["Location"]) == (303, "/desk")
    client.session.cookie_jar.clear()
    again = await client.get("/desk/enter/link-olena?lang=en")
    assert again.status == 403
    assert "This link is used or too old." in await again.text()


async def test_signing_out_ends_the_session_on_the_server(desk: Client) -> None:
    token = desk.session.cookie_jar.filter_cookies(desk.make_url("/desk"))[COOKIE].value
    await act(desk, "/desk/sign-out")
    desk.session.cookie_jar.update_cookies({COOKIE: token}, desk.make_url("/desk"))
    assert (await desk.get("/desk/api/queue")).status == 401


async def test_signing_in_again_keeps_the_page_and_renews_its_token(desk: Client) -> None:
    refused = await desk.post("/desk/api/sign-in", json={"login": "olena", "password": "no"})
    assert refused.status == 403
    answer = await (await desk.post("/desk/api/sign-in", json={"login": "olena", "password": PASSWORD})).json()
    assert answer["csrf"] == await csrf(desk)
    assert (await desk.post("/desk/api/sign-in", data=b"{}")).status == 400


async def test_an_editor_is_told_that_the_desk_needs_another_role(made: WebDeps, town: Town) -> None:
    editor = Advisor("ewa", "Ewa", frozenset({Role.EDITOR}), (), protected=False)
    assert isinstance(made.accounts, Office)
    made.accounts.links["link-ewa"] = editor
    async with TestClient(TestServer(build_app(made))) as client:
        response = await client.get("/desk/enter/link-ewa")
        assert response.status == 403


async def test_a_form_without_its_token_does_nothing(desk: Client, cases: list[Case], town: Town) -> None:
    for fields in ({}, {"csrf": "0" * 32}, {"csrf": "ї"}):
        assert (await desk.post(f"/desk/case/{cases[0].id}/claim", data=fields)).status == 403
    assert town.cases[0].state is CaseState.WAITING
    stranger = await desk.post(f"/desk/case/{cases[0].id}/claim", headers={"Origin": "https://evil.example"})
    assert stranger.status == 403


# the queue


async def test_the_queue_has_its_sections_in_the_order_of_the_rule(desk: Client) -> None:
    html = await text_of(desk, "/desk?lang=en")
    rows = html.split('id="rows"')[1].split("</nav>")[0]
    assert re.findall(r"<h2[^>]*>(?:<svg.*?</svg>)?(\w[\w ]*?) <span", rows) == [
        "Urgent",
        "Mine",
        "Today",
        "With others",
    ]
    assert re.findall(r"<b>(?:<bdi>)?([\w ]+)", rows) == [
        "protected case",
        "Heron 43",
        "Heron 42",
        "Heron 41",
        "Heron 45",
    ]
    assert "4 people are waiting" in html
    assert "(4) Queue" in html


async def test_a_protected_case_shows_nothing_without_the_right_in_the_source_too(
    desk: Client, cases: list[Case]
) -> None:
    html = await text_of(desk, "/desk")
    for secret in ("Heron 44", "On mnie bije", "violence"):
        assert secret not in html
    response = await desk.get(f"/desk/case/{cases[3].id}?lang=en")
    page = await response.text()
    assert response.status == 403
    assert "People with the right to protected cases see it." in page
    assert "On mnie bije" not in page
    assert (await desk.get(f"/desk/api/case/{cases[3].id}")).status == 403
    assert (await desk.get(f"/desk/api/events?case={cases[3].id}")).status == 403


async def test_with_the_right_the_protected_case_is_open(made: WebDeps, cases: list[Case]) -> None:
    async with TestClient(TestServer(build_app(made))) as client:
        await client.get("/desk/enter/link-marek")
        assert "On mnie bije" in await text_of(client, "/desk")
        assert (await client.get(f"/desk/case/{cases[3].id}")).status == 200


async def test_an_empty_queue_says_so(client: Client) -> None:
    await client.get("/desk/enter/link-olena")
    html = await text_of(client, "/desk?lang=pl")
    assert "Nikt nie czeka." in html
    assert "0 osób czeka" in html


async def test_take_next_takes_the_best_fitting_case(desk: Client, town: Town) -> None:
    await act(desk, "/desk/next")
    assert [case.alias for case in town.cases if case.advisor == "olena"] == ["Heron 43"]  # urgent first
    await act(desk, "/desk/next")
    assert [case.alias for case in town.cases if case.advisor == "olena"] == [
        "Heron 41",
        "Heron 43",
    ]  # then her language


async def test_take_next_with_nothing_to_take_says_so(client: Client) -> None:
    await client.get("/desk/enter/link-olena")
    await client.post("/desk/language", data={"lang": "en"})
    assert "There is no case to take now." in (await act(client, "/desk/next"))[1]


# a case


async def test_a_case_from_claim_to_close(desk: Client, cases: list[Case], town: Town) -> None:
    path = f"/desk/case/{cases[0].id}"
    assert "reply-text" not in await text_of(desk, path)
    status, html = await act(desk, f"{path}/claim")
    assert status == 200
    assert 'id="reply-text"' in html
    await act(desk, f"{path}/reply", text="Dzień dobry", client_id="r1")
    await act(desk, f"{path}/reply", text="Dzień dobry", client_id="r1")
    _, html = await act(desk, f"{path}/note", text="passport not confirmed", client_id="n1")
    assert html.count('<div class="said"><div class="typed" dir="auto">Dzień dobry</div></div>') == 1
    assert re.search(r'from-note".*?Olena: passport not confirmed', html, re.S)
    await act(desk, f"{path}/close", outcome="referred", agreed="Send the form\nby 5 December")
    closed = town.cases[0]
    assert (closed.state, closed.outcome) == (CaseState.CLOSED, Outcome.REFERRED)
    assert town.lines["telegram:1"][-1].text.endswith("Send the form by 5 December")


async def test_a_note_is_a_note_whatever_happens(desk: Client, cases: list[Case], town: Town) -> None:
    await act(desk, f"/desk/case/{cases[0].id}/note", text="only for us", client_id="n1")
    line = town.lines["telegram:1"][-1]
    assert (line.author, line.message) == (Author.NOTE, None)


async def test_only_who_holds_the_case_may_reply(desk: Client, cases: list[Case], town: Town) -> None:
    before = len(town.lines["telegram:5"])
    status, _ = await act(desk, f"/desk/case/{cases[4].id}/reply", text="x", client_id="r1")
    assert status == 403
    assert len(town.lines["telegram:5"]) == before


async def test_a_lost_claim_says_who_has_it(desk: Client, cases: list[Case]) -> None:
    status, html = await act(desk, f"/desk/case/{cases[4].id}/claim?lang=en")
    assert status == 409
    assert "It is with Marek" in html
    response = await desk.post(
        f"/desk/case/{cases[4].id}/claim", data={"csrf": await csrf(desk)}, headers={"Accept": "application/json"}
    )
    assert (await response.json())["holder"] == "Marek"


async def test_giving_back_returns_the_case_to_the_queue(desk: Client, cases: list[Case], town: Town) -> None:
    await act(desk, f"/desk/case/{cases[0].id}/claim")
    await act(desk, f"/desk/case/{cases[0].id}/release")
    assert town.cases[0].state is CaseState.WAITING


async def test_closing_needs_an_outcome_and_keeps_what_was_typed(desk: Client, cases: list[Case], town: Town) -> None:
    await act(desk, f"/desk/case/{cases[0].id}/claim")
    for outcome in ("", "left", "nonsense"):
        status, html = await act(desk, f"/desk/case/{cases[0].id}/close", outcome=outcome, agreed="Send <it>")
        assert status == 400
        assert 'href="#first-outcome"' in html
        assert 'value="Send &lt;it&gt;"' in html
    assert town.cases[0].state is CaseState.HELD


async def test_an_empty_reply_is_refused_in_words(desk: Client, cases: list[Case]) -> None:
    await act(desk, f"/desk/case/{cases[0].id}/claim")
    status, html = await act(desk, f"/desk/case/{cases[0].id}/reply", text="  ")
    assert status == 400
    assert 'href="#reply-text"' in html


async def test_what_people_type_stays_text_on_the_desk(desk: Client, cases: list[Case]) -> None:
    html = await text_of(desk, f"/desk/case/{cases[0].id}")
    assert "&lt;b&gt;Дуже&lt;/b&gt; терміново!" in html
    assert 'dir="auto"' in html
    assert 'href="https://example.org/?a=1&amp;b=2"' in html


async def test_the_card_shows_what_the_bot_showed_with_its_receipts(desk: Client, cases: list[Case]) -> None:
    html = await text_of(desk, f"/desk/case/{cases[0].id}")
    card = html.split('<aside class="pane card"')[1]
    assert "Я була за кордоном 40 днів" in card
    assert '<a href="/desk/receipt?code=K7F-2Q0">CUKR card: 3 years of residence after UKR</a>' in card
    assert "telegram:1" not in html  # the handle is nowhere in the source


async def test_the_title_names_no_word_of_anybody(desk: Client, cases: list[Case]) -> None:
    html = await text_of(desk, f"/desk/case/{cases[0].id}?lang=en")
    assert "<title>Heron 41 · Advisors’ desk · Latarnia</title>" in html


async def test_a_receipt_opens_the_exact_text(desk: Client) -> None:
    html = await text_of(desk, "/desk/receipt?code=k7f-2q0")
    assert "It is temporary residence for 3 years" in html
    missing = await desk.get("/desk/receipt?code=%3Cb%3E&lang=en")
    assert missing.status == 404
    assert "There is no answer with the code &lt;B&gt;" in await missing.text()


async def test_an_unknown_case_is_a_kind_404(desk: Client) -> None:
    response = await desk.get("/desk/case/nothing-here?lang=en")
    assert response.status == 404
    assert "This page does not exist." in await response.text()


@pytest.mark.parametrize(("lang", "word"), [("pl", "Biurko"), ("uk", "Стіл"), ("ru", "Стол"), ("en", "Desk")])
async def test_the_desk_speaks_four_languages(desk: Client, lang: str, word: str) -> None:
    response = await desk.post("/desk/language", data={"lang": lang, "next": "/desk"})
    html = await response.text()
    assert f'<html lang="{lang}"' in html
    assert f"<span>{word}</span>" in html


async def test_the_stream_tells_that_something_changed(desk: Client, cases: list[Case], town: Town) -> None:
    async with desk.get(f"/desk/api/events?case={cases[0].id}") as stream:
        for cause in (None, "queue", f"conversation:{cases[0].conversation}"):
            if cause:
                town.live.touch(cause)
            async for line in stream.content:
                if line == b"event: changed\n":
                    break


async def test_the_fragments_hold_what_the_page_holds(desk: Client, cases: list[Case]) -> None:
    queue = await (await desk.get("/desk/api/queue?lang=en")).json()
    assert (queue["waiting"], queue["words"]) == (4, "4 people are waiting")
    case = await (await desk.get(f"/desk/api/case/{cases[4].id}")).json()
    assert case["standing"] == "held:marek"
    assert 'id="g1"' in case["html"]


async def test_with_the_database_away_the_desk_keeps_its_words(desk: Client, cases: list[Case], town: Town) -> None:
    office_queue = "/desk?lang=en"
    assert (await desk.get(office_queue)).status == 200
    town.away = True
    response = await desk.get(office_queue)
    assert response.status == 503
    assert "Your draft is kept." in await response.text()
