"""Lists of a desk by the part, beside what :class:`vedette.store.sql_view.SqlView` reads."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import RowMapping, func, select

from vedette.model import Claim, Decision, Event, Report, Situation
from vedette.store import records
from vedette.store.asked import ClaimFilter, DecisionFilter, ListPlace, Part, ReportFilter
from vedette.store.decisions import told
from vedette.store.finder import terms
from vedette.store.hits import best_fits, hits_of
from vedette.store.listing import (
    Rows,
    claims_listing,
    decisions_listing,
    events_part,
    reports_listing,
    situations_listing,
)
from vedette.store.ports import EventFilter, SearchHit
from vedette.store.sql_view import SqlView

Item = TypeVar("Item")


class SqlLists(SqlView):
    """Gives each list from a place on: see :class:`vedette.store.ports.View`."""

    def list_events(
        self, filter: EventFilter, *, after: ListPlace | None = None, limit: int = 50, total: int | None = None
    ) -> Part[Event]:
        """Give the events that follow a place, earliest first, undated last."""
        with self._reading() as connection:
            found = events_part(connection, filter, self._book.finder, after=after, limit=limit, total=total)
        return _part(found, lambda row: self._event_of(row["content"]))

    def list_reports(self, filter: ReportFilter, *, after: ListPlace | None = None, limit: int = 50) -> Part[Report]:
        """Give the reports that follow a place, in the order in which the desk met them."""
        with self._reading() as connection:
            found = reports_listing(filter, self._book.finder).part(connection, after=after, limit=limit)
        return _part(found, records.report_of)

    def list_claims(self, filter: ClaimFilter, *, after: ListPlace | None = None, limit: int = 50) -> Part[Claim]:
        """Give the claims that follow a place, in the order in which the desk met their reports, and of the text."""
        with self._reading() as connection:
            found = claims_listing(filter).part(connection, after=after, limit=limit)
        return _part(found, lambda row: records.claim_of(row["content"]))

    def list_situations(self, *, after: ListPlace | None = None, limit: int = 50) -> Part[Situation]:
        """Give the situations that follow a place, by name."""
        with self._reading() as connection:
            found = situations_listing().part(connection, after=after, limit=limit)
        return _part(found, lambda row: records.situation_of(row["content"]))

    def list_decisions(
        self, filter: DecisionFilter, *, after: ListPlace | None = None, limit: int = 50
    ) -> Part[Decision]:
        """Give the decisions that follow a place, in the order of the log."""
        with self._reading() as connection:
            found = decisions_listing(filter).part(connection, after=after, limit=limit)
            made = {one.id: one for one in told(connection, found.rows)}
        return _part(found, lambda row: made[row["id"]])

    def list_hits(self, words: str, *, after: ListPlace | None = None, limit: int = 20) -> Part[SearchHit]:
        """Find reports by words, best first, from a place on: see :mod:`vedette.store.hits`."""
        wanted = terms(words)
        if not wanted:
            return Part(items=(), total=0)
        counted = select(func.count()).select_from(self._book.finder.numbers(wanted).subquery())
        with self._reading() as connection:
            best = best_fits(connection, self._book.finder, wanted, limit=limit + 1, after=after)
            shown = best[:limit]
            hits = hits_of(connection, shown, wanted)
            total = int(connection.execute(counted).scalar_one())
        return Part(items=hits, total=total, end=shown[-1].place if shown else None, more=len(best) > limit)


def _part(found: Rows, of: Callable[[RowMapping], Item]) -> Part[Item]:
    return Part(
        items=tuple(of(row) for row in found.rows), total=found.total, more=found.more,
        end=found.places[-1] if found.places else None,
    )
