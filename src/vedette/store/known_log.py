"""Where in the log of decisions those about each report stand: of a long log, only the rows that are wanted are read.

The log only grows and no row of it changes. What is known of it stays true, and only what came since is looked at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, select

from vedette.model import Decision, Rating, Verdict
from vedette.store import tables
from vedette.store.decisions import RATE, reports_named, rows_among, told_by, undone_by

Row = Mapping[Any, Any]
_JUDGED = frozenset(Verdict)


@dataclass(frozen=True, slots=True)
class LogIndex:
    """The numbers of rows, up to ``last``: by the reports that they are about, and by what they take back."""

    last: int = 0
    by_report: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    undos: Mapping[str, int] = field(default_factory=dict)
    ratings: tuple[int, ...] = ()

    def grown(self, connection: Connection) -> LogIndex:
        """Give the index with what came since."""
        log = tables.decisions.c
        query = select(log.number, log.kind, log.content).where(log.number >= self.last).order_by(log.number)
        rows = connection.execute(query).mappings().all()
        if self.last and (not rows or rows[0]["number"] != self.last):  # the desk was set back to a shorter log
            return LogIndex().grown(connection)
        new = rows[1:] if self.last else rows
        return self._with(new) if new else self

    def _with(self, rows: Sequence[Row]) -> LogIndex:
        about: dict[str, list[int]] = defaultdict(list)
        for row in rows:
            for report in reports_named(row):
                about[report].append(row["number"])
        more = {one: (*self.by_report.get(one, ()), *some) for one, some in about.items()}
        undos = {undone: row["number"] for row in rows if (undone := undone_by(row)) is not None}
        return LogIndex(
            last=rows[-1]["number"], by_report={**self.by_report, **more}, undos={**self.undos, **undos},
            ratings=(*self.ratings, *(row["number"] for row in rows if row["kind"] == RATE)),
        )


class KnownLog:
    """Remembers the index of a desk's log.

    Fit for several threads: what is known is replaced as a whole.
    """

    def __init__(self) -> None:
        self._known = LogIndex()

    def index(self, connection: Connection) -> LogIndex:
        """Give the index; all that the transaction sees of the log has to be there for good."""
        self._known = self._known.grown(connection)
        return self._known


class LoggedDecisions:
    """The log of a desk as linking asks for it: see :class:`vedette.model.decided.Decided`."""

    def __init__(self, connection: Connection, index: LogIndex) -> None:
        self._connection = connection
        self._index = index

    def about(self, reports: Collection[str]) -> Sequence[Decision]:
        """Give the decisions about claims of some reports, and what took them back."""
        return self._told(self._rows_about(reports))

    def named(self, ids: Collection[str]) -> Sequence[Decision]:
        """Give decisions by their ids, and what took them back."""
        return self._told(rows_among(self._connection, tables.decisions.c.id, sorted(ids)))

    def ratings(self) -> Sequence[Rating]:
        """Give every letter that people gave a source."""
        found = self._told(rows_among(self._connection, tables.decisions.c.number, self._index.ratings))
        return [one for one in found if isinstance(one, Rating)]

    def hanging_together(self, reports: Collection[str]) -> Sequence[Decision]:
        """Give the decisions about some reports, and those about the reports that judgements of these name, and so on.

        What a judgement may contradict is among them.
        """
        waiting, seen = frozenset(reports), frozenset[str]()
        found: dict[int, Row] = {}
        while waiting:
            seen |= waiting
            new = [row for row in self._rows_about(waiting) if row["number"] not in found]
            found |= {row["number"]: row for row in new}
            judged = (reports_named(row) for row in new if row["kind"] in _JUDGED)
            waiting = frozenset[str]().union(*judged) - seen
        return self._told(found.values())

    def _rows_about(self, reports: Iterable[str]) -> list[Row]:
        known = self._index.by_report
        numbers = sorted({number for one in reports for number in known.get(one, ())})
        return rows_among(self._connection, tables.decisions.c.number, numbers)

    def _told(self, rows: Iterable[Row]) -> Sequence[Decision]:
        held = {row["number"]: row for row in rows}
        undos = sorted(self._index.undos[row["id"]] for row in held.values() if row["id"] in self._index.undos)
        held |= {row["number"]: row for row in rows_among(self._connection, tables.decisions.c.number, undos)}
        return told_by(held[number] for number in sorted(held))
