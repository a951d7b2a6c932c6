"""What brings warning up to date, in a SQL database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import select

from vedette.store.book import Book
from vedette.store.linked import matched_by
from vedette.store.warning.matching import Matching
from vedette.store.warning.weighing import Weighing
from vedette.store.warning_tables import unmatched_events


class SqlWarningBook:
    """Matches events and weighs scenarios: see :class:`vedette.store.warning.ports.WarningBook`.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> from vedette.store import open_store
        >>> with TemporaryDirectory() as folder, open_store(f"{folder}/desk.sqlite") as store:
        ...     with store.warning.matching() as matching:
        ...         matching.begin("w1")
        ...         matching.portion(10)
        ()
    """

    def __init__(self, book: Book) -> None:
        self._book = book

    @contextmanager
    def matching(self) -> Iterator[Matching]:
        """Match a portion of what is new: one transaction, in which nobody else can write."""
        with self._book.writing() as connection:
            yield Matching(connection)

    @contextmanager
    def weighing(self) -> Iterator[Weighing]:
        """Weigh scenarios: one transaction, in which nobody else can write."""
        with self._book.writing() as connection:
            yield Weighing(connection)

    def is_matched(self, mark: str) -> bool:
        """Say whether every event is matched by the rules and packs of a mark."""
        with self._book.reading() as connection:
            waiting = connection.execute(select(unmatched_events.c.event).limit(1)).first()
            return waiting is None and matched_by(connection) == mark
