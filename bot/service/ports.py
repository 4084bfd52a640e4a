"""What the service needs from the outside, as protocols: storage, channels, clock, ids, content."""

from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol

from bot.dialogue.content import Content
from bot.domain.language import Language
from bot.domain.messages import Kind, Rendered
from bot.handoff.case import Case, Outcome


@dataclass(frozen=True, slots=True)
class Address:
    """Where a person is: the channel's name and the channel's id for the talk. Its text form is the conversation key."""

    channel: str
    id: str

    @property
    def key(self) -> str:
        return f"{self.channel}:{self.id}"

    @classmethod
    def of(cls, key: str) -> "Address":
        channel, _, id_ = key.partition(":")
        return cls(channel, id_)


SETTLING = frozenset({Kind.MENU, Kind.CLARIFY, Kind.NOTE, Kind.SYSTEM})
"""Messages that a choice settles. An answer's buttons stay: reading twice harms nobody."""


class Author(StrEnum):
    """Who wrote a line of the transcript."""

    PERSON = "person"
    BOT = "bot"
    ADVISOR = "advisor"
    SYSTEM = "system"
    NOTE = "note"
    """An internal note of advisors; never leaves the desk."""


class Delivery(StrEnum):
    """The state of a line on its way to the person."""

    NONE = "none"
    """Nothing to deliver: written by the person, or read from the transcript itself (web chat)."""
    PENDING = "pending"
    SENDING = "sending"
    """Leased by a process; after the lease anybody may try again."""
    SENT = "sent"
    UNCERTAIN = "uncertain"
    """The request left and no answer came: it may have arrived. Not repeated."""
    FAILED = "failed"
    """Given up; ``error`` says why in a word."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a conversation's transcript. ``id`` counts up from 1 within the conversation."""

    id: int
    conversation: str
    author: Author
    at: datetime
    text: str
    """What was said, as plain text (personal numbers hidden)."""
    message: Rendered | None = None
    """The bot's or advisor's message in full; None for the person's lines."""
    delivery: Delivery = Delivery.NONE
    error: str = ""
    external: str = ""
    """The platform's id of the message."""
    chosen: str = ""
    """The label of the choice that settled this message; its deciding buttons are gone."""
    client_id: str = ""
    """The id under which the sender knows it (web chat), so that a reconnect never doubles."""
    receipt: str = ""


class Op(StrEnum):
    """What a delivery does on the platform."""

    SAY = "say"
    """A new message."""
    REPLACE = "replace"
    """The message takes the place of ``target``."""
    SETTLE = "settle"
    """``target`` loses its buttons and names what was ``chosen``."""
    CLEAR = "clear"
    """The messages in ``targets`` are taken out of the person's chat, as far as the platform allows."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One delivery in hand."""

    conversation: str
    line: int
    op: Op
    attempts: int = 0
    message: Rendered | None = None
    target: str = ""
    """The platform's id of the message to change."""
    chosen: str = ""
    targets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Noted:
    """How a delivery ended, to be written down."""

    conversation: str
    line: int
    state: Delivery
    external: str = ""
    error: str = ""


@dataclass(frozen=True, slots=True)
class NewLine:
    """A line to append. With an ``op`` it is delivered: leased at once by this process until ``due``, or waiting from ``due`` on."""

    conversation: str
    id: int
    author: Author
    at: datetime
    text: str
    message: Rendered | None = None
    client_id: str = ""
    external: str = ""
    receipt: str = ""
    op: Op | None = None
    delivery: Delivery = Delivery.NONE
    due: datetime | None = None
    target: str = ""
    chosen: str = ""
    targets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sent:
    external: str


@dataclass(frozen=True, slots=True)
class RetryLater:
    """``after`` seconds if the platform named them (a rate limit), else None: back off."""

    reason: str
    after: float | None = None


@dataclass(frozen=True, slots=True)
class Unclear:
    """The request left, the answer did not come."""

    reason: str


@dataclass(frozen=True, slots=True)
class Refused:
    """The platform will not deliver this message, ever. ``gone``: nor any other to this person until they come back."""

    reason: str
    gone: bool = False


Outcomes = Sent | RetryLater | Unclear | Refused


class Channel(Protocol):
    """One way to people. ``pulls`` channels (web chat, terminal) read the transcript themselves and need no delivery."""

    name: str
    pulls: bool

    async def deliver(self, address: str, outgoing: Outgoing) -> Outcomes: ...


class Clock(Protocol):
    def now(self) -> datetime: ...


class Ids(Protocol):
    def receipt(self) -> str:
        """A code that a person can read out, such as ``K7F-2QD``."""
        ...

    def case(self) -> str: ...

    def alias(self) -> tuple[int, int]:
        """Which bird of the catalogue's list, and a number from 1 to 99."""
        ...

    def secret(self) -> str:
        """An unguessable token for sessions and links."""
        ...


class ContentStore(Protocol):
    """The content being served; swapped whole."""

    @property
    def current(self) -> Content: ...


@dataclass(frozen=True, slots=True)
class Loaded:
    """A conversation as loaded under its lock."""

    state: dict[str, Any] | None
    """None for somebody new."""
    reachable: bool = True
    backlog: bool = False
    """Earlier messages still wait for delivery: later ones must queue behind them."""
    last_line: int = 0


class Role(StrEnum):
    ADVISOR = "advisor"
    LEAD = "lead"
    EDITOR = "editor"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class Advisor:
    """An account at the desk. ``alias`` is what people see: a first name or "Advisor 3"."""

    login: str
    alias: str
    roles: frozenset[Role]
    languages: tuple[Language, ...]
    protected: bool
    """May see protected cases (violence, trafficking)."""
    active: bool = True


class UnitOfWork(Protocol):
    """One transaction. Rolled back unless :meth:`commit` was reached."""

    async def begin_event(self, conversation: str, event: str, at: datetime) -> Loaded | None:
        """Mark the event seen, lock and load the conversation (made if new); None if this event was handled before."""
        ...

    async def save(
        self, conversation: str, state: dict[str, Any], language: Language, at: datetime, last_line: int
    ) -> None: ...

    async def add_lines(self, lines: Sequence[NewLine]) -> None:
        """Append to the transcript, under ids counted up from ``Loaded.last_line``."""
        ...

    async def settle(self, conversation: str, source: str, chosen: str) -> Rendered | None:
        """Mark the message with this platform id (web chat: line id) as answered by this choice; returns the message."""
        ...

    async def externals(self, conversation: str, since: datetime) -> Sequence[str]:
        """Platform ids of this conversation's messages from both sides since then."""
        ...

    async def set_reachable(self, conversation: str, reachable: bool) -> None: ...

    async def erase(self, conversation: str, event: str) -> None:
        """Delete everything of this person but the mark that this event was seen."""
        ...

    async def hide_history(self, conversation: str, up_to: int) -> None:
        """The person no longer sees lines up to this id; advisors do."""
        ...

    async def open_case(self, case: Case) -> Case:
        """Insert it, or make the open one more urgent if this one is; returns the case as it now stands."""
        ...

    async def open_case_of(self, conversation: str) -> Case | None: ...

    async def position(self, case: Case) -> int: ...

    async def close_case(self, case: str, outcome: Outcome, at: datetime) -> None: ...

    async def rate_case(self, conversation: str, verdict: str) -> None:
        """On the case of this conversation closed last."""
        ...

    async def claim_case(self, case: str, login: str) -> Case | None:
        """One statement: the case if it was waiting and is now held by this advisor, else None."""
        ...

    async def release_case(self, case: str) -> None: ...

    async def case(self, case: str) -> Case | None: ...

    async def record_feedback(
        self, conversation: str, entry: str, verdict: str, language: Language, at: datetime
    ) -> None: ...

    async def commit(self) -> None: ...


class Store(Protocol):
    """The storage as the service sees it."""

    def unit(self) -> AbstractAsyncContextManager[UnitOfWork]: ...

    async def transcript(
        self, conversation: str, after: int = 0, limit: int = 200, *, whole: bool = False
    ) -> Sequence[Line]:
        """Lines with an id above ``after``, oldest first; with ``after`` 0 the newest ``limit``.

        ``whole`` is for advisors: with internal notes and what the person has cleared.
        """
        ...

    async def line_by_receipt(self, receipt: str) -> Line | None: ...

    async def queue(self, states: Sequence[str], limit: int = 500) -> Sequence[Case]: ...

    async def cases_of(self, conversation: str) -> Sequence[Case]: ...

    async def claim_deliveries(self, limit: int, lease: datetime, now: datetime) -> Sequence[Outgoing]:
        """Lease the oldest undelivered line of each conversation whose time has come."""
        ...

    async def take_over(self, now: datetime) -> int:
        """At start: what a dead process had in hand is due now, if this process is the only one; returns how many lines."""
        ...

    async def undelivered(self) -> int: ...

    async def note_deliveries(self, results: Sequence[Noted]) -> None:
        """Write down how deliveries ended, in one transaction."""
        ...

    async def put_back(self, outgoing: Sequence[Outgoing], due: datetime, reason: str) -> None:
        """Try these (of one conversation, in order) again from ``due`` on; the first one's attempt is counted."""
        ...

    async def set_unreachable(self, conversation: str) -> None:
        """The platform says that the person is gone: nothing more of what waits for them is sent."""
        ...

    async def add_advisor(self, advisor: Advisor, password_hash: str) -> None: ...

    async def advisors(self) -> Sequence[Advisor]: ...

    async def advisor(self, login: str) -> tuple[Advisor, str] | None:
        """With the password hash."""
        ...

    async def disable_advisor(self, login: str) -> bool: ...

    async def add_session(self, token_hash: str, login: str, expires: datetime, one_time: bool) -> None: ...

    async def session(self, token_hash: str, now: datetime) -> str | None:
        """The login behind a session token."""
        ...

    async def use_link(self, token_hash: str, now: datetime) -> str | None:
        """The login behind a one-time sign-in link, which is spent by this call."""
        ...

    async def end_session(self, token_hash: str) -> None: ...

    async def forget_before(self, moment: datetime) -> int:
        """Retention: delete transcript lines, closed cases and silent conversations older than this; returns how many rows."""
        ...
