"""Users, their sessions and tokens, failed logins, and a log of access that only grows."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

# As for the decisions (0002). INSERT OR REPLACE deletes without asking the triggers for deletes: hence the last one.
REFUSAL = "BEGIN SELECT RAISE(ABORT, 'append-only: the log of access is never changed or shortened'); END"
LOCK_OF_SQLITE = (
    f"CREATE TRIGGER access_log_never_changed BEFORE UPDATE ON access_log {REFUSAL}",
    f"CREATE TRIGGER access_log_never_deleted BEFORE DELETE ON access_log {REFUSAL}",
    "CREATE TRIGGER access_log_never_replaced BEFORE INSERT ON access_log "
    f"WHEN EXISTS (SELECT 1 FROM access_log WHERE number = NEW.number) {REFUSAL}",
)

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables; nobody is in them."""
    _make_users()
    _make_keys()
    op.create_table(
        "login_attempts",
        sa.Column("key", sa.Text(), nullable=False, primary_key=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        _text("last"),
    )
    op.create_index("ix_login_attempts_last", "login_attempts", ["last"])
    op.create_table(
        "access_log",
        sa.Column("number", NUMBER, primary_key=True),
        _text("at"), _text("by"), _text("act"), _text("user"), _text("detail"),
    )
    if op.get_bind().dialect.name == "sqlite":
        for statement in LOCK_OF_SQLITE:
            op.execute(statement)


def _make_users() -> None:
    op.create_table(
        "users",
        sa.Column("number", NUMBER, primary_key=True),
        _text("key"), _text("name"), _text("role"),
        sa.Column("password", sa.Text()),
        _text("created"),
        sa.Column("disabled", sa.Text()),
        sa.UniqueConstraint("key"),
    )


def _make_keys() -> None:
    op.create_table(
        "sessions",
        sa.Column("digest", sa.Text(), nullable=False, primary_key=True),
        sa.Column("user", NUMBER, nullable=False),
        _text("created"), _text("seen"),
        sa.ForeignKeyConstraint(["user"], ["users.number"]),
    )
    op.create_index("ix_sessions_user", "sessions", ["user"])
    op.create_table(
        "api_tokens",
        sa.Column("id", sa.Text(), nullable=False, primary_key=True),
        sa.Column("user", NUMBER, nullable=False),
        _text("label"), _text("role"), _text("digest"), _text("created"),
        sa.Column("expires", sa.Text()),
        sa.Column("last_used", sa.Text()),
        sa.Column("revoked", sa.Text()),
        sa.UniqueConstraint("digest"),
        sa.ForeignKeyConstraint(["user"], ["users.number"]),
    )
    op.create_index("ix_api_tokens_user", "api_tokens", ["user"])


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)
