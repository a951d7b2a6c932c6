"""What people are asked when they review a desk: pairs of events that may be one, and claims to look at."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table, empty: the next linking goes through the whole desk, since its rules are others, and fills it."""
    op.create_table(
        "questions",
        _text("id"), _text("kind"),
        sa.Column("place", sa.Float(), nullable=False),
        _text("event"),
        sa.Column("other", sa.Text()),
        _text("content"),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(["event"], ["events.id"]),
        sa.ForeignKeyConstraint(["other"], ["events.id"]),
    )
    op.create_index("ix_questions_event", "questions", ["event"])
    op.create_index("ix_questions_other", "questions", ["other"])
    op.create_index("ix_questions_kind_place_id", "questions", ["kind", "place", "id"])
    op.create_index("ix_questions_place_id", "questions", ["place", "id"])


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)
