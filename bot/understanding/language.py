"""Which of the four languages a message is written in.

A linear classifier over character 1-4-grams, taught on our own questions with Latin-typed and mark-free copies of them. Loan words
(PESEL, karta pobytu, zameldowanie) stand in the questions of all four languages, so they weigh little and the grammar words decide.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from bot.domain.language import Language
from bot.understanding.linear import Document, Head, Space, train
from bot.understanding.skeleton import clean, words
from bot.understanding.transliterate import HABITS, latinise, without_marks

_RIDGE = 0.7
_PER_LANGUAGE = 2200
_FEW = 100
"""With fewer questions than this (tests) the small words help out."""
_SURE = 0.24
"""Distance of the best from the second score."""
_GRAMMAR_WEIGHT = 0.6
_GRAMMAR = {
    Language.PL: frozenset(
        [
            "i",
            "w",
            "z",
            "na",
            "do",
            "że",
            "się",
            "nie",
            "jest",
            "jak",
            "czy",
            "co",
            "za",
            "od",
            "po",
            "dla",
            "mi",
            "mam",
            "moja",
            "mój",
            "jestem",
            "to",
            "ale",
            "gdy",
            "kiedy",
            "gdzie",
            "ile",
            "mogę",
            "muszę",
            "chcę",
            "przez",
            "u",
            "kto",
            "który",
            "która",
            "tylko",
            "już",
            "jeszcze",
            "ze",
            "sie",
            "moge",
            "musze",
            "chce",
            "ja",
            "być",
            "byc",
            "bez",
            "przy",
            "jaki",
            "jakie",
            "robić",
            "mnie",
            "nam",
            "dostałam",
        ]
    ),
    Language.UK: frozenset(
        [
            "і",
            "й",
            "та",
            "в",
            "у",
            "з",
            "на",
            "до",
            "що",
            "не",
            "є",
            "як",
            "чи",
            "за",
            "від",
            "для",
            "мені",
            "мій",
            "моя",
            "я",
            "це",
            "але",
            "коли",
            "де",
            "скільки",
            "можу",
            "треба",
            "хочу",
            "через",
            "хто",
            "який",
            "яка",
            "тільки",
            "вже",
            "ще",
            "бо",
            "мене",
            "нас",
            "якщо",
            "куди",
            "shcho",
            "scho",
            "chy",
            "yak",
            "meni",
            "ya",
            "mozhu",
            "treba",
            "hochu",
            "skilky",
            "de",
            "koly",
            "tse",
            "pislya",
            "vid",
            "abo",
            "cherez",
            "yakshcho",
            "ci",
            "jak",
            "naskilky",
            "kudy",
            "mene",
            "zrobyty",
            "robyty",
            "dlya",
            "nema",
            "potribno",
        ]
    ),
    Language.RU: frozenset(
        [
            "и",
            "в",
            "с",
            "на",
            "до",
            "что",
            "не",
            "есть",
            "как",
            "ли",
            "за",
            "от",
            "для",
            "мне",
            "мой",
            "моя",
            "я",
            "это",
            "но",
            "когда",
            "где",
            "сколько",
            "могу",
            "надо",
            "нужно",
            "хочу",
            "через",
            "кто",
            "какой",
            "какая",
            "только",
            "уже",
            "ещё",
            "еще",
            "если",
            "меня",
            "нас",
            "куда",
            "какие",
            "что-то",
            "chto",
            "kak",
            "mne",
            "mogu",
            "nado",
            "nuzhno",
            "hochu",
            "skolko",
            "gde",
            "kogda",
            "eto",
            "posle",
            "ili",
            "esli",
            "kuda",
            "chto",
            "sdelat",
            "delat",
            "ya",
            "dlya",
            "menya",
            "net",
            "ne",
            "kakie",
        ]
    ),
    Language.EN: frozenset(
        [
            "the",
            "a",
            "an",
            "and",
            "of",
            "to",
            "in",
            "on",
            "for",
            "from",
            "with",
            "is",
            "are",
            "am",
            "was",
            "do",
            "does",
            "did",
            "how",
            "what",
            "where",
            "when",
            "who",
            "which",
            "can",
            "could",
            "i",
            "my",
            "me",
            "you",
            "your",
            "it",
            "not",
            "need",
            "want",
            "if",
            "or",
            "as",
            "be",
            "have",
            "has",
            "at",
            "by",
            "this",
            "that",
            "they",
            "we",
            "our",
            "will",
            "should",
            "must",
            "there",
            "without",
            "get",
            "new",
        ]
    ),
}
_ONLY_UKRAINIAN = frozenset("іїєґ")
_POLISH = frozenset("ąćęłńśźż")
_NEVER_UKRAINIAN = frozenset("ыэъё")


@dataclass(frozen=True, slots=True)
class Heard:
    language: Language
    sure: bool
    scores: dict[Language, float]


def word_pieces(word: str) -> list[str]:
    """Character 1-4-grams of the marked word, and the word itself."""
    marked = f" {word} "
    return [*(marked[i : i + n] for n in (1, 2, 3, 4) for i in range(len(marked) - n + 1)), "=" + word]


@dataclass(frozen=True, slots=True)
class LanguageModel:
    space: Space
    head: Head


def teach(texts: Sequence[tuple[str, Language]]) -> LanguageModel:
    """Train on an even sample of each language's questions and on the ways in which they are typed without the right keyboard."""
    documents: list[Document] = []
    labels: list[str] = []
    for language in Language:
        own = [text for text, spoken in texts if spoken is language and not _borrowed(text, language)]
        if len(own) < _FEW:
            own.append(" ".join(sorted(_GRAMMAR[language])))
        for i, text in enumerate(own[:: max(1, len(own) // _PER_LANGUAGE)]):
            plain = clean(text)
            for copy in (plain, _copy(plain, language, i)):
                if found := words(copy):
                    documents.append((found, ()))
                    labels.append(language.value)
    space, matrix = Space.learn(documents, word_pieces, min_documents=3 if len(documents) > _PER_LANGUAGE else 1)
    return LanguageModel(space, train(matrix, labels, ridge=_RIDGE))


def _borrowed(text: str, language: Language) -> bool:
    """Polish words in another language's questions teach the wrong thing."""
    latin = any("a" <= letter <= "z" for letter in text.casefold())
    marked = any(letter in _POLISH for letter in text.casefold())
    return (marked and language is not Language.PL) or (latin and language in (Language.UK, Language.RU))


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
        found = model.head.scores(model.space.weigh(text_words[:200]))
        scores |= {Language(label): float(score) for label, score in zip(model.head.labels, found, strict=True)}
    _weigh_script(letters_of, scores)
    _weigh_grammar(text_words[:200], scores)
    ranked = sorted(Language, key=lambda language: -scores[language])
    margin = scores[ranked[0]] - scores[ranked[1]]
    known = [word for word in text_words if not word[0].isdigit()]
    sure = margin >= _SURE and len(known) >= 2 and sum(map(len, known)) >= 6
    if sure or profile is None:
        return Heard(ranked[0], sure, scores)
    return Heard(profile if _possible(profile, letters_of) else ranked[0], False, scores)


def _weigh_grammar(text_words: Sequence[str], scores: dict[Language, float]) -> None:
    """In a mixed message the small words tell who speaks; names of papers and offices are borrowed."""
    counts = {language: sum(word in known for word in text_words) for language, known in _GRAMMAR.items()}
    total = sum(counts.values())
    for language, count in counts.items():
        scores[language] += _GRAMMAR_WEIGHT * count / max(total, 2)


def _weigh_script(found: set[str], scores: dict[Language, float]) -> None:
    """Letters that only one language has settle the matter between neighbours."""
    if found & _ONLY_UKRAINIAN:
        scores[Language.RU] -= 0.5
    if found & _NEVER_UKRAINIAN:
        scores[Language.UK] -= 0.5
    if any("а" <= letter <= "я" for letter in found):
        scores[Language.EN] -= 0.3
        scores[Language.PL] -= 0.2


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
