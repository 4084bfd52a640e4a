"""How hard a text is to read, by the measures of the language guide (section 5). A formula sees length, not sense: it warns."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from bot.domain.language import Language

MIN_WORDS = 40
"""Below that a measure says nothing; only the limits of a sentence apply."""
MAX_SENTENCE = 25
"""Words."""

_BRACKETS = re.compile(r"\([^()\n]*\)")
_NAMES = re.compile(r"\{[^{}\n]*\}")
_LINKS = re.compile(
    r"https?://\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b(?:[a-z0-9-]+\.)+(?:pl|eu|org|com|info|net|ua)\b(?:/\S*)?"
)
_ADDRESS = re.compile(r"\b(?:ul|al|pl|os)\. [^,.;:\n]*")
_ABBREVIATIONS = re.compile(r"\b(tel|тел|nr|np|godz|год|хв|мин|min|св|вул|ul|al|os)\. ?")
_STEP = re.compile(r"^[ \t]*(?:\d{1,2}[.)]|[•\-–*])\s", re.MULTILINE)
_NUMBER = re.compile(r"[+\d][\d\s.,:/–-]*\d|\d")
_SENTENCE_END = re.compile(r"[.!?;:\n]+")
_WORD = re.compile(r"[^\W\d_]+(?:[’'\-][^\W\d_]+)*")

_VOWELS = {Language.UK: "аеєиіїоуюя", Language.RU: "аеёиоуыэюя", Language.PL: "aeiouyąęó", Language.EN: "aeiouy"}
_POLISH_I = re.compile(r"i(?=[aeouyąęó])")
_ENGLISH_GROUP = re.compile(r"[aeiouy]+")


@dataclass(frozen=True, slots=True)
class Measure:
    """``score`` by the formula of the language, and whether a native reader should be asked to rewrite it."""

    words: int
    sentences: int
    score: float
    grade: float | None
    """Only English: the school grade."""
    hard: bool


FORMULA = {
    Language.PL: "FOG",
    Language.UK: "Matskovskii",
    Language.RU: "Flesch-Oborneva",
    Language.EN: "Flesch",
}
TARGET = {Language.PL: "≤ 8", Language.UK: "≤ 7", Language.RU: "≥ 55", Language.EN: "≥ 70, grade ≤ 6"}
REFUSE = {Language.PL: "> 10", Language.UK: "> 9", Language.RU: "< 45", Language.EN: "< 60, grade > 8"}
HIGH_IS_HARD = frozenset({Language.PL, Language.UK})


@lru_cache(maxsize=8192)
def sentences(text: str) -> tuple[tuple[str, ...], ...]:
    """The words of each sentence, by the guide: a sentence ends at . ! ? ; : or a line break."""
    for pattern in (_BRACKETS, _NAMES, _LINKS, _ADDRESS, _STEP, _NUMBER):
        text = pattern.sub(" ", text)
    text = _ABBREVIATIONS.sub(" ", text)
    return tuple(tuple(words) for part in _SENTENCE_END.split(text) if (words := _WORD.findall(part)))


@lru_cache(maxsize=8192)
def measure(text: str, language: Language) -> Measure | None:
    """None for a text under 40 words."""
    counted = [kept for words in sentences(text) if (kept := _without_proper_names(words))]
    words = [word for sentence in counted for word in sentence]
    if len(words) < MIN_WORDS:
        return None
    syllables = [syllable_count(word, language) for word in words]
    length = len(words) / len(counted)
    weight = sum(syllables) / len(words)
    long = 100 * sum(count >= 4 for count in syllables) / len(words)
    score, grade, hard = _score(language, length, weight, long)
    return Measure(len(words), len(counted), round(score, 1), None if grade is None else round(grade, 1), hard)


def _without_proper_names(words: Iterable[str]) -> list[str]:
    """All-capital words (MOS, UPO) and names, which no editor can make shorter. The first word has a capital by rule."""
    return [
        word
        for position, word in enumerate(words)
        if not (word.isupper() and len(word) > 1) and not (position > 0 and word[0].isupper() and len(word) > 1)
    ]


def _score(language: Language, length: float, weight: float, long: float) -> tuple[float, float | None, bool]:
    """The formulas and thresholds of the guide's table."""
    match language:
        case Language.PL:
            score = 0.4 * (length + long)
            return score, None, score > 10
        case Language.UK:
            score = 0.62 * length + 0.123 * long + 0.051
            return score, None, score > 9
        case Language.RU:
            score = 206.835 - 1.3 * length - 60.1 * weight
            return score, None, score < 45
        case Language.EN:
            score = 206.835 - 1.015 * length - 84.6 * weight
            grade = 0.39 * length + 11.8 * weight - 15.59
            return score, grade, score < 60 or grade > 8


@lru_cache(maxsize=65536)
def syllable_count(word: str, language: Language) -> int:
    """Vowel letters; Polish i before a vowel is silent, English vowels come in groups and a final e is silent."""
    word = word.casefold()
    if language is Language.EN:
        if word.endswith("e") and not word.endswith(("le", "ee", "oe", "ye")):
            word = word[:-1]
        elif word.endswith("ed") and not word.endswith(("ted", "ded")):
            word = word[:-2] + "d"
        return max(1, len(_ENGLISH_GROUP.findall(word)))
    if language is Language.PL:
        word = _POLISH_I.sub("", word)
    vowels = _VOWELS[language] if any(c in _VOWELS[language] for c in word) else "aeiouyąęó"
    return max(1, sum(character in vowels for character in word))
