"""Nothing is cut or refused when it is sent: every text, filled in, fits every channel."""

import datetime as dt
from collections.abc import Iterator
from functools import lru_cache

from bot.domain.actions import MAX_BYTES, Action, Do
from bot.domain.language import Language
from bot.knowledge.check.subject import At, Finding, Rule, Subject, error, warning
from bot.knowledge.check.texts import Group, Piece, Role, groups, pieces
from bot.knowledge.fill import fill, names_in
from bot.knowledge.model import Section

MAX_TITLE_WORDS = 8
MAX_LABEL = 24
MAX_SUMMARY = 600
MAX_SECTION = 900
MAX_CARD = 500
MAX_CARD_LINES = 4
MAX_AREA = 18
MAX_GROUP = 24
MAX_HOURS_NOTE = 400

TELEGRAM = 4096
"""UTF-16 units of a message."""
WHATSAPP = 1600
"""Characters of a message without buttons, through Twilio."""
WHATSAPP_BUTTONS = 1024
"""Characters of a message with buttons or a list."""
FRAME = 300
"""Characters kept free for the notice above an answer, and for source, date and receipt code below it."""

_CLARIFY_NONCE = "0" * 8


def title_length(subject: Subject) -> Iterator[Finding]:
    """A title has at most 8 words."""
    for piece in pieces(subject, Role.TITLE):
        words = [word for word in piece.text.split() if any(c.isalnum() for c in word)]
        if len(words) > MAX_TITLE_WORDS:
            message = f"the {piece.language} title has {len(words)} words, at most {MAX_TITLE_WORDS}."
            yield Finding(piece.at(), message, "Say it in the reader's words, shorter.")


def label_length(subject: Subject) -> Iterator[Finding]:
    """A label fits a button and a list row: it is written short, never cut."""
    for piece in pieces(subject, Role.LABEL):
        if len(piece.text) > MAX_LABEL:
            message = f"the {piece.language} label has {len(piece.text)} characters, at most {MAX_LABEL}."
            yield Finding(piece.at(), message, "Write a shorter one.")


def menu_label_length(subject: Subject) -> Iterator[Finding]:
    """Names of areas and groups fit their buttons."""
    for group in groups(subject, Role.NAME):
        if group.kind != "area":
            continue
        limit = MAX_AREA if group.path == ("name",) else MAX_GROUP
        for language, text in group.texts.items():
            if len(text) > limit:
                message = f"`{text}` has {len(text)} characters, at most {limit}."
                yield Finding(group.at(language), message, "Write a shorter name.")


def answer_length(subject: Subject) -> Iterator[Finding]:
    """A summary has at most 600 characters, another section 900, with the longest values that its facts will have."""
    for group, language, text in longest_texts(subject):
        limit = MAX_SUMMARY if group.section is Section.SUMMARY else MAX_SECTION
        if len(text) > limit:
            message = f"the {language} text of `{group.called}` has {len(text)} characters with facts filled in, at most {limit}."
            yield Finding(group.at(language), message, "Shorten it, or move a part to another section.")


def channel_length(subject: Subject) -> Iterator[Finding]:
    """Title, text, notice and foot together fit one message of every channel."""
    for group, language, text in longest_texts(subject):
        whole = f"{subject.knowledge.entries[group.id].title[language]}\n{text}"
        limit = WHATSAPP_BUTTONS if group.section is Section.SUMMARY else WHATSAPP
        units = len(whole.encode("utf-16-le")) // 2
        if len(whole) + FRAME > limit or units + FRAME > TELEGRAM:
            message = (
                f"the {language} text of `{group.called}` does not fit one message ({len(whole)} of {limit - FRAME})."
            )
            yield Finding(group.at(language), message, "Shorten it.")


def note_length(subject: Subject) -> Iterator[Finding]:
    """Notes of places and offers stay short: they are put into the middle of texts."""
    for piece in pieces(subject, Role.NOTE):
        if len(piece.text) > MAX_HOURS_NOTE:
            message = f"the {piece.language} note has {len(piece.text)} characters, at most {MAX_HOURS_NOTE}."
            yield Finding(piece.at(), message, "Shorten it.")


def button_data(subject: Subject) -> Iterator[Finding]:
    """Every button of an entry fits the 64 bytes that Telegram gives its data."""
    for id_, entry in subject.knowledge.entries.items():
        actions = [Action(Do.SECTION, f"{id_}/{section}") for section in entry.answer.sections]
        actions += [Action(Do.ENTRY, f"{id_}@{language}") for language in Language]
        actions += [Action(Do.CLARIFIED, id_, _CLARIFY_NONCE), Action(Do.RELATED, id_)]
        longest_ = max(len(f"v1:{a.do}:{a.target}:{a.nonce}".encode()) for a in actions)
        if longest_ > MAX_BYTES:
            message = f"the id makes button data of {longest_} bytes, at most {MAX_BYTES}."
            yield Finding(At("entry", id_), message, f"Shorten the file name by {longest_ - MAX_BYTES} letters.")


@lru_cache(maxsize=1)
def longest_texts(subject: Subject) -> tuple[tuple[Group, Language, str], ...]:
    """Each section filled in on that of the coming days on which it is longest."""
    return tuple(
        (group, language, _longest(subject, text, language))
        for group in groups(subject, Role.SECTION)
        for language, text in group.texts.items()
    )


def _longest(subject: Subject, text: str, language: Language) -> str:
    knowledge = subject.knowledge
    filled = (
        fill(text, language, day, knowledge.facts, knowledge.places, subject.values) for day in _days(subject, text)
    )
    return max(filled, key=len)


def filled_today(subject: Subject, piece: Piece) -> str:
    knowledge = subject.knowledge
    return fill(piece.text, piece.language, subject.today, knowledge.facts, knowledge.places, subject.values)


def _days(subject: Subject, text: str) -> set[dt.date]:
    """Today, and each later day on which a fact of the text changes."""
    days = {subject.today}
    for name in names_in(text):
        fact = subject.knowledge.facts.get(name.text)
        if fact is not None and fact.values:
            days |= {dated.start for dated in fact.values if dated.start is not None and dated.start > subject.today}
    return days


RULES: tuple[Rule, ...] = (
    warning("title-length", title_length),
    error("label-length", label_length),
    error("menu-label-length", menu_label_length),
    error("answer-length", answer_length),
    error("channel-length", channel_length),
    warning("note-length", note_length),
    error("button-data", button_data),
)
