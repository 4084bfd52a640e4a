"""Which file holds what: the folder layout of ``knowledge/``."""

import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from bot.domain.problem import Problem


class Kind(StrEnum):
    """What a content file holds, and the name of its schema."""

    ENTRY = "entry"
    FACTS = "facts"
    PLACES = "places"
    OFFERS = "offers"
    MENU = "menu"
    GLOSSARY = "glossary"
    DANGER = "danger"
    PHRASES = "phrases"
    OFF_TOPIC = "off-topic"
    WORDS = "words"


class ContentFile(NamedTuple):
    """``name`` is what problems call it: the path from the folder above the content root, with slashes."""

    path: Path
    name: str
    kind: Kind


REQUIRED = (Kind.MENU, Kind.GLOSSARY, Kind.DANGER, Kind.PHRASES)
"""Single files without which nothing can be served."""

_SINGLE = {f"{kind}.yaml": kind for kind in (*REQUIRED, Kind.OFF_TOPIC, Kind.WORDS)}
_FOLDERS = {kind.value: kind for kind in (Kind.FACTS, Kind.PLACES, Kind.OFFERS)}
_STEM = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_AREA = re.compile(r"[a-z]+")
_IGNORED_SUFFIXES = (".md", ".swp", ".swo", ".tmp", ".bak", "~")


def find_files(root: Path, problems: list[Problem]) -> list[ContentFile]:
    """All content files in a fixed order. Files that fit nowhere and files that are missing become problems."""
    found = [file for path in _walk(root) if (file := _classify(root, path, problems)) is not None]
    present = {file.kind for file in found}
    for kind in REQUIRED:
        if kind not in present:
            name = f"{root.name}/{kind}.yaml"
            problems.append(
                Problem(name, 0, "missing-file", "the file is missing.", "See docs/content-format.md for its form.")
            )
    return found


def name_of(root: Path, path: Path) -> str:
    """The path as problems show it."""
    return f"{root.name}/{path.relative_to(root).as_posix()}"


_NAME = re.compile(r"\{([a-z-]+\.[a-z0-9.-]+)\}")


def names_beside(root: Path) -> frozenset[str]:
    """Placeholders of facts in the flows and translations that lie beside the knowledge folder."""
    files = [*root.parent.glob("flows/**/*.yaml"), *root.parent.glob("translations/**/*.po")]
    return frozenset(name for path in files for name in _NAME.findall(path.read_text("utf-8", errors="replace")))


def _walk(root: Path) -> Iterator[Path]:
    """Every file that somebody may have meant as content; hidden files and editors' leftovers are passed over."""
    for path in sorted(root.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(root).parts)
        if path.is_file() and not hidden and not path.name.endswith(_IGNORED_SUFFIXES):
            yield path


def _classify(root: Path, path: Path, problems: list[Problem]) -> ContentFile | None:
    name, parts = name_of(root, path), path.relative_to(root).parts
    if path.suffix != ".yaml":
        remedy = "Rename it to .yaml." if path.suffix.lower() in (".yml", ".yaml") else "Only .yaml files belong here."
        problems.append(Problem(name, 0, "file-name", f"`{path.name}` is not read.", remedy))
        return None
    if len(parts) == 1:
        if parts[0] in _SINGLE:
            return ContentFile(path, name, _SINGLE[parts[0]])
        known = ", ".join(_SINGLE)
        problems.append(
            Problem(
                name,
                0,
                "file-name",
                "an unknown file.",
                f"Entries stand in a folder of their area; single files are {known}.",
            )
        )
        return None
    if len(parts) > 2:
        problems.append(Problem(name, 0, "file-name", "the file lies too deep.", "Write knowledge/<area>/<name>.yaml."))
        return None
    if not _STEM.fullmatch(path.stem) or not _AREA.fullmatch(parts[0]):
        remedy = "Use small Latin letters, digits and single hyphens: cukr-card.yaml."
        problems.append(Problem(name, 0, "file-name", f"`{parts[0]}/{path.name}` cannot be an id.", remedy))
        return None
    return ContentFile(path, name, _FOLDERS.get(parts[0], Kind.ENTRY))
