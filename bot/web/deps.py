"""What the web room is handed: use cases as small protocols, facts as callables, settings as plain values."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from bot.domain.events import Event
from bot.domain.language import Language
from bot.domain.messages import Rendered
from bot.handoff.case import Case, Outcome
from bot.i18n.catalog import Catalog
from bot.service.ports import Address, Advisor, Clock, Ids, Line


class ReceivedView(Protocol):
    """What became of an event handed in."""

    @property
    def duplicate(self) -> bool: ...

    @property
    def toast(self) -> str: ...

    @property
    def language(self) -> Language: ...


class InboxPort(Protocol):
    async def receive(self, address: Address, event_id: str, event: Event, *, client_id: str = "") -> ReceivedView: ...


class TranscriptPort(Protocol):
    """What the person's page reads of the storage."""

    async def transcript(self, conversation: str, after: int = 0, limit: int = 200) -> Sequence[Line]: ...

    async def cases_of(self, conversation: str) -> Sequence[Case]: ...


class SubscriptionPort(Protocol):
    async def wait(self, timeout: float) -> bool:  # noqa: ASYNC109 (the port's own name)
        """True: something happened on the topic."""
        ...


class LivePort(Protocol):
    def subscribe(self, topic: str) -> AbstractAsyncContextManager[SubscriptionPort]: ...


class CaseViewPort(Protocol):
    """A case as an advisor may see it."""

    @property
    def case(self) -> Case: ...

    @property
    def lines(self) -> Sequence[Line]: ...

    @property
    def earlier(self) -> Sequence[Case]: ...


class DeskPort(Protocol):
    async def queue(self, advisor: Advisor) -> Sequence[Case]: ...

    async def access_case(self, advisor: Advisor, case_id: str) -> CaseViewPort: ...

    async def claim(self, advisor: Advisor, case_id: str) -> Case: ...

    async def reply(self, advisor: Advisor, case_id: str, text: str, client_id: str) -> None: ...

    async def note(self, advisor: Advisor, case_id: str, text: str, client_id: str) -> None: ...

    async def release(self, advisor: Advisor, case_id: str) -> None: ...

    async def close(self, advisor: Advisor, case_id: str, outcome: Outcome, agreed: str) -> None: ...

    async def receipt(self, advisor: Advisor, code: str) -> Line | None: ...


class AccountsPort(Protocol):
    async def sign_in(self, login: str, password: str, source: str) -> str: ...

    async def enter(self, link_token: str) -> str: ...

    async def who(self, session_token: str) -> Advisor | None: ...

    async def sign_out(self, session_token: str) -> None: ...


class MenuArea(NamedTuple):
    """One of the eight topics: its id, its sign in messengers, its name in each language."""

    id: str
    sign: str
    names: Mapping[Language, str]


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach the Centre without the chat. An empty field is not shown."""

    phone: str = ""
    email: str = ""
    hours: str = ""


@dataclass(frozen=True, slots=True)
class Limits:
    """Token buckets of the chat: how many posts at once, and how many a second in the long run."""

    session_burst: int = 12
    session_rate: float = 0.5
    address_burst: int = 120
    address_rate: float = 5.0
    body_bytes: int = 1024 * 1024
    """Larger bodies are refused with 413. 100,000 escaped characters fit."""


def _no_aid(text: str, language: Language) -> Rendered | None:
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class WebDeps:
    inbox: InboxPort
    live: LivePort
    desk: DeskPort
    accounts: AccountsPort
    store: TranscriptPort
    catalog: Catalog
    ids: Ids
    clock: Clock
    menu: Callable[[], Sequence[MenuArea]]
    health: Callable[[], Awaitable[Mapping[str, str]]]
    """Each part and how it is: "ok", "away" (nothing works without it), or a word on what is wrong."""
    public_url: str
    exit_url: str
    secure_cookies: bool
    retention_days: int
    contact: Callable[[Language], Contact] = field(default=lambda language: Contact())
    aid: Callable[[str, Language], Rendered | None] = field(default=_no_aid)
    """The danger card for a text, without any database; None where it shows no danger."""
    topic: Callable[[str, Language], str] = field(default=lambda entry, language: entry)
    """The short title of an entry, for the case card."""
    limits: Limits = field(default_factory=Limits)
    trust_proxy: bool = False
    """Take the caller's address from X-Forwarded-For, because a reverse proxy stands in front."""
