"""Questions, glossary, danger lexicon and phrases: lists of wordings that decide where a message goes."""

import re
from collections.abc import Iterator
from functools import lru_cache

from bot.domain.language import Language
from bot.knowledge.check.lengths import MAX_CARD, MAX_CARD_LINES, filled_today
from bot.knowledge.check.subject import At, Finding, Rule, Subject, error, warning
from bot.knowledge.check.texts import Role, pieces
from bot.knowledge.nearest import nearest

MIN_QUESTIONS = 30
_WORD = re.compile(r"[^\W_]+\+?")
_APOSTROPHE = re.compile(r"(?<=\w)['’ʼ`](?=\w)")


@lru_cache(maxsize=65536)
def normalised(wording: str) -> str:
    """Case, punctuation, apostrophes and ё do not tell two wordings apart."""
    return " ".join(_WORD.findall(_APOSTROPHE.sub("", wording.casefold().replace("ё", "е"))))


def few_questions(subject: Subject) -> Iterator[Finding]:
    """Each entry has at least 30 questions in each language."""
    for id_, entry in subject.knowledge.entries.items():
        for language, questions in entry.questions.items():
            if 0 < len(questions) < MIN_QUESTIONS:
                message = f"{len(questions)} questions in {language}, at least {MIN_QUESTIONS}."
                yield Finding(At("entry", id_, ("questions", language.value)), message, "Add what people really write.")


def no_questions(subject: Subject) -> Iterator[Finding]:
    """Each entry has questions in each language: without them it is found by nobody."""
    for id_, entry in subject.knowledge.entries.items():
        missing = [language for language, questions in entry.questions.items() if not questions]
        if missing:
            yield Finding(
                At("entry", id_, ("questions",)),
                f"no questions in {', '.join(missing)}.",
                f"Add at least {MIN_QUESTIONS}.",
            )


def same_question(subject: Subject) -> Iterator[Finding]:
    """One wording leads to one entry."""
    first: dict[tuple[Language, str], tuple[str, int]] = {}
    for id_, entry in subject.knowledge.entries.items():
        for language, questions in entry.questions.items():
            for number, question in enumerate(questions):
                at = At("entry", id_, ("questions", language.value, number))
                holder, position = first.setdefault((language, normalised(question)), (id_, number))
                if holder != id_:
                    line = subject.origins.document("entry", holder).line(("questions", language.value, position))
                    message = f"`{question}` is a question of {holder}, too (line {line})."
                    yield Finding(at, message, "Keep it where it belongs, or say in it what tells the two apart.")


def repeated_question(subject: Subject) -> Iterator[Finding]:
    """An entry holds each wording once, and no empty one."""
    for id_, entry in subject.knowledge.entries.items():
        for language, questions in entry.questions.items():
            seen: set[str] = set()
            for number, question in enumerate(questions):
                plain = normalised(question)
                if plain in seen or not plain:
                    at = At("entry", id_, ("questions", language.value, number))
                    yield Finding(
                        at, f"`{question}` stands here twice." if plain else "an empty question.", "Delete it."
                    )
                seen.add(plain)


def glossary_names(subject: Subject) -> Iterator[Finding]:
    """One official name belongs to one concept, and no text is told to avoid what another concept is called."""
    official: dict[tuple[Language, str], str] = {}
    for id_, concept in subject.knowledge.glossary.items():
        for language in Language:
            name = concept[language].official
            holder = official.setdefault((language, normalised(name)), id_)
            if holder != id_:
                at = At("concept", id_, (language.value, "official"))
                yield Finding(
                    at,
                    f"`{name}` is the official {language} name of {holder}, too.",
                    "Join the two, or tell them apart.",
                )
    for id_, concept in subject.knowledge.glossary.items():
        for language in Language:
            for number, name in enumerate(concept[language].avoid):
                holder = official.get((language, normalised(name)), "")
                if holder:
                    at = At("concept", id_, (language.value, "avoid", number))
                    yield Finding(
                        at,
                        f"`{name}` is to be avoided, but is the official name of {holder}.",
                        "Delete it from `avoid`.",
                    )


def glossary_repeats(subject: Subject) -> Iterator[Finding]:
    """A concept lists each of its names once."""
    for id_, concept in subject.knowledge.glossary.items():
        for language in Language:
            names = concept[language]
            seen = {normalised(names.official)}
            for number, name in enumerate(names.also):
                if normalised(name) in seen:
                    yield Finding(
                        At("concept", id_, (language.value, "also", number)),
                        f"`{name}` stands here twice.",
                        "Delete one.",
                    )
                seen.add(normalised(name))


def danger_card(subject: Subject) -> Iterator[Finding]:
    """A danger card has 112 in its first line, at most four lines and 500 characters."""
    for piece in pieces(subject, Role.CARD):
        if piece.group.path != ("card",):
            continue
        text = filled_today(subject, piece)
        lines = text.strip().split("\n")
        if not re.search(r"(?<!\w)112(?!\w)", lines[0]):
            yield Finding(
                piece.at(),
                f"the first line of the {piece.language} card has no 112.",
                "It is all that a lock screen shows.",
            )
        if len(lines) > MAX_CARD_LINES or len(text) > MAX_CARD:
            message = f"the {piece.language} card has {len(lines)} lines and {len(text)} characters."
            yield Finding(piece.at(), message, f"At most {MAX_CARD_LINES} lines and {MAX_CARD} characters.")


def danger_phrases(subject: Subject) -> Iterator[Finding]:
    """A wording cannot be danger and its counter-example at once; every category has both in every language."""
    counters = {
        (language, normalised(wording)): id_
        for id_, category in subject.knowledge.danger.items()
        for language, wordings in category.counter.items()
        for wording in wordings
    }
    for id_, category in subject.knowledge.danger.items():
        for language, wordings in category.phrases.items():
            if not wordings or not category.counter[language]:
                at = At("danger", id_, ("phrases", language.value))
                yield Finding(
                    at, f"no {language} phrases or counter-examples.", "Danger must be heard in every language."
                )
            for number, wording in enumerate(wordings):
                if holder := counters.get((language, normalised(wording))):
                    at = At("danger", id_, ("phrases", language.value, number))
                    yield Finding(at, f"`{wording}` is a counter-example of {holder}, too.", "Decide, and delete one.")


def phrase_keys(subject: Subject) -> Iterator[Finding]:
    """phrases.yaml has exactly the keys that the software knows, each in every language; facets may be left out altogether."""
    if not subject.exists("phrases", "phrases"):
        return
    phrases = subject.knowledge.phrases
    sections = {"commands": phrases.commands, "small_talk": phrases.small_talk, "facets": phrases.facets}
    for name, known in subject.phrase_keys.items():
        have = sections[name]
        for key in sorted(known - have.keys()) if have or name != "facets" else ():
            yield Finding(_phrases_at(name), f"`{name}` has no `{key}`.", "The software needs it: add its wordings.")
        for key, wordings in have.items():
            if key not in known:
                close = nearest(key, known)
                remedy = f"Did you mean `{close}`?" if close else f"Known: {', '.join(sorted(known))}."
                yield Finding(_phrases_at(name, key), f"the software knows no `{key}`.", remedy)
            for language, texts in wordings.items():
                if not texts:
                    yield Finding(
                        _phrases_at(name, key), f"`{key}` has no wording in {language}.", "Add what people write."
                    )


def _phrases_at(*path: str) -> At:
    return At("phrases", "phrases", path)


RULES: tuple[Rule, ...] = (
    error("no-questions", no_questions),
    warning("few-questions", few_questions),
    error("same-question", same_question),
    warning("repeated-question", repeated_question),
    error("glossary-names", glossary_names),
    warning("glossary-repeats", glossary_repeats),
    error("danger-card", danger_card),
    error("danger-phrases", danger_phrases),
    error("phrase-keys", phrase_keys),
)
