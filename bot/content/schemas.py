"""JSON Schemas of the content files, from the models that parse them: editors' tools complete and validate while typing."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, TypeAdapter

from bot.content.files import Kind
from bot.knowledge.model import (
    Area,
    Concept,
    DangerCategory,
    EntryFile,
    Fact,
    Offer,
    Phrases,
    Place,
    TextLists,
)

_WHOLE: Mapping[Kind, type[BaseModel]] = {Kind.ENTRY: EntryFile, Kind.PHRASES: Phrases}
_BY_ID: Mapping[Kind, type[BaseModel]] = {
    Kind.FACTS: Fact,
    Kind.PLACES: Place,
    Kind.OFFERS: Offer,
    Kind.MENU: Area,
    Kind.GLOSSARY: Concept,
    Kind.DANGER: DangerCategory,
    Kind.OFF_TOPIC: TextLists,
    Kind.WORDS: TextLists,
}
_IDS = {Kind.FACTS: r"^[a-z]+(-[a-z]+)*\.[a-z0-9]+(-[a-z0-9]+)*$"}
_OTHER_ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"


def schemas() -> dict[str, str]:
    """File name → text of the schema."""
    return {f"{kind}.schema.json": json.dumps(schema, ensure_ascii=False, indent=2) + "\n" for kind, schema in _all()}


def outdated(folder: Path) -> list[str]:
    """Names of schemas that are missing, differ from the models, or belong to no model."""
    wanted = schemas()
    differing = [name for name, text in wanted.items() if _text(folder / name) != text]
    return differing + sorted(path.name for path in folder.glob("*.schema.json") if path.name not in wanted)


def write(folder: Path) -> list[str]:
    """Write all schemas; the names of those that changed."""
    changed = outdated(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        if name in changed:
            (folder / name).write_text(text, encoding="utf-8")
    for name in changed:
        if name not in schemas():
            (folder / name).unlink()
    return changed


def _text(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None


def _all() -> Iterator[tuple[Kind, dict[str, Any]]]:
    for kind in Kind:
        if kind in _WHOLE:
            yield kind, _dressed(kind, _WHOLE[kind].model_json_schema(by_alias=True))
        else:
            model = _BY_ID[kind]
            schema = TypeAdapter(dict[str, model]).json_schema(by_alias=True)  # type: ignore[valid-type]
            schema["propertyNames"] = {"pattern": _IDS.get(kind, _OTHER_ID)}
            yield kind, _dressed(kind, schema)


def _dressed(kind: Kind, schema: dict[str, Any]) -> dict[str, Any]:
    """Dialect and title in front, so that tools recognise the file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "title": f"Latarnia: {kind}",
    }
