"""The pictures of the README: ``make pictures`` runs the whole bot with the shipped content and photographs chat and desk."""

import asyncio
import tempfile
from pathlib import Path

from playwright.async_api import Browser, Page, async_playwright

from bot import config as settings_file
from bot import log
from bot.bootstrap import served_content
from bot.domain.language import Language
from bot.service.ports import Advisor, Role
from tests.browser.conftest import ARGS, CHROMIUM
from tests.conftest import ROOT
from tests.running import Running, running, settings, sqlite_url

FOLDER = ROOT / "docs" / "pictures"
SIZES = {"phone": (390, 780), "desktop": (1280, 800)}
OLENA = Advisor("olena", "Olena", frozenset({Role.ADVISOR}), tuple(Language), protected=True)


async def main() -> None:
    log.set_up("error", "console")
    loaded = settings_file.load(ROOT / "config.yaml", {})
    content = served_content(
        loaded.model_copy(update={"knowledge": loaded.knowledge.model_copy(update={"serve": "drafts"})})
    )
    content.load()
    with tempfile.TemporaryDirectory() as folder:
        async with running(settings(sqlite_url(Path(folder))), content) as bot, async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(ARGS))
            for scheme in ("light", "dark"):
                for size in SIZES:
                    await _chat(browser, bot, size, scheme)
            await _desk(browser, bot)
            await browser.close()


async def _page(browser: Browser, size: str, scheme: str, locale: str) -> Page:
    width, height = SIZES[size]
    context = await browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=scheme,  # type: ignore[arg-type]
        locale=locale,
        reduced_motion="reduce",
    )
    return await context.new_page()


async def _chat(browser: Browser, bot: Running, size: str, scheme: str) -> None:
    page = await _page(browser, size, scheme, "uk-UA")
    await page.goto(f"{bot.url}/chat")
    for number, text in enumerate(("хочу карту цукр, чи мені можна?", "а скільки це коштує?"), 1):
        await page.locator("textarea").first.fill(text)
        await page.keyboard.press("Enter")
        await page.locator("[role=log] >> text=CUKR").nth(number - 1).wait_for()
        await page.wait_for_function(
            "n => document.querySelectorAll('[role=log] h2, [role=log] h3').length >= n", arg=number
        )
    await page.screenshot(path=FOLDER / f"chat-{size}-{scheme}.png")
    await page.locator("textarea").first.fill("хочу поговорити з людиною")
    await page.keyboard.press("Enter")
    await page.get_by_role("status").first.wait_for()
    await page.context.close()


async def _desk(browser: Browser, bot: Running) -> None:
    core = bot.application.core
    await core.accounts.add(OLENA, "a long password for a picture")
    case = (await core.desk.queue(OLENA))[0]
    await core.desk.claim(OLENA, case.id)
    await core.desk.reply(
        OLENA, case.id, "Вітаю! Бачу ваше запитання про карту CUKR. Коли ви отримали статус UKR?", "picture"
    )
    for scheme in ("light", "dark"):
        for size in SIZES:
            page = await _page(browser, size, scheme, "en-GB")
            await page.goto(f"{bot.url}/desk/enter/{await core.accounts.create_link('olena')}")
            await page.goto(f"{bot.url}/desk/case/{case.id}")
            await page.locator("text=Вітаю").first.wait_for()
            await page.screenshot(path=FOLDER / f"desk-{size}-{scheme}.png")
            await page.context.close()


if __name__ == "__main__":
    asyncio.run(main())
