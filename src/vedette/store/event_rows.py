"""Events and situations into their tables, and out of them again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

from sqlalchemy import Connection, Table, func, select

from vedette.model import Event, Situation
from vedette.store import records, tables

_Item = TypeVar("_Item")

# Rows or values that go to the database in one call: every database takes so many.
_PORTION = 500
# Tables that name an event; rows that belong to one go before it.
_OF_AN_EVENT = (
    tables.event_sources, tables.event_sums, tables.event_traces, tables.event_actors, tables.event_countries,
    tables.event_languages, tables.event_points, tables.event_reports, tables.event_claims, tables.situation_events,
)


def add_events(connection: Connection, events: Iterable[Event]) -> None:
    """Write events, with the rows by which they are found."""
    for some in portions(events):
        insert(connection, tables.events, [records.event_row(event) for event in some])
        insert(connection, tables.event_claims, [row for one in some for row in records.event_claim_rows(one)])
        insert(connection, tables.event_countries, [row for one in some for row in records.event_country_rows(one)])
        insert(connection, tables.event_actors, [row for one in some for row in records.event_actor_rows(one)])
        insert(connection, tables.event_points, [row for one in some for row in records.event_point_rows(one)])
        ids = [one.id for one in some]
        add_languages(connection, ids)
        _add_reports(connection, ids)


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


def _add_reports(connection: Connection, ids: Sequence[str]) -> None:
    """Write which reports tell of some events, once their claims are there."""
    reports, claims, told = tables.reports, tables.claims, tables.event_claims
    telling = (
        select(reports.c.number, told.c.event).distinct()
        .join(claims, claims.c.report == reports.c.id).join(told, told.c.claim == claims.c.id)
        .where(told.c.event.in_(ids))
    )
    connection.execute(tables.event_reports.insert().from_select(["number", "event"], telling))


def forget_events(connection: Connection, ids: Collection[str] | None = None) -> None:
    """Take events away; without ids all, and all situations."""
    if ids is None:
        for table in (tables.questions, tables.event_parts, *_OF_AN_EVENT, tables.situations, tables.events):
            connection.execute(table.delete())
        return
    for some in portions(ids):
        for table in _OF_AN_EVENT:
            connection.execute(table.delete().where(table.c.event.in_(some)))
        for column in (tables.event_parts.c.whole, tables.event_parts.c.part):
            connection.execute(tables.event_parts.delete().where(column.in_(some)))
        connection.execute(tables.events.delete().where(tables.events.c.id.in_(some)))


def put_situations(
    connection: Connection, situations: Iterable[Situation], *, closed: Collection[str] = (),
    anew: Collection[str] = (),
) -> frozenset[str]:
    """Write situations, all of whose events are there; take away those that are closed.

    A place under watch may hold ten thousands of events: of them only those are written that come to it or leave it.

    Args:
        connection: In a transaction.
        situations: New or changed.
        closed: The ids of those that are no more.
        anew: Events that were forgotten and written again, so that they stand in no situation.

    Returns:
        The events of situations that have other names than before.
    """
    renamed = set[str]()
    for ids in portions(closed):
        connection.execute(tables.situation_events.delete().where(tables.situation_events.c.situation.in_(ids)))
        connection.execute(tables.situations.delete().where(tables.situations.c.id.in_(ids)))
    table, known = tables.situations, tables.situations.c
    for some in portions(situations):
        rows = connection.execute(select(known.id, known.content).where(known.id.in_([one.id for one in some])))
        before = {name: records.situation_of(content) for name, content in rows}
        insert(connection, table, [records.situation_row(one) for one in some if one.id not in before])
        for one in some:
            if one.id in before:
                row = records.situation_row(one)
                connection.execute(table.update().where(known.id == one.id).values(row))
                renamed.update(one.events if _names(one) != _names(before[one.id]) else ())
            held = before[one.id].events if one.id in before else ()
            _put_members(connection, one, standing=frozenset(held).difference(anew))
    return frozenset(renamed)


def _names(situation: Situation) -> tuple[str | None, ...]:
    return (situation.key, situation.name, *situation.names)


def _put_members(connection: Connection, situation: Situation, *, standing: frozenset[str]) -> None:
    held = tables.situation_events
    here = held.c.situation == situation.id
    for left in portions(sorted(standing.difference(situation.events))):
        connection.execute(held.delete().where(here, held.c.event.in_(left)))
    # The number only tells rows apart: in which order its events are, the situation itself says.
    last = connection.execute(select(func.max(held.c.ordinal)).where(here)).scalar() or 0
    new = (event for event in situation.events if event not in standing)
    insert(connection, held, [
        {"situation": situation.id, "ordinal": number, "event": event} for number, event in enumerate(new, last + 1)
    ])


def insert(connection: Connection, table: Table, rows: Sequence[records.Row]) -> None:
    """Write rows, if there are any."""
    if rows:
        connection.execute(table.insert(), rows)


def portions(items: Iterable[_Item]) -> Iterator[list[_Item]]:
    """Give rows to be written, or values to be asked by, in portions that every database takes in one call."""
    remaining = iter(items)
    while some := list(islice(remaining, _PORTION)):
        yield some
