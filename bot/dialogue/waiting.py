"""With people: asking for one, waiting in the queue, talking with an advisor, the end of it."""

from datetime import timedelta

from bot.dialogue import buttons
from bot.dialogue.content import Content
from bot.dialogue.scene import Scene, note
from bot.dialogue.turn import Turn
from bot.domain.actions import Do
from bot.domain.conversation import Standing
from bot.domain.effects import LeaveQueue, OpenCase, RateCase, SettleChoice, ShowToast
from bot.domain.events import AdvisorJoined, AdvisorReleased, AdvisorReplied, CaseClosed, DeskEvent
from bot.domain.language import Language
from bot.domain.messages import Block, Choice, Kind, Message, Sign, Style, Text

CONTEXT_LASTS = timedelta(hours=2)
"""After this silence a new question no longer leans on the entry shown before."""

VERDICTS = ("yes", "partly", "no")


def ask_for_person(scene: Scene, question: str = "", *, category: str = "", protected: bool = False) -> Turn:
    """The case exists the moment a person is asked for; what else is worth knowing may be asked later, never before."""
    if scene.state.standing is Standing.HELD:
        return scene.turn(note("waiting.already-talking", advisor=scene.state.advisor))
    if scene.state.standing is not Standing.NONE:
        return scene.with_state(standing=Standing.WAITING).turn(note("waiting.already-queued", _while_waiting()))
    shown = scene.state.shown
    order = OpenCase(
        question=question or scene.state.asked,
        topic=shown.entry if shown else "",
        category=category,
        urgent=bool(category) or _is_urgent(scene),
        protected=protected,
    )
    return scene.with_state(standing=Standing.WAITING, noted=False, doubts=0, rating=False).turn(order)


def queued(position: int, content: Content, language: Language) -> Message:
    """Where the person stands, as soon as the case has its place in the queue (from 1)."""
    hours = content.catalog.values.hours(content.settings.desk_hours, language)
    lines = [Block(Style.BODY, Text("waiting.queued")), Block(Style.BODY, Text("waiting.position", {"n": position}))]
    if hours:
        lines.append(Block(Style.BODY, Text("waiting.hours", {"hours": hours})))
    lines.append(Block(Style.BODY, Text("waiting.add")))
    return Message(Kind.STATUS, tuple(lines), (_while_waiting(),))


def _while_waiting() -> tuple[Choice, Choice]:
    return (
        buttons.button(Do.LEAVE_QUEUE, Text("button.leave-queue"), sign=Sign.LEAVE),
        buttons.button(Do.MENU, Text("button.menu-meanwhile"), sign=Sign.MENU),
    )


def add_to_question(scene: Scene) -> Turn:
    """What a waiting person writes is for the advisor: acknowledged once, then silence."""
    if scene.state.noted:
        return scene.turn()
    return scene.with_state(noted=True).turn(note("waiting.added"))


def leave_queue(scene: Scene) -> Turn:
    if scene.state.standing in (Standing.NONE, Standing.HELD):
        return scene.turn(note("waiting.not-waiting", buttons.ways_out()))
    left = scene.with_state(standing=Standing.NONE, noted=False)
    return left.turn(LeaveQueue(), note("waiting.left", buttons.ways_out()))


def from_desk(scene: Scene, event: DeskEvent) -> Turn:
    """What advisors do reaches the person; human or bot is told at a glance."""
    match event:
        case AdvisorJoined():
            joined = scene.with_state(standing=Standing.HELD, advisor=event.advisor)
            return joined.turn(_system("waiting.joined", advisor=event.advisor))
        case AdvisorReplied():
            return scene.turn(Message(Kind.ADVISOR, (Block(Style.BODY, event.text),), speaker=event.advisor))
        case AdvisorReleased():
            released = scene.with_state(standing=Standing.WAITING, noted=False)
            return released.turn(_system("waiting.released", advisor=event.advisor))
        case CaseClosed():
            return _closed(scene, event)


def _closed(scene: Scene, event: CaseClosed) -> Turn:
    """Closing gives the menu back and forgets the old context."""
    scene = scene.with_state(standing=Standing.NONE, noted=False, shown=None, asked="", rating=True).with_nonce()
    agreed = (Block(Style.BODY, Text("waiting.agreed", {"agreed": event.agreed})),) if event.agreed else ()
    verdicts = tuple(
        buttons.button(Do.RATE, Text(f"rate.{verdict}"), target=verdict, nonce=scene.state.nonce)
        for verdict in VERDICTS
    )
    message = Message(
        Kind.SYSTEM,
        (
            Block(Style.BODY, Text("waiting.closed", {"advisor": event.advisor})),
            *agreed,
            Block(Style.BODY, Text("rate.ask")),
        ),
        (verdicts, (buttons.menu(),)),
    )
    return scene.turn(message)


def rate(scene: Scene, verdict: str) -> Turn:
    """Asked once; a second press changes nothing."""
    if not scene.state.rating or verdict not in VERDICTS:
        return scene.turn(ShowToast(Text("choice.already-answered")))
    rated = scene.with_state(rating=False)
    return rated.turn(RateCase(verdict), SettleChoice(Text(f"rate.{verdict}")), note("rate.thanks", (buttons.menu(),)))


def _is_urgent(scene: Scene) -> bool:
    shown = scene.state.shown
    entry = scene.content.knowledge.entries.get(shown.entry) if shown else None
    return entry is not None and entry.handoff == "urgent"


def _system(key: str, **params: str) -> Message:
    return Message(Kind.SYSTEM, (Block(Style.BODY, Text(key, params)),))
