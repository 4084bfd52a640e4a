"""What may be served, rule by rule."""

from datetime import date, timedelta

import pytest

from bot.domain.language import Language
from bot.knowledge.fingerprint import fingerprint, meaning
from bot.knowledge.model import Entry
from bot.knowledge.serving import Mode, State, Verdict, servable, state_of
from tests.unit.knowledge.samples import DAY, FACTS, changed, entry, fact, reviewed, with_review

PL, UK, RU, EN = Language


def _verdict(of: Entry, language: Language = PL, day: date = DAY, mode: Mode = Mode.REVIEWED) -> Verdict:
    return servable(of, language, day, mode)


def test_a_text_equal_to_the_reviewed_one_is_served_without_notice() -> None:
    approved = reviewed(entry())
    for language in Language:
        verdict = _verdict(approved, language)
        assert (verdict.servable, verdict.state, verdict.notices, verdict.reviewed) == (True, State.REVIEWED, (), True)


def test_a_text_that_nobody_reviewed_is_withheld_in_production() -> None:
    verdict = _verdict(entry())
    assert (verdict.servable, verdict.state, verdict.reviewed, verdict.other_languages) == (
        False,
        State.DRAFT,
        False,
        (),
    )


def test_a_text_that_nobody_reviewed_is_served_under_a_notice_among_drafts() -> None:
    verdict = _verdict(entry(), mode=Mode.DRAFTS)
    assert (verdict.servable, verdict.state, verdict.notices, verdict.reviewed) == (
        True,
        State.DRAFT,
        ("draft",),
        False,
    )


def test_a_changed_text_is_stale_and_the_others_are_offered() -> None:
    approved = changed(reviewed(entry()), UK, "other words {fee.card}")
    verdict = _verdict(approved, UK)
    assert (verdict.servable, verdict.state, verdict.other_languages) == (False, State.STALE, (PL, RU, EN))
    assert _verdict(approved, PL).servable


def test_a_changed_polish_text_makes_its_translations_stale() -> None:
    approved = changed(reviewed(entry()), PL, "nowe słowa {fee.card}")
    assert [state_of(approved, language, DAY) for language in Language] == [State.STALE] * 4


def test_an_editorial_change_of_the_polish_text_keeps_translations_valid() -> None:
    old = reviewed(entry())
    new = changed(old, PL, "te same słowa {fee.card}")
    review = new.review.model_dump(by_alias=True, exclude_none=True)
    review["pl"] = {
        "by": "b", "on": DAY, "text": fingerprint(new, PL), "from": fingerprint(old, PL), "editorial": True,
    }  # fmt: skip
    approved = with_review(new, review)
    assert [state_of(approved, language, DAY) for language in Language] == [State.REVIEWED] * 4
    assert meaning(approved) == fingerprint(old, PL)
    again = changed(approved, PL, "zupełnie co innego {fee.card}")
    assert [state_of(again, language, DAY) for language in Language] == [State.STALE] * 4


def test_a_translation_checked_after_an_editorial_change_is_valid_under_either_fingerprint() -> None:
    old = entry()
    new = changed(old, PL, "te same słowa {fee.card}")
    polish = {"by": "b", "on": DAY, "text": fingerprint(new, PL), "from": fingerprint(old, PL), "editorial": True}
    for source in (fingerprint(old, PL), fingerprint(new, PL)):
        stamp = {"by": "c", "on": DAY, "text": fingerprint(new, UK), "from": source}
        assert state_of(with_review(new, {"pl": polish, "uk": stamp}), UK, DAY) is State.REVIEWED


def test_a_translation_stamp_that_names_no_source_text_proves_nothing() -> None:
    plain = entry()
    approved = with_review(plain, {"uk": {"by": "a", "on": DAY, "text": fingerprint(plain, UK)}})
    assert state_of(approved, UK, DAY) is State.STALE


def test_a_stamp_written_by_hand_is_stale() -> None:
    approved = with_review(entry(), {"pl": {"by": "a", "on": DAY, "text": "00000000"}})
    assert state_of(approved, PL, DAY) is State.STALE
    assert _verdict(approved, mode=Mode.DRAFTS).notices == ("draft",)


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2026, 11, 21), State.NOT_YET_VALID),
        (date(2026, 11, 22), State.REVIEWED),
        (date(2026, 11, 30), State.REVIEWED),
        (date(2026, 12, 1), State.NOT_YET_VALID),
        (date(2027, 1, 1), State.REVIEWED),
        (date(2027, 3, 5), State.EXPIRED),
    ],
)
def test_outside_its_windows_a_text_is_withheld(day: date, state: State) -> None:
    windows = [{"from": DAY, "until": date(2026, 11, 30)}, {"from": date(2027, 1, 1), "until": date(2027, 3, 4)}]
    approved = reviewed(entry(valid=windows))
    verdict = _verdict(approved, day=day)
    assert (verdict.state, verdict.servable) == (state, state is State.REVIEWED)


def test_an_expired_draft_is_not_even_a_draft() -> None:
    over = entry(valid=[{"until": DAY - timedelta(days=1)}])
    assert _verdict(over, mode=Mode.DRAFTS) == Verdict(False, State.EXPIRED)


@pytest.mark.parametrize(
    ("risk", "served", "notices", "human"),
    [("low", True, ("overdue-low",), False), ("medium", True, ("overdue-medium",), True), ("high", False, (), True)],
)
def test_past_its_review_day_the_risk_decides(risk: str, served: bool, notices: tuple[str, ...], human: bool) -> None:
    approved = reviewed(entry(risk=risk), next_review=DAY - timedelta(days=1))
    verdict = _verdict(approved)
    assert (verdict.servable, verdict.state, verdict.notices, verdict.human_first) == (
        served,
        State.OVERDUE,
        notices,
        human,
    )
    assert verdict.reviewed is served


def test_on_the_review_day_itself_nothing_is_overdue() -> None:
    assert _verdict(reviewed(entry(risk="high"), next_review=DAY)).state is State.REVIEWED


def test_an_overdue_draft_bears_both_notices_and_a_high_risk_one_is_withheld() -> None:
    review = {"next": DAY - timedelta(days=1)}
    assert _verdict(with_review(entry(), review), mode=Mode.DRAFTS).notices == ("draft", "overdue-medium")
    high = _verdict(with_review(entry(risk="high"), review), mode=Mode.DRAFTS)
    assert (high.servable, high.state, high.reviewed) == (False, State.OVERDUE, False)


def test_a_text_whose_fact_has_run_out_is_withheld() -> None:
    approved = reviewed(entry())
    facts = FACTS | {"fee.card": fact("money", values=[{"value": 1, "until": DAY}])}
    assert servable(approved, PL, DAY, Mode.REVIEWED, facts).servable
    after = servable(approved, PL, DAY + timedelta(days=1), Mode.REVIEWED, facts)
    assert (after.servable, after.state, after.other_languages) == (False, State.EXPIRED, ())


def test_the_fingerprint_follows_title_and_answer_and_nothing_else() -> None:
    plain = entry()
    same = entry(
        risk="high",
        related=["work.permit"],
        questions={"pl": ["x"]},
        label=dict.fromkeys(("pl", "uk", "ru", "en"), "l"),
    )
    assert fingerprint(plain, PL) == fingerprint(same, PL)
    assert len(fingerprint(plain, PL)) == 8
    assert fingerprint(changed(plain, PL, "It costs {fee.over} pl"), PL) != fingerprint(plain, PL)
    assert fingerprint(changed(plain, UK, "x"), PL) == fingerprint(plain, PL)
    assert fingerprint(changed(plain, PL, "It costs {fee.card} pl \n"), PL) == fingerprint(plain, PL)


def test_the_same_text_in_another_section_is_another_text() -> None:
    steps = {language.value: "same" for language in Language}
    one = entry(answer={"summary": steps, "steps": steps})
    other = entry(answer={"summary": steps, "cost": steps})
    assert fingerprint(one, PL) != fingerprint(other, PL)
