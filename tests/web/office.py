"""The desk's half of the town: rights, claims, replies, two accounts."""

from dataclasses import dataclass, replace
from datetime import timedelta

from bot.domain.errors import Conflict, NotAllowed, NotFound, StorageAway
from bot.domain.language import Language
from bot.domain.messages import Kind, Style
from bot.handoff.case import Case, CaseState, Outcome, may_act, queue_order
from bot.service.accounts import Throttled
from bot.service.ports import Advisor, Author, Line, Role
from tests.web import world

OLENA = Advisor("olena", "Olena", frozenset({Role.ADVISOR}), (Language.UK, Language.PL), protected=False)
MAREK = Advisor("marek", "Marek", frozenset({Role.ADVISOR}), (Language.PL, Language.EN), protected=True)
PASSWORD = "a long enough password"


@dataclass
class View:
    case: Case
    lines: list[Line]
    earlier: list[Case]


class Office:
    def __init__(self, town: "world.Town") -> None:
        self.town = town
        self.sessions: dict[str, Advisor] = {}
        self.links = {"link-olena": OLENA, "link-marek": MAREK}
        self.wrong = 0
        self.sent: set[str] = set()

    # accounts

    async def sign_in(self, login: str, password: str, source: str) -> str:
        if self.wrong >= 5:
            raise Throttled(self.town.clock.now() + timedelta(minutes=5))
        known = {"olena": OLENA, "marek": MAREK}.get(login)
        if known is None or password != PASSWORD:
            self.wrong += 1
            raise NotAllowed
        return self._open(known)

    async def enter(self, link_token: str) -> str:
        known = self.links.pop(link_token, None)
        if known is None:
            raise NotAllowed
        return self._open(known)

    def _open(self, advisor: Advisor) -> str:
        token = self.town.ids.secret()
        self.sessions[token] = advisor
        return token

    async def who(self, session_token: str) -> Advisor | None:
        return self.sessions.get(session_token)

    async def sign_out(self, session_token: str) -> None:
        self.sessions.pop(session_token, None)

    # cases

    async def queue(self, advisor: Advisor) -> list[Case]:
        if self.town.away:
            raise StorageAway
        found = [case for case in self.town.cases if case.state is not CaseState.CLOSED]
        masked = [
            case
            if advisor.protected or not case.protected
            else replace(case, alias="", question="", topic="", category="", conversation="")
            for case in found
        ]
        return sorted(masked, key=queue_order)

    async def access_case(self, advisor: Advisor, case_id: str) -> View:
        case = self._case(advisor, case_id)
        others = [other for other in self.town.cases if other.conversation == case.conversation and other.id != case.id]
        return View(case, list(self.town.lines.get(case.conversation, [])), others)

    async def claim(self, advisor: Advisor, case_id: str) -> Case:
        case = self._case(advisor, case_id)
        if case.state is not CaseState.WAITING:
            raise Conflict({"olena": "Olena", "marek": "Marek"}.get(case.advisor, ""))
        claimed = self._put(replace(case, state=CaseState.HELD, advisor=advisor.login, holder=advisor.alias))
        self._system(case, f"{advisor.alias} is in the chat now. The bot is silent.")
        return claimed

    async def reply(self, advisor: Advisor, case_id: str, text: str, client_id: str) -> None:
        case = self._own(advisor, case_id)
        if client_id in self.sent:
            return
        self.sent.add(client_id)
        message = world.say(Kind.ADVISOR, (Style.BODY, text), speaker=advisor.alias)
        self.town.add(case.conversation, Author.ADVISOR, message=message)

    async def note(self, advisor: Advisor, case_id: str, text: str, client_id: str) -> None:
        case = self._case(advisor, case_id)
        if client_id not in self.sent:
            self.sent.add(client_id)
            self.town.add(case.conversation, Author.NOTE, f"{advisor.alias}: {text}")

    async def release(self, advisor: Advisor, case_id: str) -> None:
        case = self._own(advisor, case_id)
        self._put(replace(case, state=CaseState.WAITING, advisor="", holder=""))
        self._system(case, f"{advisor.alias} gave the case back.")

    async def close(self, advisor: Advisor, case_id: str, outcome: Outcome, agreed: str) -> None:
        case = self._own(advisor, case_id)
        self._put(replace(case, state=CaseState.CLOSED, outcome=outcome))
        self._system(case, f"{advisor.alias} closed this conversation. {agreed}")

    async def receipt(self, advisor: Advisor, code: str) -> Line | None:
        every = [line for lines in self.town.lines.values() for line in lines]
        return next((line for line in every if line.receipt and line.receipt == code.strip().upper()), None)

    def _case(self, advisor: Advisor, case_id: str) -> Case:
        case = next((case for case in self.town.cases if case.id == case_id), None)
        if case is None:
            raise NotFound
        if case.protected and not advisor.protected:
            raise NotAllowed
        return case

    def _own(self, advisor: Advisor, case_id: str) -> Case:
        case = self._case(advisor, case_id)
        if not may_act(case, advisor.login):
            raise NotAllowed
        return case

    def _put(self, case: Case) -> Case:
        self.town.cases = [case if case.id == old.id else old for old in self.town.cases]
        self.town.live.touch("queue", f"conversation:{case.conversation}")
        return case

    def _system(self, case: Case, text: str) -> None:
        self.town.add(case.conversation, Author.SYSTEM, message=world.say(Kind.SYSTEM, (Style.BODY, text)))
