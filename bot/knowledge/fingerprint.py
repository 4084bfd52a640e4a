"""A short hash of what one language version says. Approval is given to a fingerprint, so changed words lose it by themselves."""

import hashlib
import unicodedata
from functools import lru_cache

from bot.domain.language import Language
from bot.knowledge.model import Entry, EntryFile

SOURCE_LANGUAGE = Language.PL
"""The law is Polish, so the Polish text is written first and the others are checked against it."""


def fingerprint(entry: EntryFile | Entry, language: Language) -> str:
    """Eight hex digits over title and answer in this language.

    Facts take part by name, never by value: a fee that changes on 1 January needs no new review of every text that names it.
    Questions, links and risk are no part of what a person reads.
    """
    sections = ((which.value, entry.answer[which]) for which in entry.answer.sections)
    return _digest((entry.title[language], *(f"{name}\n{texts[language]}" for name, texts in sections if texts)))


@lru_cache(maxsize=4096)
def _digest(parts: tuple[str, ...]) -> str:
    """Spacing at the ends of lines and the form of composed letters do not count."""
    text = unicodedata.normalize("NFC", "\0".join(parts))
    plain = "\n".join(line.rstrip() for line in text.split("\n")).strip()
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def meaning(entry: EntryFile | Entry) -> str:
    """The fingerprint that a translation writes down as ``from``.

    It is that of the current source text, or, where a reviewer marked the last change of it as editorial, the one that the
    editorial stamp names in its own ``from``: the text whose meaning is unchanged.
    """
    current = fingerprint(entry, SOURCE_LANGUAGE)
    stamp = entry.review[SOURCE_LANGUAGE]
    if stamp is not None and stamp.editorial and stamp.source is not None and stamp.text == current:
        return stamp.source
    return current
