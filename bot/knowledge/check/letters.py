"""Each language in its own letters: no Russian ones in Ukrainian, no Latin look-alikes in Cyrillic words, nothing invisible."""

import re
import unicodedata
from collections.abc import Iterator

from bot.domain.language import Language
from bot.knowledge.check.subject import Finding, Rule, Subject, error, warning
from bot.knowledge.check.texts import Piece, blanked, pieces

_WORD = re.compile(r"[^\W\d_]+(?:[’'ʼ][^\W\d_]+)*")
_CYRILLIC = re.compile(r"[\u0400-\u052f]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_MIXED = re.compile(r"[A-Za-z\u00c0-\u024f][’'ʼ]?[\u0400-\u052f]|[\u0400-\u052f][’'ʼ]?[A-Za-z\u00c0-\u024f]")
_RUSSIAN_ONLY = re.compile(r"[ыэъёЫЭЪЁ]")
_UKRAINIAN_ONLY = re.compile(r"[іїєґІЇЄҐ]")
_LONE_LATIN = re.compile(r"(?<![^\s(«„])[aoicyexkpu](?![\w’'@./-])")
_CYRILLIC_LEVEL = re.compile(r"(?<!\w)[АВСЕМНТ]\d(?!\w)")
_INVISIBLE = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffd]")
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")


def _words(piece: Piece) -> Iterator[tuple[str, int]]:
    return ((match[0], match.start()) for match in _WORD.finditer(blanked(piece.text)))


def mixed_word(subject: Subject) -> Iterator[Finding]:
    """No word mixes Latin and Cyrillic letters: it looks right, but neither search nor a screen reader knows it."""
    for piece in pieces(subject):
        for word, offset in _words(piece) if _MIXED.search(piece.text) else ():
            if _CYRILLIC.search(word) and _LATIN.search(word):
                latin = "".join(_LATIN.findall(word))
                cyrillic = "".join(_CYRILLIC.findall(word))
                few, script = (latin, "Latin") if len(latin) <= len(cyrillic) else (cyrillic, "Cyrillic")
                remedy = f"The {script} letters are: {few}. Retype the word, or part it with a hyphen."
                yield Finding(piece.at(offset), f"`{word}` mixes Latin and Cyrillic letters.", remedy)


def lone_latin_letter(subject: Subject) -> Iterator[Finding]:
    """A one-letter word of a Cyrillic text is Cyrillic."""
    for piece in pieces(subject):
        if piece.language in (Language.UK, Language.RU):
            for match in _LONE_LATIN.finditer(blanked(piece.text)):
                near = piece.text[max(0, match.start() - 12) : match.end() + 12]
                if not _LATIN.search(near.replace(match[0], "", 1)):
                    message = f"the Latin letter `{match[0]}` stands alone in a {piece.language} text."
                    yield Finding(piece.at(match.start()), message, "Retype it on the Cyrillic keyboard.")


def cyrillic_level(subject: Subject) -> Iterator[Finding]:
    """Levels and codes such as B1 are written in Latin letters."""
    for piece in pieces(subject):
        for match in _CYRILLIC_LEVEL.finditer(blanked(piece.text)):
            yield Finding(piece.at(match.start()), f"`{match[0]}` has a Cyrillic letter.", "Write it with a Latin one.")


def russian_in_ukrainian(subject: Subject) -> Iterator[Finding]:
    """No ы, э, ъ, ё in Ukrainian."""
    return _foreign_letters(subject, Language.UK, _RUSSIAN_ONLY, "Russian")


def ukrainian_in_russian(subject: Subject) -> Iterator[Finding]:
    """No і, ї, є, ґ in Russian."""
    return _foreign_letters(subject, Language.RU, _UKRAINIAN_ONLY, "Ukrainian")


def _foreign_letters(subject: Subject, language: Language, letters: re.Pattern[str], whose: str) -> Iterator[Finding]:
    for piece in pieces(subject):
        if piece.language is language and letters.search(piece.text):
            for word, offset in _words(piece):
                if found := letters.search(word):
                    yield Finding(
                        piece.at(offset), f"`{word}` has the {whose} letter {found[0]}.", f"Write the {language} word."
                    )


def cyrillic_in_latin(subject: Subject) -> Iterator[Finding]:
    """Polish and English texts hold no Cyrillic, but for a word in quotes that is to be typed or looked for."""
    for piece in pieces(subject):
        if piece.language in (Language.PL, Language.EN) and _CYRILLIC.search(piece.text):
            text = re.sub("[„“”«][^„“”«»\n]*[”“»]", lambda match: " " * len(match[0]), piece.text)
            for match in _WORD.finditer(text):
                if _CYRILLIC.search(match[0]) and not _LATIN.search(match[0]):
                    yield Finding(
                        piece.at(match.start()), f"`{match[0]}` is Cyrillic.", f"Write it in {piece.language}."
                    )


def invisible(subject: Subject) -> Iterator[Finding]:
    """No soft hyphens, zero-width or direction marks."""
    for piece in pieces(subject):
        for match in _INVISIBLE.finditer(piece.text):
            name = unicodedata.name(match[0], f"U+{ord(match[0]):04X}").lower()
            yield Finding(piece.at(match.start()), f"an invisible character ({name}).", "Delete it.")


def odd_spaces(subject: Subject) -> Iterator[Finding]:
    """Texts use ordinary single spaces; the software puts the no-break ones."""
    for piece in pieces(subject):
        if match := _SPACES.search(piece.text):
            yield Finding(piece.at(match.start()), "a no-break or special space.", "Type an ordinary space.")
        if match := re.search(r"(?<=\S)  +|[ ]+(?=\n|$)|(?<=\S) (?=[,.;:?](?:\s|$))", piece.text):
            what = "two spaces" if match[0].startswith("  ") else "a space before a mark or at the end of a line"
            yield Finding(piece.at(match.start()), f"{what}.", "Delete the surplus.")


def composed(subject: Subject) -> Iterator[Finding]:
    """Letters are single characters, not a letter with a separate accent."""
    for piece in pieces(subject):
        if not unicodedata.is_normalized("NFC", piece.text):
            yield Finding(piece.at(), f"the {piece.language} text holds letters with separate accents.", "Retype them.")


RULES: tuple[Rule, ...] = (
    error("mixed-word", mixed_word),
    error("lone-latin-letter", lone_latin_letter),
    warning("cyrillic-level", cyrillic_level),
    error("russian-in-ukrainian", russian_in_ukrainian),
    error("ukrainian-in-russian", ukrainian_in_russian),
    error("cyrillic-in-latin", cyrillic_in_latin),
    error("invisible-character", invisible),
    warning("spaces", odd_spaces),
    warning("composed-letters", composed),
)
