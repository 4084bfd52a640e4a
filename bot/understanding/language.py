"""Which of the four languages a message is written in.

A linear classifier over character 1-4-grams, taught on our own questions with Latin-typed and mark-free copies of them. Loan words
(PESEL, karta pobytu, zameldowanie) stand in the questions of all four languages, so they weigh little and the grammar words decide.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from bot.domain.language import Language
from bot.understanding.linear import Head, Space, train
from bot.understanding.skeleton import clean, words
from bot.understanding.transliterate import HABITS, latinise, without_marks

_RIDGE = 0.7
_PER_LANGUAGE = 1500
_SURE = 0.24
"""Distance of the best from the second score."""
_ONLY_UKRAINIAN = frozenset("іїєґ")
_NEVER_UKRAINIAN = frozenset("ыэъё")
_POLISH = frozenset("ąćęłńśźż")


@dataclass(frozen=True, slots=True)
class Heard:
    language: Language
    sure: bool
    scores: dict[Language, float]


@lru_cache(maxsize=30_000)
def _word_pieces(word: str) -> tuple[str, ...]:
    marked = f" {word} "
    return (*(marked[i : i + n] for n in (1, 2, 3, 4) for i in range(len(marked) - n + 1)), "=" + word)


def letters(text_words: Sequence[str]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for word in text_words:
        counts.update(_word_pieces(word))
    return counts


@dataclass(frozen=True, slots=True)
class LanguageModel:
    space: Space
    head: Head


def teach(texts: Sequence[tuple[str, Language]]) -> LanguageModel:
    """Train on an even sample of each language's questions and on the ways in which they are typed without the right keyboard."""
    documents: list[Counter[str]] = []
    labels: list[str] = []
    for language in Language:
        own = [text for text, spoken in texts if spoken is language]
        for i, text in enumerate(own[:: max(1, len(own) // _PER_LANGUAGE)]):
            plain = clean(text)
            for copy in (plain, _copy(plain, language, i)):
                if found := letters(words(copy)):
                    documents.append(found)
                    labels.append(language.value)
    space = Space.learn(documents, min_documents=3 if len(documents) > _PER_LANGUAGE else 1)
    return LanguageModel(space, train(space.matrix(documents), labels, ridge=_RIDGE))


def _copy(text: str, language: Language, turn: int) -> str:
    """The text as typed without the right keyboard."""
    match language:
        case Language.UK | Language.RU:
            return latinise(text, ukrainian=language is Language.UK, habit=turn % len(HABITS))
        case Language.PL:
            return without_marks(text)
        case Language.EN:
            return text.split(".")[0]


def hear(model: LanguageModel, text_words: Sequence[str], profile: Language | None) -> Heard:
    """The language to answer in. A text of one word, or one that could be two languages, keeps the profile's."""
    letters_of = set("".join(text_words))
    scores = dict.fromkeys(Language, 0.0)
    if text_words:
        found = model.head.scores(model.space.weigh(letters(text_words[:200])))
        scores |= {Language(label): float(score) for label, score in zip(model.head.labels, found, strict=True)}
    _weigh_script(letters_of, scores)
    ranked = sorted(Language, key=lambda language: -scores[language])
    margin = scores[ranked[0]] - scores[ranked[1]]
    known = [word for word in text_words if not word[0].isdigit()]
    sure = margin >= _SURE and len(known) >= 2 and sum(map(len, known)) >= 6
    if sure or profile is None:
        return Heard(ranked[0], sure, scores)
    return Heard(profile if _possible(profile, letters_of) else ranked[0], False, scores)


def _weigh_script(found: set[str], scores: dict[Language, float]) -> None:
    """Letters that only one language has settle the matter between neighbours."""
    if found & _ONLY_UKRAINIAN:
        scores[Language.RU] -= 0.5
    if found & _NEVER_UKRAINIAN:
        scores[Language.UK] -= 0.5
    if any("а" <= letter <= "я" for letter in found):
        scores[Language.EN] -= 0.3
        scores[Language.PL] -= 0.2
    elif found & _POLISH:
        scores[Language.EN] -= 0.2


def _possible(language: Language, found: set[str]) -> bool:
    """Whether a short text can be in the profile's language at all."""
    cyrillic = any("а" <= letter <= "я" or letter in "іїєґё" for letter in found)
    if language is Language.UK:
        return not found & _NEVER_UKRAINIAN
    if language is Language.RU:
        return not found & _ONLY_UKRAINIAN
    return not cyrillic


def softmax(scores: Mapping[Language, float]) -> dict[Language, float]:
    """Scores as shares, for people to look at."""
    values = np.exp(4 * np.array(list(scores.values())))
    return {language: float(share) for language, share in zip(scores, values / values.sum(), strict=True)}
