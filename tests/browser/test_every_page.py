"""What every page owes everybody: no axe finding, no sideways scrolling, visible focus, no motion, no stranger's file."""

from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Page

from bot.domain.messages import Kind, Style
from bot.handoff.case import CaseState
from bot.service.ports import Author
from tests.browser.conftest import Site, Visit, Visitor
from tests.web import world

LOOKS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light", "locale": "en-GB"},
    "dark": {"color_scheme": "dark", "locale": "uk-UA"},
    "phone": {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True, "locale": "ru-RU"},
    "narrow": {"viewport": {"width": 320, "height": 640}, "locale": "uk-UA", "color_scheme": "dark"},
    "tablet, forced colours": {
        "viewport": {"width": 820, "height": 1000},
        "forced_colors": "active",
        "locale": "pl-PL",
    },
}
RULES = {"tablet, forced colours": {"rules": {"color-contrast": {"enabled": False}}}}  # there the system paints


async def every_page(visitor: Visitor, site: Site) -> AsyncIterator[str]:
    """Leads the visitor from page to page, each with something on it."""
    page = visitor.page
    await visitor.go("/chat")
    yield "first visit"
    for text in ("card", "hello", "I am in danger", "a person please"):
        await visitor.ask(text)
    await page.click("#m4 .choice >> nth=0")
    await page.wait_for_selector("#m4 .settled")
    only = next(key for key in site.town.lines if key.startswith("web:") and len(key) > 20)
    site.town.add(only, Author.ADVISOR, message=world.say(Kind.ADVISOR, (Style.BODY, "Good day"), speaker="Olena"))
    site.town.add(only, Author.SYSTEM, message=world.say(Kind.SYSTEM, (Style.BODY, "Olena left.")))
    await page.wait_for_selector(".from-system")
    yield "talk"
    for path in ("/chat/about", "/nothing-here", "/styleguide", "/desk/sign-in"):
        await page.goto(path)
        yield path
    await page.fill("#login", "x")
    await page.fill("#password", "y")
    await page.click("main button")
    await page.wait_for_selector("#summary")
    yield "wrong password"
    async for name in _desk(visitor, site):
        yield name


async def _desk(visitor: Visitor, site: Site) -> AsyncIterator[str]:
    page, town = visitor.page, site.town
    await visitor.sign_in("marek")
    yield "empty desk"
    cases = world.busy(town)
    town.cases = [
        replace(case, state=CaseState.HELD, advisor="marek") if case.alias == "Heron 42" else case
        for case in town.cases
    ]
    town.add("web:2", Author.ADVISOR, message=world.say(Kind.ADVISOR, (Style.BODY, "Good day"), speaker="Marek"))
    town.add("web:2", Author.NOTE, "Marek: not confirmed")
    held = cases[1].id
    for path in ("/desk", f"/desk/case/{cases[0].id}", f"/desk/case/{held}", f"/desk/case/{held}?pane=card"):
        await visitor.go(path)
        yield path
    await visitor.go(f"/desk/case/{held}")
    await page.click("#tab-note")
    yield "note"
    await page.click("#close-link")
    yield "closing dialog"
    for path in (f"/desk/case/{held}/close", "/desk/receipt?code=K7F-2Q1", "/desk/receipt?code=NONE"):
        await visitor.go(path)
        yield path


@pytest.mark.parametrize("look", LOOKS)
async def test_every_page_in_every_look(visit: Visit, site: Site, look: str) -> None:
    """Nothing for axe, nothing wider than the window, one heading, a title, the right language, named controls, a silent console."""
    visitor = await visit(**LOOKS[look])
    found: list[Any] = []
    async for name in every_page(visitor, site):
        found += [(name, *one) for one in await axe(visitor.page, look)]
        found += [(name, "too wide", *one) for one in await too_wide(visitor.page)]
        found += [(name, one) for one in await misnamed(visitor.page, LOOKS[look]["locale"])]
    expected = "Failed to load resource: the server responded with a status of"  # the pages that are errors on purpose
    found += [text for text in visitor.complaints if not text.startswith(expected)]
    assert found == []
    assert visitor.hosts == {f"127.0.0.1:{site.port}"}


async def axe(page: Page, look: str) -> list[tuple[Any, ...]]:
    results = await Axe().run(page, options=RULES.get(look))
    return [
        (one["id"], one["impact"], [node["target"] for node in one["nodes"]][:3], one["nodes"][0].get("failureSummary"))
        for one in results.response["violations"]
    ]


async def misnamed(page: Page, lang: str) -> list[str]:
    """What is wrong with heading, title, language and the names of controls."""
    wrong: list[str] = await page.evaluate(
        "[...document.querySelectorAll('a, button, summary')].filter(e => e.checkVisibility())"
        ".filter(e => !/[\\p{L}\\d]/u.test(e.getAttribute('aria-label') || e.textContent)).map(e => e.outerHTML.slice(0, 80))"
    )
    if await page.locator("h1").count() != 1:
        wrong.append("not one heading")
    if not (await page.title()).endswith("· Latarnia"):
        wrong.append("title")
    if await page.get_attribute("html", "lang") != lang[:2]:
        wrong.append("language")
    return wrong


@pytest.mark.parametrize(("width", "height", "lang"), [(360, 740, "ru"), (1280, 860, "uk")])
async def test_with_text_of_twice_the_size_nothing_is_lost(
    large_text: Browser, site: Site, width: int, height: int, lang: str
) -> None:
    context = await large_text.new_context(base_url=site.url, viewport={"width": width, "height": height}, locale=lang)
    context.set_default_timeout(8000)
    visitor = Visitor(await context.new_page(), scripted=True)
    wide = []
    async for name in every_page(visitor, site):
        wide += [(name, *one) for one in await too_wide(visitor.page)]
    await visitor.go("/chat")
    assert await visitor.page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
    await context.close()
    assert wide == []


async def test_the_largest_text_of_the_page_itself_fits_a_phone(visit: Visit) -> None:
    visitor = await visit(**LOOKS["phone"] | {"locale": "uk"})
    page = await visitor.go()
    await visitor.ask("card")
    await page.evaluate("document.documentElement.dataset.size = '2'")
    assert await too_wide(page) == []


async def too_wide(page: Page) -> list[list[Any]]:
    """The page, and each box that would have to be scrolled sideways."""
    found: list[list[Any]] = await page.evaluate(
        "[document.documentElement, ...document.querySelectorAll('.log, .pane, .prose, .sheet, .dialog, .bar, .choices')]"
        ".filter(e => e.checkVisibility() && e.scrollWidth > e.clientWidth + 1)"
        ".map(e => [e.className || e.tagName, e.scrollWidth, e.clientWidth])"
    )
    return found


async def test_focus_is_seen_everywhere_and_in_reading_order(visit: Visit, site: Site) -> None:
    visitor = await visit()
    page = await visitor.go()
    await visitor.ask("card")
    await page.reload()
    await visitor.ready()
    hidden: list[str] = []
    for _ in range(60):
        await page.keyboard.press("Tab")
        report = await page.evaluate(
            """() => {
              const e = document.activeElement;
              if (e === document.body) return null;
              const r = e.getBoundingClientRect(), s = getComputedStyle(e);
              const at = document.elementFromPoint(r.x + r.width / 2, Math.min(r.y + r.height / 2, innerHeight - 2));
              const shown = r.height > 0 && r.y >= -1 && r.top < innerHeight && (e === at || e.contains(at) || at?.contains(e));
              const ring = s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2;
              return [e.id || e.textContent.trim().slice(0, 30), shown, ring];
            }"""
        )
        if report is None:
            break
        if not (report[1] and report[2]):
            hidden.append(str(report))
    assert hidden == []


async def test_with_reduced_motion_nothing_moves(visit: Visit) -> None:
    visitor = await visit(reduced_motion="reduce")
    page = await visitor.go()
    await page.evaluate(
        "window.moved = 0; addEventListener('animationstart', () => window.moved++); addEventListener('transitionrun', () => window.moved++)"
    )
    await visitor.ask("card")
    assert await page.evaluate("window.moved") == 0
    assert await page.evaluate("document.getAnimations().length") == 0
