"""A small town behind the web room: a bot that knows three answers, a transcript in memory, a queue, two accounts."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from bot.domain.actions import Action, Do
from bot.domain.errors import StorageAway
from bot.domain.events import ChoicePicked, ConversationStarted, Event, TextReceived
from bot.domain.language import Language
from bot.domain.messages import Kind, Rendered, RenderedBlock, RenderedChoice, Sign, Style
from bot.handoff.case import Case, CaseState
from bot.service.live import Live
from bot.service.ports import Address, Author, Line
from bot.web.deps import Contact, Limits, MenuArea, WebDeps
from tests.web.phrases import catalog

NOON = datetime(2026, 11, 25, 11, 2, tzinfo=UTC)
AREAS = {
    "residence": ("🛂", "Stay and documents", "Перебування, документи", "Пребывание, документы", "Pobyt i dokumenty"),
    "work": ("💼", "Work and taxes", "Робота й податки", "Работа и налоги", "Praca i podatki"),
    "services": ("🏛", "Housing and benefits", "Житло й виплати", "Жильё и пособия", "Mieszkanie i zasiłki"),
    "health": ("🏥", "Health", "Здоров’я", "Здоровье", "Zdrowie"),
    "education": ("🎓", "School and childcare", "Дитсадок і школа", "Детский сад и школа", "Przedszkole i szkoła"),
    "courses": ("🗣", "Courses and events", "Курси й зустрічі", "Курсы и встречи", "Kursy i spotkania"),
    "safety": ("🛡", "Safety", "Безпека", "Безопасность", "Bezpieczeństwo"),
    "centre": ("🏠", "Our Centre", "Наш Центр", "Наш Центр", "Nasze Centrum"),
}
SECTIONS = (
    ("who", "Who it is for", Sign.WHO),
    ("documents", "Documents", Sign.DOCUMENTS),
    ("steps", "Step by step", Sign.STEPS),
    ("cost", "How much it costs", Sign.COST),
    ("where", "Where to go", Sign.WHERE),
)


class Clock:
    def __init__(self) -> None:
        self.at = NOON

    def now(self) -> datetime:
        return self.at


class Ids:
    """Codes that differ, and nothing else."""

    def __init__(self) -> None:
        self._count = itertools.count(1)

    def receipt(self) -> str:
        return f"K7F-{next(self._count):03d}"

    def case(self) -> str:
        return f"case{next(self._count)}"

    def alias(self) -> tuple[int, int]:
        return 1, 41

    def secret(self) -> str:
        return f"secret-{next(self._count):08d}-abcdefghijklmnop"


def choice(do: Do, label: str, target: str = "", sign: str = "", nonce: str = "") -> RenderedChoice:
    return RenderedChoice(Action(do, target, nonce).encode(), label, sign, bool(nonce))


WAYS_OUT = (choice(Do.HUMAN, "A person", sign=Sign.PERSON), choice(Do.MENU, "Menu", sign=Sign.MENU))


def say(
    kind: Kind, *blocks: tuple[Style, str], rows: tuple[tuple[RenderedChoice, ...], ...] = (), **more: object
) -> Rendered:
    made = Rendered(kind, Language.EN, tuple(RenderedBlock(style, text) for style, text in blocks), rows)
    return replace(made, **more)  # type: ignore[arg-type]


def answer(receipt: str) -> Rendered:
    sections = [choice(Do.SECTION, label, f"residence.cukr-card/{name}", sign) for name, label, sign in SECTIONS]
    return say(
        Kind.ANSWER,
        (Style.TITLE, "CUKR card: 3 years of residence after UKR"),
        (Style.STATE, "📝 Note: this text is not yet checked by a lawyer. Before you decide anything, ask a person."),
        (
            Style.BODY,
            "Apply for the CUKR card in MOS by 4 March 2027, if you have UKR status.\n"
            "It is temporary residence for 3 years, with a full right to work. It is your choice.\n"
            "• Fees together: 440 PLN\n• Questions: +48 58 770 10 00\n"
            "See https://www.gov.pl/web/udsc/cukr (karta pobytu).",
        ),
        (Style.FOOT, f"Source: gov.pl · checked 20 November 2026 · draft, not yet reviewed · answer code {receipt}"),
        rows=(
            tuple(sections[:2]),
            tuple(sections[2:4]),
            tuple(sections[4:]),
            (
                choice(Do.HELPED, "Helped", "residence.cukr-card", Sign.HELPED),
                choice(Do.NOT_HELPED, "Did not help", "residence.cukr-card", Sign.NOT_HELPED),
            ),
            WAYS_OUT,
        ),
        receipt=receipt,
    )


def section(receipt: str) -> Rendered:
    return say(
        Kind.SECTION,
        (Style.TITLE, "CUKR card · How much it costs"),
        (Style.BODY, "1. Pay the stamp duty: 340 PLN.\n2. Pay for the card: 100 PLN."),
        (Style.FOOT, f"Source: gov.pl · checked 20 November 2026 · answer code {receipt}"),
        rows=(WAYS_OUT,),
        receipt=receipt,
    )


def danger() -> Rendered:
    return say(
        Kind.DANGER,
        (Style.BODY, "Help is here now. 112 (free, day and night)\n800 120 002: Blue Line, free, day and night"),
        rows=(
            (choice(Do.HUMAN, "Write with a person", "violence", Sign.PERSON),),
            (choice(Do.CLEAR, "Hide the talk", sign=Sign.EXIT),),
        ),
        silent=True,
    )


def clarify() -> Rendered:
    titles = ("Card of stay: documents", "Card of stay: the fee", "CUKR card")
    return say(
        Kind.CLARIFY,
        (Style.BODY, "Is it one of these?"),
        rows=(
            *((choice(Do.CLARIFIED, title, f"residence.t{number}", nonce="1"),) for number, title in enumerate(titles)),
            (choice(Do.NONE_OF_THESE, "None of these", nonce="1"),),
        ),
    )


def area_menu(replaces: bool = True) -> Rendered:
    entries = ("CUKR card", "Temporary residence and work", "Fees")
    return say(
        Kind.MENU,
        (Style.TITLE, "Stay and documents"),
        (Style.BODY, "Choose:"),
        rows=(
            *((choice(Do.ENTRY, label, f"residence.e{number}"),) for number, label in enumerate(entries)),
            (choice(Do.AREA, "Back", "residence", Sign.BACK),),
            WAYS_OUT,
        ),
        replaces=replaces,
    )


def languages() -> Rendered:
    names = {"uk": "Українська", "ru": "Русский", "en": "English", "pl": "Polski"}
    return say(
        Kind.MENU,
        (Style.BODY, "Which language?"),
        rows=tuple((choice(Do.LANGUAGE, name, code, nonce="1"),) for code, name in names.items()),
    )


def queued() -> Rendered:
    return say(
        Kind.STATUS,
        (Style.BODY, "A person will answer here."),
        (Style.BODY, "Your place in the queue: 4."),
        rows=(WAYS_OUT,),
    )


@dataclass
class Received:
    duplicate: bool
    toast: str = ""
    language: Language = Language.EN


@dataclass
class Town:
    """Transcripts, cases and the bot, all in memory."""

    clock: Clock = field(default_factory=Clock)
    ids: Ids = field(default_factory=Ids)
    live: Live = field(default_factory=Live)
    lines: dict[str, list[Line]] = field(default_factory=dict)
    cases: list[Case] = field(default_factory=list)
    seen: set[tuple[str, str]] = field(default_factory=set)
    events: list[Event] = field(default_factory=list)
    away: bool = False
    numbers: dict[str, int] = field(default_factory=dict)

    # the transcript

    async def transcript(self, conversation: str, after: int = 0, limit: int = 200) -> Sequence[Line]:
        if self.away:
            raise StorageAway
        found = [line for line in self.lines.get(conversation, []) if line.id > after]
        return found[:limit] if after else found[-limit:]

    async def cases_of(self, conversation: str) -> Sequence[Case]:
        return [case for case in self.cases if case.conversation == conversation]

    def add(
        self, conversation: str, author: Author, text: str = "", message: Rendered | None = None, client_id: str = ""
    ) -> Line:
        number = self.numbers[conversation] = self.numbers.get(conversation, 0) + 1
        words = message.text if message else text
        line = Line(
            number,
            conversation,
            author,
            self.clock.now() + timedelta(seconds=number),
            words,
            message,
            client_id=client_id,
            receipt=message.receipt if message else "",
        )
        self.lines.setdefault(conversation, []).append(line)
        self.live.touch(f"conversation:{conversation}")
        return line

    def settle(self, conversation: str, line_id: int, chosen: str) -> None:
        lines = self.lines[conversation]
        self.lines[conversation] = [replace(line, chosen=chosen) if line.id == line_id else line for line in lines]

    @property
    def only(self) -> str:
        """The one conversation there is."""
        (key,) = self.lines
        return key

    # the inbox

    async def receive(self, address: Address, event_id: str, event: Event, *, client_id: str = "") -> Received:
        if self.away:
            raise StorageAway
        if (address.key, event_id) in self.seen:
            return Received(True)
        self.seen.add((address.key, event_id))
        self.events.append(event)
        match event:
            case TextReceived():
                self.add(address.key, Author.PERSON, event.text, client_id=client_id)
                self._hear(address.key, event)
            case ChoicePicked():
                return Received(False, self._press(address.key, event))
            case ConversationStarted():
                self.add(address.key, Author.BOT, message=say(Kind.NOTE, (Style.BODY, "Welcome.")))
            case _:
                raise AssertionError(event)
        return Received(False)

    def _hear(self, key: str, event: TextReceived) -> None:
        text = event.text.lower()
        if any(case.conversation == key and case.state is CaseState.HELD for case in self.cases):
            return
        if "danger" in text:
            message = danger()
        elif "person" in text:
            message = queued()
            self.open_case(key, event.text)
        elif "card" in text:
            message = answer(event.receipt)
        else:
            message = clarify()
        self.add(key, Author.BOT, message=message)

    def _press(self, key: str, event: ChoicePicked) -> str:
        action = Action.decode(event.data)
        if action is None:
            return "This button is old."
        if event.source and action.do in (Do.CLARIFIED, Do.LANGUAGE, Do.NONE_OF_THESE):
            source = int(event.source)
            line = next(line for line in self.lines[key] if line.id == source)
            assert line.message is not None
            label = next(choice.label for choice in line.message.choices if choice.data == event.data)
            self.settle(key, source, label)
        if action.do is Do.CLEAR:
            self.lines[key] = []
        if action.do is Do.HELPED:
            return "Thank you."
        self.add(key, Author.BOT, message=self._reply(action, event, key))
        return ""

    def _reply(self, action: Action, event: ChoicePicked, key: str) -> Rendered:
        match action.do:
            case Do.SECTION:
                return section(event.receipt)
            case Do.AREA | Do.CLEAR:
                return area_menu()
            case Do.LANGUAGES:
                return languages()
            case Do.HUMAN:
                self.open_case(key, "")
                return queued()
            case _:
                return answer(event.receipt)

    # cases

    def open_case(self, conversation: str, question: str, **more: object) -> Case:
        case = Case(
            id=self.ids.case(),
            conversation=conversation,
            alias=f"Heron {41 + len(self.cases)}",
            language=Language.UK,
            state=CaseState.WAITING,
            opened_at=self.clock.now() - timedelta(minutes=12),
            question=question,
            topic="residence.cukr-card",
        )
        case = replace(case, **more)  # type: ignore[arg-type]
        self.cases.append(case)
        self.live.touch("queue")
        return case


def busy(town: Town) -> list[Case]:
    """A queue as on a Wednesday: one protected, one urgent, two waiting, one held."""
    talks: tuple[tuple[str, str, dict[str, object]], ...] = (
        ("telegram:1", "Я була за кордоном 40 днів, чи втрачено статус UKR?", {}),
        ("web:2", "Работодатель не платит два месяца, что делать?", {"language": Language.RU}),
        (
            "whatsapp:3",
            "My residence card application was refused, I have 5 days left",
            {"language": Language.EN, "urgent": True},
        ),
        ("web:4", "On mnie bije", {"language": Language.PL, "urgent": True, "protected": True, "category": "violence"}),
        ("telegram:5", "Потрібна допомога з MOS", {"state": CaseState.HELD, "advisor": "marek"}),
    )
    cases = []
    for number, (key, question, more) in enumerate(talks):
        town.add(key, Author.PERSON, question)
        town.add(key, Author.BOT, message=answer(f"K7F-2Q{number}"))
        town.add(key, Author.PERSON, "<b>Дуже</b> терміново! https://example.org/?a=1&b=2")
        town.add(key, Author.BOT, message=clarify())
        town.add(key, Author.BOT, message=queued())
        opened = town.clock.now() - timedelta(minutes=7 + 13 * number)
        cases.append(town.open_case(key, question, opened_at=opened, alias=f"Heron {41 + number}", **more))
    return cases


def menu() -> list[MenuArea]:
    return [
        MenuArea(id_, sign, {Language.EN: en, Language.UK: uk, Language.RU: ru, Language.PL: pl})
        for id_, (sign, en, uk, ru, pl) in AREAS.items()
    ]


def contact(language: Language) -> Contact:
    return Contact(
        "+48 797 909 112", "centrum@example.org", catalog().values.hours(("9:00-17:00",) * 5 + (None, None), language)
    )


def deps(town: Town, **more: object) -> WebDeps:
    from tests.web.office import Office  # the desk's half of the town

    office = Office(town)

    async def health() -> dict[str, str]:
        return {"database": "away" if town.away else "ok"}

    made = WebDeps(
        inbox=town,
        live=town.live,
        desk=office,
        accounts=office,
        store=town,
        catalog=catalog(),
        ids=town.ids,
        clock=town.clock,
        menu=menu,
        health=health,
        public_url="http://127.0.0.1",
        exit_url="https://www.google.com/",
        secure_cookies=False,
        retention_days=30,
        contact=contact,
        aid=lambda text, language: danger() if "danger" in text.lower() else None,
        limits=Limits(session_burst=500, address_burst=1000),
    )
    return replace(made, **more)  # type: ignore[arg-type]
