"""The chat page in a browser: what ux.md promises and only a browser can show."""

import re

import pytest

from bot.domain.messages import Kind, Style
from bot.service.ports import Author
from tests.browser.conftest import Site, Visit, focused
from tests.web.world import answer, say

PHONE = {"viewport": {"width": 360, "height": 640}, "has_touch": True, "is_mobile": True}


async def test_nothing_is_kept_before_the_person_writes(visit: Visit, site: Site) -> None:
    visitor = await visit()
    page = await visitor.go()
    await page.hover("text=Health")
    assert await page.context.cookies() == []
    assert await page.evaluate("sessionStorage.length + localStorage.length") == 0
    assert site.town.live.watching == 0
    assert visitor.hosts == {f"127.0.0.1:{site.port}"}
    assert visitor.complaints == []


async def test_enter_asks_and_the_focus_stays(visit: Visit) -> None:
    visitor = await visit()
    page = await visitor.go()
    await page.fill("#text", "the card")
    await page.keyboard.press("Enter")
    await page.wait_for_selector("text=CUKR card: 3 years")
    await focused(page, "text")
    assert await page.input_value("#text") == ""
    assert visitor.complaints == []


async def test_shift_enter_is_a_new_line_and_composing_does_not_send(visit: Visit, site: Site) -> None:
    page = await (await visit()).go()
    await page.fill("#text", "one")
    await page.keyboard.press("Shift+Enter")
    await page.evaluate(
        "document.getElementById('text').dispatchEvent("
        "new KeyboardEvent('keydown', {key: 'Enter', isComposing: true, bubbles: true, cancelable: true}))"
    )
    assert await page.input_value("#text") == "one\n"
    assert site.town.events == []


async def test_on_a_touch_keyboard_enter_is_a_new_line(visit: Visit, site: Site) -> None:
    page = await (await visit(**PHONE)).go()
    await page.tap("#text")
    await page.keyboard.type("one")
    await page.keyboard.press("Enter")
    assert await page.input_value("#text") == "one\n"
    assert site.town.events == []


async def test_each_message_is_added_to_the_log_exactly_once(visit: Visit, site: Site) -> None:
    """Additions to the one live region are what a screen reader speaks."""
    visitor = await visit()
    page = await visitor.go()
    await page.evaluate(
        "window.added = []; new MutationObserver(all => all.forEach(one => one.addedNodes.forEach("
        "node => node.nodeType === 1 && window.added.push(node.dataset.line ?? 'mine'))))"
        ".observe(document.getElementById('messages'), {childList: true})"
    )
    await visitor.ask("card")
    site.town.add(site.town.only, Author.BOT, message=answer("K7F-900"))
    await page.wait_for_selector("text=K7F-900")
    assert await page.evaluate("window.added") == ["mine", "2", "3"]
    assert await page.locator("[role=log]").count() == 1
    assert await page.locator("#messages [aria-live], #messages [role=status]").count() == 0
    assert await page.locator('[id^="m1"]').count() == 1


async def test_a_reload_keeps_the_talk_and_the_draft(visit: Visit) -> None:
    visitor = await visit()
    page = await visitor.go()
    await visitor.ask("card")
    await page.fill("#text", "not yet sent")
    await page.reload()
    await visitor.ready()
    assert await page.locator("text=CUKR card: 3 years of residence").is_visible()
    assert await page.input_value("#text") == "not yet sent"
    assert await page.evaluate("localStorage.length") == 0


async def test_scrolled_up_nothing_moves_and_the_pill_counts(visit: Visit, site: Site) -> None:
    visitor = await visit()
    page = await visitor.go()
    for number in range(3):
        await visitor.ask(f"card {number}")
    await page.hover("#log")
    await page.mouse.wheel(0, -600)
    await page.wait_for_function(
        "() => document.getElementById('log').scrollTop < document.getElementById('log').scrollHeight - 1200"
    )
    await page.wait_for_function("() => window.top0 === (window.top0 = document.getElementById('log').scrollTop)")
    before = await page.evaluate("document.getElementById('log').scrollTop")
    for number in range(2):
        site.town.add(site.town.only, Author.BOT, message=answer(f"K7F-90{number}"))
        await page.wait_for_selector(f"text=K7F-90{number}", state="attached")
    assert await page.evaluate("document.getElementById('log').scrollTop") == before
    assert await page.inner_text("#pill") == "2 new messages"
    await page.click("#pill")
    await page.wait_for_function(
        "() => (l => l.scrollHeight - l.scrollTop - l.clientHeight < 4)(document.getElementById('log'))"
    )
    assert await page.locator("#pill").is_hidden()


async def test_written_offline_it_waits_and_arrives_once(visit: Visit, site: Site) -> None:
    visitor = await visit()
    page = await visitor.go()
    await visitor.ask("card")
    await page.context.set_offline(True)
    await page.wait_for_selector("#strip:not([hidden])")
    assert "112 works without internet" in await page.inner_text("#strip")
    await page.fill("#text", "card again")
    await page.click(".send")
    await page.wait_for_selector("text=Waiting for a connection")
    await page.context.set_offline(False)
    await page.wait_for_function("() => document.querySelectorAll('#messages > .from-person[data-line]').length === 2")
    await page.wait_for_function("() => document.querySelectorAll('#messages .sending').length === 0")
    assert [line.text for line in site.town.lines[site.town.only] if line.author is Author.PERSON] == [
        "card",
        "card again",
    ]
    await page.wait_for_selector("#strip", state="hidden")


async def test_an_offline_message_survives_a_reload(visit: Visit, site: Site) -> None:
    visitor = await visit()
    page = await visitor.go()
    await visitor.ask("card")
    await page.route("**/chat/api/messages", lambda route: route.abort())
    await page.fill("#text", "keep me")
    await page.click(".send")
    await page.wait_for_selector("text=Waiting for a connection")
    await page.unroute("**/chat/api/messages")
    await page.reload()
    await visitor.ready()
    await page.wait_for_function("() => document.querySelectorAll('#messages > .from-person[data-line]').length === 2")
    assert len(site.town.events) == 2


async def test_a_failed_message_keeps_its_text_and_can_be_sent_again(visit: Visit, site: Site) -> None:
    visitor = await visit()
    page = await visitor.go()
    await page.route("**/chat/api/messages", lambda route: route.fulfill(status=500, json={"message": "It broke."}))
    await page.fill("#text", "card please")
    await page.click(".send")
    await page.wait_for_selector(".sending.failed")
    assert await page.inner_text(".from-person .typed") == "card please"
    await page.unroute("**/chat/api/messages")
    await page.click("text=Try again")
    await page.wait_for_selector("text=CUKR card: 3 years of residence")
    assert await page.locator(".from-person").count() == 1
    assert len(site.town.events) == 1


async def test_the_server_going_away_and_coming_back_loses_nothing(visit: Visit, site: Site) -> None:
    visitor = await visit()
    page = await visitor.go()
    await visitor.ask("card")
    await site.close()
    await page.wait_for_selector("#strip:not([hidden])")
    assert await page.inner_text("#strip") == "Reconnecting. Nothing is lost."
    site.town.add(site.town.only, Author.BOT, message=answer("K7F-901"))
    await site.open()
    await page.wait_for_selector("text=K7F-901")
    await page.wait_for_selector("#strip", state="hidden")
    assert await page.locator("text=K7F-901").count() == 1


async def test_quick_exit_is_the_first_stop_and_leaves_nothing(visit: Visit, site: Site) -> None:
    visitor = await visit()
    page = await visitor.go()
    await visitor.ask("card")
    await page.goto("/chat/about")
    await page.goto("/chat")
    await visitor.ready()
    await page.fill("#text", "a draft")
    await page.reload()
    await visitor.ready()
    await page.keyboard.press("Tab")
    assert await page.evaluate("document.activeElement.className") == "skip"
    await page.keyboard.press("Tab")
    assert await page.evaluate("document.activeElement.matches('[data-leave]')")
    await page.keyboard.press("Enter")
    await page.wait_for_url("**/health")
    await page.go_back()  # the page before the last chat page
    await page.goto("/chat")
    await visitor.ready()
    assert await page.locator("text=CUKR card: 3 years of residence").count() == 0
    assert await page.evaluate("sessionStorage.length") == 0
    assert await page.context.cookies() == []


async def test_shift_three_times_blanks_the_page_at_once(visit: Visit) -> None:
    visitor = await visit()
    page = await visitor.go()
    await visitor.ask("card")
    await page.evaluate(
        "document.addEventListener('keydown', event => window.held ??= {at: performance.now(), left: null}, true);"
        "new MutationObserver(() => { window.name = 'blank after ' + (performance.now() - window.held.at); })"
        ".observe(document, {childList: true, subtree: true})"
    )
    for _ in range(3):
        await page.keyboard.press("Shift")
    await page.wait_for_url("**/health")
    blank = re.fullmatch(r"blank after ([\d.]+)", await page.evaluate("window.name") or "blank after 0")
    assert blank
    assert float(blank[1]) < 100


async def test_shift_twice_and_a_letter_does_not_leave(visit: Visit) -> None:
    page = await (await visit()).go()
    await page.focus("#text")
    for key in ("Shift", "Shift", "a", "Shift", "Shift"):
        await page.keyboard.press(key)
    assert await page.input_value("#text") == "a"


async def test_back_after_quick_exit_shows_no_message(visit: Visit) -> None:
    visitor = await visit()
    page = await visitor.go("/chat?lang=en")
    await visitor.ask("card")
    await page.goto("/chat?lang=uk")
    await visitor.ready()
    await page.click("[data-leave]")
    await page.wait_for_url("**/health")
    await page.go_back()
    await page.wait_for_selector("h1", state="attached")
    assert "CUKR card: 3 years of residence" not in await page.content()


async def test_a_danger_message_gets_a_card_that_calls_112_first(visit: Visit) -> None:
    visitor = await visit()
    page = await visitor.go()
    await visitor.ask("I am in danger")
    card = page.locator(".kind-danger").last
    assert await card.locator("a").first.get_attribute("href") == "tel:112"
    text = await card.inner_text()
    assert "code" not in text
    assert "Helped" not in text
    assert await card.locator(".tiles, .rate").count() == 0


async def test_a_danger_card_comes_even_with_the_database_away(visit: Visit, site: Site) -> None:
    visitor = await visit()
    page = await visitor.go()
    site.town.away = True
    await page.fill("#text", "I am in danger")
    await page.click(".send")
    await page.wait_for_selector(".kind-danger")
    card = page.locator(".kind-danger").last
    assert await card.locator("a").first.get_attribute("href") == "tel:112"
    site.town.away = False
    await page.click("text=Try again")
    await page.wait_for_function(
        "() => document.querySelectorAll('#messages > .kind-danger[data-line=\"2\"]').length === 1"
    )
    assert len(site.town.events) == 1


async def test_an_advisor_is_a_person_at_a_glance(visit: Visit, site: Site) -> None:
    visitor = await visit()
    page = await visitor.go()
    await visitor.ask("card")
    site.town.add(
        site.town.only, Author.ADVISOR, message=say(Kind.ADVISOR, (Style.BODY, "Good afternoon"), speaker="Olena")
    )
    await page.wait_for_selector(".from-advisor")
    assert "Olena, advisor" in await page.inner_text(".from-advisor .who")
    assert "Olena, advisor, a person" in (await page.text_content(".from-advisor .who") or "")
    for text in await page.locator(".from-bot").all_text_contents():
        assert "advisor, a person" not in text


async def test_a_pressed_step_folds_to_its_choice_and_focus_is_not_lost(visit: Visit) -> None:
    visitor = await visit()
    page = await visitor.go()
    await visitor.ask("hello")
    await page.click("text=Card of stay: the fee")
    await page.wait_for_selector("#m2 .settled")
    assert "Card of stay: the fee" in await page.inner_text("#m2 .settled")
    assert await page.locator("#m2 .choice").count() == 0
    assert await page.evaluate("document.activeElement !== document.body")


async def test_without_script_everything_still_works(visit: Visit, site: Site) -> None:
    visitor = await visit(java_script_enabled=False)
    page = await visitor.go()
    await page.fill("#text", "card")
    await page.click(".send")
    await page.wait_for_selector("text=CUKR card: 3 years of residence")
    await page.click("text=How much it costs")
    await page.wait_for_selector("text=Pay the stamp duty")
    await page.click("#messages > li:last-of-type >> text=A person")
    await page.wait_for_selector("text=Your place in the queue: 4. >> nth=-1")
    assert len(site.town.cases) == 1
    await page.click(".exit")
    await page.wait_for_url("**/health")


async def test_on_a_small_phone_composer_and_newest_message_are_in_view(visit: Visit) -> None:
    visitor = await visit(**PHONE | {"viewport": {"width": 360, "height": 340}})  # 640 minus a keyboard
    page = await visitor.go()
    await visitor.ask("hello")
    for selector in ("#composer", "#messages > li:last-of-type .words"):
        box = await page.locator(selector).bounding_box()
        assert box
        assert box["y"] >= 0
        assert box["y"] + min(box["height"], 40) <= 340


@pytest.mark.parametrize("path", ["/chat", "/chat/about", "/desk/sign-in"])
async def test_all_targets_are_large_enough_on_a_phone(visit: Visit, path: str) -> None:
    visitor = await visit(**PHONE)
    page = await visitor.page.context.new_page()
    await page.goto(path)
    if path == "/chat":
        await page.wait_for_selector("html[data-ready]")
        await page.fill("#text", "card")
        await page.click(".send")
        await page.wait_for_selector("text=How much it costs")
    small = await page.evaluate(
        "[...document.querySelectorAll('button, summary, input:not([type=hidden]), textarea')]"
        ".filter(e => e.checkVisibility()).map(e => [e.textContent.trim(), e.getBoundingClientRect()])"
        ".filter(([, r]) => r.height < 43.9 || r.width < 43.9).map(([text]) => text)"
    )
    assert small == []


async def test_typing_is_shown_only_when_it_takes_long(visit: Visit) -> None:
    visitor = await visit()
    page = await visitor.go()
    gate = await page.evaluate_handle("({})")
    assert gate

    async def slow(route: object) -> None:
        await page.wait_for_selector("#typing:not([hidden])")
        await route.continue_()  # type: ignore[attr-defined]

    await page.route("**/chat/api/messages", slow)
    await visitor.ask("card")
    await page.wait_for_selector("#typing", state="hidden")
    assert await page.get_attribute("#typing", "aria-hidden") == "true"


async def test_a_long_text_is_counted_and_kept(visit: Visit) -> None:
    page = await (await visit()).go()
    await page.fill("#text", "a" * 3499)
    assert await page.locator("#counter").is_hidden()
    await page.fill("#text", "a" * 4200)
    assert "4200 of 4000" in await page.inner_text("#counter")
    assert len(await page.input_value("#text")) == 4200


async def test_switching_language_changes_lang_title_and_heading(visit: Visit) -> None:
    visitor = await visit()
    page = await visitor.go()
    await page.click(".menu:not(.more) > summary")
    await page.click(".sheet >> text=Українська")
    await visitor.ready()
    assert await page.get_attribute("html", "lang") == "uk"
    assert await page.title() == "Запитання й відповіді · Гданськ і Помор’я · Latarnia"
    assert await page.text_content("h1") == "Розмова з Latarnia"


async def test_escape_closes_the_menu_and_returns_the_focus(visit: Visit) -> None:
    page = await (await visit()).go()
    await page.focus(".menu.more > summary")
    await page.keyboard.press("Enter")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Escape")
    assert await page.locator(".menu[open]").count() == 0
    assert await page.evaluate("document.activeElement.matches('.menu.more > summary')")


async def test_text_size_grows_and_is_kept_for_the_tab(visit: Visit) -> None:
    visitor = await visit()
    page = await visitor.go()
    before = await page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
    await page.click(".menu.more > summary")
    await page.click("[data-size]:is(button)")
    await page.reload()
    await visitor.ready()
    assert await page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") > before


async def test_printing_shows_the_answer_and_no_chrome(visit: Visit) -> None:
    visitor = await visit()
    page = await visitor.go()
    await visitor.ask("card")
    await page.emulate_media(media="print")
    for selector in (".bar", ".composer", ".side", "#m2 .choices", ".from-person"):
        assert not await page.locator(selector).first.is_visible()
    assert await page.locator("#m2 .title").is_visible()
    assert await page.locator("#m2 .foot").is_visible()
