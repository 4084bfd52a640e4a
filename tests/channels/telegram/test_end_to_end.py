"""The whole bot against a local Bot API server: real HTTP both ways, python-telegram-bot unpatched, SQLite and PostgreSQL."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from bot.channels.telegram.webhook import PATH
from bot.cli.bench import bot_api
from bot.cli.bench.bot_api import TOKEN, USERNAME, LocalBotApi
from bot.content.serving import ServedContent
from bot.domain.language import Language
from bot.handoff.case import Outcome
from bot.service.ports import Advisor, Delivery, Role
from tests.running import Running, running, settings

CHAT = 4242
SECRET = "hook-secret"
OLENA = Advisor("olena", "Olena", frozenset({Role.ADVISOR}), tuple(Language), protected=True)


@pytest.fixture
async def api() -> AsyncIterator[LocalBotApi]:
    local = LocalBotApi()
    await local.start()
    yield local
    await local.stop()


@pytest.fixture
async def polling(api: LocalBotApi, served: ServedContent, database_url: str) -> AsyncIterator[Running]:
    async with running(settings(database_url, telegram={"base_url": api.base_url, "token": TOKEN}), served) as bot:
        yield bot


@pytest.fixture
async def hooked(api: LocalBotApi, served: ServedContent, database_url: str) -> AsyncIterator[Running]:
    telegram = {"base_url": api.base_url, "token": TOKEN, "mode": "webhook", "webhook_secret": SECRET}
    async with running(settings(database_url, telegram=telegram), served) as bot:
        yield bot


async def answered(api: LocalBotApi, text: str, chat: int = CHAT, language: str = "uk") -> str:
    """Write as a person; returns the newest message once a new one has come."""
    before = len(api.texts(chat))
    api.put(api.text_update(chat, text, language))
    await api.until(lambda a: len(a.texts(chat)) > before)
    return api.texts(chat)[-1]


def taken(api: LocalBotApi, update: dict[str, Any]) -> bool:
    """The bot asked for what comes after this update: it is committed."""
    return any(c.method == "getUpdates" and (c.data.get("offset") or 0) > update["update_id"] for c in api.calls)


async def press(api: LocalBotApi, label: str, chat: int = CHAT) -> dict[str, Any]:
    """Press the newest button with this word; returns how the press was answered."""

    def button(a: LocalBotApi) -> tuple[int, str, str] | None:
        return next((found for found in reversed(a.buttons(chat)) if label in found[1]), None)

    message_id, _, data = await api.until(button)
    update = api.press_update(chat, message_id, data)
    api.put(update)
    callback = update["callback_query"]["id"]

    def answer(a: LocalBotApi) -> dict[str, Any] | None:
        mine = (
            c.data for c in a.calls if c.method == "answerCallbackQuery" and c.data["callback_query_id"] == callback
        )
        return next(mine, None)

    found: dict[str, Any] = await api.until(answer)
    return found


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("як отримати карту CUKR", "uk", "CUKR"),
        ("сколько стоит карта побыту", "ru", "Стоимость"),
        ("am I legal while I wait for the card", "en", "Yes"),
        ("czy mój pobyt jest legalny, gdy czekam", "pl", "Tak"),
        ("yak zrobyty pesel", "uk", "PESEL"),
        ("czlowiek", "pl", "Odpowie tu człowiek"),
        ("I want a human", "en", "A person will answer here"),
    ],
)
async def test_a_question_in_any_language_is_answered(
    api: LocalBotApi, polling: Running, text: str, language: str, expected: str
) -> None:
    assert expected in await answered(api, text, language=language)


async def test_commands_and_descriptions_are_set_for_each_language(api: LocalBotApi, polling: Running) -> None:
    await api.until(lambda a: any(call.method == "getUpdates" for call in a.calls))
    commands = {c.data.get("language_code", "") for c in api.calls if c.method == "setMyCommands"}
    assert commands == {"", "pl", "uk", "ru", "en"}


async def test_menu_is_edited_in_place_and_becomes_the_path(api: LocalBotApi, polling: Running) -> None:
    await answered(api, "/start")
    await press(api, "🛂")
    await press(api, "UKR")
    await api.until(lambda a: any("v1:entry:" in data for _, _, data in a.buttons(CHAT)))
    assert len(api.chats[CHAT]) == 1, "three menus, one message"
    await press(api, "CUKR")
    await api.until(lambda a: len(a.chats[CHAT]) == 2 and a.texts(CHAT)[0].startswith("📂"))
    assert not (next(iter(api.chats[CHAT].values())).get("reply_markup") or {}).get("inline_keyboard")


async def test_a_case_from_question_to_closing(api: LocalBotApi, polling: Running) -> None:
    desk, core = polling.application.core.desk, polling.application.core
    await core.accounts.add(OLENA, "a long password")
    await answered(api, "хочу поговорити з людиною")
    (case,) = await desk.queue(OLENA)
    await desk.claim(OLENA, case.id)
    await api.until(lambda a: "Olena" in a.texts(CHAT)[-1])
    before = len(api.texts(CHAT))
    update = api.text_update(CHAT, "моя карта закінчується")
    api.put(update)
    await api.until(lambda a: taken(a, update))
    await desk.reply(OLENA, case.id, "Вітаю! <b>Коли</b> саме?", "c1")
    await desk.reply(OLENA, case.id, "Вітаю! <b>Коли</b> саме?", "c1")
    await api.until(lambda a: len(a.texts(CHAT)) > before)
    assert api.texts(CHAT)[-1] == "<b>👤 Olena, консультант</b>\n\nВітаю! &lt;b&gt;Коли&lt;/b&gt; саме?"
    await desk.close(OLENA, case.id, Outcome.ANSWERED, "подати до 5 грудня")
    await api.until(lambda a: "подати до 5 грудня" in a.texts(CHAT)[-1])
    assert len(api.texts(CHAT)) == before + 2, "the bot was silent and the reply came once"
    await press(api, "Так")
    await api.until(lambda a: "записано" in a.texts(CHAT)[-1])


async def test_the_same_update_twice_is_handled_once(api: LocalBotApi, hooked: Running) -> None:
    update = api.text_update(CHAT, "меню")
    async with aiohttp.ClientSession(headers={"X-Telegram-Bot-Api-Secret-Token": SECRET}) as session:
        posts = [session.post(f"{hooked.url}{PATH}", json=update) for _ in range(8)]
        assert {response.status for response in await asyncio.gather(*posts)} == {200}
        await api.until(lambda a: a.texts(CHAT))
        other = await session.post(f"{hooked.url}{PATH}", json=api.text_update(CHAT, "дякую"))
        assert other.status == 200
    await api.until(lambda a: len(a.texts(CHAT)) == 2)


async def test_the_webhook_takes_only_what_bears_the_secret_and_survives_any_body(
    api: LocalBotApi, hooked: Running
) -> None:
    right = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
    bodies = [
        b"",
        b"{",
        b"[]",
        b"null",
        b'{"update_id": "x"}',
        b'{"update_id": 1, "message": {"text": 5}}',
        b"\xff\xfe",
    ]
    async with aiohttp.ClientSession() as session:
        for headers in ({}, {"X-Telegram-Bot-Api-Secret-Token": "wrong"}):
            response = await session.post(f"{hooked.url}{PATH}", json=api.text_update(CHAT, "меню"), headers=headers)
            assert response.status == 403
        for body in bodies:
            response = await session.post(f"{hooked.url}{PATH}", data=body, headers=right)
            assert response.status == 200, body
        response = await session.post(f"{hooked.url}{PATH}", json=api.text_update(CHAT, "меню"), headers=right)
        assert response.status == 200
    await api.until(lambda a: len(a.texts(CHAT)) == 1)


async def test_a_person_who_blocked_the_bot_is_not_written_to_again(api: LocalBotApi, polling: Running) -> None:
    api.fail = lambda method, data: bot_api.blocked() if method == "sendMessage" else None
    api.put(api.text_update(CHAT, "меню"))
    await api.until(lambda a: [c for c in a.calls if c.method == "sendMessage"])
    store = polling.application.core.store

    async def states() -> list[Delivery]:
        return [line.delivery for line in await store.transcript(f"telegram:{CHAT}") if line.message]

    await polling.application.core.outbox.finish()
    assert await states() == [Delivery.FAILED]
    again = api.text_update(CHAT, "меню")
    api.put(again)
    await api.until(lambda a: taken(a, again))
    await polling.application.core.outbox.finish()
    assert set(await states()) == {Delivery.FAILED}
    assert sum(c.method == "sendMessage" for c in api.calls) == 1


async def test_a_rate_limit_and_a_broken_platform_are_waited_out(api: LocalBotApi, polling: Running) -> None:
    failures = [bot_api.too_many_requests(0), (502, {"ok": False, "description": "Bad Gateway"})]
    api.fail = lambda method, data: failures.pop(0) if method == "sendMessage" and failures else None
    assert "PESEL" in await answered(api, "як отримати pesel")
    assert sum(c.method == "sendMessage" for c in api.calls) == 3


async def test_markup_that_telegram_refuses_is_sent_as_plain_text(api: LocalBotApi, polling: Running) -> None:
    refusal = bot_api.bad_request("can't parse entities: unsupported start tag")
    api.fail = lambda method, data: refusal if data.get("parse_mode") == "HTML" else None
    assert "<b>" not in await answered(api, "як отримати pesel")


async def test_clear_takes_the_talk_out_of_the_chat(api: LocalBotApi, polling: Running) -> None:
    await answered(api, "чоловік б'є мене")
    api.put(api.text_update(CHAT, "/clear"))
    await api.until(lambda a: any(c.method == "deleteMessages" for c in a.calls))
    await api.until(lambda a: len(a.chats[CHAT]) == 1)
    assert "112" not in api.texts(CHAT)[0]


async def test_groups_are_asked_to_write_privately(api: LocalBotApi, polling: Running) -> None:
    update = api.text_update(CHAT, f"@{USERNAME} як отримати pesel?")
    update["message"]["chat"] = {"id": -100777, "type": "supergroup", "title": "Ми в Гданську"}
    api.put(update)
    await api.until(lambda a: a.texts(-100777))
    assert "PESEL" not in api.texts(-100777)[0]
