"""The events of a filter in the order in which the desk met them, those of which the last report tells first.

Reports are numbered as they come in. So the newest events are found from the last report backwards, a portion
at a time: whoever asks for a few of a large desk makes it look at a few reports, not at every event.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Select, func, select

from vedette.store.event_query import ORDER, conditions
from vedette.store.finder import Finder
from vedette.store.ports import EventFilter
from vedette.store.tables import claims, event_claims, events, reports

# So many reports are looked at first, and each time so many times more: rare events are found in a few rounds.
_REPORTS, _MORE = 200, 8
# More rows than any desk holds.
_MOST = 2**62


def newest_first(connection: Connection, filter: EventFilter, finder: Finder) -> Iterator[str]:
    """Give the ids of one page of the events of a filter."""
    end = None if filter.limit is None else filter.offset + filter.limit
    return islice(_all(connection, filter, finder), filter.offset, end)


def _all(connection: Connection, filter: EventFilter, finder: Finder) -> Iterator[str]:
    upto, size = connection.execute(select(func.max(reports.c.number))).scalar() or 0, _REPORTS
    seen: set[str] = set()
    while upto > 0:
        for event in connection.execute(_told_of(upto - size, upto, filter, finder)).scalars().all():
            if event not in seen:  # else a later report tells of it, too
                seen.add(event)
                yield event
        upto, size = upto - size, size * _MORE


def _told_of(after: int, upto: int, filter: EventFilter, finder: Finder) -> Select[Any]:
    """Give the query for the events that the reports of a portion tell of, the last report's first."""
    portion = (
        select(reports.c.id, reports.c.number).where(reports.c.number > after, reports.c.number <= upto)
        .limit(upto - after).subquery()  # no limit at all, but so SQLite begins with these, and not with every event
    )
    told = (
        select(event_claims.c.event, portion.c.number)
        .join(claims, claims.c.id == event_claims.c.claim).join(portion, portion.c.id == claims.c.report)
        .limit(_MOST).subquery()  # as above: else grouping would begin with every event
    )
    last = select(told.c.event, func.max(told.c.number).label("number")).group_by(told.c.event).subquery()
    query = select(events.c.id).join(last, last.c.event == events.c.id).where(*conditions(filter, finder))
    return query.order_by(last.c.number.desc(), *ORDER)
