"""The tables of alerts: what was told, to which channels it goes, who took note, what is followed."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, Table

from vedette.store.exact_text import ExactText
from vedette.store.metadata import Moment, RowNumber, metadata

alerts = Table(
    "alerts", metadata,
    Column("number", RowNumber, primary_key=True),
    Column("id", ExactText, nullable=False, unique=True),
    Column("scenario", ExactText, nullable=False),
    Column("made", Moment, nullable=False),
    Column("content", ExactText, nullable=False),
    Column("acknowledged", Moment),
    Column("by", ExactText, nullable=False),
    Column("why", ExactText, nullable=False),
    Index("ix_alerts_scenario_number", "scenario", "number"),
)

# How each scenario stood when people were last told, or had no need to be.
told_levels = Table(
    "told_levels", metadata,
    Column("scenario", ExactText, primary_key=True),
    Column("content", ExactText, nullable=False),
)

letters = Table(
    "letters", metadata,
    Column("number", RowNumber, primary_key=True),
    Column("key", ExactText, nullable=False, unique=True),
    Column("channel", ExactText, nullable=False),
    Column("kind", ExactText, nullable=False),
    Column("subject", ExactText, nullable=False),
    Column("body", ExactText, nullable=False),
    Column("made", Moment, nullable=False),
    Column("due", Moment),  # none: it got there, or was given up
    Column("tries", Integer, nullable=False),
    Column("reason", ExactText, nullable=False),
    Column("sent", Moment),
    Column("given_up", Moment),
    Index("ix_letters_channel_due", "channel", "due"),
)

# Which alert goes to which channel, and the letter that it went with.
alert_deliveries = Table(
    "alert_deliveries", metadata,
    Column("channel", ExactText, primary_key=True),
    Column("alert", RowNumber, ForeignKey("alerts.number"), primary_key=True, autoincrement=False),
    Column("letter", RowNumber, ForeignKey("letters.number"), index=True),
    Index("ix_alert_deliveries_alert", "alert"),
)

snoozes = Table(
    "snoozes", metadata,
    Column("number", RowNumber, primary_key=True),
    Column("scenario", ExactText, nullable=False, index=True),
    Column("until", Moment, nullable=False),
    Column("level", Integer, nullable=False),
    Column("by", ExactText, nullable=False),
    Column("at", Moment, nullable=False),
    Column("why", ExactText, nullable=False),
)

followed = Table(
    "followed", metadata,
    Column("number", RowNumber, primary_key=True),
    Column("id", ExactText, nullable=False, unique=True),
    Column("kind", ExactText, nullable=False),
    Column("words", ExactText, nullable=False),
    Column("by", ExactText, nullable=False),
    Column("at", Moment, nullable=False),
)
