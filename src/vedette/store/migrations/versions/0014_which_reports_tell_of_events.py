"""Which reports tell of each event, by the number by which the index of words knows a report; which events have names.

A search for events goes from numbers of reports to events: by way of their claims it read three long rows for each.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the table and fill it from the events that are there, in its order."""
    op.create_table(
        "event_reports", sa.Column("number", _NUMBER, nullable=False, autoincrement=False),
        sa.Column("event", _text(), nullable=False),
        sa.PrimaryKeyConstraint("number", "event"), sa.ForeignKeyConstraint(["event"], ["events.id"]),
        sqlite_with_rowid=False,
    )
    op.execute(
        "INSERT INTO event_reports(number, event) SELECT DISTINCT reports.number, event_claims.event"
        " FROM reports JOIN claims ON claims.report = reports.id JOIN event_claims ON event_claims.claim = claims.id"
        " ORDER BY 1, 2"
    )
    op.create_index("ix_event_reports_event", "event_reports", ["event"])
    named = sa.text("names <> ''")
    op.create_index("ix_events_named", "events", ["id"], sqlite_where=named, postgresql_where=named)


def _text() -> sa.Text:
    # On a server, text sorts by bytes, as everywhere on a desk.
    return sa.Text(collation="C") if op.get_bind().dialect.name == "postgresql" else sa.Text()
