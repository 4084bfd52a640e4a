"""What is shared: languages of the browser, token buckets, health, errors, the words of the web room."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.domain.language import Language
from bot.domain.messages import Sign
from bot.web import icons
from bot.web.app import build_app
from bot.web.chat import posting
from bot.web.deps import ReceivedView
from bot.web.middleware import accepted
from bot.web.throttle import MAX_BUCKETS, Throttle
from tests.web.conftest import Client
from tests.web.phrases import catalog, keys
from tests.web.world import NOON, Received, Town, deps

WEB = Path(__file__).parents[2] / "bot" / "web"


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("uk-UA,uk;q=0.9,en;q=0.8", Language.UK),
        ("de,en;q=0.3,pl;q=0.7", Language.PL),
        ("ru;q=nonsense,en", Language.EN),
        ("tr, hi", None),
        ("", None),
        (",;q=,,;", None),
    ],
)
def test_the_best_language_of_the_browser(header: str, language: Language | None) -> None:
    assert accepted(header) is language


def test_a_bucket_lets_a_burst_through_and_fills_again() -> None:
    throttle = Throttle()
    assert [throttle.wait("a", NOON, 2, 0.5) for _ in range(3)] == [0.0, 0.0, 2.0]
    assert throttle.wait("b", NOON, 2, 0.5) == 0.0
    assert throttle.wait("a", NOON + timedelta(seconds=2), 2, 0.5) == 0.0


def test_buckets_do_not_grow_without_end() -> None:
    throttle = Throttle()
    for number in range(MAX_BUCKETS + 10):
        throttle.wait(str(number), NOON, 1, 1)
    assert len(throttle._buckets) == MAX_BUCKETS


async def test_health_says_which_part_is_away(client: Client, town: Town) -> None:
    assert await (await client.get("/health")).json() == {"status": "ok", "parts": {"database": "ok"}}
    town.away = True
    response = await client.get("/health")
    assert response.status == 503
    assert (await response.json())["parts"] == {"database": "away"}


async def test_the_root_leads_to_the_chat(client: Client) -> None:
    response = await client.get("/?lang=uk", allow_redirects=False)
    assert (response.status, response.headers["Location"]) == (302, "/chat?lang=uk")


async def test_an_unknown_page_is_explained_in_the_language_of_the_person(client: Client) -> None:
    response = await client.get("/nothing", headers={"Accept-Language": "uk"})
    assert response.status == 404
    assert "Такої сторінки немає." in await response.text()
    assert (await client.delete("/chat")).status == 405


async def test_a_mistake_of_ours_has_a_number_and_no_details(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken(Town):
        async def receive(self, *args: object, **more: object) -> Received:
            raise RuntimeError("a secret detail")

    async with TestClient(TestServer(build_app(deps(town, inbox=Broken())))) as client:
        response = await client.post("/chat/api/messages", json={"text": "x", "client_id": "x"})
        answer = await response.json()
        assert response.status == 500
        assert re.search(r"Error number: [0-9a-f]{8}", answer["message"])
        assert "secret" not in str(answer)


async def test_channels_may_add_their_own_routes(town: Town) -> None:
    async def hook(request: web.Request) -> web.Response:
        return web.json_response({"ok": True})

    app = build_app(deps(town), [web.post("/telegram/webhook", hook)])
    async with TestClient(TestServer(app)) as client:
        response = await client.post("/telegram/webhook", headers={"Origin": "https://api.telegram.org"})
        assert response.status == 200


async def test_own_files_are_named_by_their_content_and_kept(client: Client) -> None:
    html = await (await client.get("/chat")).text()
    for path in re.findall(r'(?:href|src)="(/static/[^"]+)"', html):
        response = await client.get(path)
        assert response.status == 200
        assert "immutable" in response.headers["Cache-Control"]
    assert (await client.get("/static/../app.py")).status == 404


@pytest.mark.parametrize("lang", ["pl", "uk", "ru", "en"])
async def test_the_style_guide_shows_both_themes(client: Client, lang: str) -> None:
    html = await (await client.get(f"/styleguide?lang={lang}")).text()
    assert 'data-theme="light"' in html
    assert 'data-theme="dark"' in html
    assert len(re.findall(r"<h1", html)) == 1


def test_every_sign_has_an_icon_and_icons_are_drawn_with_one_pen() -> None:
    for sign in Sign:
        assert sign is Sign.NONE or icons.icon_of("", sign) in icons.PATHS
    assert len(icons.PATHS) >= 30
    assert 'aria-hidden="true"' in icons.icon("menu")
    assert icons.icon("unknown") == ""


def used_keys() -> set[str]:
    """Every key that a template or a module of the room names whole."""
    sources = [*WEB.rglob("*.html"), *WEB.rglob("*.py")]
    named = re.compile(r"""["']((?:web|desk)\.[a-z][a-z-]*[a-z])["']""")
    return {key for file in sources for key in named.findall(file.read_text())} - {"desk.js", "desk.css"}


def test_every_phrase_that_is_used_exists_in_four_languages() -> None:
    for key in used_keys():
        for language in Language:
            assert catalog().phrases[language].get(key), key


def test_no_phrase_is_left_over() -> None:
    built = re.compile(
        r"desk\.(outcome|delivery|done|state|channel|language)-|web\.(sending|waiting|not-sent|try-again|offline)$"
    )
    built_too = re.compile(r"web\.(reconnecting|still-working|writes|failed-send|too-large)$")
    left = {key for key in keys() if key not in used_keys() and not built.match(key) and not built_too.match(key)}
    assert left == set()


def test_all_languages_use_the_same_placeholders_and_no_gendered_slashes() -> None:
    for key in keys():
        found = {language: catalog().phrases[language][key].placeholders for language in Language}
        assert len(set(found.values())) == 1, key
        for language in Language:
            for form in catalog().phrases[language][key].forms:
                assert not re.search(r"\w/\w|\w\(\w", form), form


def test_clean_leaves_words_alone() -> None:
    assert posting.clean("Zażółć gęślą jaźń 😀\n\tok") == "Zażółć gęślą jaźń 😀\n\tok"


def test_the_fake_answers_like_the_real_inbox() -> None:
    view: ReceivedView = Received(False)
    assert view.toast == ""
