"""``/styleguide``: every part of the pages in every state, in both themes, from the same templates and styles."""

from dataclasses import replace
from datetime import UTC, datetime

from aiohttp import web

from bot.domain.language import Language
from bot.domain.messages import Kind, Rendered, RenderedBlock, RenderedChoice, Sign, Style
from bot.service.ports import Author, Line
from bot.web import icons, pages
from bot.web.chat import bubbles
from bot.web.chat.greeting import greeting
from bot.web.keys import deps_of, language_of

_AT = datetime(2026, 11, 25, 13, 2, tzinfo=UTC)
_LONG = (
    Kind.ANSWER,
    Kind.SECTION,
    Kind.CLARIFY,
    Kind.NOTE,
    Kind.STATUS,
    Kind.DANGER,
)
_CHOICES = (
    RenderedChoice("v1:sec:sample/documents:", "", Sign.DOCUMENTS),
    RenderedChoice("v1:sec:sample/cost:", "", Sign.COST),
    RenderedChoice("v1:human::", "", Sign.PERSON),
    RenderedChoice("v1:menu::", "", Sign.MENU),
)
_LABELS = ("section.documents", "section.cost", "button.person", "button.menu")


async def show(request: web.Request) -> web.Response:
    themes = {theme: _bubbles(request, number * 100 + 1) for number, theme in enumerate(("light", "dark"))}
    return pages.page(request, "styleguide.html", themes=themes, drawn=sorted(icons.PATHS), csrf="", client_id="")


def _bubbles(request: web.Request, first: int) -> list[bubbles.Bubble]:
    """One message of each kind and speaker, with ids that no other theme uses."""
    deps, language = deps_of(request), language_of(request)
    text = deps.catalog.say("web.about-bot", language)
    shown = [bubbles.of_message(greeting(deps, language), id_=first, who="bot", at=_AT)]
    shown += [
        bubbles.of_message(_sample(request, kind, text, language), id_=first + place, who="bot", at=_AT)
        for place, kind in enumerate(_LONG, 1)
    ]
    settled = replace(_sample(request, Kind.CLARIFY, text, language), kind=Kind.MENU)
    shown.append(bubbles.of_message(settled, id_=first + 20, who="bot", at=_AT, chosen=settled.choices[0].label))
    shown.append(bubbles.bubble(Line(first + 21, "", Author.PERSON, _AT, deps.catalog.say("web.write-here", language))))
    advisor = Rendered(Kind.ADVISOR, language, (RenderedBlock(Style.BODY, text),), speaker="Olena")
    shown.append(bubbles.of_message(advisor, id_=first + 22, who="advisor", at=_AT))
    system = Rendered(
        Kind.SYSTEM, language, (RenderedBlock(Style.BODY, deps.catalog.say("web.talk-cleared", language)),)
    )
    shown.append(bubbles.of_message(system, id_=first + 23, who="system", at=_AT))
    return shown


def _sample(request: web.Request, kind: Kind, text: str, language: Language) -> Rendered:
    say = deps_of(request).catalog.say
    blocks = [RenderedBlock(Style.BODY, say("web.database-away", language) if kind is Kind.DANGER else text)]
    if kind in (Kind.ANSWER, Kind.SECTION):
        blocks.insert(0, RenderedBlock(Style.TITLE, say("web.about-data-title", language)))
        blocks.append(RenderedBlock(Style.FOOT, say("desk.receipt-help", language)))
    if kind is Kind.ANSWER:
        blocks.insert(1, RenderedBlock(Style.STATE, say("web.too-fast", language)))
    choices = tuple(
        replace(choice, label=say(label, language)) for choice, label in zip(_CHOICES, _LABELS, strict=True)
    )
    rows: tuple[tuple[RenderedChoice, ...], ...] = (choices[:2], choices[2:])
    if kind is Kind.CLARIFY:
        rows = tuple((choice,) for choice in choices[:2])
    return Rendered(kind, language, tuple(blocks), rows)
