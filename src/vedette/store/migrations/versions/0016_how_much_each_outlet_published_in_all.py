"""How many reports there are of each outlet, and on how many days: the overview added them up from all its days."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table and add up the days that are there."""
    op.create_table(
        "outlet_totals", sa.Column("outlet", _text(), nullable=False), sa.Column("reports", sa.Integer, nullable=False),
        sa.Column("first_day", _text()), sa.Column("last_day", _text()), sa.Column("days", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("outlet"), sqlite_with_rowid=False,
    )
    op.execute(
        "INSERT INTO outlet_totals(outlet, reports, first_day, last_day, days)"
        " SELECT outlet, sum(reports), min(nullif(day, '')), max(nullif(day, '')), count(nullif(day, ''))"
        " FROM outlet_reports GROUP BY outlet"
    )


def _text() -> sa.Text:
    # On a server, text sorts by bytes, as everywhere on a desk.
    return sa.Text(collation="C") if op.get_bind().dialect.name == "postgresql" else sa.Text()
