"""The events of a filter in the order of a list: earliest first, undated last.

Two queries, since undated events come last: each goes along the index that has the list's
order, so that the first page of a large desk costs what the first page of a small one does.
What an event holds is long, and is read only of those that are shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from sqlalchemy import Connection, Row, Select, Text, func, select, type_coerce

from vedette.store.book import streamed
from vedette.store.event_query import LISTED, UNDATED, conditions
from vedette.store.event_rows import portions
from vedette.store.exact_text import ESCAPE, unescape
from vedette.store.finder import Finder
from vedette.store.newest import newest_first
from vedette.store.ports import EventFilter
from vedette.store.sightings import Sighting
from vedette.store.tables import event_points, events

# So many events are in memory at a time.
_PORTION = 400
# With so many events in a list, a page is sooner filled by looking each event up in it.
_LONG = 3000


def contents(connection: Connection, filter: EventFilter, finder: Finder) -> Iterator[str]:
    """Give what the events of a filter hold, one after the other, in the order that it names."""
    if filter.limit is None and not filter.offset and not filter.newest:
        for query in in_order(select(events.c.content), filter, finder):
            for (content,) in streamed(connection, query, most=_PORTION):
                yield content
        return
    ids = list((newest_first if filter.newest else _page)(connection, filter, finder))
    for some in portions(ids):
        query = select(events.c.id, events.c.content).where(events.c.id.in_(some))
        held = {row.id: row.content for row in connection.execute(query)}
        yield from (held[one] for one in some)


def sightings(connection: Connection, filter: EventFilter, finder: Finder) -> Iterator[Sighting]:
    """Give what a map and a timeline draw of the events of a filter, in order: one for each point."""
    point = event_points.c
    # Read as they lie there: there are very many, and only a name can hold what was escaped.
    plain = (type_coerce(column, Text) for column in (
        events.c.id, events.c.type, events.c.first_day, events.c.last_day, point.lat, point.lon, point.name, point.kind
    ))
    drawn: Any = select(*plain).select_from(events.outerjoin(event_points, point.event == events.c.id))
    for query in in_order(drawn, replace(filter, newest=False), finder, point.ordinal):
        yield from map(_sighting, connection.execute(query))


def _sighting(row: Row[Any]) -> Sighting:
    read = Sighting._make(row)
    return read._replace(place=unescape(read.place)) if read.place and ESCAPE in read.place else read


def in_order(
    query: Select[Any], filter: EventFilter, finder: Finder, *more: Any, connection: Connection | None = None
) -> tuple[Select[Any], ...]:
    """Give the query for the dated events and the one for the others; with a connection, for a page of them."""
    is_long = None if connection is None else partial(_is_long, connection)
    chosen = query.where(*conditions(filter, finder, is_long=is_long))
    dated = chosen.where(events.c.day.is_not(None)).order_by(*LISTED, *more)
    if filter.since is not None or filter.until is not None:
        return (dated,)
    return dated, chosen.where(events.c.day.is_(None)).order_by(*UNDATED, *more)


def _is_long(connection: Connection, listed: Select[Any]) -> bool:
    counted = select(func.count()).select_from(listed.limit(_LONG).subquery())
    return int(connection.execute(counted).scalar_one()) == _LONG


def _page(connection: Connection, filter: EventFilter, finder: Finder) -> Iterator[str]:
    """Give the ids of one page: of the dated events, and where these end, of the others."""
    wanted, skipped = filter.limit, filter.offset
    for query in in_order(select(events.c.id), filter, finder, connection=connection):
        if wanted == 0:
            return
        found = list(connection.execute(query.limit(wanted).offset(skipped or None)).scalars())
        yield from found
        if not found and skipped:
            counted = select(func.count()).select_from(query.order_by(None).subquery())
            skipped -= int(connection.execute(counted).scalar_one())
        else:
            skipped = 0
        wanted = None if wanted is None else wanted - len(found)
