"""First contact: who speaks, what is kept, what to press. No welcome stands between a person and help."""

from bot.dialogue import buttons, menu
from bot.dialogue.content import Content
from bot.domain.actions import Do
from bot.domain.language import MENU_ORDER, Language
from bot.domain.messages import Block, Choice, Kind, Message, Style, Text


def welcome(content: Content, language: Language) -> Message:
    """The first message when the person has not asked anything yet."""
    return Message(
        Kind.MENU,
        (
            Block(Style.TITLE, Text("greeting.title")),
            Block(Style.BODY, Text("greeting.bot")),
            privacy_lines(content),
            Block(Style.BODY, Text("greeting.ask")),
        ),
        menu.areas(content, language),
    )


def privacy_lines(content: Content) -> Block:
    """The two lines on data that stand in the first message, whatever it is."""
    return Block(Style.FOOT, Text("greeting.privacy", {"n": content.settings.retention_days}))


def language_list(current: Language, nonce: str) -> Message:
    """The four languages by their own names, the current one marked."""
    choices = [
        buttons.button(
            Do.LANGUAGE,
            Text(
                "language.current" if language is current else "language.other", {"name": Text(f"language.{language}")}
            ),
            target=language,
            nonce=nonce,
        )
        for language in MENU_ORDER
    ]
    return Message(Kind.MENU, (Block(Style.BODY, Text("language.choose")),), buttons.in_rows(choices, 1))


def switched() -> Message:
    return Message(Kind.NOTE, (Block(Style.BODY, Text("language.switched")),), (buttons.ways_out(),))


def offer_switch(spoken: Language, profile: Language, nonce: str) -> tuple[Block, tuple[Choice, ...]]:
    """One line and one row under an answer given in another language than the profile's."""
    row = (
        buttons.button(Do.LANGUAGE, Text("language.yes-always"), target=spoken, nonce=nonce),
        buttons.button(
            Do.KEEP_LANGUAGE,
            Text("language.no-keep", {"name": Text(f"language.{profile}")}),
            target=profile,
            nonce=nonce,
        ),
    )
    return Block(Style.FOOT, Text("language.offer")), row


def write_privately() -> Message:
    return Message(Kind.NOTE, (Block(Style.BODY, Text("group.write-privately")),))
