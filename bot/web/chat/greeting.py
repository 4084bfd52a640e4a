"""The first words on the page, before there is any talk: the same that the bot says at first contact."""

from bot.domain.actions import Action, Do
from bot.domain.language import Language
from bot.domain.messages import Block, Choice, Kind, Message, Rendered, Sign, Style, Text
from bot.i18n.render import render
from bot.web.deps import MenuArea, WebDeps


def greeting(deps: WebDeps, language: Language) -> Rendered:
    message = Message(
        Kind.MENU,
        (
            Block(Style.TITLE, Text("greeting.title")),
            Block(Style.BODY, Text("greeting.bot")),
            Block(Style.FOOT, Text("greeting.privacy", {"n": deps.retention_days})),
            Block(Style.BODY, Text("greeting.ask")),
        ),
        (*_areas(deps, language), (_person(), _languages())),
    )
    return render(message, language, deps.catalog)


def area_choice(area: MenuArea, language: Language) -> Choice:
    return Choice(Action(Do.AREA, area.id).encode(), area.names[language], area.sign)


def _areas(deps: WebDeps, language: Language) -> tuple[tuple[Choice, ...], ...]:
    choices = tuple(area_choice(area, language) for area in deps.menu())
    return tuple(choices[start : start + 2] for start in range(0, len(choices), 2))


def _person() -> Choice:
    return Choice(Action(Do.HUMAN).encode(), Text("button.person"), Sign.PERSON)


def _languages() -> Choice:
    return Choice(Action(Do.LANGUAGES).encode(), Text("button.language"), Sign.LANGUAGE)
