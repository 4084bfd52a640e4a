"""The core under anything that can arrive: it never raises, is deterministic, and its state survives JSON."""

from datetime import timedelta
from typing import Any

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.dialogue.content import Content
from bot.dialogue.engine import first_aid, step
from bot.domain.actions import MAX_BYTES, Action, Do
from bot.domain.conversation import ConversationState, Standing
from bot.domain.effects import OpenCase, SendMessage
from bot.domain.events import (
    AdvisorJoined,
    AdvisorReplied,
    CaseClosed,
    ChoicePicked,
    ConversationStarted,
    Event,
    FileKind,
    FileReceived,
    LocationReceived,
    TextReceived,
)
from bot.domain.language import Language
from bot.domain.messages import Kind
from bot.i18n.render import render
from tests.fakes import NOON

AT: dict[str, Any] = {"at": NOON, "receipt": "AAA-001"}
texts = st.one_of(
    st.text(max_size=200),
    st.sampled_from(["меню", "карта цукр", "delete", "людина", "a" * 5000, "ile to kosztuje?", "так"]),
)
data = st.one_of(
    st.text(max_size=80),
    st.builds(
        lambda do, target, nonce: f"v1:{do}:{target}:{nonce}",
        st.sampled_from(Do),
        st.sampled_from(
            [
                "",
                "residence.fees",
                "residence.fees/cost",
                "residence",
                "residence/0",
                "residence/99",
                "uk",
                "x/y",
                "violence",
                "yes",
            ]
        ),
        st.sampled_from(["", "0", "1", "2", "f"]),
    ),
)
events: st.SearchStrategy[Event] = st.one_of(
    st.builds(lambda text: TextReceived(**AT, text=text), texts),
    st.builds(lambda value: ChoicePicked(**AT, data=value, source="1"), data),
    st.builds(lambda link: ConversationStarted(**AT, link=link), st.text(max_size=20)),
    st.builds(lambda kind: FileReceived(**AT, kind=kind), st.sampled_from(FileKind)),
    st.builds(lambda a, b: LocationReceived(**AT, latitude=a, longitude=b), st.floats(-90, 90), st.floats(-180, 180)),
    st.just(AdvisorJoined(**AT, advisor="Olena")),
    st.builds(lambda text: AdvisorReplied(**AT, advisor="Olena", text=text), st.text(max_size=50)),
    st.just(CaseClosed(**AT, advisor="Olena", agreed="")),
)


def test_any_sequence_of_events_is_handled(content: Content) -> None:
    @settings(max_examples=60, deadline=None)
    @given(st.lists(events, max_size=12))
    def check(happened: list[Event]) -> None:
        state = ConversationState()
        for event in happened:
            state = handled(state, event, content)

    check()


def handled(state: ConversationState, event: Event, content: Content) -> ConversationState:
    """One step with everything that must hold of it; returns the state after a way through JSON."""
    turn = step(state, event, content)
    assert turn == step(state, event, content), "the same input gives the same turn"
    messages = [effect.message for effect in turn.effects if isinstance(effect, SendMessage)]
    assert len(messages) <= 2, "one turn sends at most two messages"
    for message in messages:
        rendered = render(message, turn.language, content.catalog)
        assert all(len(choice.data.encode()) <= MAX_BYTES for choice in rendered.choices)
        if message.kind is not Kind.ADVISOR:
            assert rendered.text.strip()
            assert "👤" not in rendered.text, "no bot message bears the advisor's sign"
    again = ConversationState.from_dict(orjson.loads(orjson.dumps(turn.state.to_dict())))
    assert again == turn.state
    return again


def say(content: Content, text: str, state: ConversationState | None = None) -> tuple[ConversationState, list[Kind]]:
    turn = step(state or ConversationState(), TextReceived(**AT, text=text, platform_language=Language.UK), content)
    return turn.state, [effect.message.kind for effect in turn.effects if isinstance(effect, SendMessage)]


def test_while_an_advisor_has_the_case_the_bot_is_silent_but_for_danger_and_global_words(content: Content) -> None:
    held = ConversationState(language=Language.UK, standing=Standing.HELD, advisor="Olena", welcomed=True)
    assert say(content, "скільки коштує карта побиту", held)[1] == []
    assert say(content, "меню", held)[1] == [Kind.MENU]
    assert say(content, "чоловік б'є мене, я боюся", held)[1] == [Kind.DANGER]


def test_the_danger_card_is_silent_has_no_receipt_and_names_112_first(content: Content) -> None:
    turn = step(ConversationState(), TextReceived(**AT, text="чоловік б'є мене, я боюся"), content)
    (card,) = [effect.message for effect in turn.effects if isinstance(effect, SendMessage)]
    assert card.silent
    assert not card.receipt
    assert "112" in render(card, turn.language, content.catalog).text.splitlines()[0]


def test_first_aid_needs_no_state_and_answers_only_danger(content: Content) -> None:
    found = first_aid("чоловік б'є мене, я боюся", Language.UK, NOON, content)
    assert found is not None
    assert found[0].kind is Kind.DANGER
    assert found[1] is Language.UK
    assert first_aid("скільки коштує карта побиту", Language.UK, NOON, content) is None


def test_the_case_carries_the_question_and_its_topic(content: Content) -> None:
    state, _ = say(content, "хочу карту цукр, що треба")
    turn = step(state, TextReceived(**AT, text="людина"), content)
    (order,) = [effect for effect in turn.effects if isinstance(effect, OpenCase)]
    assert order.question == "хочу карту цукр, що треба"
    assert order.topic == "residence.cukr-card"


def test_the_context_is_forgotten_after_a_silence(content: Content) -> None:
    state, _ = say(content, "хочу карту цукр, що треба")
    later = TextReceived(at=NOON + timedelta(hours=3), receipt="AAA-002", text="дякую")
    assert state.shown is not None
    assert step(state, later, content).state.shown is None


def test_a_state_of_a_newer_version_is_refused() -> None:
    with pytest.raises(ValueError, match="99"):
        ConversationState.from_dict({"v": 99})


@given(data)
def test_button_data_is_read_or_refused_never_an_error(value: str) -> None:
    action = Action.decode(value)
    if action is not None:
        assert Action.decode(action.encode()) == action
