"""How a text reads: quotes, exclamation marks, dates in digits, markup, sentence length, reading ease."""

import re
from collections.abc import Iterator

from bot.domain.language import Language
from bot.knowledge import reading_ease
from bot.knowledge.check.subject import Finding, Rule, Subject, warning
from bot.knowledge.check.texts import Role, blanked, groups, pieces

_POLISH_QUOTE = re.compile("„[^„”«»а-яіїєґА-ЯІЇЄҐ\n]*”")
_FORBIDDEN = {
    Language.PL: (re.compile("[“‘‚‟]"), "„ ” (inside: « »)"),
    Language.UK: (re.compile("[“‘‚‟]|(?<![^\\W\\d_])’(?![^\\W\\d_])"), "« » (inside: „ ”)"),
    Language.RU: (re.compile("[”‘‚‟]"), "« » (inside: „ “)"),
    Language.EN: (re.compile("[„«»‚‟]"), "“ ”"),
}
_PAIRS = {Language.PL: ("„", "”"), Language.UK: ("«", "»"), Language.RU: ("«", "»"), Language.EN: ("“", "”")}
_STRAIGHT = re.compile(r"\"|(?<=[^\W\d_])'(?=[^\W\d_])")
_WRAPPED = re.compile("[„“«”][^„“«”»]*[”“»„]")
_DIGIT_DATE = re.compile(r"(?<![\d.])(?:[0-3]?\d\.[01]?\d\.(?:20)?\d{2}|20\d{2}-[01]\d-[0-3]\d)(?!\d|\.\d)")
_MARKUP = re.compile(r"\*\*|__|</?[a-z]+>|\[[^\]\n]+\]\(")
_TEXTS = (Role.TITLE, Role.LABEL, Role.SECTION, Role.CARD, Role.NAME, Role.NOTE, Role.FACT)
_READ = (Role.SECTION, Role.CARD)


def quotes(subject: Subject) -> Iterator[Finding]:
    """Each language has its own quotes; an apostrophe is ’."""
    for piece in pieces(subject, *_TEXTS):
        # A Polish name keeps its Polish quotes in every language.
        text = _POLISH_QUOTE.sub(lambda match: " " * len(match[0]), blanked(piece.text))
        pattern, right = _FORBIDDEN[piece.language]
        if straight := _STRAIGHT.search(text):
            remedy = "Write ’." if straight[0] == "'" else f"Write {right}."
            yield Finding(piece.at(straight.start()), f"a straight {straight[0]} in the {piece.language} text.", remedy)
        if wrong := pattern.search(text):
            yield Finding(piece.at(wrong.start()), f"{wrong[0]} is no quote of {piece.language}.", f"Write {right}.")
        opening, closing = _PAIRS[piece.language]
        if not wrong and text.count(opening) != text.count(closing):
            yield Finding(piece.at(), f"a quote {opening} {closing} is not closed or not opened.", "Close it.")


def wrapped_in_quotes(subject: Subject) -> Iterator[Finding]:
    """Typographic quotes around a whole text were meant for YAML, which needs straight ones."""
    for piece in pieces(subject, *_TEXTS):
        if _WRAPPED.fullmatch(piece.text.strip()):
            message = f"typographic quotes stand around the whole {piece.language} text."
            yield Finding(piece.at(), message, 'Write straight ones, which people do not see: "…".')


def exclamation(subject: Subject) -> Iterator[Finding]:
    """No exclamation marks: calm helps more."""
    for piece in pieces(subject, *_TEXTS):
        if "!" in piece.text:
            yield Finding(piece.at(piece.text.index("!")), "an exclamation mark.", "End the sentence with a full stop.")


def digit_date(subject: Subject) -> Iterator[Finding]:
    """A date has its month in words: 04.03.27 is read in two ways."""
    for piece in pieces(subject, *_TEXTS):
        if match := _DIGIT_DATE.search(blanked(piece.text)):
            yield Finding(
                piece.at(match.start()),
                f"`{match[0]}` is a date in digits.",
                "Make it a fact, or write the month in words.",
            )


def markup(subject: Subject) -> Iterator[Finding]:
    """Texts hold no Markdown or HTML: every channel has its own."""
    for piece in pieces(subject, *_TEXTS):
        if match := _MARKUP.search(blanked(piece.text)):
            yield Finding(piece.at(match.start()), f"`{match[0]}` is markup.", "Write plain text.")


def long_sentence(subject: Subject) -> Iterator[Finding]:
    """A sentence has at most 25 words."""
    for piece in pieces(subject, *_READ):
        for words in reading_ease.sentences(piece.text):
            if len(words) > reading_ease.MAX_SENTENCE:
                offset = max(0, piece.text.find(words[0]))
                message = f"a sentence of {len(words)} words: “{' '.join(words[:5])} …”."
                yield Finding(piece.at(offset), message, f"At most {reading_ease.MAX_SENTENCE}: make two of it.")


def hard_to_read(subject: Subject) -> Iterator[Finding]:
    """A section of 40 or more words stays below the threshold of its language."""
    for group in groups(subject, Role.SECTION):
        for language, text in group.texts.items():
            measured = reading_ease.measure(text, language)
            if measured is not None and measured.hard:
                grade = f", grade {measured.grade}" if measured.grade is not None else ""
                message = f"the {language} text of `{group.called}` is hard to read ({reading_ease.FORMULA[language]} {measured.score}{grade})."
                remedy = f"Refused at {reading_ease.REFUSE[language]}: shorter sentences, shorter words."
                yield Finding(group.at(language), message, remedy)


RULES: tuple[Rule, ...] = (
    warning("quotes", quotes),
    warning("wrapped-in-quotes", wrapped_in_quotes),
    warning("exclamation-mark", exclamation),
    warning("date-in-digits", digit_date),
    warning("markup", markup),
    warning("long-sentence", long_sentence),
    warning("hard-to-read", hard_to_read),
)
