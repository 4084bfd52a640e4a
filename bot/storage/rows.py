"""Rows to records and back."""

from typing import Any

import orjson

from bot.domain.language import Language
from bot.domain.messages import Rendered
from bot.handoff.case import Case, CaseState, Outcome
from bot.service.ports import Advisor, Author, Delivery, Line, NewLine, Op, Outgoing, Role
from bot.storage.session import AnyRow
from bot.storage.tables import lines

LINE_COLUMNS = (
    lines.c.conversation,
    lines.c.id,
    lines.c.author,
    lines.c.at,
    lines.c.text,
    lines.c.message,
    lines.c.delivery,
    lines.c.error,
    lines.c.external,
    lines.c.chosen,
    lines.c.client_id,
    lines.c.receipt,
)
OUTGOING_COLUMNS = (
    lines.c.conversation,
    lines.c.id,
    lines.c.op,
    lines.c.attempts,
    lines.c.message,
    lines.c.target,
    lines.c.chosen,
)
_SEPARATOR = "\n"
"""Between the platform ids of a clearing: no platform's id holds a line break."""


def line_values(line: NewLine) -> dict[str, Any]:
    return {
        "conversation": line.conversation,
        "id": line.id,
        "author": line.author.value,
        "at": line.at,
        "text": line.text,
        "kind": line.message.kind.value if line.message else "",
        "message": orjson.dumps(line.message.to_dict()).decode() if line.message else None,
        "receipt": line.receipt,
        "client_id": line.client_id,
        "external": line.external,
        "chosen": line.chosen,
        "op": line.op.value if line.op else "",
        "target": _SEPARATOR.join(line.targets) if line.targets else line.target,
        "delivery": line.delivery.value,
        "due": line.due,
        "attempts": 0,
        "error": "",
    }


def line_of(row: AnyRow) -> Line:
    return Line(
        conversation=row.conversation,
        id=row.id,
        author=Author(row.author),
        at=row.at,
        text=row.text,
        message=_message(row.message),
        delivery=Delivery(row.delivery),
        error=row.error,
        external=row.external,
        chosen=row.chosen,
        client_id=row.client_id,
        receipt=row.receipt,
    )


def outgoing_of(row: AnyRow) -> Outgoing:
    op = Op(row.op)
    return Outgoing(
        conversation=row.conversation,
        line=row.id,
        op=op,
        attempts=row.attempts,
        message=_message(row.message),
        target=row.target if op is not Op.CLEAR else "",
        chosen=row.chosen,
        targets=tuple(row.target.split(_SEPARATOR)) if op is Op.CLEAR and row.target else (),
    )


def _message(stored: str | None) -> Rendered | None:
    return Rendered.from_dict(orjson.loads(stored)) if stored else None


def case_values(case: Case) -> dict[str, Any]:
    return {
        "conversation": case.conversation,
        "id": case.id,
        "alias": case.alias,
        "language": case.language.value,
        "state": case.state.value,
        "opened_at": case.opened_at,
        "question": case.question,
        "topic": case.topic,
        "category": case.category,
        "urgent": case.urgent,
        "protected": case.protected,
        "advisor": case.advisor,
        "closed_at": case.closed_at,
        "outcome": case.outcome.value if case.outcome else None,
        "verdict": case.verdict,
    }


def case_of(row: AnyRow) -> Case:
    return Case(
        id=row.id,
        conversation=row.conversation,
        alias=row.alias,
        language=Language(row.language),
        state=CaseState(row.state),
        opened_at=row.opened_at,
        question=row.question,
        topic=row.topic,
        category=row.category,
        urgent=row.urgent,
        protected=row.protected,
        advisor=row.advisor,
        closed_at=row.closed_at,
        outcome=Outcome(row.outcome) if row.outcome else None,
        verdict=row.verdict,
    )


def advisor_of(row: AnyRow) -> Advisor:
    return Advisor(
        login=row.login,
        alias=row.alias,
        roles=frozenset(Role(role) for role in row.roles.split()),
        languages=tuple(Language(language) for language in row.languages.split()),
        protected=row.protected,
        active=row.active,
    )


def advisor_values(advisor: Advisor, password_hash: str) -> dict[str, Any]:
    return {
        "login": advisor.login,
        "alias": advisor.alias,
        "roles": " ".join(sorted(advisor.roles)),
        "languages": " ".join(advisor.languages),
        "protected": advisor.protected,
        "active": advisor.active,
        "password_hash": password_hash,
    }
