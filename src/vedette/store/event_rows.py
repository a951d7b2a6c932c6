"""Events and situations into their tables, and out of them again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

from sqlalchemy import Connection, Table, select

from vedette.model import Event, Situation
from vedette.store import records, tables

_Item = TypeVar("_Item")

# Rows that go to the database in one call.
_PORTION = 500
# Tables that name an event; rows that belong to one go before it.
_OF_AN_EVENT = (
    tables.event_sources, tables.event_sums, tables.event_traces, tables.event_actors, tables.event_countries,
    tables.event_languages, tables.event_points, tables.event_claims,
)


def add_events(connection: Connection, events: Iterable[Event]) -> None:
    """Write events, with the rows by which they are found."""
    for some in portions(events):
        insert(connection, tables.events, [records.event_row(event) for event in some])
        insert(connection, tables.event_claims, [row for one in some for row in records.event_claim_rows(one)])
        insert(connection, tables.event_countries, [row for one in some for row in records.event_country_rows(one)])
        insert(connection, tables.event_actors, [row for one in some for row in records.event_actor_rows(one)])
        insert(connection, tables.event_points, [row for one in some for row in records.event_point_rows(one)])
        add_languages(connection, [one.id for one in some])


def add_languages(connection: Connection, ids: Sequence[str] | None = None) -> None:
    """Write in which languages events are told, once their claims are there; without ids, of all events."""
    reports, claims, told = tables.reports, tables.claims, tables.event_claims
    query = (
        select(reports.c.language, told.c.event).distinct()
        .join(claims, claims.c.report == reports.c.id).join(told, told.c.claim == claims.c.id)
        .where(reports.c.language.is_not(None))
    )
    chosen = query if ids is None else query.where(told.c.event.in_(ids))
    connection.execute(tables.event_languages.insert().from_select(["language", "event"], chosen))


def forget_events(connection: Connection, ids: Collection[str] | None = None) -> None:
    """Take events away; without ids all, and all situations."""
    if ids is None:
        apart = (tables.questions, tables.situation_events, tables.situations, tables.event_parts)
        for table in (*apart, *_OF_AN_EVENT, tables.events):
            connection.execute(table.delete())
        return
    for some in portions(ids):
        for table in _OF_AN_EVENT:
            connection.execute(table.delete().where(table.c.event.in_(some)))
        for column in (tables.event_parts.c.whole, tables.event_parts.c.part):
            connection.execute(tables.event_parts.delete().where(column.in_(some)))
        connection.execute(tables.events.delete().where(tables.events.c.id.in_(some)))


def put_situations(connection: Connection, situations: Iterable[Situation], *, closed: Collection[str] = ()) -> None:
    """Write situations, all of whose events are there; take away those that are closed."""
    for ids in portions(closed):
        connection.execute(tables.situation_events.delete().where(tables.situation_events.c.situation.in_(ids)))
        connection.execute(tables.situations.delete().where(tables.situations.c.id.in_(ids)))
    for some in portions(situations):
        insert(connection, tables.situations, [records.situation_row(one) for one in some])
        rows = [row for one in some for row in records.situation_event_rows(one)]
        insert(connection, tables.situation_events, rows)


def insert(connection: Connection, table: Table, rows: Sequence[records.Row]) -> None:
    """Write rows, if there are any."""
    if rows:
        connection.execute(table.insert(), rows)


def portions(items: Iterable[_Item]) -> Iterator[list[_Item]]:
    """Give items in portions that go to the database in one call."""
    remaining = iter(items)
    while some := list(islice(remaining, _PORTION)):
        yield some
