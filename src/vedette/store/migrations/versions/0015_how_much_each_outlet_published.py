"""How many reports there are of each outlet and day: the overview counted them along an index of all reports."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table and count the reports that are there."""
    op.create_table(
        "outlet_reports", sa.Column("outlet", _text(), nullable=False), sa.Column("day", _text(), nullable=False),
        sa.Column("reports", sa.Integer, nullable=False), sa.PrimaryKeyConstraint("outlet", "day"),
        sqlite_with_rowid=False,
    )
    op.execute(
        "INSERT INTO outlet_reports(outlet, day, reports)"
        " SELECT coalesce(outlet, ''), coalesce(substr(published, 1, 10), ''), count(*) FROM reports GROUP BY 1, 2"
    )


def _text() -> sa.Text:
    # On a server, text sorts by bytes, as everywhere on a desk.
    return sa.Text(collation="C") if op.get_bind().dialect.name == "postgresql" else sa.Text()
