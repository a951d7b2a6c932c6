"""The tables of a desk, as SQLAlchemy sees them.

What a desk really holds is made by the migrations; a test proves that the two
agree. The full-text index is not here: it belongs to one dialect (``finder.py``).

Claims, events and situations are kept as the JSON of :mod:`vedette.model.codec`, with the
columns beside it that somebody filters or orders by.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Table,
    text,
)

from vedette.store.access_tables import access_log, api_tokens, login_attempts, looks, sessions, users
from vedette.store.alerting_tables import alert_deliveries, alerts, followed, letters, snoozes, told_levels
from vedette.store.exact_text import ExactText
from vedette.store.metadata import RowNumber, metadata
from vedette.store.warning_tables import (
    assessments,
    matches,
    outlet_days,
    scenarios,
    unmatched_events,
    unweighed_indicators,
)
from vedette.store.watching_tables import feeds, hosts, page_versions, pages

# Who may use the desk, what is watched, how scenarios stand and what people are told have tables in files of their own,
# which belong to every desk all the same.
__all__ = [
    "access_log", "alert_deliveries", "alerts", "api_tokens", "assessments", "feeds", "followed", "hosts", "letters",
    "login_attempts", "looks", "matches", "metadata", "outlet_days", "page_versions", "pages", "scenarios",
    "sessions", "snoozes", "told_levels", "unmatched_events", "unweighed_indicators", "users",
]

# The newest schema this Vedette knows: the name of the last migration.
SCHEMA = "0016"

reports = Table(
    "reports", metadata,
    Column("number", RowNumber, primary_key=True),  # what the full-text index calls a report
    Column("id", ExactText, nullable=False, unique=True),
    Column("ref", ExactText, nullable=False),
    Column("text", ExactText, nullable=False),
    Column("title", ExactText),
    Column("outlet", ExactText),
    Column("author", ExactText),
    Column("url", ExactText),
    Column("file", ExactText),
    Column("language", ExactText),
    Column("published", ExactText),
    Column("first_seen", ExactText, nullable=False),
    Column("title_from", ExactText, nullable=False),
    Column("outlet_from", ExactText, nullable=False),
    Column("author_from", ExactText, nullable=False),
    Column("language_from", ExactText, nullable=False),
    Column("published_from", ExactText, nullable=False),
    Column("note", ExactText),
    Index("ix_reports_outlet_published", "outlet", "published"),  # who publishes how often, without the texts
)

# How many reports there are of an outlet and a day; empty where it is not known.
outlet_reports = Table(
    "outlet_reports", metadata,
    Column("outlet", ExactText, primary_key=True),
    Column("day", ExactText, primary_key=True),
    Column("reports", Integer, nullable=False),
    sqlite_with_rowid=False,
)

# The same in all, and on how many days.
outlet_totals = Table(
    "outlet_totals", metadata,
    Column("outlet", ExactText, primary_key=True),
    Column("reports", Integer, nullable=False),
    Column("first_day", ExactText),
    Column("last_day", ExactText),
    Column("days", Integer, nullable=False),
    sqlite_with_rowid=False,
)

claims = Table(
    "claims", metadata,
    Column("id", ExactText, primary_key=True),
    Column("report", ExactText, ForeignKey("reports.id"), nullable=False),
    Column("ordinal", Integer, nullable=False),  # place among the claims of the report
    Column("type", ExactText, nullable=False, index=True),
    Column("stage", ExactText, nullable=False, index=True),
    Column("factuality", ExactText, nullable=False, index=True),
    Column("first_day", ExactText, index=True),
    Column("last_day", ExactText, index=True),
    Column("content", ExactText, nullable=False),
    Index("ix_claims_report_ordinal", "report", "ordinal", unique=True),
)

events = Table(
    "events", metadata,
    Column("id", ExactText, primary_key=True),
    Column("type", ExactText, nullable=False, index=True),
    Column("stage", ExactText, nullable=False),
    Column("factuality", ExactText, nullable=False),
    Column("first_day", ExactText),
    Column("last_day", ExactText),
    Column("day", ExactText),  # what it is ordered by: the first day, else the last
    Column("moment", ExactText),  # the same as written, down to the minute
    Column("situation", ExactText, index=True),
    Column("names", ExactText, nullable=False),  # folded, one a line, to be searched
    Column("origins", Integer),  # how many corroboration counts
    Column("letter", ExactText),  # the grade: of its sources
    Column("digit", Integer),  # and of what they say
    Column("content", ExactText, nullable=False),
    # In the order of the list, with all that a list is narrowed by: the content, which is long, is read to be shown.
    Index(
        "ix_events_listed", "day", "moment", "id", "type", "stage", "factuality", "first_day", "last_day", "origins",
        "letter", "digit",
    ),
    Index("ix_events_named", "id", sqlite_where=text("names <> ''"), postgresql_where=text("names <> ''")),  # the few
)

event_claims = Table(
    "event_claims", metadata,
    Column("event", ExactText, ForeignKey("events.id"), primary_key=True),
    Column("claim", ExactText, ForeignKey("claims.id"), primary_key=True, index=True),
)

# Which reports tell of it, by number: a search finds these.
event_reports = Table(
    "event_reports", metadata,
    Column("number", BigInteger().with_variant(Integer(), "sqlite"), primary_key=True, autoincrement=False),
    Column("event", ExactText, ForeignKey("events.id"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)

event_countries = Table(
    "event_countries", metadata,
    Column("country", ExactText, primary_key=True),
    Column("event", ExactText, ForeignKey("events.id"), primary_key=True, index=True),
)

event_languages = Table(
    "event_languages", metadata,
    Column("language", ExactText, primary_key=True),  # of a report that tells of it
    Column("event", ExactText, ForeignKey("events.id"), primary_key=True, index=True),
)

# Where events happened, as far as anybody knows the coordinates.
event_points = Table(
    "event_points", metadata,
    Column("event", ExactText, ForeignKey("events.id"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("lat", Float, nullable=False),
    Column("lon", Float, nullable=False),
    Column("name", ExactText, nullable=False),
    Column("kind", ExactText, nullable=False),  # how exactly the point is known
    Index("ix_event_points_lat_lon_event", "lat", "lon", "event"),
)

event_actors = Table(
    "event_actors", metadata,
    Column("actor", ExactText, primary_key=True),  # folded id, party or name
    Column("event", ExactText, ForeignKey("events.id"), primary_key=True, index=True),
)

situations = Table(
    "situations", metadata,
    Column("id", ExactText, primary_key=True),
    Column("name", ExactText, nullable=False, index=True),
    Column("content", ExactText, nullable=False),
)

situation_events = Table(
    "situation_events", metadata,
    Column("situation", ExactText, ForeignKey("situations.id"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("event", ExactText, ForeignKey("events.id"), nullable=False, index=True),
)

# What linking keeps to link only a part anew (``kept.py``): all of it follows from reports, claims and decisions.
linked_reports = Table(
    "linked_reports", metadata,
    Column("number", RowNumber, primary_key=True),  # that of the report
    Column("report", ExactText, ForeignKey("reports.id"), nullable=False, unique=True),
    Column("family", ExactText, nullable=False, index=True),
    Column("words", BigInteger, index=True),
    Column("runs", Integer, nullable=False),
)

sketches = Table(
    "sketches", metadata,
    Column("hash", BigInteger, primary_key=True, autoincrement=False),
    Column("day", Integer, primary_key=True, autoincrement=False),  # -1 where nobody knows it
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

claim_blocks = Table(
    "claim_blocks", metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("claim", ExactText, primary_key=True),
    sqlite_with_rowid=False,
)

event_sources = Table(
    "event_sources", metadata,
    Column("source", ExactText, primary_key=True),
    Column("event", ExactText, ForeignKey("events.id"), primary_key=True, index=True),
)

event_sums = Table(
    "event_sums", metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("event", ExactText, ForeignKey("events.id"), primary_key=True, index=True),
)

event_parts = Table(
    "event_parts", metadata,
    Column("whole", ExactText, primary_key=True),
    Column("part", ExactText, primary_key=True, index=True),
)

# To which situations an event may belong; all traces of one scope make its situations.
event_traces = Table(
    "event_traces", metadata,
    Column("event", ExactText, ForeignKey("events.id"), primary_key=True),
    Column("scope", ExactText, primary_key=True, index=True),
    Column("content", ExactText, nullable=False),
)

# What people are asked when they review the desk; made by linking, in the order in which it is asked.
questions = Table(
    "questions", metadata,
    Column("id", ExactText, primary_key=True),
    Column("kind", ExactText, nullable=False),
    Column("place", Float, nullable=False),
    Column("event", ExactText, ForeignKey("events.id"), nullable=False, index=True),
    Column("other", ExactText, ForeignKey("events.id"), index=True),
    Column("content", ExactText, nullable=False),
    Index("ix_questions_kind_place_id", "kind", "place", "id"),
    Index("ix_questions_place_id", "place", "id"),
)

# What people decided; locked against every change (``append_only.py``).
decisions = Table(
    "decisions", metadata,
    Column("number", RowNumber, primary_key=True),
    Column("id", ExactText, nullable=False, unique=True),
    Column("kind", ExactText, nullable=False),
    Column("by", ExactText, nullable=False),
    Column("at", ExactText, nullable=False),
    Column("why", ExactText, nullable=False),
    Column("content", ExactText, nullable=False),
)

quarantine = Table(
    "quarantine", metadata,
    Column("number", RowNumber, primary_key=True),
    Column("id", ExactText, nullable=False, unique=True),
    Column("source", ExactText, nullable=False),
    Column("line", Integer),
    Column("reason", ExactText, nullable=False),
    Column("advice", ExactText, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("truncated", Boolean, nullable=False),
    Column("first_seen", ExactText, nullable=False),
)

# Facts about the desk itself: which reader read it, how far it is linked.
meta = Table(
    "meta", metadata,
    Column("key", ExactText, primary_key=True),
    Column("value", ExactText, nullable=False),
)
