"""The trained understanding, kept in a file whose name says what it was trained on, so that starting takes no training."""

import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from bot.content.loader import load_knowledge
from bot.knowledge.knowledge import Knowledge
from bot.understanding import reader
from bot.understanding.reader import Reader

KEPT = 3
"""Older trainings are thrown away: an editor who undoes a change gets the former one back at once."""


def path_for(knowledge: Knowledge, folder: Path) -> Path:
    """Where the training of this content is or will be."""
    key = reader.fingerprint(
        knowledge.entries, knowledge.glossary, knowledge.danger, knowledge.phrases, knowledge.off_topic, knowledge.words
    )
    return folder / f"understanding-{key}.npz"


def kept(knowledge: Knowledge, folder: Path) -> Reader | None:
    """The kept training of this content, or None. A file that cannot be read counts as none."""
    path = path_for(knowledge, folder)
    try:
        return reader.load(path.read_bytes())
    except (OSError, ValueError, KeyError):
        return None


def train(knowledge: Knowledge, folder: Path) -> Reader:
    """Train now (some seconds) and keep the result."""
    trained = build(knowledge)
    _keep(trained.dump(), path_for(knowledge, folder))
    return trained


def build(knowledge: Knowledge) -> Reader:
    """Train and keep nothing."""
    return reader.build_understanding(
        knowledge.entries, knowledge.glossary, knowledge.danger, knowledge.phrases, knowledge.off_topic, knowledge.words
    )


def load_or_train(knowledge: Knowledge, folder: Path) -> Reader:
    return kept(knowledge, folder) or train(knowledge, folder)


def train_aside(root: Path, folder: Path) -> None:
    """Train in another process, so that turns are not slowed while an editor's change is taken in."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        pool.submit(_train_from_files, root, folder).result()


def _train_from_files(root: Path, folder: Path) -> None:
    knowledge, _ = load_knowledge(root)
    if knowledge is not None and not path_for(knowledge, folder).exists():
        train(knowledge, folder)


def _keep(data: bytes, path: Path) -> None:
    """Written aside and moved, so that no process ever reads half a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_suffix(f".{os.getpid()}")
    aside.write_bytes(data)
    aside.replace(path)
    others = sorted(path.parent.glob("understanding-*.npz"), key=lambda other: other.stat().st_mtime, reverse=True)
    for old in others[KEPT:]:
        old.unlink(missing_ok=True)
