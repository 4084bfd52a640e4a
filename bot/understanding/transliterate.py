"""Cyrillic in Latin letters as people type it, to teach the language classifier; reading such text is the skeleton's work."""

_COMMON = {
    "а": "a", "б": "b", "в": "v", "ґ": "g", "д": "d", "е": "e", "з": "z", "к": "k", "л": "l", "м": "m", "н": "n",
    "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "ь": "", "ъ": "", "'": "", "’": "",
}  # fmt: skip
_UKRAINIAN = _COMMON | {"г": "h", "и": "y", "і": "i", "ї": "yi", "й": "y", "є": "ye"}
_RUSSIAN = _COMMON | {"г": "g", "и": "i", "ы": "y", "й": "y", "ё": "yo", "э": "e"}
_ENGLISH_HABIT = {"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya"}
_CHAT_HABIT = {
    "ж": "zh",
    "х": "h",
    "ц": "c",
    "ч": "ch",
    "ш": "sh",
    "щ": "sch",
    "ю": "u",
    "я": "ja",
    "й": "j",
    "ї": "i",
    "є": "e",
}
_POLISH_HABIT = {
    "ж": "ż", "х": "ch", "ц": "c", "ч": "cz", "ш": "sz", "щ": "szcz", "ю": "ju", "я": "ja", "й": "j", "в": "w", "ї": "ji",
    "є": "je",
}  # fmt: skip
_DIGIT_HABIT = _CHAT_HABIT | {"ч": "4", "х": "x", "ы": "i", "и": "i", "г": "g"}

HABITS = (_ENGLISH_HABIT, _CHAT_HABIT, _POLISH_HABIT, _DIGIT_HABIT)


def latinise(text: str, *, ukrainian: bool, habit: int) -> str:
    """A lower-case text in one of the habits."""
    letters = (_UKRAINIAN if ukrainian else _RUSSIAN) | HABITS[habit % len(HABITS)]
    return "".join(letters.get(letter, letter) for letter in text)


_POLISH_MARKS = str.maketrans("ąćęłńóśźż", "acelnoszz")


def without_marks(text: str) -> str:
    """A lower-case Polish text without its diacritics."""
    return text.translate(_POLISH_MARKS)
