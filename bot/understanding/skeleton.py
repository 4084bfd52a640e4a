"""One Latin skeleton for four languages, so that every habit of spelling meets the others.

People write Ukrainian in Latin letters, Polish in Cyrillic ones, drop diacritics and soft signs, double letters and follow five
schemes of transliteration at once. Instead of guessing which, all of them are folded into one coarse phonetic spelling:
«дозвіл», ``dozvil`` and ``dozwil`` become ``dozvil``; «що», ``shcho``, ``scho`` and ``szczo`` become ``sco``. The fold loses
information on purpose: what it confuses, the words around it tell apart.
"""

import re
import unicodedata
from functools import lru_cache

_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "є": "e", "ё": "e", "э": "e", "ж": "z",
    "з": "z", "и": "i", "і": "i", "ї": "i", "й": "i", "ы": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o",
    "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ў": "v", "ф": "f", "х": "h", "ц": "c", "ч": "c", "ш": "s",
    "щ": "sc", "ь": "", "ъ": "", "ю": "iu", "я": "ia",
}  # fmt: skip
_LATIN = {"ł": "l", "đ": "d", "ø": "o", "ß": "ss", "æ": "e", "œ": "e", "ı": "i", "þ": "t"}
_LETTERS = str.maketrans(_CYRILLIC | _LATIN)

_FOLDS = (
    (re.compile(r"s[hz]?c[hz]"), "sc"),
    (re.compile(r"sch"), "sc"),
    (re.compile(r"kh|(?<![a-z])x(?=[aeiouyv])|ch(?=[cw])"), "h"),
    (re.compile(r"zh|rz|dz|ž"), "z"),
    (re.compile(r"sh|sz"), "s"),
    (re.compile(r"t[sz]|c[hzk]"), "c"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"th"), "t"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"[jy]"), "i"),
    (re.compile(r"[w]"), "v"),
    (re.compile(r"q"), "k"),
    (re.compile(r"h"), "g"),
    (re.compile(r"i+(?=[aeou])"), ""),
    (re.compile(r"([a-z])\1+"), r"\1"),
)
_DIGIT_LETTERS = re.compile(r"(?<=[a-z])4(?=[a-z])|(?<![0-9a-z])4(?=[a-z]{2})|(?<=[a-z]{2})4(?![0-9a-z])")
_INVISIBLE = re.compile(
    r"[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
_APOSTROPHES = re.compile(r"(?<=\w)['’ʼ`´‘ʹ′\"](?=\w)")
_TOKEN = re.compile(r"[^\W_]+\+?")


def clean(text: str) -> str:
    """Lower case, compatibility forms resolved, invisible characters gone; letters keep their script and diacritics."""
    plain = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text)).casefold()
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", plain))


def words(cleaned: str) -> list[str]:
    """The words and numbers of a cleaned text; an apostrophe inside a word joins it."""
    return _TOKEN.findall(_APOSTROPHES.sub("", cleaned))


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """One word in the skeleton's spelling. Words of other scripts stay as they are."""
    latin = word.translate(_LETTERS)
    latin = "".join(c for c in unicodedata.normalize("NFD", latin) if not unicodedata.combining(c))
    latin = _DIGIT_LETTERS.sub("c", latin)
    for pattern, replacement in _FOLDS:
        latin = pattern.sub(replacement, latin)
    return latin


def skeleton(text: str) -> str:
    """The whole text as folded words with single spaces."""
    return " ".join(folded for word in words(clean(text)) if (folded := fold(word)))
