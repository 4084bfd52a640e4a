"""An entry as messages: the summary with its buttons, one section, or the plain truth that it may not be shown."""

from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlsplit

from bot.dialogue import buttons
from bot.dialogue.content import Content
from bot.domain.actions import Do
from bot.domain.language import MENU_ORDER, Language
from bot.domain.messages import Block, Choice, Kind, Message, Param, Sign, Style, Text
from bot.i18n.values import WARSAW
from bot.knowledge.fill import fill
from bot.knowledge.model import Entry, Handoff, Section
from bot.knowledge.serving import Verdict, servable

MAX_RELATED = 5


@dataclass(frozen=True, slots=True)
class Telling:
    """One entry told in one language at one moment."""

    content: Content
    entry: Entry
    language: Language
    at: datetime
    receipt: str

    @property
    def day(self) -> date:
        """The day in Poland: facts and windows switch at Polish midnight."""
        return self.at.astimezone(WARSAW).date()

    @property
    def verdict(self) -> Verdict:
        return servable(self.entry, self.language, self.day, self.content.settings.mode, self.content.knowledge.facts)

    def text(self, section: Section) -> str:
        """The section with facts and places filled in."""
        texts = self.entry.answer[section]
        knowledge = self.content.knowledge
        template = texts[self.language] if texts else ""
        return fill(template, self.language, self.day, knowledge.facts, knowledge.places, self.content.catalog.values)


def answer(telling: Telling) -> Message:
    """The summary with every way on. Where the text may not be shown: why, and who can help."""
    verdict = telling.verdict
    if not verdict.servable:
        return _withheld(telling, verdict)
    entry = telling.entry
    sections = [buttons.section(entry.id, which) for which in entry.answer.sections if which is not Section.SUMMARY]
    if _related(telling):
        sections.append(buttons.button(Do.RELATED, Text("button.related"), target=entry.id, sign=Sign.RELATED))
    helped = (
        buttons.button(Do.HELPED, Text("button.helped"), target=entry.id, sign=Sign.HELPED),
        buttons.button(Do.NOT_HELPED, Text("button.not-helped"), target=entry.id, sign=Sign.NOT_HELPED),
    )
    rows = (*buttons.in_rows(sections, 2), helped, buttons.ways_out())
    return Message(
        Kind.ANSWER,
        (
            Block(Style.TITLE, entry.title[telling.language]),
            *_body(telling, verdict, Section.SUMMARY),
            _foot(telling, verdict),
        ),
        rows,
        receipt=telling.receipt,
    )


def section(telling: Telling, which: Section, read: frozenset[str]) -> Message:
    """One section under its own heading, so that it can be shown at a counter; then the sections not yet read."""
    verdict = telling.verdict
    if not verdict.servable:
        return _withheld(telling, verdict)
    entry = telling.entry
    heading = Text(
        "answer.section-title", {"title": entry.label[telling.language], "section": Text(f"section.{which}")}
    )
    left = [
        buttons.section(entry.id, other) for other in entry.answer.sections if other is not which and other not in read
    ]
    return Message(
        Kind.SECTION,
        (Block(Style.TITLE, heading), *_body(telling, verdict, which), _foot(telling, verdict)),
        (*buttons.in_rows(left, 2), buttons.ways_out()),
        receipt=telling.receipt,
    )


def related(telling: Telling) -> Message:
    """Up to five neighbouring entries."""
    choices = [buttons.entry(other.id, other.label[telling.language]) for other in _related(telling)]
    heading = Text(
        "answer.section-title", {"title": telling.entry.label[telling.language], "section": Text("button.related")}
    )
    return Message(Kind.MENU, (Block(Style.TITLE, heading),), (*buttons.in_rows(choices, 1), buttons.ways_out()))


def _related(telling: Telling) -> list[Entry]:
    entries = telling.content.knowledge.entries
    return [entries[id_] for id_ in telling.entry.related[:MAX_RELATED] if id_ in entries]


def _body(telling: Telling, verdict: Verdict, which: Section) -> tuple[Block, ...]:
    notices = tuple(Block(Style.STATE, _notice(notice, telling)) for notice in verdict.notices)
    advice: tuple[Block, ...] = ()
    if which is Section.SUMMARY and telling.entry.handoff is not Handoff.OFFER:
        advice = (Block(Style.BODY, Text(f"answer.handoff-{telling.entry.handoff}")),)
    return (*notices, Block(Style.BODY, telling.text(which)), *advice)


def _notice(notice: str, telling: Telling) -> Text:
    return Text(f"notice.{notice}", {"checked": _checked(telling.entry)})


def _foot(telling: Telling, verdict: Verdict) -> Block:
    """Source, day it was checked, who reviewed it (or that nobody has), receipt."""
    source = urlsplit(telling.entry.sources[0].url).hostname or ""
    key = "answer.foot-reviewed" if verdict.reviewed else "answer.foot-draft"
    params: dict[str, Param] = {
        "source": source.removeprefix("www."),
        "checked": _checked(telling.entry),
        "receipt": telling.receipt,
    }
    return Block(Style.FOOT, Text(key, params))


def _checked(entry: Entry) -> date:
    return max(source.checked for source in entry.sources)


def _withheld(telling: Telling, verdict: Verdict) -> Message:
    """Never another language silently: one button for each language that has a text, by its own name."""
    others: list[Choice] = [
        buttons.entry_in(telling.entry.id, language) for language in MENU_ORDER if language in verdict.other_languages
    ]
    blocks = (
        Block(Style.TITLE, telling.entry.title[telling.language]),
        Block(Style.BODY, Text(f"withheld.{verdict.state}", {"checked": _checked(telling.entry)})),
    )
    return Message(Kind.NOTE, blocks, (*buttons.in_rows(others, 2), buttons.ways_out()))
