"""The first desk: reports, claims, events, situations, judgements, quarantine."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make everything that a desk holds."""
    _make_reports()
    _make_claims()
    _make_events()
    _make_event_links()
    _make_situations()
    _make_judgements()
    _make_quarantine()
    _make_meta()
    if op.get_bind().dialect.name == "sqlite":
        _make_full_text_of_sqlite()


def _make_reports() -> None:
    op.create_table(
        "reports",
        sa.Column("number", NUMBER, primary_key=True),
        _text("id", required=True),
        _text("ref", required=True),
        _text("text", required=True),
        _text("title"), _text("outlet"), _text("author"), _text("url"), _text("file"),
        _text("language"), _text("published"),
        _text("first_seen", required=True),
        _text("title_from", required=True), _text("outlet_from", required=True),
        _text("author_from", required=True), _text("language_from", required=True),
        _text("published_from", required=True),
        _text("note"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("ix_reports_outlet", "reports", ["outlet"])


def _make_claims() -> None:
    op.create_table(
        "claims",
        _text("id", required=True),
        _text("report", required=True),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        _text("type", required=True), _text("stage", required=True), _text("factuality", required=True),
        _text("first_day"), _text("last_day"),
        _text("content", required=True),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(["report"], ["reports.id"]),
    )
    op.create_index("ix_claims_report_ordinal", "claims", ["report", "ordinal"], unique=True)
    for column in ("type", "stage", "factuality", "first_day", "last_day"):
        op.create_index(f"ix_claims_{column}", "claims", [column])


def _make_events() -> None:
    op.create_table(
        "events",
        _text("id", required=True),
        _text("type", required=True), _text("stage", required=True), _text("factuality", required=True),
        _text("first_day"), _text("last_day"), _text("day"), _text("moment"), _text("situation"),
        _text("names", required=True),
        _text("content", required=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_events_day_moment_id", "events", ["day", "moment", "id"])
    for column in ("type", "stage", "factuality", "situation"):
        op.create_index(f"ix_events_{column}", "events", [column])


def _make_event_links() -> None:
    op.create_table(
        "event_claims",
        _text("event", required=True), _text("claim", required=True),
        sa.PrimaryKeyConstraint("event", "claim"),
        sa.ForeignKeyConstraint(["event"], ["events.id"]),
        sa.ForeignKeyConstraint(["claim"], ["claims.id"]),
    )
    op.create_index("ix_event_claims_claim", "event_claims", ["claim"])
    for table, column in (("event_countries", "country"), ("event_actors", "actor")):
        op.create_table(
            table,
            _text(column, required=True), _text("event", required=True),
            sa.PrimaryKeyConstraint(column, "event"),
            sa.ForeignKeyConstraint(["event"], ["events.id"]),
        )
        op.create_index(f"ix_{table}_event", table, ["event"])


def _make_situations() -> None:
    op.create_table(
        "situations",
        _text("id", required=True), _text("name", required=True), _text("names", required=True), _text("key"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_situations_name", "situations", ["name"])
    op.create_table(
        "situation_events",
        _text("situation", required=True),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        _text("event", required=True),
        sa.PrimaryKeyConstraint("situation", "ordinal"),
        sa.ForeignKeyConstraint(["situation"], ["situations.id"]),
        sa.ForeignKeyConstraint(["event"], ["events.id"]),
    )
    op.create_index("ix_situation_events_event", "situation_events", ["event"])


def _make_judgements() -> None:
    op.create_table(
        "judgements",
        sa.Column("number", NUMBER, primary_key=True),
        _text("id", required=True), _text("left", required=True), _text("right", required=True),
        _text("verdict", required=True), _text("by", required=True), _text("at", required=True),
        _text("why", required=True), _text("undone"),
        sa.UniqueConstraint("id"),
    )
    for column in ("left", "right"):
        op.create_index(f"ix_judgements_{column}", "judgements", [column])


def _make_quarantine() -> None:
    op.create_table(
        "quarantine",
        sa.Column("number", NUMBER, primary_key=True),
        _text("id", required=True), _text("source", required=True),
        sa.Column("line", sa.Integer()),
        _text("reason", required=True), _text("advice", required=True),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("truncated", sa.Boolean(), nullable=False),
        _text("first_seen", required=True),
        sa.UniqueConstraint("id"),
    )


def _make_meta() -> None:
    op.create_table("meta", _text("key", required=True), _text("value", required=True), sa.PrimaryKeyConstraint("key"))


def _make_full_text_of_sqlite() -> None:
    """Index titles and texts where they stand: the index keeps no second copy of them."""
    op.execute(
        "CREATE VIRTUAL TABLE reports_words USING fts5("
        "title, text, content='reports', content_rowid='number', tokenize='unicode61 remove_diacritics 2')"
    )


def _text(name: str, *, required: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=not required)
