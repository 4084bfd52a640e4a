"""YAML that knows where it came from, read without trust: every slip becomes a Problem, nothing raises, nothing runs.

Built on libyaml's event stream rather than on a PyYAML loader class, for three reasons: it is fast enough for a hundred
entries a second, it shows both lines of a duplicate key, and aliases (the "billion laughs") are seen before they multiply.

Plain words are read by the YAML 1.2 rules, so that ``no`` stays Norwegian, ``on:`` stays a key and ``8:00`` stays a time.
"""

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from bot.domain.problem import Problem
from bot.knowledge.origin import Document, Path, Position

MAX_BYTES = 2_000_000
MAX_DEPTH = 30
MAX_OF_A_KIND = 20
"""After so many tabs or control characters the rest is counted, not listed."""

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")
_FLOAT = re.compile(r"[-+]?[0-9]{1,15}\.[0-9]{1,15}")
_WORDS = {"": None, "~": None, "null": None, "Null": None, "NULL": None} | {
    word: value for value in (True, False) for word in (str(value), str(value).lower(), str(value).upper())
}
_REMEDIES = (
    ("mapping values are not allowed", "A text with a colon followed by a space must stand in quotes, or the line is indented wrongly."),
    ("could not find expected ':'", "A key needs a colon and a space after it; a text of several lines needs `|-`."),
    ("did not find expected key", "Check the indentation of this line, and the quotes of the line above."),
    ("did not find expected ',' or", "A list in brackets needs commas between its items and a closing bracket."),
    ("did not find expected '-' indicator", "All items of a list need the same indentation."),
    ("unexpected end of stream", "A quote or a bracket that was opened is never closed."),
    ("cannot start any token", "A text that begins with this character must stand in quotes."),
    ("unknown escape character", 'Inside double quotes a backslash must be doubled: "\\\\".'),
    ("undefined tag handle", "A text that begins with `!` must stand in quotes."),
    ("did not find expected alphabetic", "A text that begins with `*` or `&` must stand in quotes."),
)  # fmt: skip
_OTHER_REMEDY = "Compare the indentation and the quotes with a file that works."


def parse_yaml(raw: bytes, file: str) -> tuple[Document, list[Problem]]:
    """The values with their lines, and everything that is wrong. A document that could not be read has no data."""
    problems: list[Problem] = []
    if len(raw) > MAX_BYTES:
        found = Problem(
            file, 0, "file-too-large", f"the file has {len(raw):,} bytes.", f"At most {MAX_BYTES:,}: split it."
        )
        return Document(file), [found]
    text = _decoded(raw, file, problems)
    if text is None:
        return Document(file), problems
    _check_characters(text, file, problems)
    text = _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)
    builder = _Builder(file, problems)
    try:
        data = builder.build(text)
    except _Unreadable as error:
        if not any(problem.line == error.line for problem in problems):
            problems.append(Problem(file, error.line, error.rule, error.message, error.remedy))
        return Document(file), problems
    return Document(file, data, builder.positions), problems


def _decoded(raw: bytes, file: str, problems: list[Problem]) -> str | None:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        problems.append(Problem(file, line, "encoding", "the file is not UTF-8.", 'Save it with the encoding "UTF-8".'))
        return None


def _check_characters(text: str, file: str, problems: list[Problem]) -> None:
    """Tabs and control characters, each with its line."""
    tabs = [match.start() for match in re.finditer("\t", text)]
    for offset in tabs[:MAX_OF_A_KIND]:
        problems.append(
            Problem(file, _line(text, offset), "tab", "a tab.", "Use spaces: two for each step of indentation.")
        )
    controls = list(_CONTROL.finditer(text))
    for match in controls[:MAX_OF_A_KIND]:
        name = f"U+{ord(match[0]):04X}"
        problems.append(
            Problem(
                file,
                _line(text, match.start()),
                "control-character",
                f"an invisible control character {name}.",
                "Delete it.",
            )
        )
    left_out = max(0, len(tabs) - MAX_OF_A_KIND) + max(0, len(controls) - MAX_OF_A_KIND)
    if left_out:
        problems.append(
            Problem(file, 0, "tab", f"{left_out} more tabs or control characters.", "Replace them all at once.")
        )


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


@dataclass
class _Unreadable(Exception):
    """What ends the reading of a file."""

    line: int
    rule: str
    message: str
    remedy: str


@dataclass
class _Builder:
    """Turns the event stream into plain values, writing down the position of each."""

    file: str
    problems: list[Problem]
    positions: dict[Path, Position] = field(default_factory=dict)

    def build(self, text: str) -> Any:
        # PyYAML's C parser has no type information; its events are classes of yaml.events.
        self._parser: Any = yaml.CSafeLoader(text)
        try:
            self._expect(yaml.StreamStartEvent)
            if isinstance(self._peek(), yaml.StreamEndEvent):
                return None
            self._expect(yaml.DocumentStartEvent)
            data = self._value((), self._next(), 0)
            self._expect(yaml.DocumentEndEvent)
            after = self._next()
            if not isinstance(after, yaml.StreamEndEvent):
                self._refuse(
                    after, "several-documents", "a second document (`---`).", "One file holds one document: split it."
                )
            return data
        finally:
            self._parser.dispose()

    def _next(self) -> Any:
        try:
            return self._parser.get_event()
        except yaml.YAMLError as error:
            raise _explained(error) from None

    def _peek(self) -> Any:
        try:
            return self._parser.peek_event()
        except yaml.YAMLError as error:
            raise _explained(error) from None

    def _expect(self, kind: type) -> None:
        event = self._next()
        if not isinstance(event, kind):
            self._refuse(event, "yaml", "not a YAML document.", _OTHER_REMEDY)

    def _value(self, path: Path, event: Any, depth: int) -> Any:
        self._check(event, depth)
        if isinstance(event, yaml.ScalarEvent):
            block = event.style in ("|", ">")
            self.positions[path] = Position(_start(event) + (1 if block else 0), event.style == "|")
            return self._scalar(event)
        self.positions[path] = Position(_start(event))
        return self._list(path, depth) if isinstance(event, yaml.SequenceStartEvent) else self._mapping(path, depth)

    def _list(self, path: Path, depth: int) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            items.append(self._value((*path, len(items)), event, depth + 1))
        return items

    def _mapping(self, path: Path, depth: int) -> dict[str, Any]:
        items: dict[str, Any] = {}
        lines: dict[str, int] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key, line = self._key(event, depth), _start(event)
            inner: Path = (*path, key)
            if key in items:
                self._duplicate(key, lines[key], line)
                self._value((*inner, "(again)"), self._next(), depth + 1)
                continue
            lines[key] = line
            items[key] = self._value(inner, self._next(), depth + 1)
            # The line of the key is what an editor looks for, unless the text begins on a line of its own.
            if not self.positions[inner].block:
                self.positions[inner] = Position(line)
        return items

    def _duplicate(self, key: str, first: int, again: int) -> None:
        message = f"the key `{key}` stands here and in line {first}."
        self.problems.append(Problem(self.file, again, "duplicate-key", message, "Keep one of the two."))

    def _key(self, event: Any, depth: int) -> str:
        self._check(event, depth)
        if not isinstance(event, yaml.ScalarEvent):
            self._refuse(event, "yaml", "a list or a mapping as a key.", "A key is one word; put a text in quotes.")
        return str(event.value)

    def _check(self, event: Any, depth: int) -> None:
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            self._refuse(
                event,
                "alias",
                "anchors (`&`) and aliases (`*`) are not allowed.",
                "Write the text out, or put it in quotes.",
            )
        if depth > MAX_DEPTH:
            self._refuse(
                event, "too-deep", f"more than {MAX_DEPTH} levels inside each other.", "No content file is that deep."
            )
        if event.tag is not None and event.tag != "!":
            self._refuse(
                event, "tag", f"the type tag `{event.tag}` is not allowed.", "Delete it, or put the text in quotes."
            )

    def _scalar(self, event: Any) -> Any:
        text: str = event.value
        if event.style not in (None, "") or not event.implicit[0]:
            return text
        if text in _WORDS:
            return _WORDS[text]
        if _DATE.fullmatch(text):
            return self._date(text, event)
        if _INTEGER.fullmatch(text):
            return int(text)
        return float(text) if _FLOAT.fullmatch(text) else text

    def _date(self, text: str, event: Any) -> dt.date | str:
        try:
            return dt.date.fromisoformat(text)
        except ValueError:
            message = f"{text} is not a day of the calendar."
            self.problems.append(Problem(self.file, _start(event), "date", message, "Write year-month-day."))
            return text

    def _refuse(self, event: Any, rule: str, message: str, remedy: str) -> None:
        raise _Unreadable(_start(event), rule, message, remedy)


def _start(event: Any) -> int:
    """The line on which a value begins, from 1."""
    return int(event.start_mark.line) + 1


def _explained(error: Exception) -> _Unreadable:
    """libyaml's message in words for an editor."""
    mark, context = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    said = (
        " ".join(str(part) for part in (getattr(error, "problem", None), getattr(error, "context", None)) if part)
        or "not YAML"
    )
    if mark is None or (context is not None and "end of stream" in said):
        mark = context  # An open quote is found missing at the end of the file; the editor looks for its beginning.
    remedy = next((words for part, words in _REMEDIES if part in said), _OTHER_REMEDY)
    return _Unreadable(mark.line + 1 if mark is not None else 0, "yaml", f"this is not valid YAML ({said}).", remedy)
