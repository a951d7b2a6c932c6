"""The tables of warning: which events indicators are about, and how scenarios stood on each day.

All but the assessments follows from events, reports and packs; an assessment says what was known when it was made.
"""

from __future__ import annotations

from sqlalchemy import Column, Index, Table

from vedette.store.exact_text import ExactText
from vedette.store.metadata import metadata

# The scenarios as they were last assessed: their files may be changed, or be gone, where a page shows them.
scenarios = Table(
    "scenarios", metadata,
    Column("id", ExactText, primary_key=True),
    Column("content", ExactText, nullable=False),
)

assessments = Table(
    "assessments", metadata,
    Column("scenario", ExactText, primary_key=True),
    Column("day", ExactText, primary_key=True),
    Column("content", ExactText, nullable=False),
    sqlite_with_rowid=False,
)

# No foreign key to events: an event that is no more keeps its matches until what they touched is looked at.
matches = Table(
    "matches", metadata,
    Column("event", ExactText, primary_key=True),
    Column("scenario", ExactText, primary_key=True),
    Column("indicator", ExactText, primary_key=True),
    Column("last", ExactText, nullable=False),  # the last day that it stands for
    Column("content", ExactText, nullable=False),
    Index("ix_matches_scenario_indicator_last", "scenario", "indicator", "last"),
)

# Events that are new, changed or gone since their matches were made.
unmatched_events = Table(
    "unmatched_events", metadata,
    Column("event", ExactText, primary_key=True),
    sqlite_with_rowid=False,
)

# Indicators with other matches than at the last assessment of their scenario.
unweighed_indicators = Table(
    "unweighed_indicators", metadata,
    Column("scenario", ExactText, primary_key=True),
    Column("indicator", ExactText, primary_key=True),
    sqlite_with_rowid=False,
)

# On which days the newest assessment knew of reports of an outlet. How many there are now is counted in
# `outlet_reports`: what that has and this has not is what an assessment has to look at anew.
outlet_days = Table(
    "outlet_days", metadata,
    Column("day", ExactText, primary_key=True),
    Column("outlet", ExactText, primary_key=True),
    Column("language", ExactText, primary_key=True),  # empty where nobody knows it
    sqlite_with_rowid=False,
)
