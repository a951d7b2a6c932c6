"""What linking keeps of reports, claims and events, so that only a part of a desk has to be linked anew."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables, empty: the next linking goes through the whole desk and fills them."""
    _make_linked_reports()
    _make_blocks()
    _make_event_tables()


def _make_linked_reports() -> None:
    op.create_table(
        "linked_reports",
        sa.Column("number", NUMBER, primary_key=True),
        _text("report"), _text("family"),
        sa.Column("words", sa.BigInteger()),
        sa.Column("runs", sa.Integer(), nullable=False),
        sa.UniqueConstraint("report"),
        sa.ForeignKeyConstraint(["report"], ["reports.id"]),
    )
    op.create_index("ix_linked_reports_family", "linked_reports", ["family"])
    op.create_index("ix_linked_reports_words", "linked_reports", ["words"])


def _make_blocks() -> None:
    op.create_table(
        "sketches",
        sa.Column("hash", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("hash", "day", "number"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "claim_blocks",
        sa.Column("key", sa.BigInteger(), nullable=False),
        _text("claim"),
        sa.PrimaryKeyConstraint("key", "claim"),
        sqlite_with_rowid=False,
    )


def _make_event_tables() -> None:
    op.create_table(
        "event_sources",
        _text("source"), _text("event"),
        sa.PrimaryKeyConstraint("source", "event"),
        sa.ForeignKeyConstraint(["event"], ["events.id"]),
    )
    op.create_index("ix_event_sources_event", "event_sources", ["event"])
    op.create_table(
        "event_sums",
        sa.Column("key", sa.BigInteger(), nullable=False),
        _text("event"),
        sa.PrimaryKeyConstraint("key", "event"),
        sa.ForeignKeyConstraint(["event"], ["events.id"]),
    )
    op.create_index("ix_event_sums_event", "event_sums", ["event"])
    op.create_table(
        "event_parts",
        _text("whole"), _text("part"),
        sa.PrimaryKeyConstraint("whole", "part"),
    )
    op.create_index("ix_event_parts_part", "event_parts", ["part"])
    op.create_table(
        "event_traces",
        _text("event"), _text("scope"), _text("content"),
        sa.PrimaryKeyConstraint("event", "scope"),
        sa.ForeignKeyConstraint(["event"], ["events.id"]),
    )
    op.create_index("ix_event_traces_scope", "event_traces", ["scope"])


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)
