"""Situations are kept whole, as claims and events are; the events of a desk are put together anew."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make room for whole situations. What linking made is dropped: it makes it again from claims and decisions."""
    op.drop_table("situation_events")
    op.drop_table("situations")
    op.create_table(
        "situations",
        _text("id"), _text("name"), _text("content"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_situations_name", "situations", ["name"])
    op.create_table(
        "situation_events",
        _text("situation"),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        _text("event"),
        sa.PrimaryKeyConstraint("situation", "ordinal"),
        sa.ForeignKeyConstraint(["situation"], ["situations.id"]),
        sa.ForeignKeyConstraint(["event"], ["events.id"]),
    )
    op.create_index("ix_situation_events_event", "situation_events", ["event"])
    op.execute("DELETE FROM meta WHERE key = 'linked_revision'")


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)
