"""What people are told: alerts, the letters that they go out with, snoozes, and what is followed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables; nobody was told anything yet."""
    op.create_table(
        "alerts", _number(), _text("id"), _text("scenario"), _text("made"), _text("content"), _maybe("acknowledged"),
        _text("by"), _text("why"), sa.UniqueConstraint("id"),
    )
    op.create_index("ix_alerts_scenario_number", "alerts", ["scenario", "number"])
    op.create_table(
        "told_levels", sa.Column("scenario", sa.Text(), nullable=False, primary_key=True), _text("content"),
    )
    _make_letters()
    op.create_table(
        "snoozes", _number(), _text("scenario"), _text("until"), _count("level"), _text("by"), _text("at"),
        _text("why"),
    )
    op.create_index("ix_snoozes_scenario", "snoozes", ["scenario"])
    op.create_table(
        "followed", _number(), _text("id"), _text("kind"), _text("words"), _text("by"), _text("at"),
        sa.UniqueConstraint("id"),
    )


def _make_letters() -> None:
    op.create_table(
        "letters", _number(), _text("key"), _text("channel"), _text("kind"), _text("subject"), _text("body"),
        _text("made"), _maybe("due"), _count("tries"), _text("reason"), _maybe("sent"), _maybe("given_up"),
        sa.UniqueConstraint("key"),
    )
    op.create_index("ix_letters_channel_due", "letters", ["channel", "due"])
    op.create_table(
        "alert_deliveries",
        sa.Column("channel", sa.Text(), nullable=False, primary_key=True),
        sa.Column("alert", NUMBER, nullable=False, primary_key=True, autoincrement=False),
        sa.Column("letter", NUMBER),
        sa.ForeignKeyConstraint(["alert"], ["alerts.number"]),
        sa.ForeignKeyConstraint(["letter"], ["letters.number"]),
    )
    op.create_index("ix_alert_deliveries_letter", "alert_deliveries", ["letter"])
    op.create_index("ix_alert_deliveries_alert", "alert_deliveries", ["alert"])


def _number() -> sa.Column[int]:
    return sa.Column("number", NUMBER, primary_key=True)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _maybe(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text())


def _count(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)
