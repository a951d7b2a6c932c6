"""What a desk on PostgreSQL has that one in a file has otherwise: byte order, locked logs, indexes of its own.

There was none before this step, so that it finds the tables of a server empty. Nothing changes in a file.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

LOGS = ("decisions", "access_log")
# Days as they are written, in byte order. A period that is open to one side has no day there.
STATEMENTS = (
    "CREATE FUNCTION refuse_change_of_log() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
    " RAISE EXCEPTION 'append-only: % is never changed or shortened', TG_TABLE_NAME; END $$",
    *(f"CREATE TRIGGER {log}_never_changed BEFORE UPDATE OR DELETE ON {log}"
      " FOR EACH ROW EXECUTE FUNCTION refuse_change_of_log()" for log in LOGS),
    *(f"CREATE TRIGGER {log}_never_emptied BEFORE TRUNCATE ON {log}"
      " FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_log()" for log in LOGS),
    "CREATE TABLE reports_words (number BIGINT PRIMARY KEY REFERENCES reports (number),"
    ' words tsvector NOT NULL, said TEXT COLLATE "C" NOT NULL)',
    # Taken in at once: what waits in a list of its own is looked through by every search.
    "CREATE INDEX ix_reports_words_words ON reports_words USING gin (words) WITH (fastupdate = off)",
    'CREATE TYPE day_range AS RANGE (subtype = text, collation = "C")',
    "CREATE FUNCTION period_of(first text, last text) RETURNS day_range LANGUAGE sql IMMUTABLE PARALLEL SAFE"
    """ RETURN CASE WHEN first COLLATE "C" > last COLLATE "C" THEN day_range(first, first, '[]')"""
    " ELSE day_range(first, last, '[]') END",
    "CREATE INDEX ix_events_period ON events USING gist (period_of(first_day, last_day))",
    "CREATE INDEX ix_event_points_point ON event_points USING gist (point(lon, lat))",
)
COLLATED_OTHERWISE = (
    "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema()"
    " AND data_type = 'text' AND collation_name IS DISTINCT FROM 'C' ORDER BY table_name, column_name"
)


def upgrade() -> None:
    """Give the server what it needs."""
    connection = op.get_bind()
    if connection.dialect.name != "postgresql":
        return
    columns: dict[str, list[str]] = {}
    for table, column in connection.execute(sa.text(COLLATED_OTHERWISE)):
        columns.setdefault(table, []).append(f'ALTER COLUMN "{column}" TYPE text COLLATE "C"')
    for table, changes in columns.items():
        op.execute(f'ALTER TABLE "{table}" {", ".join(changes)}')
    for statement in STATEMENTS:
        op.execute(statement)
