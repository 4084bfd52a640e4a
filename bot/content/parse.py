"""Plain values into models; pydantic's complaints into problems that an editor understands."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from bot.domain.language import Language
from bot.domain.problem import Problem
from bot.knowledge.model import Texts
from bot.knowledge.nearest import nearest
from bot.knowledge.origin import Document, Path

M = TypeVar("M", bound=BaseModel)

_LANGUAGES = frozenset(language.value for language in Language)
_QUOTES = re.compile("[„“”«»‘’]")


def parse(model: type[M], document: Document, path: Path, problems: list[Problem], **extra: Any) -> M | None:
    """The model from the value at ``path``, or None and every problem of it. ``extra``: values that the file does not hold."""
    data = value_at(document.data, path)
    if not isinstance(data, Mapping):
        message = f"{_called(path)} must be a mapping of keys, not {_kind_of(data)}."
        problems.append(Problem(document.file, document.line(path), "wrong-form", message, _keys_remedy(model)))
        return None
    quoted = list(_dates_as_text(document, path, data))
    problems.extend(quoted)
    try:
        parsed = model.model_validate({**data, **extra})
    except ValidationError as error:
        problems.extend(_problems(error, model, document, path))
        return None
    return None if quoted else parsed


def value_at(data: Any, path: Iterable[str | int]) -> Any:
    for part in path:
        data = data[part]
    return data


_DATE_KEYS = frozenset({"published", "checked", "from", "until", "next", "on", "starts", "ends", "sign_up_until"})
_DATE_LIKE = re.compile(r"\s*\d{1,4}\s*[-./]\s*\d{1,2}\s*[-./]\s*\d{1,4}\s*")


def _dates_as_text(document: Document, path: Path, data: Any) -> Iterator[Problem]:
    """A date in quotes is text to every other tool that reads the file; pydantic would quietly accept it."""
    items = data.items() if isinstance(data, Mapping) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        inner: Path = (*path, key)
        if key in _DATE_KEYS and isinstance(value, str) and _DATE_LIKE.fullmatch(value):
            message = f"the date of `{key}` is written as text: {value!r}."
            yield Problem(document.file, document.line(inner), "date-as-text", message, "Write it bare: 2026-11-22.")
        elif isinstance(value, Mapping | list):
            yield from _dates_as_text(document, inner, value)


def _problems(error: ValidationError, model: type[BaseModel], document: Document, path: Path) -> Iterator[Problem]:
    """One problem for each place: a value that fits no member of a union is reported once, not once a member."""
    seen: set[tuple[Path, str]] = set()
    for details in error.errors(include_url=False):
        at, rest = _place(details["loc"], document.data, path)
        if details["type"] not in ("missing", "extra_forbidden"):
            rest = ()
        rule, message, remedy = _explained(details, model, at, path, rest, document)
        if (at, message) in seen or (rule == "wrong-form" and any(at == place for place, _ in seen)):
            continue
        seen.add((at, message))
        yield Problem(document.file, document.line(at), rule, message, remedy)


def _place(loc: tuple[int | str, ...], data: Any, path: Path) -> tuple[Path, Path]:
    """Pydantic's location without the names of union members, which no editor has written; and what is missing there."""
    at: Path = path
    value = value_at(data, path)
    rest: list[str | int] = []
    for part in loc:
        holds = (isinstance(value, Mapping) and part in value) or (
            isinstance(value, list) and isinstance(part, int) and part < len(value)
        )
        if holds:
            value, at = value[part], (*at, part)
        else:
            rest.append(part)
    return at, tuple(rest[-1:])


def _explained(
    details: ErrorDetails, model: type[BaseModel], at: Path, root: Path, missing: Path, document: Document
) -> tuple[str, str, str]:
    """Rule, message and remedy for one complaint."""
    value = value_at(document.data, at)
    match details["type"]:
        case "missing" if missing and missing[0] in _LANGUAGES:
            return (
                "missing-language",
                f"{_called(at)} has no `{missing[0]}`.",
                "Write it in all four languages: pl, uk, ru, en.",
            )
        case "missing" if missing and missing[0] == "checked":
            return (
                "source-date",
                f"{_called(at)} has no `checked`.",
                "Add the day you last read the page: checked: 2026-11-22.",
            )
        case "missing":
            return (
                "missing-key",
                f"{_called(at)} has no `{missing[0] if missing else '?'}`.",
                "Add it; see docs/content-format.md.",
            )
        case "extra_forbidden":
            known = _keys_of(model, at[len(root) : -1])
            close = nearest(str(at[-1]), known)
            remedy = f"Did you mean `{close}`?" if close else f"Known keys: {', '.join(known)}."
            return "unknown-key", f"{_called(at[:-1])} knows no key `{at[-1]}`.", remedy
        case "enum" | "literal_error":
            allowed = re.findall(r"'([^']*)'", str(details.get("ctx", {}).get("expected", "")))
            close = nearest(str(value), allowed)
            remedy = (f"Did you mean `{close}`? " if close else "") + f"Allowed: {', '.join(allowed)}."
            return "wrong-value", f"{_called(at)} is {_shown(value)}.", remedy
        case "date_from_datetime_parsing" | "date_type" | "date_parsing" | "date_from_datetime_inexact":
            return "wrong-value", f"{_called(at)} must be a date, not {_shown(value)}.", "Write it bare: 2026-11-22."
        case "string_too_short":
            return (
                "empty",
                f"{_called(at)} is empty or too short.",
                "Write the text, or delete the key where it is optional.",
            )
        case "string_pattern_mismatch":
            return "wrong-value", f"{_called(at)} is {_shown(value)}.", _pattern_remedy(value, details)
        case "too_long" | "too_short":
            return "wrong-length", f"{_called(at)}: {details['msg']}.", "Split it, or add what is missing."
        case "value_error":
            return "wrong-value", f"{_called(at)}: {details['msg'].removeprefix('Value error, ')}.", ""
        case _:
            return (
                "wrong-form",
                f"{_called(at)} is {_kind_of(value)}: {_shown(value)}.",
                _form_remedy(model, at[len(root) :], value),
            )


def _pattern_remedy(value: Any, details: ErrorDetails) -> str:
    if _QUOTES.search(str(value)):
        return 'Typographic quotes stand around it; YAML needs straight ones: "…".'
    pattern = str(details.get("ctx", {}).get("pattern", ""))
    examples = {"^https?": "Write a full link: https://…", "^[a-z]+\\.": "Write area.name: residence.cukr-card."}
    examples |= {
        "^\\d{1,2}:": 'Write spans as "8:00-15:15" or "8:00-11:00, 12:00-15:00".',
        "^\\d{2}-": 'Write "80-748".',
    }
    examples |= {"^[0-9a-f]{8}": "Stamps are written by `latarnia review`, never by hand."}
    return next(
        (words for start, words in examples.items() if pattern.startswith(start)), f"It must look like {pattern}."
    )


def _form_remedy(model: type[BaseModel], path: Path, value: Any) -> str:
    """What should have stood there."""
    if isinstance(value, bool | int | float | dt.date):
        return 'Put it in quotes: it is meant as text. Write "' + str(value) + '".'
    inner = _model_at(model, path)
    if inner is Texts:
        return "Write it in all four languages: {pl: …, uk: …, ru: …, en: …}."
    return _keys_remedy(inner) if inner is not None else "See docs/content-format.md."


def _keys_remedy(model: type[BaseModel]) -> str:
    return f"Its keys are {', '.join(_field_keys(model))}."


def _keys_of(model: type[BaseModel], path: Path) -> tuple[str, ...]:
    inner = _model_at(model, path)
    return _field_keys(inner) if inner is not None else ()


def _field_keys(model: type[BaseModel]) -> tuple[str, ...]:
    """The keys as editors write them."""
    hidden = ("id", "file")
    return tuple(field.alias or name for name, field in model.model_fields.items() if name not in hidden)


def _model_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """The model that describes the value at ``path`` below ``model``."""
    current: type[BaseModel] | None = model
    for part in path:
        if isinstance(part, int):
            continue
        if current is None:
            return None
        fields = {(field.alias or name): field.annotation for name, field in current.model_fields.items()}
        if part in fields:
            current = next(_models_in(fields[part]), None)
    return current


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """Models named anywhere in a type."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models_in(argument)


def _called(path: Path) -> str:
    """A value by its way: `answer.cost`, `sources[2]`."""
    if not path:
        return "the file"
    return (
        "`" + "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in path).removeprefix(".") + "`"
    )


def _kind_of(value: Any) -> str:
    """A value's form in an editor's words."""
    match value:
        case None:
            return "empty"
        case bool():
            return "yes or no"
        case int() | float():
            return "a number"
        case str():
            return "a text"
        case dt.date():
            return "a date"
        case list():
            return "a list"
        case _:
            return "a mapping"


def _shown(value: Any) -> str:
    if value is None:
        return "nothing"
    text = str(value) if not isinstance(value, Mapping | list) else "…"
    return f"`{text[:60]}{'…' if len(text) > 60 else ''}`"
