"""The desk in a browser: two advisors, drafts, a queue that never jumps, keys, a phone."""

from dataclasses import replace

from playwright.async_api import Page

from bot.handoff.case import Case, CaseState
from bot.service.ports import Author
from tests.browser.conftest import Site, Visit, Visitor, focused
from tests.web.office import PASSWORD
from tests.web.world import Town, busy


async def open_case(visitor: Visitor, case: Case) -> Page:
    return await visitor.go(f"/desk/case/{case.id}")


def hold(town: Town, case: Case, login: str) -> None:
    held = replace(case, state=CaseState.HELD, advisor=login, holder=login.capitalize())
    town.cases = [held if one.id == case.id else one for one in town.cases]


async def test_two_advisors_want_one_case(visit: Visit, site: Site) -> None:
    case = busy(site.town)[0]
    olena, marek = await visit(), await visit()
    await olena.sign_in("olena")
    await marek.sign_in("marek")
    first, second = await open_case(olena, case), await open_case(marek, case)
    await second.route("**/desk/api/**", lambda route: route.abort())  # he has not heard of it yet
    await first.click(".claim button")
    await first.wait_for_selector("#reply-text")
    await second.click(".claim button")
    await second.wait_for_selector("#toast:not([hidden])")
    assert "It is with Olena" in await second.inner_text("#toast")
    focused = await second.evaluate("document.activeElement.closest('[data-case]')?.dataset.case ?? ''")
    assert focused not in ("", case.id)
    assert [one.advisor for one in site.town.cases if one.id == case.id] == ["olena"]


async def test_a_reply_reaches_the_person_and_a_note_does_not(visit: Visit, site: Site) -> None:
    person, advisor = await visit(), await visit()
    chat = await person.go()
    await person.ask("a person please")
    desk = await advisor.sign_in("olena")
    await desk.click("#take-next")
    await desk.wait_for_selector("#reply-text")
    await advisor.ready()
    await chat.wait_for_selector("text=Olena is in the chat now. The bot is silent. >> nth=0")
    await desk.fill("#reply-text", "Good afternoon!")
    await desk.keyboard.press("Control+Enter")
    await chat.wait_for_selector(".from-advisor >> text=Good afternoon!")
    await desk.click("#tab-note")
    assert await desk.inner_text("#panel-note button") == "Save note"
    amber = await desk.evaluate("getComputedStyle(document.querySelector('.panel.note')).backgroundColor")
    assert amber == "rgb(255, 247, 199)"
    await desk.fill("#note-text", "passport not confirmed")
    await desk.click("#panel-note button")
    await desk.wait_for_selector(".from-note")
    await person.page.fill("#text", "thank you")
    await person.page.keyboard.press("Enter")
    await desk.wait_for_selector(".from-person >> text=thank you")
    assert "passport not confirmed" not in await chat.content()
    assert advisor.complaints == []


async def test_drafts_are_kept_for_each_case_and_tab(visit: Visit, site: Site) -> None:
    cases = busy(site.town)
    hold(site.town, cases[0], "olena")
    hold(site.town, cases[1], "olena")
    visitor = await visit()
    await visitor.sign_in("olena")
    page = await open_case(visitor, cases[0])
    await page.fill("#reply-text", "a reply for one")
    await page.click("#tab-note")
    await page.fill("#note-text", "a note for one")
    await open_case(visitor, cases[1])
    assert await page.input_value("#reply-text") == ""
    await page.fill("#reply-text", "a reply for two")
    await open_case(visitor, cases[0])
    await page.reload()
    await visitor.ready()
    assert await page.input_value("#note-text") == "a note for one"
    assert await page.input_value("#reply-text") == "a reply for one"


async def test_an_expired_login_is_renewed_over_the_page(visit: Visit, site: Site) -> None:
    case = busy(site.town)[0]
    hold(site.town, case, "olena")
    visitor = await visit()
    await visitor.sign_in("olena")
    page = await open_case(visitor, case)
    await page.fill("#reply-text", "written before the session ended")
    await page.context.clear_cookies()
    await page.click("#panel-reply button.main")
    await page.wait_for_selector("#again[open]")
    await page.fill("#again-password", "wrong")
    await page.keyboard.press("Enter")
    await page.wait_for_selector("#again-error:not([hidden])")
    await page.fill("#again-password", PASSWORD)
    await page.keyboard.press("Enter")
    await page.wait_for_selector("#again", state="hidden")
    assert await page.input_value("#reply-text") == "written before the session ended"
    assert not any(
        line.author is Author.ADVISOR for line in site.town.lines[case.conversation]
    )  # nothing is sent by itself
    await page.click("#panel-reply button.main")
    await page.wait_for_selector(".from-advisor")


async def test_new_cases_do_not_move_the_row_under_pointer_or_focus(visit: Visit, site: Site) -> None:
    cases = busy(site.town)
    visitor = await visit()
    page = await visitor.sign_in("olena")
    row = page.locator(f'#rows [data-case="{cases[0].id}"] a')
    for number, use in enumerate((row.hover, row.focus)):
        await use()
        before = await row.bounding_box()
        site.town.open_case(f"web:new{number}", "urgent and new", urgent=True)
        await page.wait_for_selector("#newer:not([hidden])")
        assert "1 new case" in await page.inner_text("#newer")
        assert await row.bounding_box() == before
        await page.mouse.move(800, 400)
        if use == row.focus:
            await page.click("#newer")
        await page.wait_for_selector("#newer", state="hidden")
        await page.evaluate("document.activeElement.blur()")
    assert await page.locator("#rows >> text=urgent and new").count() == 2
    site.town.open_case("web:newest", "and one more", urgent=True)
    await page.wait_for_selector("#rows >> text=and one more")
    assert await page.locator("#newer").is_hidden()


async def test_the_tab_title_counts_and_names_nobody(visit: Visit, site: Site) -> None:
    visitor = await visit()
    page = await visitor.sign_in("olena")
    assert await page.title() == "Queue · Advisors’ desk · Latarnia"
    site.town.open_case("web:new", "a secret question")
    await page.wait_for_function("() => document.title === '(1) Queue · Advisors’ desk · Latarnia'")
    assert await page.inner_text("#waiting") == "1 person is waiting"


async def key(page: Page, code: str, letter: str) -> None:
    """A press on a Cyrillic layout: the same physical key, another letter."""
    await page.evaluate(
        "([code, key]) => (document.activeElement ?? document.body).dispatchEvent("
        "new KeyboardEvent('keydown', {code, key, bubbles: true, cancelable: true}))",
        [code, letter],
    )


async def test_single_keys_work_by_their_place_and_only_outside_fields(visit: Visit, site: Site) -> None:
    cases = busy(site.town)
    hold(site.town, cases[0], "olena")
    visitor = await visit()
    page = await visitor.sign_in("olena")
    await key(page, "KeyJ", "о")
    first = await page.evaluate("document.activeElement.closest('[data-case]').dataset.case")
    await key(page, "KeyJ", "о")
    second = await page.evaluate("document.activeElement.closest('[data-case]').dataset.case")
    await key(page, "KeyK", "л")
    assert first != second
    assert await page.evaluate("document.activeElement.closest('[data-case]').dataset.case") == first
    await open_case(visitor, cases[0])
    await key(page, "KeyN", "т")
    await focused(page, "note-text")
    await page.keyboard.type("jknrtc?")
    assert await page.input_value("#note-text") == "jknrtc?"
    assert await page.locator("dialog[open]").count() == 0
    await page.keyboard.press("Escape")
    await key(page, "KeyR", "к")
    await focused(page, "reply-text")
    await page.keyboard.press("Escape")
    await key(page, "KeyC", "с")
    assert await page.locator("#close-dialog").is_visible()
    await page.keyboard.press("Escape")
    await focused(page, "close-link")


async def test_keys_with_alt_do_nothing_and_all_can_be_switched_off(visit: Visit, site: Site) -> None:
    case = busy(site.town)[0]
    hold(site.town, case, "olena")
    visitor = await visit()
    await visitor.sign_in("olena")
    page = await open_case(visitor, case)
    await page.focus("#log")
    await page.keyboard.press("Alt+n")
    await focused(page, "log")
    await page.keyboard.press("?")
    await page.wait_for_selector("#keys[open]")
    await page.uncheck("#keys-on")
    await page.keyboard.press("Escape")
    await page.focus("#log")
    await page.keyboard.press("n")
    await focused(page, "log")
    await page.reload()
    await visitor.ready()
    await page.focus("#log")
    await page.keyboard.press("n")
    await focused(page, "log")


async def test_after_a_cut_connection_nothing_is_missing_doubled_or_sent_by_itself(visit: Visit, site: Site) -> None:
    case = busy(site.town)[0]
    hold(site.town, case, "olena")
    visitor = await visit()
    await visitor.sign_in("olena")
    page = await open_case(visitor, case)
    await page.context.set_offline(True)
    await page.wait_for_selector("#strip:not([hidden])")
    await page.fill("#reply-text", "written while away")
    await page.click("#panel-reply button.main")
    await page.wait_for_selector("#toast:not([hidden])")
    site.town.add(case.conversation, Author.PERSON, "meanwhile I wrote this")
    await page.context.set_offline(False)
    await page.wait_for_selector("text=meanwhile I wrote this")
    assert await page.input_value("#reply-text") == "written while away"
    assert not any(line.author is Author.ADVISOR for line in site.town.lines[case.conversation])
    await page.click("#panel-reply button.main")
    await page.wait_for_selector(".from-advisor")
    assert sum(line.author is Author.ADVISOR for line in site.town.lines[case.conversation]) == 1


async def test_on_a_phone_one_pane_shows_at_a_time(visit: Visit, site: Site) -> None:
    case = busy(site.town)[0]
    hold(site.town, case, "olena")
    visitor = await visit(viewport={"width": 390, "height": 780}, has_touch=True, is_mobile=True)
    page = await visitor.sign_in("olena")

    async def panes() -> list[str]:
        found: list[str] = await page.evaluate(
            "[...document.querySelectorAll('.pane')].filter(p => p.checkVisibility()).map(p => p.id)"
        )
        return found

    assert await panes() == ["queue"]
    await page.click("text=Heron 41")
    await page.wait_for_selector("#reply-text")
    assert await panes() == ["conversation"]
    for action in ("text=Give back", "#close-link", "#tab-note", "#panel-reply button.main"):
        assert await page.locator(action).first.is_visible()
    await page.click(".card-link")
    await page.wait_for_selector("aside >> text=What the bot showed")
    assert await panes() == ["card"]
    assert "pane=card" in page.url
    await page.go_back()
    await page.wait_for_selector("#reply-text")
    await page.click(".head .back")
    await page.wait_for_selector("#take-next")
    assert await panes() == ["queue"]


async def test_a_case_taken_by_another_is_told_on_the_open_page(visit: Visit, site: Site) -> None:
    case = busy(site.town)[0]
    visitor = await visit()
    await visitor.sign_in("olena")
    page = await open_case(visitor, case)
    hold(site.town, case, "marek")
    site.town.live.touch("queue", f"conversation:{case.conversation}")
    await page.wait_for_selector("text=The case is with Marek.")
    assert await page.locator(".claim").count() == 0


async def test_without_script_a_case_is_taken_answered_and_closed(visit: Visit, site: Site) -> None:
    case = busy(site.town)[0]
    visitor = await visit(java_script_enabled=False)
    await visitor.sign_in("olena")
    page = await open_case(visitor, case)
    await page.click("text=Take the case")
    await page.fill("#reply-text", "Good day")
    await page.click("#panel-reply button")
    await page.wait_for_selector(".from-advisor >> text=Good day")
    await page.click("#close-link")
    await page.check("text=answered >> nth=0")
    await page.click("text=Close the case >> nth=-1")
    await page.wait_for_selector("text=The case is closed.")
    assert site.town.cases[0].state is CaseState.CLOSED
