"""A desk's memory, reader and writer in one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlalchemy import func, select

from vedette.closing import Closing
from vedette.model import Report
from vedette.model.codec import event_to_json
from vedette.model.situation_codec import situation_to_json
from vedette.model.source_health import SourceHealth
from vedette.store import linked, records, tables
from vedette.store.accounts import Accounts
from vedette.store.alerting import SqlAlertBook
from vedette.store.asked import MadeOnce
from vedette.store.book import Book
from vedette.store.decisions import decision_row
from vedette.store.relied_on import ReliedOn, known_places, relied_on
from vedette.store.sql_lists import SqlLists
from vedette.store.sql_writer import SqlWriter
from vedette.store.warning import SqlWarningBook
from vedette.store.watching import Backlog, Edit, SqlWatchBook
from vedette.store.watching.health import health_of

Json = dict[str, Any]


class Store(Closing, SqlLists, SqlWriter):
    """An open desk: everything of View and Writer, until it is closed.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> from vedette.model import ReadReport, Report
        >>> from vedette.store import open_store
        >>> told = ReadReport(report=Report.of("The bridge was closed.", ref="a"), claims=())
        >>> with TemporaryDirectory() as folder, open_store(f"{folder}/desk.sqlite") as store:
        ...     store.add([told]), store.add([told]), store.counts()["reports"], store.is_linked()
        (1, 0, 1, False)
    """

    def __init__(self, book: Book, *, clock: Callable[[], str]) -> None:
        SqlLists.__init__(self, book)
        SqlWriter.__init__(self, book, clock=clock)
        self.accounts = Accounts(book)
        self.alerting = SqlAlertBook(book)
        self.warning = SqlWarningBook(book)
        self.watching = SqlWatchBook(book)

    @property
    def place(self) -> str:
        """Where the desk is, as people are told: a password is never in it."""
        return self._book.database.place

    def close(self) -> None:
        """Let go of the database. A store may be closed twice."""
        self._book.close()

    def source_health(self, *, at: datetime) -> tuple[SourceHealth, ...]:
        """Give how it stands with every feed that is watched, at a moment, by outlet and address."""
        return tuple(health_of(feed, at) for feed in self.watching.feeds() if feed.due is not None)

    def backlog(self, *, at: datetime) -> Backlog:
        """Count what waits of what is watched."""
        return self.watching.backlog(at=at)

    def edits(self, *, limit: int = 20) -> tuple[Edit, ...]:
        """Give the pages that said something else before, those that were met last first."""
        return self.watching.edits(limit)

    def revision(self) -> int:
        """Count how often claims or judgements have changed; 0 on an empty desk."""
        with self._reading() as connection:
            return linked.revision(connection)

    def is_linked(self) -> bool:
        """Say whether the events were assembled from every claim and judgement that is on the desk."""
        with self._reading() as connection:
            return linked.linked_revision(connection) == linked.revision(connection)

    def state(self) -> str:
        """Give a short mark of all that the desk shows: the same mark, the same reports, events and decisions."""
        with self._reading() as connection:
            return linked.state(connection)

    def decided_once(self, key: str) -> MadeOnce | None:
        """Give what was decided under a key, if anything."""
        with self._reading() as connection:
            noted = linked.noted_once(connection, key)
        if noted is None:
            return None
        asked, *decisions = noted.split(" ")
        return MadeOnce(asked=asked, decisions=tuple(decisions))

    def linked_by(self) -> str | None:
        """Give the mark of the rules and packs that the events were assembled by."""
        with self._reading() as connection:
            return linked.rules(connection)

    def taken_in(self) -> int:
        """Count the reports that linking has taken in; the others wait for it."""
        number = tables.reports.c.number
        with self._reading() as connection:
            last, _ = linked.last_taken(connection)
            return connection.execute(select(func.count()).where(number <= last)).scalar_one()

    def reader(self) -> str | None:
        """Give the version of the reader that the claims come from, where it was put on record."""
        with self._reading() as connection:
            return linked.reader(connection)

    def relied_on(self) -> ReliedOn:
        """Give the pages of an archive that claims rest on, and those that are still to be read."""
        return relied_on(self._book)

    def known_places(self) -> Iterator[tuple[str, int, int, str]]:
        """Give every place in the archive that the desk knows: file, offset, length, SHA-256 of the page."""
        return known_places(self._book)

    def newest_first_seen(self) -> str | None:
        """Give the moment at which the desk met its newest report (ISO 8601, UTC); ``None`` for an empty one."""
        newest = select(tables.reports.c.first_seen).order_by(tables.reports.c.number.desc()).limit(1)
        with self._reading() as connection:
            return connection.execute(newest).scalar()

    def look_whether_sound(self, *, seconds: float | None = None) -> bool | None:
        """Say whether the database finds itself whole; ``None`` where that would take longer than it may.

        Raises:
            StoreError: It is damaged, or cannot be read.
        """
        return self._book.database.look_whether_sound(seconds=seconds)

    def dump(self) -> Iterator[Json]:
        """Give everything that is on the desk, in an order that depends on nothing but the content.

        Two desks with an equal dump hold the same. Left out are the moments at
        which this desk saw things (``first_seen``), how it numbers them, who may use it, and what they were told.
        """
        yield from self._dump_reports()
        for claim in self._stream(select(tables.claims).order_by(tables.claims.c.report, tables.claims.c.ordinal)):
            yield {"kind": "claim", **claim}
        for event in self.each_event():
            yield {"kind": "event", **event_to_json(event)}
        for situation in self.situations():
            yield {"kind": "situation", "situation": situation_to_json(situation)}
        for decision in sorted(self.decisions(), key=lambda one: one.id):
            yield {"kind": "decision", "decision": decision_row(decision)}
        for item in sorted(self.quarantined(), key=lambda one: one.id):
            row = records.quarantine_row(item, first_seen="")
            yield {"kind": "quarantined", **_without_moment(row), "content": item.content.hex()}

    def _dump_reports(self) -> Iterator[Json]:
        names = [field.name for field in fields(Report)]
        for row in self._stream(select(tables.reports).order_by(tables.reports.c.id)):
            kept = {name: row[name] for name in names}
            yield {"kind": "report", **_without_moment(kept), "note": row["note"]}


def _without_moment(row: Json) -> Json:
    return {name: value for name, value in row.items() if name != "first_seen"}
