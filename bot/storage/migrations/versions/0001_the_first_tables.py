"""The first tables"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0001"
down_revision: str | None = None
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "advisors",
        sa.Column("login", sa.Text(), nullable=False),
        sa.Column("alias", sa.Text(), nullable=False),
        sa.Column("roles", sa.Text(), nullable=False),
        sa.Column("languages", sa.Text(), nullable=False),
        sa.Column("protected", sa.Boolean(), nullable=False),
        sa.Column("active", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("password_hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("login", name=op.f("pk_advisors")),
        sa.UniqueConstraint("alias", name=op.f("uq_advisors_alias")),
    )
    op.create_table(
        "cases",
        sa.Column("conversation", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("alias", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("protected", sa.Boolean(), nullable=False),
        sa.Column("advisor", sa.Text(), server_default="", nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("verdict", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("conversation", "id", name=op.f("pk_cases")),
    )
    with op.batch_alter_table("cases", schema=None) as batch_op:
        batch_op.create_index("ix_cases_id", ["id"], unique=False)
        batch_op.create_index(
            "ix_cases_state",
            ["state", "opened_at"],
            unique=False,
            postgresql_where=sa.text("state <> 'closed'"),
            sqlite_where=sa.text("state <> 'closed'"),
        )
        batch_op.create_index(
            "uq_cases_open",
            ["conversation"],
            unique=True,
            postgresql_where=sa.text("state <> 'closed'"),
            sqlite_where=sa.text("state <> 'closed'"),
        )

    op.create_table(
        "conversations",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=True),
        sa.Column("seen", sa.Text(), server_default="", nullable=False),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("reachable", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("last_line", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("hidden_to", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("active_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_conversations")),
    )
    with op.batch_alter_table("conversations", schema=None) as batch_op:
        batch_op.create_index("ix_conversations_active_at", ["active_at"], unique=False)

    op.create_table(
        "feedback",
        sa.Column("conversation", sa.Text(), nullable=False),
        sa.Column("entry", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("conversation", "entry", "verdict", name=op.f("pk_feedback")),
    )
    op.create_table(
        "lines",
        sa.Column("conversation", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), server_default="", nullable=False),
        sa.Column("message", sa.Text(), nullable=True),
        sa.Column("receipt", sa.Text(), server_default="", nullable=False),
        sa.Column("client_id", sa.Text(), server_default="", nullable=False),
        sa.Column("external", sa.Text(), server_default="", nullable=False),
        sa.Column("chosen", sa.Text(), server_default="", nullable=False),
        sa.Column("op", sa.Text(), server_default="", nullable=False),
        sa.Column("target", sa.Text(), server_default="", nullable=False),
        sa.Column("delivery", sa.Text(), server_default="none", nullable=False),
        sa.Column("due", sa.DateTime(timezone=True), nullable=True),
        sa.Column("attempts", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("error", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("conversation", "id", name=op.f("pk_lines")),
    )
    with op.batch_alter_table("lines", schema=None) as batch_op:
        batch_op.create_index("ix_lines_at", ["at"], unique=False)
        batch_op.create_index(
            "ix_lines_due",
            ["due"],
            unique=False,
            postgresql_where=sa.text("delivery IN ('pending', 'sending')"),
            sqlite_where=sa.text("delivery IN ('pending', 'sending')"),
        )
        batch_op.create_index(
            "ix_lines_external",
            ["conversation", "external"],
            unique=False,
            postgresql_where=sa.text("external <> ''"),
            sqlite_where=sa.text("external <> ''"),
        )
        batch_op.create_index(
            "ix_lines_receipt",
            ["receipt"],
            unique=False,
            postgresql_where=sa.text("receipt <> ''"),
            sqlite_where=sa.text("receipt <> ''"),
        )
        batch_op.create_index(
            "ix_lines_undelivered",
            ["conversation", "id"],
            unique=False,
            postgresql_where=sa.text("delivery IN ('pending', 'sending')"),
            sqlite_where=sa.text("delivery IN ('pending', 'sending')"),
        )

    op.create_table(
        "sessions",
        sa.Column("token_hash", sa.Text(), nullable=False),
        sa.Column("login", sa.Text(), nullable=False),
        sa.Column("expires", sa.DateTime(timezone=True), nullable=False),
        sa.Column("one_time", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_sessions")),
    )
    with op.batch_alter_table("sessions", schema=None) as batch_op:
        batch_op.create_index("ix_sessions_login", ["login"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("sessions", schema=None) as batch_op:
        batch_op.drop_index("ix_sessions_login")

    op.drop_table("sessions")
    with op.batch_alter_table("lines", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_lines_undelivered",
            postgresql_where=sa.text("delivery IN ('pending', 'sending')"),
            sqlite_where=sa.text("delivery IN ('pending', 'sending')"),
        )
        batch_op.drop_index(
            "ix_lines_receipt", postgresql_where=sa.text("receipt <> ''"), sqlite_where=sa.text("receipt <> ''")
        )
        batch_op.drop_index(
            "ix_lines_external", postgresql_where=sa.text("external <> ''"), sqlite_where=sa.text("external <> ''")
        )
        batch_op.drop_index(
            "ix_lines_due",
            postgresql_where=sa.text("delivery IN ('pending', 'sending')"),
            sqlite_where=sa.text("delivery IN ('pending', 'sending')"),
        )
        batch_op.drop_index("ix_lines_at")

    op.drop_table("lines")
    op.drop_table("feedback")
    with op.batch_alter_table("conversations", schema=None) as batch_op:
        batch_op.drop_index("ix_conversations_active_at")

    op.drop_table("conversations")
    with op.batch_alter_table("cases", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_cases_open", postgresql_where=sa.text("state <> 'closed'"), sqlite_where=sa.text("state <> 'closed'")
        )
        batch_op.drop_index(
            "ix_cases_state", postgresql_where=sa.text("state <> 'closed'"), sqlite_where=sa.text("state <> 'closed'")
        )
        batch_op.drop_index("ix_cases_id")

    op.drop_table("cases")
    op.drop_table("advisors")
