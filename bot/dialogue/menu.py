"""Three presses to any entry: area, named group, entry. Always ends with a person and the menu."""

from bot.dialogue import buttons
from bot.dialogue.content import Content
from bot.domain.actions import Do
from bot.domain.language import Language
from bot.domain.messages import Block, Choice, Kind, Message, Sign, Style, Text
from bot.knowledge.model import Area, Group


def areas(content: Content, language: Language) -> buttons.Rows:
    """The eight areas two in a row, then a person and the languages."""
    choices = [
        buttons.button(Do.AREA, area.name[language], target=id_, sign=area.sign)
        for id_, area in content.knowledge.areas.items()
    ]
    return (*buttons.in_rows(choices, 2), (buttons.person(), buttons.languages()))


def main(content: Content, language: Language) -> Message:
    return Message(Kind.MENU, (Block(Style.BODY, Text("menu.ask")),), areas(content, language), replaces=True)


def area(content: Content, id_: str, language: Language) -> Message | None:
    """The groups of an area, or its entries where it has one group; None for an unknown area."""
    found = content.knowledge.areas.get(id_)
    if found is None:
        return None
    if len(found.groups) == 1:
        return _entries(content, found, found.groups[0], language, back=None)
    choices = [
        buttons.button(Do.GROUP, group.name[language], target=f"{id_}/{number}")
        for number, group in enumerate(found.groups)
    ]
    return _list((found.name[language],), choices, back=None)


def group(content: Content, target: str, language: Language) -> Message | None:
    """The entries of one group, ``target`` being ``area/number``; None for an unknown one."""
    id_, _, number = target.partition("/")
    found = content.knowledge.areas.get(id_)
    if found is None or not number.isdecimal() or int(number) >= len(found.groups):
        return None
    return _entries(content, found, found.groups[int(number)], language, back=id_)


def path_of(content: Content, entry: str, language: Language) -> str:
    """The way to an entry in the menu, as it stands in the chat once it was chosen: "Residence › CUKR card"."""
    label = content.knowledge.entries[entry].label[language]
    for found in content.knowledge.areas.values():
        if any(entry in group.entries for group in found.groups):
            return f"{found.name[language]} › {label}"
    return label


def _entries(content: Content, found: Area, group: Group, language: Language, back: str | None) -> Message:
    entries = content.knowledge.entries
    choices = [buttons.entry(id_, entries[id_].label[language]) for id_ in group.entries if id_ in entries]
    names = [found.name[language]] if back is None else [found.name[language], group.name[language]]
    return _list(tuple(names), choices, back)


def _list(path: tuple[str, ...], choices: list[Choice], back: str | None) -> Message:
    up = buttons.button(Do.MENU if back is None else Do.AREA, Text("button.back"), target=back or "", sign=Sign.BACK)
    return Message(
        Kind.MENU,
        (Block(Style.TITLE, " › ".join(path)), Block(Style.BODY, Text("menu.choose"))),
        (*buttons.in_rows(choices, 1), (up,), buttons.ways_out()),
        replaces=True,
    )
