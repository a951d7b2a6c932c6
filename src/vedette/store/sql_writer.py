"""Adds to a desk in a SQL database."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import Connection, select

from vedette.errors import StoreError, UnknownId
from vedette.model import Decision, Event, QuarantinedInput, ReadReport, Situation
from vedette.store import records, tables
from vedette.store.asked import Once
from vedette.store.book import Book
from vedette.store.deciding import Check, log
from vedette.store.event_rows import add_events, forget_events, insert, portions, put_situations
from vedette.store.known_log import KnownLog
from vedette.store.linked import (
    bump_revision,
    mark_linked,
    note_once,
    note_reader,
    note_rules,
    note_written,
    noted_once,
)
from vedette.store.linking import Linking
from vedette.store.outlet_reports import count_reports
from vedette.store.sql_view import known


class SqlWriter:
    """The writing half of a desk: see :class:`vedette.store.ports.Writer`.

    Each call is one transaction. Whoever kills the process leaves whole calls only.
    """

    def __init__(self, book: Book, *, clock: Callable[[], str]) -> None:
        self._book = book
        self._clock = clock
        self._log = KnownLog()

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self._book.writing() as connection:
            yield connection

    def add(self, batch: Iterable[ReadReport | QuarantinedInput]) -> int:
        """Add reports with their claims; what is there already is left alone.

        A batch is held in memory and written as one transaction: 50 to 500
        reports are a good size. The desk is locked for other writers only
        after the last item of the batch has come.

        Returns:
            How many reports were new.

        Raises:
            StoreError: The desk cannot be written, or a claim is not of its report. Nothing is added then.
        """
        items = tuple(batch)
        read = {item.report.id: item for item in reversed(items) if isinstance(item, ReadReport)}
        refused = {item.id: item for item in reversed(items) if isinstance(item, QuarantinedInput)}
        with self._writing() as connection:
            here = known(connection, list(read))
            fresh = [item for name, item in reversed(read.items()) if name not in here]
            for some in portions(fresh):
                self._add_reports(connection, some)
            if self._add_quarantined(connection, list(reversed(refused.values()))):
                note_written(connection)
            if fresh:
                bump_revision(connection)
        return len(fresh)

    def _add_reports(self, connection: Connection, fresh: Sequence[ReadReport]) -> None:
        claims = [row for item in fresh for row in _own_claims(item)]
        reports = [records.report_row(item, first_seen=self._clock()) for item in fresh]
        insert(connection, tables.reports, reports)
        count_reports(connection, reports)
        insert(connection, tables.claims, claims)
        self._book.finder.index(connection, [item.report.id for item in fresh])

    def _add_quarantined(self, connection: Connection, refused: Sequence[QuarantinedInput]) -> int:
        """Add what is not there yet; say how many that were."""
        column, added = tables.quarantine.c.id, 0
        for some in portions(refused):
            here = set(connection.execute(select(column).where(column.in_([item.id for item in some]))).scalars())
            new = [item for item in some if item.id not in here]
            rows = [records.quarantine_row(item, first_seen=self._clock()) for item in new]
            insert(connection, tables.quarantine, rows)
            added += len(rows)
        return added

    def replace_events(
        self, events: Iterable[Event], situations: Iterable[Situation], *, through: int | None = None
    ) -> None:
        """Put what linking assembled in the place of what it assembled before.

        Args:
            events: All events.
            situations: All situations.
            through: The revision of the desk that linking saw (``Store.revision()`` before it began).
                Without it the events count as up to date with all that is there now.

        Raises:
            StoreError: An event names a claim, or a situation an event, that is not on the desk.
                The events of before stay then.
        """
        with self._writing() as connection:
            forget_events(connection)
            add_events(connection, events)
            put_situations(connection, situations)
            note_rules(connection, "")  # what linking keeps does not belong to these events
            mark_linked(connection, through=through)

    @contextmanager
    def linking(self) -> Iterator[Linking]:
        """Link a portion of what is new: one transaction, in which nobody else can write.

        Example:
            >>> from tempfile import TemporaryDirectory
            >>> from vedette.model import ReadReport, Report
            >>> from vedette.store import open_store
            >>> told = ReadReport(report=Report.of("The bridge was closed.", ref="a"), claims=())
            >>> with TemporaryDirectory() as folder, open_store(f"{folder}/desk.sqlite") as store:
            ...     added = store.add([told])
            ...     with store.linking() as linking:
            ...         [report.text for report in linking.portion(10).reports]
            ['The bridge was closed.']
        """
        with self._writing() as connection:
            yield Linking(connection, self._log)

    def record(
        self, decisions: Sequence[Decision], *, check: Check | None = None, once: Once | None = None
    ) -> None:
        """Put a person's decisions on record, all or none; the same one twice is there once.

        Args:
            decisions: Judgements, overrides, ratings, or that one of these is undone.
            check: Is shown each with what is on record about the same reports, and what hangs together with that, under
                the lock; it raises where the decision must not be made.
            once: A key; where something was recorded under it already, nothing is.

        Raises:
            JudgementError: An id is on record with other words, or what is undone cannot be.
            UnknownId: What is undone is not on record.
        """
        with self._writing() as connection:
            if once is not None and noted_once(connection, once.key) is not None:
                return
            index = self._log.index(connection)  # before anything is added that may not stay
            new = [log(connection, decision, index=index, check=check) for decision in decisions]
            if any(new):
                bump_revision(connection)
            if once is not None:
                note_once(connection, once.key, " ".join([once.asked, *(decision.id for decision in decisions)]))

    def release(self, id: str) -> QuarantinedInput:
        """Take an input out of quarantine to try it again. Raises UnknownId."""
        column = tables.quarantine.c.id
        with self._writing() as connection:
            row = connection.execute(select(tables.quarantine).where(column == id)).mappings().first()
            if row is None:
                raise UnknownId("quarantined input", id)
            connection.execute(tables.quarantine.delete().where(column == id))
            note_written(connection)
        return records.quarantined_of(row)

    def set_reader(self, version: str) -> None:
        """Put on record which reader the claims of this desk come from."""
        with self._writing() as connection:
            note_reader(connection, version)


def _own_claims(item: ReadReport) -> list[records.Row]:
    rows = records.claim_rows(item)
    for row in rows:
        if row["report"] != item.report.id:
            raise StoreError(
                f"Claim {row['id']} was read in report {row['report']}, not in {item.report.id}. "
                "Nothing of this batch was added; read the report again."
            )
    return rows
