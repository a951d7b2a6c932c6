"""Lists by the part: whoever asks for the next part says where the last one ended.

A place in a list is what the list is ordered by, not a number of items to skip. So nothing is
shown twice or left out when somebody adds to the desk between two parts, and the last part of
a long list costs no more than the first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, and_, false, func, or_, select

from vedette.store.asked import ClaimFilter, DecisionFilter, ListPlace, ReportFilter
from vedette.store.decisions import decided
from vedette.store.event_list import in_order
from vedette.store.event_query import LISTED, count_query
from vedette.store.finder import Finder, terms
from vedette.store.ports import EventFilter
from vedette.store.tables import claims, decisions, event_claims, events, reports, situations

Item = TypeVar("Item")
Condition = ColumnElement[bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """Rows of a list from a place on, each with its own place; ``more`` says that others follow."""

    rows: tuple[RowMapping, ...]
    places: tuple[ListPlace, ...]
    total: int
    more: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing(Generic[Item]):
    """A list in the database: its rows, how many there are, and the columns that order it."""

    query: Select[Any]
    total: Select[Any]
    order: tuple[ColumnElement[Any], ...]

    def part(self, connection: Connection, *, after: ListPlace | None, limit: int) -> Rows:
        """Give the rows that follow a place; from the beginning without one."""
        chosen = self.query.where(beyond(self.order, after)) if after else self.query
        rows = connection.execute(chosen.order_by(*self.order).limit(limit + 1)).mappings().all()
        shown = tuple(rows[:limit])
        return Rows(
            rows=shown, places=tuple(_place(row, self.order) for row in shown), more=len(rows) > limit,
            total=int(connection.execute(self.total).scalar_one()),
        )


def beyond(order: Sequence[ColumnElement[Any]], place: ListPlace) -> Condition:
    """What comes after a place: the first column decides, between equals the next one."""
    column, value = order[0], place[0]
    if len(order) == 1:
        return column > value
    # That the first column is not smaller says nothing new, but lets an index be entered there.
    return and_(column >= value, or_(column > value, beyond(order[1:], place[1:])))


def events_part(
    connection: Connection, filter: EventFilter, finder: Finder, *, after: ListPlace | None, limit: int,
    total: int | None,
) -> Rows:
    """Give events from a place on: earliest first, undated last; they are counted unless their number is known.

    First where they stand, along the index that has the order of the list, then what is shown of them.
    """
    placed = list(_event_places(connection, filter, finder, after=after, wanted=limit + 1))
    places = tuple(placed[:limit])
    query = select(events.c.id, events.c.content).where(events.c.id.in_([place[-1] for place in places]))
    held = {row["id"]: row for row in connection.execute(query).mappings()}
    return Rows(
        rows=tuple(held[place[-1]] for place in places), places=places, more=len(placed) > limit,
        total=int(connection.execute(count_query(filter, finder)).scalar_one()) if total is None else total,
    )


def _event_places(
    connection: Connection, filter: EventFilter, finder: Finder, *, after: ListPlace | None, wanted: int
) -> Iterator[ListPlace]:
    """Give the places of events that follow a place: of the dated ones, and where these end, of the others."""
    columns = select(events.c.day, events.c.moment, events.c.id)
    dated, *others = in_order(columns, filter, finder, connection=connection)
    if after is None:
        queries = [dated, *others]
    elif after[0] is None:
        queries = [query.where(events.c.id > after[-1]) for query in others]
    else:
        queries = [dated.where(beyond(LISTED, after)), *others]
    for query in queries:
        found = connection.execute(query.limit(wanted)).all() if wanted else ()
        wanted -= len(found)
        yield from map(tuple, found)


def reports_listing(filter: ReportFilter, finder: Finder) -> Listing[Any]:
    """Reports in the order in which the desk met them."""
    conditions = _of_reports(filter, finder)
    return Listing(
        query=select(reports).where(*conditions), order=(reports.c.number,),
        total=select(func.count()).select_from(reports).where(*conditions),
    )


def claims_listing(filter: ClaimFilter) -> Listing[Any]:
    """Claims in the order in which the desk met their reports, and of the text."""
    conditions = _of_claims(filter)
    joined = claims.join(reports, reports.c.id == claims.c.report)
    order = (reports.c.number, claims.c.ordinal)
    counted = claims if filter.outlet is None else joined
    return Listing(
        query=select(claims.c.content, *order).select_from(joined).where(*conditions), order=order,
        total=select(func.count()).select_from(counted).where(*conditions),
    )


def situations_listing() -> Listing[Any]:
    """Situations by name."""
    return Listing(
        query=select(situations), order=(situations.c.name, situations.c.id),
        total=select(func.count()).select_from(situations),
    )


def decisions_listing(filter: DecisionFilter) -> Listing[Any]:
    """Decisions in the order of the log."""
    conditions = tuple(decided(filter))
    return Listing(
        query=select(decisions).where(*conditions), order=(decisions.c.number,),
        total=select(func.count()).select_from(decisions).where(*conditions),
    )


def _of_reports(filter: ReportFilter, finder: Finder) -> tuple[Condition, ...]:
    exact = ((reports.c.outlet, filter.outlet), (reports.c.language, filter.language))
    found = [column == wanted for column, wanted in exact if wanted is not None]
    if filter.since is not None:
        found.append(reports.c.published >= filter.since)
    if filter.until is not None:  # a moment of that day is written behind the day
        found.append(func.substr(reports.c.published, 1, 10) <= filter.until)
    if filter.text is not None:
        wanted = terms(filter.text)
        found.append(reports.c.number.in_(finder.numbers(wanted)) if wanted else false())
    return tuple(found)


def _of_claims(filter: ClaimFilter) -> tuple[Condition, ...]:
    exact = (
        (claims.c.type, filter.type), (claims.c.stage, filter.stage), (claims.c.factuality, filter.factuality),
        (claims.c.report, filter.report), (reports.c.outlet, filter.outlet),
    )
    found = [column == str(wanted) for column, wanted in exact if wanted is not None]
    if filter.event is not None:
        found.append(claims.c.id.in_(select(event_claims.c.claim).where(event_claims.c.event == filter.event)))
    return tuple(found)


def _place(row: RowMapping, order: Sequence[ColumnElement[Any]]) -> ListPlace:
    return tuple(row[column.name] for column in order)

