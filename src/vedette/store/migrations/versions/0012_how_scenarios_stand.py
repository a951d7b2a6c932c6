"""How scenarios stand: matches of events, assessments of days, and what could be seen."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables; nothing was matched or assessed yet."""
    op.create_table("scenarios", _key("id"), _text("content"))
    op.create_table("assessments", _key("scenario"), _key("day"), _text("content"), sqlite_with_rowid=False)
    op.create_table(
        "matches", _key("event"), _key("scenario"), _key("indicator"), _text("last"), _text("content"),
    )
    op.create_index("ix_matches_scenario_indicator_last", "matches", ["scenario", "indicator", "last"])
    op.create_table("unmatched_events", _key("event"), sqlite_with_rowid=False)
    op.create_table("unweighed_indicators", _key("scenario"), _key("indicator"), sqlite_with_rowid=False)
    op.create_table("outlet_days", _key("day"), _key("outlet"), _key("language"), sqlite_with_rowid=False)


def _key(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False, primary_key=True)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)
