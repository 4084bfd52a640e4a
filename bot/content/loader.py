"""All of ``knowledge/`` into one checked :class:`Knowledge`, or into the list of what is wrong with it."""

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from bot.content.files import ContentFile, Kind, find_files, names_beside
from bot.content.parse import parse
from bot.content.yaml_loader import parse_yaml
from bot.domain.problem import Problem, Severity
from bot.i18n.values import WARSAW, Values
from bot.knowledge.check import Subject, run_rules
from bot.knowledge.knowledge import Knowledge
from bot.knowledge.model import Area, Concept, DangerCategory, Entry, Fact, Offer, Phrases, Place, Section, TextLists
from bot.knowledge.origin import Document, Origins
from bot.service.clock import SystemClock
from bot.understanding.reading import Command, SmallTalk

_MODELS: Mapping[Kind, tuple[str, type[BaseModel]]] = {
    Kind.FACTS: ("fact", Fact),
    Kind.PLACES: ("place", Place),
    Kind.OFFERS: ("offer", Offer),
    Kind.MENU: ("area", Area),
    Kind.GLOSSARY: ("concept", Concept),
    Kind.DANGER: ("danger", DangerCategory),
    Kind.OFF_TOPIC: ("off-topic", TextLists),
    Kind.WORDS: ("words", TextLists),
}
"""Files that map ids to one kind of thing."""


@dataclass(frozen=True, slots=True)
class Compiled:
    """The outcome of one reading. ``knowledge`` holds whatever could be read, for reports; serve it only if ``servable``."""

    knowledge: Knowledge
    origins: Origins
    problems: tuple[Problem, ...]

    @property
    def servable(self) -> bool:
        return not any(problem.severity is Severity.ERROR for problem in self.problems)


def load_knowledge(
    root: Path, today: dt.date | None = None, *, thorough: bool = True
) -> tuple[Knowledge | None, list[Problem]]:
    """The content of ``root`` (the ``knowledge`` folder), and everything that is wrong with it.

    Any error refuses the whole set, so that the old one keeps serving; warnings do not. A process that starts asks for
    less than ``thorough``: whether the content may be served is decided by errors alone, and people are waiting.
    """
    compiled = compile_knowledge(root, today, thorough=thorough)
    return compiled.knowledge if compiled.servable else None, list(compiled.problems)


def compile_knowledge(root: Path, today: dt.date | None = None, *, thorough: bool = True) -> Compiled:
    """Read, parse and check all files. Facts may also be used by the flows and translations that lie beside ``root``."""
    reading = _read(root)
    subject = Subject(
        knowledge=reading.knowledge(),
        origins=Origins(reading.documents, reading.homes),
        today=today or SystemClock().now().astimezone(WARSAW).date(),
        values=Values(),
        used_elsewhere=names_beside(root),
        phrase_keys={
            "commands": frozenset(Command),
            "small_talk": frozenset(SmallTalk),
            "facets": frozenset(Section) - {Section.SUMMARY},
        },
        unread=frozenset(reading.unread),
    )
    problems = sorted({*reading.problems, *run_rules(subject, thorough=thorough)})
    return Compiled(subject.knowledge, subject.origins, tuple(problems))


def _read(root: Path) -> "_Reading":
    reading = _Reading(root.name)
    if not root.is_dir():
        reading.problems.append(
            Problem(root.name, 0, "missing-file", f"there is no folder {root}.", "Give the knowledge folder.")
        )
        return reading
    for file in find_files(root, reading.problems):
        reading.add(file)
    return reading


@dataclass
class _Reading:
    """What has been read so far."""

    root: str
    problems: list[Problem] = field(default_factory=list)
    documents: dict[str, Document] = field(default_factory=dict)
    homes: dict[tuple[str, str], str] = field(default_factory=dict)
    things: dict[str, dict[str, Any]] = field(default_factory=dict)
    phrases: Phrases | None = None
    unread: set[tuple[str, str]] = field(default_factory=set)
    """Things that exist but are broken: links to them are not dead."""
    _hash: Any = field(default_factory=hashlib.sha256)

    def add(self, file: ContentFile) -> None:
        try:
            raw = file.path.read_bytes()
        except OSError as error:
            message = f"the file cannot be read ({error.strerror})."
            self.problems.append(Problem(file.name, 0, "file-unreadable", message, "Check its permissions."))
            return
        self._hash.update(f"{file.name}\0{len(raw)}\0".encode() + raw)
        document, problems = parse_yaml(raw, file.name)
        self.documents[file.name] = document
        self.problems.extend(problems)
        match file.kind:
            case Kind.ENTRY:
                self._add_entry(file, document)
            case Kind.PHRASES:
                self.phrases = parse(Phrases, document, (), self.problems) if document.data is not None else None
                self.homes["phrases", "phrases"] = file.name
            case _:
                self._add_things(file, document)

    def _add_entry(self, file: ContentFile, document: Document) -> None:
        id_ = f"{file.path.parent.name}.{file.path.stem}"
        self.homes["entry", id_] = file.name
        if document.data is None:
            self.unread.add(("entry", id_))
            if not any(problem.file == file.name for problem in self.problems):
                self.problems.append(
                    Problem(file.name, 0, "empty", "the file is empty.", "Write the entry, or delete the file.")
                )
            return
        entry = parse(Entry, document, (), self.problems, id=id_, file=file.name)
        self._keep("entry", id_, entry)

    def _add_things(self, file: ContentFile, document: Document) -> None:
        if document.data is None:
            return
        kind, model = _MODELS[file.kind]
        if not isinstance(document.data, dict):
            self.problems.append(
                Problem(file.name, 1, "wrong-form", "the file must map ids to values.", "See docs/content-format.md.")
            )
            return
        for id_ in document.data:
            earlier = self.homes.get((kind, id_))
            if earlier is not None:
                message = f"`{id_}` stands here and in {earlier}:{self.documents[earlier].line((id_,))}."
                self.problems.append(
                    Problem(file.name, document.line((id_,)), "duplicate-id", message, "Keep one of the two.")
                )
                continue
            self.homes[kind, id_] = file.name
            self._keep(kind, id_, parse(model, document, (id_,), self.problems))

    def _keep(self, kind: str, id_: str, thing: BaseModel | None) -> None:
        if thing is None:
            self.unread.add((kind, id_))
        else:
            self.things.setdefault(kind, {})[id_] = thing

    def knowledge(self) -> Knowledge:
        things = self.things
        return Knowledge(
            entries=things.get("entry", {}),
            facts=things.get("fact", {}),
            places=things.get("place", {}),
            offers=things.get("offer", {}),
            areas=things.get("area", {}),
            glossary=things.get("concept", {}),
            danger=things.get("danger", {}),
            phrases=self.phrases or Phrases(commands={}, small_talk={}),
            off_topic=things.get("off-topic", {}),
            words=things.get("words", {}),
            version=self._hash.hexdigest()[:12],
        )
