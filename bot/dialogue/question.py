"""A person's own words: an answer, one of three titles, a request to rephrase, a person. Never a guess."""

from dataclasses import replace

from bot.dialogue import answers, buttons, greeting, menu, waiting
from bot.dialogue.scene import Scene, note
from bot.dialogue.turn import Turn
from bot.domain.actions import Do
from bot.domain.events import TextReceived
from bot.domain.language import Language
from bot.domain.messages import Block, Choice, Kind, Message, Sign, Style, Text
from bot.knowledge.fill import fill
from bot.knowledge.model import Section
from bot.understanding.reading import Danger, Hit, Reading, Route, SmallTalk

MAX_TITLES = 3
WORTH_OFFERING = 0.1
"""A title is offered only if it is at least a tenth as likely as the best: far-fetched ones only tire the reader."""
KEPT_QUESTION = 500
"""Characters of a question kept for the advisor's first look."""


def hear(scene: Scene, reading: Reading) -> Turn:
    """The person's text, after danger and global words were ruled out."""
    if reading.foreign:
        scene = scene.with_nonce()
        return scene.turn(note("language.unsupported", _all_languages(scene), (buttons.person(),)))
    match reading.route:
        case Route.HUMAN:
            return waiting.ask_for_person(scene, _kept(reading))
        case Route.ANSWER:
            return _answer(_asked(scene, reading), reading.hits[0], reading)
        case Route.SMALL_TALK if reading.small_talk is not None:
            return _small_talk(scene, reading.small_talk)
        case Route.CLARIFY if reading.hits:
            return _clarify(_asked(scene, reading), reading)
        case _:
            return unknown(_asked(scene, reading))


def _asked(scene: Scene, reading: Reading) -> Scene:
    return scene.with_state(asked=_kept(reading))


def _kept(reading: Reading) -> str:
    return reading.text[:KEPT_QUESTION]


def _answer(scene: Scene, hit: Hit, reading: Reading) -> Turn:
    """The section asked for comes first where the question names one; otherwise the summary."""
    telling = scene.telling(hit.entry)
    facet, shown = reading.facet, Section.SUMMARY
    if (
        facet is not None
        and facet is not Section.SUMMARY
        and facet in telling.entry.answer.sections
        and telling.verdict.servable
    ):
        shown, message = facet, answers.section(telling, facet, frozenset())
    else:
        message = answers.answer(telling)
    if reading.follow_up:
        message = replace(message, rows=((_other_topic(),), *message.rows))
    return _dress(scene.shown(hit.entry, shown), message, reading)


def _other_topic() -> Choice:
    """A follow-up always names the topic that it assumed, and offers the way out of it."""
    return buttons.button(Do.REPHRASE, Text("button.another-topic"))


def _dress(scene: Scene, message: Message, reading: Reading) -> Turn:
    """What belongs around an answer: a line of help, a hint on personal numbers, an offer to switch, the first privacy lines."""
    above: list[Block] = []
    below: list[Block] = []
    rows = list(message.rows)
    if reading.danger is not None and not reading.follow_up:  # "which papers?" after an answer is about that answer
        above.append(Block(Style.STATE, _softer_line(scene, reading.danger)))
    if reading.personal_number:
        below.append(Block(Style.FOOT, Text("personal-number")))
    if _may_offer_switch(scene, reading):
        scene = scene.with_nonce().with_state(offered_switch=scene.event.at.date())
        line, row = greeting.offer_switch(scene.language, scene.state.language or scene.language, scene.state.nonce)
        below.append(line)
        rows.insert(0, row)
    if not scene.state.welcomed:
        below.append(greeting.privacy_lines(scene.content))
        scene = scene.with_state(welcomed=True)
    return scene.turn(replace(message, blocks=(*above, *message.blocks, *below), rows=tuple(rows)))


def _may_offer_switch(scene: Scene, reading: Reading) -> bool:
    """Clearly another language than the profile's, and not offered today."""
    differs = (
        scene.state.language is not None and reading.language_sure and reading.language is not scene.state.language
    )
    return differs and scene.state.offered_switch != scene.event.at.date()


def _softer_line(scene: Scene, danger: Danger) -> str:
    knowledge = scene.content.knowledge
    template = knowledge.danger[danger.category].softer[scene.language]
    day = scene.event.at.date()
    return fill(template, scene.language, day, knowledge.facts, knowledge.places, scene.content.catalog.values)


def danger_card(scene: Scene, danger: Danger) -> Turn:
    """The safety card: no greeting, no heading, no receipt, silent; the urgent case is one press away."""
    knowledge = scene.content.knowledge
    card = knowledge.danger[danger.category].card[scene.language]
    text = fill(
        card, scene.language, scene.event.at.date(), knowledge.facts, knowledge.places, scene.content.catalog.values
    )
    rows = (
        (buttons.button(Do.HUMAN, Text("button.person-now"), target=danger.category, sign=Sign.PERSON),),
        (buttons.button(Do.CLEAR, Text("button.quick-exit"), sign=Sign.EXIT),),
    )
    return scene.turn(Message(Kind.DANGER, (Block(Style.BODY, text),), rows, silent=True))


def _small_talk(scene: Scene, kind: SmallTalk) -> Turn:
    """One short line; a greeting at first contact gets the welcome."""
    if kind is SmallTalk.HELLO and not scene.state.welcomed:
        return scene.with_state(welcomed=True).turn(greeting.welcome(scene.content, scene.language))
    rows = () if kind in (SmallTalk.THANKS, SmallTalk.OK, SmallTalk.BYE) else (buttons.ways_out(),)
    return scene.turn(note(f"smalltalk.{kind}", *rows))


def _clarify(scene: Scene, reading: Reading) -> Turn:
    """Best three titles once; a second doubt in a row asks for other words; a third brings a person."""
    if scene.state.doubts:
        return unknown(scene)
    scene = scene.with_nonce().with_state(doubts=1)
    entries = scene.content.knowledge.entries
    titles = [
        (
            buttons.button(
                Do.CLARIFIED, entries[hit.entry].label[scene.language], target=hit.entry, nonce=scene.state.nonce
            ),
        )
        for hit in reading.hits[:MAX_TITLES]
        if hit.score >= reading.hits[0].score * WORTH_OFFERING
    ]
    none = (buttons.button(Do.NONE_OF_THESE, Text("button.none-of-these"), nonce=scene.state.nonce),)
    return scene.turn(Message(Kind.CLARIFY, (Block(Style.BODY, Text("clarify.ask")),), (*titles, none)))


def unknown(scene: Scene) -> Turn:
    """The honest end of a question, never the same text twice in a row."""
    doubts = scene.state.doubts + 1
    scene = scene.with_state(doubts=doubts)
    if doubts == 1:
        return scene.turn(note("unknown.honest", (buttons.person(),), (buttons.rephrase(), buttons.menu())))
    if doubts == 2:
        return scene.turn(rephrase())
    return scene.with_state(doubts=0).turn(note("unknown.person", (buttons.person(),), (buttons.menu(),)))


def rephrase() -> Message:
    return note("unknown.rephrase", buttons.ways_out())


def first_words(scene: Scene) -> Turn:
    """The main menu, as the welcome when nothing was said before."""
    if scene.state.welcomed:
        return scene.turn(menu.main(scene.content, scene.language))
    return scene.with_state(welcomed=True).turn(greeting.welcome(scene.content, scene.language))


def _all_languages(scene: Scene) -> tuple[Choice, ...]:
    return tuple(
        buttons.button(Do.LANGUAGE, Text(f"language.{language}"), target=language, nonce=scene.state.nonce)
        for language in Language
    )


def is_blank(event: TextReceived) -> bool:
    """Nothing that a person could have meant as words: empty, or no letter and no digit."""
    return not any(character.isalnum() for character in event.text)
