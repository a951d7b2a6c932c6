"""Keeps reports, claims and events, and finds them again.

The one verb of this room is :func:`open_store`. What it gives is at once a
:class:`View`, which reads, and a :class:`Writer`, which adds.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from vedette.store.address import database_at
from vedette.store.asked import ClaimFilter, DecisionFilter, ListPlace, Part, ReportFilter
from vedette.store.book import open_book
from vedette.store.glance import Mark, OutletRecord, Touched
from vedette.store.ports import EventFilter, SearchHit, View, Writer
from vedette.store.sql_store import Store

__all__ = [
    "ClaimFilter", "DecisionFilter", "EventFilter", "Mark", "OutletRecord", "Part", "ListPlace", "ReportFilter",
    "SearchHit", "Store", "Touched", "View", "Writer", "open_store",
]


def now() -> str:
    """Give this moment as ISO 8601 in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def open_store(address: str, *, read_only: bool = False, clock: Callable[[], str] = now) -> Store:
    """Open a desk's memory; to write, make it where there is none and bring an older one up to date.

    Args:
        address: A file, ``sqlite:///`` and a file, or ``postgresql://user@host/database``.
        read_only: Open a desk that exists and change nothing; writing then raises StoreError.
        clock: Gives the moment at which this desk first sees something (ISO 8601, UTC).

    Raises:
        StoreError: It is no desk, is of a newer Vedette, or cannot be opened. What is there is left as it was.
        MissingExtra: The address is one of PostgreSQL, for which the extra ``postgres`` is needed.
        UsageError: The address is of no database that Vedette knows.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder, open_store(f"{folder}/desk.sqlite") as store:
        ...     store.counts()["reports"]
        0
    """
    return Store(open_book(database_at(address), read_only=read_only), clock=clock)
