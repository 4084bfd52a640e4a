"""The figures of an evaluation."""

from bot.domain.language import Language
from bot.understanding.measure import Case, measure
from bot.understanding.reading import Hit, Reading, Route


def _reading(route: Route, *entries: str) -> Reading:
    hits = tuple(Hit(entry, 0.5) for entry in entries)
    return Reading("", "", Language.UK, True, "", route, hits)


def test_each_message_is_counted_where_it_belongs() -> None:
    cases = [
        Case("a", "uk", ("x.a",), "typo"),
        Case("b", "uk", ("x.b",), "typo"),
        Case("c", "pl", ("x.c",), "short"),
        Case("d", "uk", (), "off-topic"),
    ]
    readings = [
        _reading(Route.ANSWER, "x.a"),
        _reading(Route.ANSWER, "x.a", "x.b"),
        _reading(Route.NONE, "x.a"),
        _reading(Route.CLARIFY, "x.a"),
    ]
    report = measure(cases, readings)
    total = report.total
    assert (total.n, total.topics, total.first, total.among_three) == (4, 3, 1, 2)
    assert (total.sent_away, total.clarified, total.abstained, total.answered_wrongly, total.language) == (
        1,
        1,
        1,
        1,
        3,
    )
    assert report.confused == ((("x.b", "x.a"), 1), (("x.c", "x.a"), 1))
    assert report.by_kind()["typo"].top1 == 0.5
    assert report.by_language()["pl"].top3 == 0.0
