"""One suite for every storage: the fake, SQLite and PostgreSQL keep the same promises."""

import asyncio
from dataclasses import replace
from datetime import timedelta

from bot.domain.language import Language
from bot.domain.messages import Kind, Rendered, RenderedBlock, Style
from bot.handoff.case import Case, CaseState, Outcome
from bot.service.ports import Advisor, Author, Delivery, NewLine, Noted, Op, Outgoing, Role
from bot.storage import schema
from tests.conftest import Store
from tests.fakes import NOON

WHO = "telegram:1"
LEASE = NOON + timedelta(minutes=1)


def message(text: str = "Hello", kind: Kind = Kind.NOTE, receipt: str = "") -> Rendered:
    return Rendered(kind, Language.EN, (RenderedBlock(Style.BODY, text),), receipt=receipt)


def said(id_: int, text: str = "Hello", who: str = WHO, **more: object) -> NewLine:
    """A bot's line that waits for delivery since noon."""
    rendered = message(text, more.pop("kind", Kind.NOTE), str(more.get("receipt", "")))  # type: ignore[arg-type]
    line = NewLine(who, id_, Author.BOT, NOON, text, rendered, op=Op.SAY, delivery=Delivery.PENDING, due=NOON)
    return replace(line, **more)  # type: ignore[arg-type]


def a_case(id_: str, who: str = WHO, minutes: int = 0, **more: object) -> Case:
    opened = NOON + timedelta(minutes=minutes)
    case = Case(id_, who, "Heron 41", Language.UK, CaseState.WAITING, opened, "question")
    return replace(case, **more)  # type: ignore[arg-type]


async def write(store: Store, *lines: NewLine, event: str = "e1") -> None:
    async with store.unit() as unit:
        for who in dict.fromkeys(line.conversation for line in lines):
            await unit.begin_event(who, event, NOON)
        await unit.add_lines(lines)
        await unit.commit()


async def open_cases(store: Store, *cases: Case) -> None:
    async with store.unit() as unit:
        for case in cases:
            await unit.begin_event(case.conversation, f"open {case.id}", NOON)
            await unit.open_case(case)
        await unit.commit()


async def test_an_event_is_begun_once(store: Store) -> None:
    async with store.unit() as unit:
        assert await unit.begin_event(WHO, "e1", NOON) is not None
        await unit.commit()
    async with store.unit() as unit:
        assert await unit.begin_event(WHO, "e1", NOON) is None
    async with store.unit() as unit:
        assert await unit.begin_event("telegram:2", "e1", NOON) is not None


async def test_without_commit_nothing_happened(store: Store) -> None:
    async with store.unit() as unit:
        await unit.begin_event(WHO, "e1", NOON)
        await unit.add_lines([said(1)])
    async with store.unit() as unit:
        assert await unit.begin_event(WHO, "e1", NOON) is not None
    assert not await store.transcript(WHO)


async def test_the_state_comes_back_as_it_was_saved(store: Store) -> None:
    async with store.unit() as unit:
        loaded = await unit.begin_event(WHO, "e1", NOON)
        assert loaded is not None
        assert loaded.state is None
        await unit.save(WHO, {"v": 1, "language": "uk", "nested": [1, "ї"]}, Language.UK, NOON, 7)
        await unit.commit()
    async with store.unit() as unit:
        loaded = await unit.begin_event(WHO, "e2", NOON)
    assert loaded is not None
    assert (loaded.state, loaded.last_line) == ({"v": 1, "language": "uk", "nested": [1, "ї"]}, 7)
    assert loaded.reachable
    assert not loaded.backlog


async def test_two_turns_of_one_conversation_follow_each_other(store: Store) -> None:
    async def turn(event: str) -> None:
        async with store.unit() as unit:
            loaded = await unit.begin_event(WHO, event, NOON)
            assert loaded is not None
            count = (loaded.state or {"n": 0})["n"]
            await asyncio.sleep(0)
            await unit.save(WHO, {"n": count + 1}, Language.UK, NOON, 0)
            await unit.commit()

    await asyncio.gather(*(turn(f"e{number}") for number in range(20)))
    async with store.unit() as unit:
        loaded = await unit.begin_event(WHO, "last", NOON)
    assert loaded is not None
    assert loaded.state == {"n": 20}


async def test_the_transcript_shows_both_sides_in_order_and_hides_what_is_hidden(store: Store) -> None:
    await write(
        store,
        NewLine(WHO, 1, Author.PERSON, NOON, "question", client_id="c1"),
        said(2, "answer", receipt="K7F-2QD"),
        NewLine(WHO, 3, Author.NOTE, NOON, "only for us"),
        NewLine(WHO, 4, Author.BOT, NOON, "", message(), op=Op.SETTLE, delivery=Delivery.PENDING, due=NOON),
    )
    lines = await store.transcript(WHO)
    assert [(line.id, line.author, line.text) for line in lines] == [
        (1, Author.PERSON, "question"),
        (2, Author.BOT, "answer"),
    ]
    assert lines[0].client_id == "c1"
    assert lines[1].message == message("answer", receipt="K7F-2QD")
    assert [line.id for line in await store.transcript(WHO, after=1)] == [2]
    assert [line.id for line in await store.transcript(WHO, whole=True)] == [1, 2, 3]
    found = await store.line_by_receipt("K7F-2QD")
    assert found is not None
    assert found.id == 2
    async with store.unit() as unit:
        await unit.hide_history(WHO, 2)
        await unit.commit()
    assert not await store.transcript(WHO)
    assert len(await store.transcript(WHO, whole=True)) == 3


async def test_deliveries_are_claimed_oldest_first_one_for_each_conversation(store: Store) -> None:
    await write(store, said(1), said(2), said(1, who="telegram:2"))
    claimed = await store.claim_deliveries(10, LEASE, NOON)
    assert sorted((one.conversation, one.line) for one in claimed) == [(WHO, 1), ("telegram:2", 1)]
    assert claimed[0].op is Op.SAY
    assert not await store.claim_deliveries(10, LEASE, NOON)
    await store.note_deliveries([Noted(WHO, 1, Delivery.SENT, "900")])
    assert [one.line for one in await store.claim_deliveries(10, LEASE, NOON)] == [2]
    sent = (await store.transcript(WHO))[0]
    assert (sent.delivery, sent.external) == (Delivery.SENT, "900")


async def test_a_lease_that_ran_out_is_anybodys(store: Store) -> None:
    await write(store, said(1))
    await store.claim_deliveries(10, LEASE, NOON)
    again = await store.claim_deliveries(10, LEASE + timedelta(minutes=1), LEASE)
    assert [one.line for one in again] == [1]


async def test_a_put_back_line_waits_and_keeps_the_ones_behind_it_waiting(store: Store) -> None:
    await write(store, said(1), said(2))
    (first,) = await store.claim_deliveries(10, LEASE, NOON)
    later = NOON + timedelta(seconds=30)
    await store.put_back([first, Outgoing(WHO, 2, Op.SAY)], later, "rate limit")
    assert not await store.claim_deliveries(10, LEASE, NOON)
    (again,) = await store.claim_deliveries(10, LEASE + timedelta(hours=1), later)
    assert (again.line, again.attempts) == (1, 1)


async def test_two_workers_never_claim_the_same_line(store: Store) -> None:
    await write(store, *(said(1, who=f"telegram:{number}") for number in range(30)))
    claims = await asyncio.gather(*(store.claim_deliveries(10, LEASE, NOON) for _ in range(5)))
    taken = [one.conversation for claim in claims for one in claim]
    assert len(taken) == len(set(taken)) == 30


async def test_a_backlog_is_seen_by_the_next_turn(store: Store) -> None:
    await write(store, said(1))
    async with store.unit() as unit:
        loaded = await unit.begin_event(WHO, "e2", NOON)
    assert loaded is not None
    assert loaded.backlog


async def test_nothing_more_is_sent_to_somebody_who_is_gone(store: Store) -> None:
    await write(store, said(1), said(2))
    await store.set_unreachable(WHO)
    assert not await store.claim_deliveries(10, LEASE, NOON)
    assert await store.undelivered() == 0
    async with store.unit() as unit:
        loaded = await unit.begin_event(WHO, "e2", NOON)
        assert loaded is not None
        assert not loaded.reachable
        await unit.set_reachable(WHO, True)
        await unit.commit()
    async with store.unit() as unit:
        loaded = await unit.begin_event(WHO, "e3", NOON)
    assert loaded is not None
    assert loaded.reachable


async def test_a_choice_settles_a_question_once_and_an_answer_never(store: Store) -> None:
    await write(store, said(1, kind=Kind.CLARIFY, external="77"), said(2, kind=Kind.ANSWER, external="78"))
    async with store.unit() as unit:
        assert await unit.settle(WHO, "77", "CUKR card") == message(kind=Kind.CLARIFY)
        assert await unit.settle(WHO, "77", "another") is None
        assert await unit.settle(WHO, "78", "another") is None
        assert await unit.settle(WHO, "nonsense", "another") is None
        await unit.commit()
    assert [line.chosen for line in await store.transcript(WHO)] == ["CUKR card", ""]


async def test_a_line_without_a_platform_id_is_settled_by_its_own(store: Store) -> None:
    await write(store, said(1, kind=Kind.MENU))
    async with store.unit() as unit:
        assert await unit.settle(WHO, "1", "Work") is not None


async def test_a_conversation_has_one_open_case(store: Store) -> None:
    await open_cases(store, a_case("c1"))
    async with store.unit() as unit:
        again = await unit.open_case(a_case("c2", urgent=True, protected=True, category="violence"))
        await unit.commit()
    assert (again.id, again.urgent, again.protected, again.category) == ("c1", True, True, "violence")
    assert [case.id for case in await store.cases_of(WHO)] == ["c1"]


async def test_of_many_advisors_one_gets_the_case(store: Store) -> None:
    await open_cases(store, a_case("c1"))

    async def claim(login: str) -> bool:
        async with store.unit() as unit:
            claimed = await unit.claim_case("c1", login)
            await unit.commit()
            return claimed is not None

    assert sum(await asyncio.gather(*(claim(f"advisor-{number}") for number in range(8)))) == 1


async def test_the_queue_is_urgent_first_then_by_waiting_time(store: Store) -> None:
    cases = [
        a_case("late", "telegram:1", 5),
        a_case("early", "telegram:2", 0),
        a_case("urgent", "telegram:3", 9, urgent=True),
    ]
    await open_cases(store, *cases)
    assert [case.id for case in await store.queue([CaseState.WAITING])] == ["urgent", "early", "late"]
    async with store.unit() as unit:
        assert [await unit.position(case) for case in cases] == [3, 2, 1]


async def test_a_case_is_held_released_closed_and_rated(store: Store) -> None:
    await open_cases(store, a_case("c1"))
    async with store.unit() as unit:
        held = await unit.claim_case("c1", "olena")
        assert held is not None
        assert (held.state, held.advisor) == (CaseState.HELD, "olena")
        await unit.release_case("c1")
        assert await unit.claim_case("c1", "marek") is not None
        await unit.close_case("c1", Outcome.ANSWERED, NOON)
        await unit.rate_case(WHO, "partly")
        await unit.commit()
    (case,) = await store.cases_of(WHO)
    assert (case.state, case.outcome, case.verdict, case.closed_at) == (
        CaseState.CLOSED,
        Outcome.ANSWERED,
        "partly",
        NOON,
    )
    assert not await store.queue([CaseState.WAITING, CaseState.HELD])
    async with store.unit() as unit:
        assert await unit.open_case_of(WHO) is None


async def test_erasing_leaves_nothing_of_the_person_but_the_mark_of_the_event(store: Store) -> None:
    await write(store, said(1, receipt="K7F-2QD"))
    await open_cases(store, a_case("c1"))
    async with store.unit() as unit:
        await unit.begin_event(WHO, "delete", NOON)
        await unit.record_feedback(WHO, "services.pesel", "yes", Language.UK, NOON)
        await unit.erase(WHO, "delete")
        await unit.commit()
    assert not await store.transcript(WHO, whole=True)
    assert not await store.cases_of(WHO)
    assert await store.line_by_receipt("K7F-2QD") is None
    async with store.unit() as unit:
        assert await unit.begin_event(WHO, "delete", NOON) is None
        loaded = await unit.begin_event(WHO, "e1", NOON)
    assert loaded is not None
    assert (loaded.state, loaded.last_line) == (None, 0)


async def test_accounts_sessions_and_links(store: Store) -> None:
    olena = Advisor("olena", "Olena", frozenset({Role.ADVISOR, Role.LEAD}), (Language.UK, Language.PL), protected=True)
    await store.add_advisor(olena, "hash")
    assert await store.advisor("olena") == (olena, "hash")
    await store.add_advisor(replace(olena, protected=False), "hash2")
    assert await store.advisor("olena") == (replace(olena, protected=False), "hash2")
    later = NOON + timedelta(hours=1)
    await store.add_session("s", "olena", later, one_time=False)
    await store.add_session("l", "olena", later, one_time=True)
    assert await store.session("s", NOON) == "olena"
    assert await store.session("s", later) is None
    assert await store.session("l", NOON) is None
    assert await store.use_link("s", NOON) is None
    assert await store.use_link("l", NOON) == "olena"
    assert await store.use_link("l", NOON) is None
    await store.end_session("s")
    assert await store.session("s", NOON) is None
    assert await store.disable_advisor("olena")
    assert not await store.disable_advisor("nobody")
    assert [one.active for one in await store.advisors()] == [False]


async def test_retention_forgets_what_is_old_but_never_an_open_case(store: Store) -> None:
    await write(store, said(1), said(1, who="telegram:2"))
    await open_cases(store, a_case("c1"))
    assert await store.forget_before(NOON + timedelta(seconds=1)) > 0
    assert await store.transcript(WHO)
    assert not await store.transcript("telegram:2")
    async with store.unit() as unit:
        assert await unit.begin_event("telegram:2", "e1", NOON) is not None


async def test_ids_of_messages_on_the_platform_are_found_for_clearing(store: Store) -> None:
    await write(store, said(1, external="10"), NewLine(WHO, 2, Author.PERSON, NOON, "hi", external="11"))
    async with store.unit() as unit:
        assert list(await unit.externals(WHO, NOON)) == ["10", "11"]
        assert not await unit.externals(WHO, NOON + timedelta(seconds=1))


async def test_the_migrations_tell_the_truth(database_url: str) -> None:
    assert await schema.differences(database_url) == []
    await schema.check(database_url)
