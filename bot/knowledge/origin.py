"""Where content came from: a parsed file with the line of every value, so that each problem can name its place."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

Path = tuple[str | int, ...]
"""The way to a value inside a file: keys and list positions."""


class Position(NamedTuple):
    """``line`` of the value; ``block``: a text written line by line (``|-``), so a line inside it can be named as well."""

    line: int
    block: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """One content file: plain values, and where each stands. ``file`` is relative to the folder above the content root."""

    file: str
    data: Any = None
    positions: Mapping[Path, Position] = field(default_factory=dict)

    def line(self, path: Path, text: str = "", offset: int = 0) -> int:
        """The line of the value at ``path``, or of the nearest known value around it; ``offset``: of that character of ``text``."""
        for end in range(len(path), -1, -1):
            position = self.positions.get(path[:end])
            if position is not None:
                inside = text.count("\n", 0, offset) if position.block and end == len(path) else 0
                return position.line + inside
        return 0


@dataclass(frozen=True, slots=True)
class Origins:
    """All files of a content set, and which file each thing stands in."""

    documents: Mapping[str, Document]
    homes: Mapping[tuple[str, str], str]
    """(kind, id) → file. Kinds: entry, fact, place, offer, area, concept, danger, phrases, off-topic, words."""

    def document(self, kind: str, id_: str) -> Document:
        return self.documents.get(self.homes.get((kind, id_), ""), Document(""))

    def base(self, kind: str, id_: str) -> Path:
        """The way to the thing inside its file: an entry is the whole file, everything else a key of it."""
        return () if kind in ("entry", "phrases") else (id_,)
