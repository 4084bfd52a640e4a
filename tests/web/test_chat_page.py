"""The page without script: first visit, asking, pressing, leaving; what the person may and may not see."""

import re

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.domain.messages import Kind, Style
from bot.service.ports import Author
from bot.web.app import build_app
from bot.web.chat.identity import COOKIE
from tests.web.conftest import Client
from tests.web.world import Town, area_menu, deps, say


async def page(client: Client, path: str = "/chat", **headers: str) -> str:
    response = await client.get(path, headers=headers)
    assert response.status == 200
    return await response.text()


def pressed(html: str, label: str) -> dict[str, str]:
    """The form that the button with this label submits."""
    form = next(form for form in re.findall(r"<form.*?</form>", html, re.S) if f"<span>{label}</span>" in form)
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form))
    button = next(b for b in re.findall(r"<button[^>]*>.*?</button>", form, re.S) if f"<span>{label}</span>" in b)
    value = re.search(r'name="data" value="([^"]*)"', button)
    return fields | ({"data": value[1]} if value else {})


async def test_the_first_visit_shows_everything_and_keeps_nothing(client: Client) -> None:
    response = await client.get("/chat", headers={"Accept-Language": "en"})
    html = await response.text()
    assert "No name or phone needed. Messages are kept for 30 days." in html
    for label in ("Stay and documents", "Work and taxes", "Housing and benefits", "Health", "School and childcare"):
        assert f"<span>{label}</span>" in html
    for label in ("Courses and events", "Safety", "Our Centre", "A person", "Language"):
        assert f"<span>{label}</span>" in html
    assert "Set-Cookie" not in response.headers
    assert response.headers["Cache-Control"].startswith("no-store")


@pytest.mark.parametrize(
    ("tag", "lang", "title", "heading"),
    [
        ("uk-UA,ru;q=0.5", "uk", "Запитання й відповіді · Гданськ і Помор’я · Latarnia", "Розмова з Latarnia"),
        ("ru", "ru", "Вопросы и ответы · Гданьск и Поморье · Latarnia", "Разговор с Latarnia"),
        ("pl-PL", "pl", "Pytania i odpowiedzi · Gdańsk i Pomorze · Latarnia", "Rozmowa z Latarnią"),
        ("tr,hi;q=0.9", "en", "Questions and answers · Gdańsk and Pomorskie · Latarnia", "Talk with Latarnia"),
    ],
)
async def test_language_changes_lang_title_and_heading(
    client: Client, tag: str, lang: str, title: str, heading: str
) -> None:
    html = await page(client, **{"Accept-Language": tag})
    assert f'<html lang="{lang}"' in html
    assert f"<title>{title}</title>" in html
    assert re.findall(r"<h1[^>]*>([^<]*)</h1>", html) == [heading]


async def test_the_address_can_name_the_language(client: Client) -> None:
    assert '<html lang="uk"' in await page(client, "/chat?lang=uk", **{"Accept-Language": "pl"})
    assert '<html lang="pl"' in await page(client, "/chat?lang=xx", **{"Accept-Language": "pl"})


async def test_quick_exit_is_the_first_stop_after_the_skip_link(client: Client) -> None:
    html = await page(client)
    stops = re.findall(r"<(?:a|button|summary|textarea|input type=\"(?!hidden))[^>]*>", html)
    assert 'class="skip"' in stops[0]
    assert "data-leave" in stops[1]


async def test_nothing_comes_from_another_host_and_nothing_is_inline(client: Client) -> None:
    html = await page(client)
    assert re.findall(r'(?:src|href)="(https?:)?//', html) == []
    assert "<style" not in html
    assert 'style="' not in html
    assert not re.search(r"<script(?![^>]*src=)", html)
    response = await client.get("/chat")
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert response.headers["Referrer-Policy"] == "same-origin"
    assert response.headers["X-Content-Type-Options"] == "nosniff"


async def test_without_script_a_question_is_asked_a_button_pressed_and_a_person_called(
    client: Client, town: Town
) -> None:
    form = {"text": "How do I get the CUKR card?", "client_id": "one", "lang": "en"}
    html = await (await client.post("/chat/say", data=form)).text()
    assert '<div class="typed" dir="auto">How do I get the CUKR card?</div>' in html
    assert "CUKR card: 3 years of residence after UKR" in html

    html = await (await client.post("/chat/choice", data=pressed(html, "How much it costs"))).text()
    assert "CUKR card · How much it costs" in html
    assert '<ol start="1"><li>Pay the stamp duty: 340 PLN.</li>' in html

    html = await (await client.post("/chat/choice", data=pressed(html, "A person"))).text()
    assert "Your place in the queue: 4." in html
    assert len(town.cases) == 1


async def test_an_answer_shows_title_summary_source_date_draft_and_receipt(client: Client) -> None:
    html = await (await client.post("/chat/say", data={"text": "card", "client_id": "a"})).text()
    assert '<h2 class="title">CUKR card: 3 years of residence after UKR</h2>' in html
    assert re.search(
        r'class="state"><svg[^<]*(<path[^<]*)*</svg><span>Note: this text is not yet checked by a lawyer', html
    )
    assert re.search(
        r'class="foot"><p>Source: gov.pl · checked 20 November 2026 · draft, not yet reviewed · answer code K7F-\d+',
        html,
    )
    labels = re.findall(r'class="choice"[^>]*>(?:<svg.*?</svg>)?<span>([^<]+)</span>', html.split('id="m2"')[1])
    assert labels == [
        "Who it is for",
        "Documents",
        "Step by step",
        "How much it costs",
        "Where to go",
        "Helped",
        "Did not help",
        "A person",
        "Menu",
    ]


async def test_the_cookie_is_a_secret_that_only_the_server_reads(client: Client, town: Town) -> None:
    response = await client.post("/chat/say", data={"text": "card"}, allow_redirects=False)
    cookie = response.headers["Set-Cookie"]
    assert response.status == 303
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Path=/chat" in cookie
    token = response.cookies[COOKIE].value
    assert re.fullmatch(r"web:[0-9a-f]{32}", town.only)
    assert token not in town.only


async def test_cookies_are_secure_behind_https(town: Town) -> None:
    async with TestClient(TestServer(build_app(deps(town, secure_cookies=True)))) as client:
        response = await client.post("/chat/say", data={"text": "card"}, allow_redirects=False)
        assert "Secure" in response.headers["Set-Cookie"]


async def test_the_same_form_sent_twice_asks_once(client: Client, town: Town) -> None:
    form = {"text": "card", "client_id": "same"}
    await client.post("/chat/say", data=form)
    await client.post("/chat/say", data=form)
    assert len(town.events) == 1


async def test_what_people_type_stays_text(client: Client) -> None:
    hostile = '<script>alert(1)</script> <b>x</b> \u202eabc https://evil.example/?a=1&b="><img>'
    html = await (await client.post("/chat/say", data={"text": hostile})).text()
    assert "<script>alert" not in html
    assert "<b>x</b>" not in html
    assert "<img" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert '<div class="typed" dir="auto">' in html


async def test_empty_words_change_nothing(client: Client, town: Town) -> None:
    response = await client.post("/chat/say", data={"text": "  \n "}, allow_redirects=False)
    assert response.status == 303
    assert town.events == []
    assert "Set-Cookie" not in response.headers


async def test_a_settled_choice_folds_to_what_was_chosen(client: Client) -> None:
    html = await (await client.post("/chat/say", data={"text": "hello"})).text()
    html = await (await client.post("/chat/choice", data=pressed(html, "Card of stay: the fee"))).text()
    clarified = html.split('id="m2"')[1].split("</li>")[0]
    assert "<bdi>Card of stay: the fee</bdi>" in clarified
    assert "None of these" not in clarified


async def test_walking_through_the_menu_leaves_one_menu(client: Client, town: Town) -> None:
    html = await page(client)
    await client.post("/chat/choice", data=pressed(html, "Stay and documents"))
    town.add(town.only, Author.BOT, message=area_menu())
    html = await page(client)
    assert 'id="m1"' not in html
    assert 'id="m2"' in html


async def test_the_way_back_is_no_topic(client: Client, town: Town) -> None:
    html = await (await client.post("/chat/choice", data=pressed(await page(client), "Stay and documents"))).text()
    menu = html.split('id="m1"')[1].split("</li>")[0]
    assert 'class="group tiles"' not in menu
    assert re.findall(r"<span>([^<]+)</span></button>", menu.split('class="group out"')[1]) == [
        "Back",
        "A person",
        "Menu",
    ]


async def test_internal_notes_never_reach_the_person(client: Client, town: Town) -> None:
    await client.post("/chat/say", data={"text": "card"})
    town.add(town.only, Author.NOTE, "Olena: a secret note")
    assert "a secret note" not in await page(client)
    lines = await (await client.get("/chat/api/lines?html=1")).text()
    assert "a secret note" not in lines


async def test_an_advisor_is_named_as_a_person_in_seen_and_spoken_words(client: Client, town: Town) -> None:
    await client.post("/chat/say", data={"text": "card"})
    words = "Good <b>afternoon</b>"
    town.add(town.only, Author.ADVISOR, message=say(Kind.ADVISOR, (Style.BODY, words), speaker="Olena"))
    html = await page(client, "/chat?lang=en")
    shown = html.split('class="msg from-advisor')[1].split("</li>")[0]
    assert '<span class="vh">Olena, advisor, a person</span>' in shown
    assert "<bdi>Olena, advisor</bdi>" in shown
    assert "Good &lt;b&gt;afternoon&lt;/b&gt;" in shown
    assert "advisor" not in html.split('id="m2"')[1].split("</li>")[0]


async def test_leaving_without_script_ends_the_talk(client: Client, town: Town) -> None:
    await client.post("/chat/say", data={"text": "card"})
    response = await client.post("/chat/leave", allow_redirects=False)
    assert response.headers["Location"] == "https://www.google.com/"
    assert response.cookies[COOKIE].value == ""
    assert "CUKR card: 3 years" not in await page(client)
    assert all("3 years" not in line.text for line in town.lines[town.only])


async def test_leaving_works_even_when_the_database_is_away(client: Client, town: Town) -> None:
    await client.post("/chat/say", data={"text": "card"})
    town.away = True
    response = await client.post("/chat/leave", allow_redirects=False)
    assert response.status == 303
    assert response.cookies[COOKIE].value == ""


async def test_the_page_language_switches_the_talk_too(client: Client, town: Town) -> None:
    await client.post("/chat/say", data={"text": "card"})
    html = await (await client.post("/chat/language", data={"lang": "uk"})).text()
    assert '<html lang="uk"' in html
    assert "<bdi>Українська</bdi>" in html
    assert '<html lang="uk"' in await page(client)


async def test_before_any_talk_the_language_is_only_in_the_address(client: Client) -> None:
    response = await client.post("/chat/language", data={"lang": "ru"}, allow_redirects=False)
    assert response.headers["Location"] == "/chat?lang=ru"
    assert "Set-Cookie" not in response.headers


async def test_with_the_database_away_help_comes_first_and_the_words_are_kept(client: Client, town: Town) -> None:
    town.away = True
    response = await client.post("/chat/say", data={"text": "I am in danger", "lang": "en"})
    html = await response.text()
    assert response.status == 503
    assert re.findall(r'href="(tel:[^"]+)"', html)[0] == "tel:112"
    assert ">I am in danger</textarea>" in html
    assert "answer code" not in html


async def test_a_talk_that_was_cleared_says_so(client: Client, town: Town) -> None:
    await client.post("/chat/say", data={"text": "card"})
    town.lines.clear()
    assert "Your earlier talk is deleted." in await page(client, "/chat?lang=en")


async def test_where_the_talk_stands_with_people_is_above_the_composer(client: Client) -> None:
    html = await (await client.post("/chat/say", data={"text": "I want a person", "lang": "en"})).text()
    assert re.search(r'id="standing" data-state="waiting">.*Your place in the queue: 4', html, re.S)


async def test_a_question_may_stand_in_the_address(client: Client) -> None:
    assert ">how much?</textarea>" in await page(client, "/chat?q=how+much%3F")


async def test_the_page_says_honestly_what_stays_in_the_browser(client: Client) -> None:
    html = await page(client, "/chat/about?lang=en")
    assert "stays in the history of your browser" in html
    assert "data-leave" in html
