"""One official term for one thing: the forms that the glossary says to avoid are found in answers, inflected as well."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from bot.domain.language import Language
from bot.knowledge.check.subject import Finding, Rule, Subject, warning
from bot.knowledge.check.texts import Role, blanked, pieces

_CYRILLIC_ENDINGS = (
    "а у и і ы е є о ю я й ї ё ий ый ій ой ої ою ая яя ое ее ие ые их ых им ым ом ем ам ям ах ях ів ов ев єв ей ії ії ію ия ии ию"
    " ого ему ому его ими ыми ами ями еві ові єю ею ями ння нням"
)
_ENDINGS = {
    Language.PL: frozenset(
        [
            "a",
            "u",
            "y",
            "i",
            "e",
            "ę",
            "ą",
            "o",
            "ów",
            "om",
            "ami",
            "ach",
            "em",
            "ie",
            "owi",
            "iem",
            "ej",
            "ego",
            "emu",
            "ym",
            "ymi",
            "ych",
            "im",
            "imi",
            "ich",
            "ia",
            "ię",
            "ią",
            "io",
            "ii",
            "iów",
            "iach",
            "iami",
        ]
    ),
    Language.UK: frozenset(_CYRILLIC_ENDINGS.split()),
    Language.RU: frozenset(_CYRILLIC_ENDINGS.split()),
    Language.EN: frozenset(("s", "es")),
}
"""What may stand after a stem. A closed list: with "any three letters" `порадня` would forbid `поради`."""

_MIN_STEM = 4
_TOKEN = re.compile(r"[^\W\d_]+(?:[’'\-][^\W\d_]+)*|\d+")

Stems = tuple[str, ...]


class _Word(NamedTuple):
    plain: str
    start: int
    end: int


class _Avoided(NamedTuple):
    """A form to avoid: its stems, the term to write, and the stems of that term."""

    wrong: Stems
    official: str
    right: Stems


def official_term(subject: Subject) -> Iterator[Finding]:
    """Answers use the official term of the glossary, never a form to be avoided."""
    terms = {language: _Terms(subject, language) for language in Language}
    for piece in pieces(subject, Role.SECTION, Role.CARD, Role.TITLE, Role.LABEL):
        for start, end, official in terms[piece.language].found(piece.text):
            message = f"`{piece.text[start:end]}` is not the official term."
            yield Finding(piece.at(start), message, f"Write `{official}`.")


class _Terms:
    """The terms of one language, ready to be looked for."""

    def __init__(self, subject: Subject, language: Language) -> None:
        concepts = subject.knowledge.glossary.values()
        self._language = language
        self._official = [stems(concept[language].official, language) for concept in concepts]
        self._avoid: dict[str, list[_Avoided]] = {}
        for concept in concepts:
            names = concept[language]
            for wrong in names.avoid:
                if found := stems(wrong, language):
                    avoided = _Avoided(found, names.official, stems(names.official, language))
                    self._avoid.setdefault(found[0][:3], []).append(avoided)

    def found(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Start, end and official term of each form to avoid; inside an official term it does not count."""
        if not self._avoid:
            return
        words = _words(text)
        for position, word in enumerate(words):
            for avoided in self._avoid.get(word.plain[:3], ()):
                span = words[position : position + len(avoided.wrong)]
                if self._matches(avoided.wrong, span, text) and not self._is_official(words, position, len(span), text):
                    yield word.start, span[-1].end, avoided.official

    def _matches(self, wanted: Stems, span: list[_Word], text: str) -> bool:
        """Each word a form of its stem, and nothing but a space between them."""
        return (
            len(span) == len(wanted)
            and all(_fits(stem, word.plain, self._language) for stem, word in zip(wanted, span, strict=True))
            and all(text[one.end : other.start].isspace() for one, other in pairwise(span))
        )

    def _is_official(self, words: list[_Word], position: int, length: int, text: str) -> bool:
        """Whether some official term covers these words."""
        for official in self._official:
            if len(official) < length:
                continue
            for start in range(max(0, position + length - len(official)), position + 1):
                if self._matches(official, words[start : start + len(official)], text):
                    return True
        return False


@lru_cache(maxsize=8192)
def stems(term: str, language: Language) -> Stems:
    """Each word without its ending; ``$`` marks a word that is only found as it stands: short ones and abbreviations."""
    return tuple(_stem(word, language) for word in _TOKEN.findall(term))


def _stem(word: str, language: Language) -> str:
    plain = _plain(word)
    if word.isupper() or len(plain) < _MIN_STEM:
        return plain + "$"
    if language is Language.EN:
        return plain
    ending = next((plain[-n:] for n in (2, 1) if plain[-n:] in _ENDINGS[language] and len(plain) - n >= _MIN_STEM), "")
    return plain.removesuffix(ending)


def _fits(stem: str, word: str, language: Language) -> bool:
    if stem.endswith("$"):
        return word == stem[:-1]
    if word == stem:
        return True
    # A soft sign gives way to the ending; it is no ending itself, so `побыт` does not forbid `побыть`.
    bare = stem.removesuffix("ь")
    return word.startswith(bare) and word[len(bare) :] in _ENDINGS[language]


def _words(text: str) -> list[_Word]:
    return [_Word(_plain(match[0]), match.start(), match.end()) for match in _TOKEN.finditer(blanked(text))]


def _plain(word: str) -> str:
    return word.casefold().replace("ё", "е").replace("'", "’")


RULES: tuple[Rule, ...] = (warning("official-term", official_term),)
