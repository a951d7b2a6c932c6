"""A desk into another database, row by row: from a file onto a server, from a server into a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing
from itertools import islice
from typing import Any

from sqlalchemy import Column, Connection, Table, func, select, update

from vedette.errors import StoreError, UsageError
from vedette.store.address import database_at
from vedette.store.book import Book, open_book, streamed
from vedette.store.event_rows import portions
from vedette.store.tables import metadata, reports

# Reports whose words are taken into the index in one call.
_INDEXED = 200


def copy_desk(source: str, target: str) -> Mapping[str, int]:
    """Copy everything of a desk into one that is empty or not there yet; who writes the first meanwhile is not held up.

    Every row of every table: reports, claims, events, decisions, what is watched, alerts, users with their sessions and
    tokens; all or nothing. The indexes of words are made anew. Pages as received stay in their archive, and the jobs
    of workers in their own list.

    Args:
        source: The address of a desk.
        target: The address of the copy.

    Returns:
        How many rows were copied, by table.

    Raises:
        StoreError: There is no desk at the one address, a filled one at the other, or one of them cannot be used.
        UsageError: Both addresses are the same.
    """
    origin, place = database_at(source), database_at(target)
    if origin.place == place.place:
        raise UsageError(f"{place.place} cannot be copied onto itself. Name another address.")
    with closing(open_book(origin, read_only=True)) as held, closing(open_book(place, read_only=False)) as new:
        return _copy(held, new)


def is_empty(connection: Connection) -> bool:
    """Say whether there is not one row on a desk."""
    return all(connection.execute(select(table).limit(1)).first() is None for table in metadata.sorted_tables)


def _copy(held: Book, new: Book) -> Mapping[str, int]:
    with held.reading() as reads, new.writing() as writes:
        if not is_empty(writes):
            raise StoreError(
                f"There is a desk with content at {new.database.place}. Nothing was changed; name an address where "
                "there is none."
            )
        copied = {table.name: _copy_rows(reads, writes, table) for table in metadata.sorted_tables}
        ids = _each(reads, select(reports.c.id).order_by(reports.c.number))
        while some := [row["id"] for row in islice(ids, _INDEXED)]:
            new.finder.index(writes, some)
        new.database.settle(writes)
        _require_all(writes, copied)
    return copied


def _copy_rows(reads: Connection, writes: Connection, table: Table) -> int:
    """Copy a table; what names another row of the same one is written once that row is there."""
    loose = [column for column in table.columns if any(key.column.table is table for key in column.foreign_keys)]
    none = {column.name: None for column in loose}
    keys, copied = list(table.primary_key.columns), 0
    for some in portions(_each(reads, select(table).order_by(*keys))):
        writes.execute(table.insert(), [row | none for row in some])
        copied += len(some)
    for column in loose:
        _tie(reads, writes, column, keys[0])
    return copied


def _tie(reads: Connection, writes: Connection, column: Column[Any], key: Column[Any]) -> None:
    for row in _each(reads, select(key, column).where(column.is_not(None))):
        writes.execute(update(column.table).where(key == row[key.name]).values({column: row[column.name]}))


def _each(connection: Connection, query: Any) -> Iterator[dict[str, Any]]:
    for row in streamed(connection, query, most=_INDEXED):
        yield dict(row._mapping)


def _require_all(connection: Connection, copied: Mapping[str, int]) -> None:
    for table in metadata.sorted_tables:
        there = connection.execute(select(func.count()).select_from(table)).scalar_one()
        if there != copied[table.name]:
            raise StoreError(f"Of {copied[table.name]} rows of '{table.name}' {there} arrived. Nothing was kept.")
