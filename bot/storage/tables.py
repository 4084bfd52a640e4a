"""The tables. Each one that belongs to a person leads with the conversation key, so that the schema can be spread over servers.

``lines`` is transcript and outbox in one: a message is written once, and its delivery state is the outbox.
"""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    DateTime,
    Dialect,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    TypeDecorator,
    text,
)


class Moment(TypeDecorator[datetime]):
    """An aware UTC time. SQLite keeps no zone, so it is put back when read."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        if value is None or dialect.name == "postgresql":
            return value
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        if value is None or dialect.name == "postgresql":
            return value  # type: ignore[no-any-return]
        moment: datetime = value.replace(tzinfo=UTC)
        return moment


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
    }
)

conversations = Table(
    "conversations",
    metadata,
    Column("key", Text, primary_key=True),
    Column("state", Text, nullable=True),
    Column("seen", Text, nullable=False, server_default=""),
    Column("language", Text, nullable=True),
    Column("reachable", Boolean, nullable=False, server_default=text("true")),
    Column("last_line", Integer, nullable=False, server_default=text("0")),
    Column("hidden_to", Integer, nullable=False, server_default=text("0")),
    Column("created_at", Moment, nullable=False),
    Column("active_at", Moment, nullable=False),
    Index("ix_conversations_active_at", "active_at"),
)

UNDELIVERED = "delivery IN ('pending', 'sending')"

lines = Table(
    "lines",
    metadata,
    Column("conversation", Text, nullable=False),
    Column("id", Integer, nullable=False),
    Column("author", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("text", Text, nullable=False),
    Column("kind", Text, nullable=False, server_default=""),
    Column("message", Text, nullable=True),
    Column("receipt", Text, nullable=False, server_default=""),
    Column("client_id", Text, nullable=False, server_default=""),
    Column("external", Text, nullable=False, server_default=""),
    Column("chosen", Text, nullable=False, server_default=""),
    Column("op", Text, nullable=False, server_default=""),
    Column("target", Text, nullable=False, server_default=""),
    Column("delivery", Text, nullable=False, server_default="none"),
    Column("due", Moment, nullable=True),
    Column("attempts", Integer, nullable=False, server_default=text("0")),
    Column("error", Text, nullable=False, server_default=""),
    PrimaryKeyConstraint("conversation", "id"),
    Index("ix_lines_due", "due", postgresql_where=text(UNDELIVERED), sqlite_where=text(UNDELIVERED)),
    Index(
        "ix_lines_undelivered", "conversation", "id", postgresql_where=text(UNDELIVERED), sqlite_where=text(UNDELIVERED)
    ),
    Index("ix_lines_receipt", "receipt", postgresql_where=text("receipt <> ''"), sqlite_where=text("receipt <> ''")),
    Index(
        "ix_lines_external",
        "conversation",
        "external",
        postgresql_where=text("external <> ''"),
        sqlite_where=text("external <> ''"),
    ),
    Index("ix_lines_at", "at"),
)

cases = Table(
    "cases",
    metadata,
    Column("conversation", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("alias", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("opened_at", Moment, nullable=False),
    Column("question", Text, nullable=False),
    Column("topic", Text, nullable=False),
    Column("category", Text, nullable=False),
    Column("urgent", Boolean, nullable=False),
    Column("protected", Boolean, nullable=False),
    Column("advisor", Text, nullable=False, server_default=""),
    Column("closed_at", Moment, nullable=True),
    Column("outcome", Text, nullable=True),
    Column("verdict", Text, nullable=False, server_default=""),
    PrimaryKeyConstraint("conversation", "id"),
    Index("ix_cases_id", "id"),
    Index(
        "ix_cases_state",
        "state",
        "opened_at",
        postgresql_where=text("state <> 'closed'"),
        sqlite_where=text("state <> 'closed'"),
    ),
    Index(
        "uq_cases_open",
        "conversation",
        unique=True,
        postgresql_where=text("state <> 'closed'"),
        sqlite_where=text("state <> 'closed'"),
    ),
)

feedback = Table(
    "feedback",
    metadata,
    Column("conversation", Text, nullable=False),
    Column("entry", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("at", Moment, nullable=False),
    PrimaryKeyConstraint("conversation", "entry", "verdict"),
)

advisors = Table(
    "advisors",
    metadata,
    Column("login", Text, primary_key=True),
    Column("alias", Text, nullable=False, unique=True),
    Column("roles", Text, nullable=False),
    Column("languages", Text, nullable=False),
    Column("protected", Boolean, nullable=False),
    Column("active", Boolean, nullable=False, server_default=text("true")),
    Column("password_hash", Text, nullable=False),
)

sessions = Table(
    "sessions",
    metadata,
    Column("token_hash", Text, primary_key=True),
    Column("login", Text, nullable=False),
    Column("expires", Moment, nullable=False),
    Column("one_time", Boolean, nullable=False),
    Index("ix_sessions_login", "login"),
)
