"""What advisors may do. A case is reached only through :meth:`Desk.access_case`; its person only through events."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.domain.errors import Conflict, NotAllowed, NotFound
from bot.domain.events import AdvisorJoined, AdvisorReleased, AdvisorReplied, CaseClosed, DeskEvent
from bot.handoff.case import Case, CaseState, Outcome, may_act, queue_order
from bot.service.inbound import Inbox
from bot.service.live import QUEUE, Live, conversation_topic
from bot.service.ports import Address, Advisor, Author, Clock, Ids, Line, NewLine, Role, Store


@dataclass(frozen=True, slots=True)
class CaseView:
    """A case with everything an advisor needs to answer it."""

    case: Case
    lines: Sequence[Line]
    earlier: Sequence[Case]


class Desk:
    """The advisors' use cases. Each act checks the right first, then happens in one transaction."""

    def __init__(self, store: Store, inbox: Inbox, live: Live, clock: Clock, ids: Ids) -> None:
        self._store, self._inbox, self._live, self._clock, self._ids = store, inbox, live, clock, ids

    async def queue(self, advisor: Advisor) -> list[Case]:
        """Open cases in the order of the rule; protected ones masked for those without the right."""
        found = await self._store.queue((CaseState.WAITING, CaseState.HELD))
        aliases = await self._aliases()
        return [
            replace(case, holder=aliases.get(case.advisor, "")) if _may_see(advisor, case) else _masked(case)
            for case in sorted(found, key=queue_order)
        ]

    async def access_case(self, advisor: Advisor, case_id: str) -> CaseView:
        """Raises NotFound, or NotAllowed for a protected case without the right."""
        case = await self._access(advisor, case_id)
        case = replace(case, holder=(await self._aliases()).get(case.advisor, ""))
        lines = await self._store.transcript(case.conversation, whole=True)
        cases = await self._store.cases_of(case.conversation)
        return CaseView(case, lines, [other for other in cases if other.id != case.id])

    async def claim(self, advisor: Advisor, case_id: str) -> Case:
        """Take a waiting case. Raises Conflict naming who was faster."""
        await self._access(advisor, case_id)
        async with self._store.unit() as unit:
            claimed = await unit.claim_case(case_id, advisor.login)
            held = await unit.case(case_id) if claimed is None else None
            await unit.commit()
        if claimed is None:
            raise Conflict((await self._aliases()).get(held.advisor, "") if held else "")
        await self._tell(claimed, f"join:{self._ids.case()}", self._joined(advisor))
        return claimed

    async def reply(self, advisor: Advisor, case_id: str, text: str, client_id: str) -> None:
        """Say something to the person, once for each ``client_id``. Raises NotAllowed if another advisor has the case."""
        case = await self._access_own(advisor, case_id)
        event = AdvisorReplied(at=self._clock.now(), receipt=self._ids.receipt(), advisor=advisor.alias, text=text)
        await self._tell(case, f"reply:{client_id}", event)

    async def note(self, advisor: Advisor, case_id: str, text: str, client_id: str) -> None:
        """An internal line, which no channel ever sees."""
        case = await self._access(advisor, case_id)
        async with self._store.unit() as unit:
            now = self._clock.now()
            loaded = await unit.begin_event(case.conversation, f"note:{client_id}", now)
            if loaded is None:
                return
            line = NewLine(case.conversation, loaded.last_line + 1, Author.NOTE, now, f"{advisor.alias}: {text}")
            await unit.add_lines([line])
            await unit.save(case.conversation, loaded.state or {}, case.language, now, loaded.last_line + 1)
            await unit.commit()
        self._live.touch(conversation_topic(case.conversation))

    async def release(self, advisor: Advisor, case_id: str) -> None:
        """Give the case back to the queue, where it keeps its place."""
        case = await self._access_own(advisor, case_id)
        async with self._store.unit() as unit:
            await unit.release_case(case_id)
            await unit.commit()
        event = AdvisorReleased(at=self._clock.now(), receipt=self._ids.receipt(), advisor=advisor.alias)
        await self._tell(case, f"release:{self._ids.case()}", event)

    async def close(self, advisor: Advisor, case_id: str, outcome: Outcome, agreed: str) -> None:
        """End the case; the person is told what was agreed and asked once whether it helped."""
        case = await self._access_own(advisor, case_id)
        async with self._store.unit() as unit:
            await unit.close_case(case_id, outcome, self._clock.now())
            await unit.commit()
        event = CaseClosed(at=self._clock.now(), receipt=self._ids.receipt(), advisor=advisor.alias, agreed=agreed)
        await self._tell(case, f"close:{case_id}", event)

    async def receipt(self, advisor: Advisor, code: str) -> Line | None:
        """The exact message that a person got, by the code in its foot."""
        line = await self._store.line_by_receipt(code.strip().upper())
        if line is None:
            return None
        cases = await self._store.cases_of(line.conversation)
        return line if all(_may_see(advisor, case) for case in cases) else None

    # rights

    async def _access(self, advisor: Advisor, case_id: str) -> Case:
        if not advisor.active or not advisor.roles & {Role.ADVISOR, Role.LEAD, Role.ADMIN}:
            raise NotAllowed
        async with self._store.unit() as unit:
            case = await unit.case(case_id)
        if case is None:
            raise NotFound
        if not _may_see(advisor, case):
            raise NotAllowed
        return case

    async def _access_own(self, advisor: Advisor, case_id: str) -> Case:
        case = await self._access(advisor, case_id)
        if not may_act(case, advisor.login):
            raise NotAllowed
        return case

    # events

    def _joined(self, advisor: Advisor) -> AdvisorJoined:
        return AdvisorJoined(at=self._clock.now(), receipt=self._ids.receipt(), advisor=advisor.alias)

    async def _tell(self, case: Case, event_id: str, event: DeskEvent) -> None:
        """The desk's acts take the same road as the person's messages."""
        await self._inbox.receive(Address.of(case.conversation), event_id, event)
        self._live.touch(QUEUE)

    async def _aliases(self) -> dict[str, str]:
        return {one.login: one.alias for one in await self._store.advisors()}


def _may_see(advisor: Advisor, case: Case) -> bool:
    return advisor.protected or not case.protected


def _masked(case: Case) -> Case:
    """That somebody waits is visible, who and why is not."""
    return replace(case, alias="", question="", topic="", category="", conversation="")
