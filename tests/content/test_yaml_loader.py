"""YAML without trust: any bytes give values or problems, never an exception; every value knows its line."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.yaml_loader import MAX_BYTES, parse_yaml
from bot.domain.problem import Problem


def _rules(raw: bytes) -> list[str]:
    return [problem.rule for problem in parse_yaml(raw, "x.yaml")[1]]


@given(st.binary(max_size=300))
def test_no_bytes_raise(raw: bytes) -> None:
    document, problems = parse_yaml(raw, "x.yaml")
    assert all(isinstance(problem, Problem) for problem in problems)
    assert document.file == "x.yaml"


_YAML = st.text(alphabet="ab: \n-[]{}\"'|>&*!#%@,?\t1290\\~.„”і\x00\ufeff", max_size=80)


@given(_YAML)
def test_no_text_made_of_yaml_signs_raises(text: str) -> None:
    document, problems = parse_yaml(text.encode(), "x.yaml")
    assert (
        document.data is not None
        or problems
        or not text.strip("\ufeff \n")
        or "~" in text
        or "#" in text
        or "-" in text
    )


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=5), lambda inner: st.lists(inner, max_size=3)
    )
)
def test_every_value_of_a_list_has_a_position(value: object) -> None:
    import json

    document, problems = parse_yaml(json.dumps(value).encode(), "x.yaml")
    if not problems:
        assert document.line(()) == 1


@pytest.mark.parametrize(
    ("raw", "rule", "line"),
    [
        (b"a: 1\nb: 2\na: 3\n", "duplicate-key", 3),
        (b"a: 1\n\tb: 2\n", "tab", 2),
        (b"a: &x [1]\nb: *x\n", "alias", 1),
        (b"a: 1\nb: *x\n", "alias", 2),
        (b"a: !!python/object/apply:os.system [ls]\n", "tag", 1),
        (b"a: 1\n---\nb: 1\n", "several-documents", 2),
        (b"a: 'x\nb: 1\n", "yaml", 1),
        (b"a: b: c\n", "yaml", 1),
        (b"a: [1, 2\nb: 1\n", "yaml", 2),
        (b"a: 1\nb: \xff\n", "encoding", 2),
        ("a: 1\n".encode("utf-16"), "encoding", 1),
        (b"a: 1\nb: \x07\n", "control-character", 2),
        (b"a: 2026-02-30\n", "date", 1),
        (b"[" * 40 + b"]" * 40, "too-deep", 1),
        (b"? [a]\n: 1\n", "yaml", 1),
        (b"a: @x\n", "yaml", 1),
    ],
)
def test_each_slip_is_a_problem_with_its_line(raw: bytes, rule: str, line: int) -> None:
    _, problems = parse_yaml(raw, "x.yaml")
    assert (rule, line) in [(problem.rule, problem.line) for problem in problems]
    assert all(problem.file == "x.yaml" and problem.remedy for problem in problems)


def test_a_duplicate_key_names_both_lines_and_keeps_the_first() -> None:
    document, problems = parse_yaml(b"a: 1\nb: 2\na: 3\n", "x.yaml")
    assert "line 1" in problems[0].message
    assert document.data == {"a": 1, "b": 2}


def test_all_duplicate_keys_are_reported() -> None:
    assert _rules(b"a: 1\na: 2\nb: {c: 1, c: 2}\n") == ["duplicate-key", "duplicate-key"]


def test_a_file_over_the_limit_is_not_read() -> None:
    assert _rules(b"a" * (MAX_BYTES + 1)) == ["file-too-large"]


def test_a_bomb_of_aliases_is_refused_before_it_grows() -> None:
    bomb = "a: &a [x, x, x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(9)
    )
    assert _rules(bomb.encode()) == ["alias"]


def test_plain_words_mean_what_editors_mean() -> None:
    document, problems = parse_yaml(
        b"no: yes\non: 2026-11-22\ntime: 8:00\nhours: 8:00-15:15\nid: 007\nn: 12\nf: 1.5\nt: true\nz:\nlong: 99999999999999999999\n",
        "x",
    )
    assert problems == []
    assert document.data == {
        "no": "yes", "on": date(2026, 11, 22), "time": "8:00", "hours": "8:00-15:15", "id": "007",
        "n": 12, "f": 1.5, "t": True, "z": None, "long": "99999999999999999999",
    }  # fmt: skip


def test_every_value_knows_its_line_and_a_block_text_each_of_its_lines() -> None:
    document, _ = parse_yaml(b"a:\n  b: 1\n  c:\n    - x\n    - y\ntext: |-\n  one\n  two\n", "x")
    assert document.line(("a", "b")) == 2
    assert document.line(("a", "c", 1)) == 5
    assert document.line(("text",)) == 7
    assert document.line(("text",), "one\ntwo", 5) == 8
    assert document.line(("a", "unknown", 3)) == 1


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm() -> None:
    document, problems = parse_yaml("\ufeffa: 1\r\nb: 2\r\n".encode(), "x")
    assert (document.data, problems) == ({"a": 1, "b": 2}, [])


def test_an_empty_file_is_no_problem_of_yaml() -> None:
    assert parse_yaml(b"# nothing yet\n", "x")[1] == []
