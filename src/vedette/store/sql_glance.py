"""What the overview asks, as queries that read few rows: see :class:`vedette.store.glance.Glance`."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, bindparam, case, func, select

from vedette.model import Event
from vedette.store.event_rows import portions
from vedette.store.glance import Mark, OutletRecord, Touched
from vedette.store.linked import last_taken
from vedette.store.outlet_reports import outlets_query
from vedette.store.tables import claims, decisions, event_claims, events, reports, situation_events

# Enough to tell how new the news on a desk is.
_NEWEST_REPORTS = 200
# Asked for most pages, so put together once.
_SOME_EVENTS = select(events.c.id, events.c.content).where(events.c.id.in_(bindparam("ids", expanding=True)))


class SqlGlance(ABC):
    """The overview's half of a view; the other half opens the connection, and reads an event from its row."""

    _event_of: Callable[[str], Event]

    @abstractmethod
    def _reading(self) -> AbstractContextManager[Connection]:
        """Open a connection that sees the desk as it is at one moment."""

    def mark(self) -> Mark:
        """Say how far the events of the desk go."""
        with self._reading() as connection:
            report, decision = last_taken(connection)
            if report:
                return Mark(report=report, decision=decision)
            newest = select(func.max(reports.c.number)), select(func.max(decisions.c.number))
            report, decision = (connection.execute(query).scalar() or 0 for query in newest)
            return Mark(report=report, decision=decision)

    def mark_at(self, moment: str) -> Mark:
        """Say how far they went at a moment (ISO 8601, UTC).

        Reports and decisions are numbered as they come in, so the place of a moment is found
        by halving: a few rows are read, whatever the desk holds.
        """
        with self._reading() as connection:
            return Mark(
                report=_last_until(connection, moment, number=reports.c.number, at=reports.c.first_seen),
                decision=_last_until(connection, moment, number=decisions.c.number, at=decisions.c.at),
            )

    def reports_since(self, mark: Mark) -> int:
        """Count the reports that came in after a mark."""
        query = select(func.count()).select_from(reports)
        if mark.report:  # all of them are counted along a short index, some of them along the long rows
            query = query.where(reports.c.number > mark.report)
        with self._reading() as connection:
            return int(connection.execute(query).scalar_one())

    def touched_since(self, mark: Mark, *, reports: int) -> tuple[Touched, ...]:
        """Give the events that the newest reports after a mark tell of, those told of last first."""
        with self._reading() as connection:
            fresh: dict[str, set[str]] = defaultdict(set)
            for row in connection.execute(_fresh_claims(mark, reports)):
                fresh[row.event].add(row.claim)
            known = frozenset(_told_before(connection, list(fresh), mark))
        return tuple(
            Touched(event=event, fresh=frozenset(told), is_new=event not in known) for event, told in fresh.items()
        )

    def activity(self, first: str, last: str) -> Mapping[str, Mapping[str, int]]:
        """Count the events of each situation on each day, from one day to another, both included."""
        held, day = situation_events, events.c.day
        query = (
            select(held.c.situation, day, func.count().label("count")).join(events, events.c.id == held.c.event)
            .where(day >= first, day <= last).group_by(held.c.situation, day)
        )
        counted: dict[str, dict[str, int]] = defaultdict(dict)
        with self._reading() as connection:
            for row in connection.execute(query):
                counted[row.situation][row.day] = row[2]
        return counted

    def events_of_ids(self, ids: Sequence[str]) -> tuple[Event, ...]:
        """Give events by their ids, in this order; ids that are not on the desk are passed over."""
        with self._reading() as connection:
            found = {
                one: content for some in portions(ids)
                for one, content in connection.execute(_SOME_EVENTS, {"ids": some})
            }
        return tuple(self._event_of(found[one]) for one in ids if one in found)

    def coming(self, day: str, *, limit: int) -> tuple[Event, ...]:
        """Give what is planned for a day or later, the soonest first."""
        query = (
            select(events.c.content).where(events.c.day >= day, events.c.stage == "planned")
            .order_by(events.c.day, events.c.moment, events.c.id).limit(limit)
        )
        with self._reading() as connection:
            return tuple(map(self._event_of, connection.execute(query).scalars()))

    def last_published(self) -> str | None:
        """Give the latest day on which one of the newest reports was published, none later than it was met."""
        newest = (
            select(reports.c.published, reports.c.first_seen).order_by(reports.c.number.desc()).limit(_NEWEST_REPORTS)
        )
        with self._reading() as connection:
            rows = connection.execute(newest).all()
        days = (published[:10] for published, first_seen in rows if published and published[:10] <= first_seen[:10])
        return max(days, default=None)

    def outlets(self) -> tuple[OutletRecord, ...]:
        """Give all outlets, those with most reports first, reports without one last."""
        with self._reading() as connection:
            rows = connection.execute(outlets_query()).mappings().all()
        return tuple(sorted(map(_outlet, rows), key=lambda one: (one.name is None, -one.reports, one.name or "")))


def _last_until(connection: Connection, moment: str, *, number: Any, at: Any) -> int:
    low, high = 0, connection.execute(select(func.max(number))).scalar() or 0
    while low < high:
        middle = (low + high + 1) // 2
        # Numbers may have gaps: the next row at or above the middle speaks for it.
        row = connection.execute(select(number, at).where(number >= middle).order_by(number).limit(1)).first()
        if row is not None and row[1] <= moment:
            low = row[0]
        else:
            high = middle - 1
    return int(low)


def _fresh_claims(mark: Mark, limit: int) -> Select[Any]:
    newest = (
        select(reports.c.number, reports.c.id).where(reports.c.number > mark.report)
        .order_by(reports.c.number.desc()).limit(limit).subquery()
    )
    return (
        select(event_claims.c.event, event_claims.c.claim)
        .join(claims, claims.c.id == event_claims.c.claim).join(newest, newest.c.id == claims.c.report)
        .order_by(newest.c.number.desc(), claims.c.ordinal, event_claims.c.event)
    )


def _told_before(connection: Connection, ids: Sequence[str], mark: Mark) -> Iterable[str]:
    """Give those of some events of which a report told up to the mark."""
    first = func.min(case((reports.c.number <= mark.report, 0), else_=1))
    for some in portions(ids):
        query = (
            select(event_claims.c.event).join(claims, claims.c.id == event_claims.c.claim)
            .join(reports, reports.c.id == claims.c.report)
            .where(event_claims.c.event.in_(some)).group_by(event_claims.c.event)
            .having(first == 0)
        )
        yield from connection.execute(query).scalars()


def _outlet(row: RowMapping) -> OutletRecord:
    return OutletRecord(
        name=row["outlet"] or None, reports=int(row["reports"]), first=row["first"], last=row["last"], days=row["days"]
    )
