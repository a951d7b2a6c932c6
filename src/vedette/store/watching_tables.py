"""The tables of what is watched: the lists that ``vedette watch`` works through.

A request waits in a feed or in a page (``due``). Which host is asked next stands in ``hosts.wake``, so that a flood at
one host, however long, is one row where the next errand is looked for.
"""

from __future__ import annotations

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, LargeBinary, Table

from vedette.store.exact_text import ExactText
from vedette.store.metadata import Moment, RowNumber, metadata

hosts = Table(
    "hosts", metadata,
    Column("host", ExactText, primary_key=True),
    Column("ready", Moment, nullable=False),  # no request before
    Column("wake", Moment, index=True),  # when something is to be asked of it, and may be
    Column("asked", Moment),
    Column("failures", Integer, nullable=False),  # in a row
    Column("robots", LargeBinary),
    Column("robots_status", Integer),
    Column("robots_at", Moment),
)

feeds = Table(
    "feeds", metadata,
    Column("number", RowNumber, primary_key=True),
    Column("address", ExactText, nullable=False, unique=True),
    Column("outlet", ExactText, nullable=False, index=True),  # the id of the outlet in the packs
    Column("kind", ExactText, nullable=False),
    Column("parent", RowNumber, ForeignKey("feeds.number"), index=True),  # the list that leads to it
    Column("host", ExactText, ForeignKey("hosts.host"), nullable=False),
    Column("due", Moment),  # none: it is not watched now
    Column("added", Moment, nullable=False),
    Column("polled", Moment),
    Column("answered", Moment),
    Column("newest", Moment),  # when it last listed something new
    Column("etag", ExactText),
    Column("last_modified", ExactText),
    Column("streak", Integer, nullable=False),  # errors in a row
    Column("reason", ExactText, nullable=False),  # of the last one
    Column("rhythm", Float),  # the usual pause between two new things, in seconds
    Column("items", Integer, nullable=False),  # new things so far
    Index("ix_feeds_host_due", "host", "due"),
)

pages = Table(
    "pages", metadata,
    Column("number", RowNumber, primary_key=True),
    Column("address", ExactText, nullable=False, unique=True),  # canonical: no page twice
    Column("feed", RowNumber, ForeignKey("feeds.number"), nullable=False, index=True),
    Column("host", ExactText, ForeignKey("hosts.host"), nullable=False),
    Column("state", ExactText, nullable=False),
    Column("due", Moment),  # when it is asked for next; none: never again
    Column("listed", Moment, nullable=False),
    Column("title", ExactText),  # title and day as the feed gives them
    Column("published", ExactText),
    Column("digest", ExactText),  # of the text of a post that the feed itself carries
    Column("first", Moment),  # when it was first received
    Column("seen", Moment),  # when it was last there
    Column("etag", ExactText),
    Column("last_modified", ExactText),
    Column("streak", Integer, nullable=False),
    Column("reason", ExactText, nullable=False),
    Column("misses", Integer, nullable=False),  # answers in a row that it is not there
    Column("missed", Moment),  # the first of them
    Column("alias_of", RowNumber, ForeignKey("pages.number"), index=True),
    Index("ix_pages_host_due", "host", "due"),
    Index("ix_pages_state_due", "state", "due"),
)

page_versions = Table(
    "page_versions", metadata,
    Column("number", RowNumber, primary_key=True),
    Column("page", RowNumber, ForeignKey("pages.number"), nullable=False),
    Column("state", ExactText, nullable=False),
    Column("fetched", Moment, nullable=False),  # of "gone": since when
    Column("file", ExactText),  # where the archive has it, as received
    Column("offset", RowNumber),
    Column("length", RowNumber),
    Column("sha256", ExactText),
    Column("report", ExactText, ForeignKey("reports.id"), index=True),
    Column("reason", ExactText, nullable=False),
    Index("ix_page_versions_page_number", "page", "number"),
    Index("ix_page_versions_state_number", "state", "number"),
)
