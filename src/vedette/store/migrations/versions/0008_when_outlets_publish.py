"""Outlets with the days on which they published, in one index: the overview counts them at every look."""

from __future__ import annotations

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Let the index of outlets hold their days, too: a report's own row is as long as its text."""
    op.drop_index("ix_reports_outlet", "reports")
    op.create_index("ix_reports_outlet_published", "reports", ["outlet", "published"])
