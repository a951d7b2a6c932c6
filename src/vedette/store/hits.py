"""What a search has found: the reports that fit best, a portion after the other, each with its events.

On a desk of a million reports half of them may hold a common word. To rank all of these takes longer than anybody
waits, and of the best among so many the new ones are wanted. So the newest of them are ranked, as many as a database
ranks in good time; behind the last of these come the next. What fits a search that says more is one portion.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import Connection, bindparam, select

from vedette.store import records, tables
from vedette.store.asked import ListPlace
from vedette.store.event_query import ORDER
from vedette.store.event_rows import portions
from vedette.store.finder import NO_END, Finder, Stretch, Term
from vedette.store.ports import SearchHit
from vedette.store.snippets import snippet

# Asked for every search, so put together once.
_REPORTS = select(tables.reports).where(tables.reports.c.number.in_(bindparam("numbers", expanding=True)))
_TOLD = (
    select(tables.claims.c.report, tables.events.c.id)
    .join(tables.event_claims, tables.event_claims.c.claim == tables.claims.c.id)
    .join(tables.events, tables.events.c.id == tables.event_claims.c.event)
    .where(tables.claims.c.report.in_(bindparam("ids", expanding=True))).order_by(*ORDER)
)


@dataclass(frozen=True, slots=True)
class Fit:
    """A report that was found, by its number, and among which it was ranked."""

    number: int
    stretch: Stretch

    @property
    def place(self) -> ListPlace:
        """Where it stands in the list."""
        return (self.stretch.first, self.stretch.end, self.number)

    @classmethod
    def at(cls, place: ListPlace) -> Fit:
        """Give what stands at a place."""
        first, end, number = (int(part or 0) for part in place)
        return cls(number, Stretch(first, end))


def best_fits(
    connection: Connection, finder: Finder, wanted: Sequence[Term], *, limit: int, after: ListPlace | None = None
) -> list[Fit]:
    """Give the reports in which every term is found from a place on, those of the newest portion first."""
    return list(islice(_fits(connection, finder, wanted, limit, None if after is None else Fit.at(after)), limit))


def hits_of(connection: Connection, fits: Sequence[Fit], wanted: Sequence[Term]) -> tuple[SearchHit, ...]:
    """Give the reports that fit, each with the words around the match and the events that it tells of."""
    rows = {
        row["number"]: row for some in portions(fit.number for fit in fits)
        for row in connection.execute(_REPORTS, {"numbers": some}).mappings()
    }
    found = [records.report_of(rows[fit.number]) for fit in fits]
    told = _events_of(connection, [report.id for report in found])
    return tuple(
        SearchHit(report=one, snippet=snippet(one.title, one.text, wanted), events=tuple(told[one.id])) for one in found
    )


def _events_of(connection: Connection, reports: Sequence[str]) -> Mapping[str, Iterable[str]]:
    """Give the events of each report as lists of events are ordered; several of its claims may be of one."""
    told: dict[str, dict[str, None]] = defaultdict(dict)
    for some in portions(reports):
        for report, event in connection.execute(_TOLD, {"ids": some}):
            told[report][event] = None
    return told


def _fits(
    connection: Connection, finder: Finder, wanted: Sequence[Term], limit: int, after: Fit | None
) -> Iterator[Fit]:
    """Give what fits, of each portion no more than is asked for in all."""

    def behind(end: int) -> Stretch:
        return Stretch(finder.oldest(connection, wanted, below=end), end)

    stretch, last = (behind(NO_END), None) if after is None else (after.stretch, after.number)
    while True:
        for number in finder.best(connection, wanted, stretch, limit=limit, after=last):
            yield Fit(number, stretch)
        if stretch.first <= 0:
            return
        stretch, last = behind(stretch.first), None
