"""How every part of a desk reads and writes its database."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, Row, Select
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from vedette.errors import StoreError
from vedette.store.database import Database
from vedette.store.finder import Finder


class Book:
    """The database of an open desk. Fit for several threads at a time."""

    def __init__(self, database: Database, engine: Engine) -> None:
        self.database = database
        self.engine = engine
        self._reads = database.reading(engine)

    @property
    def finder(self) -> Finder:
        """What its indexes find."""
        return self.database.finder

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Read the desk as it is at one moment; whoever writes meanwhile is not waited for."""
        with explained(self.database), self._reads.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Write in one transaction, which waits for other writers."""
        with explained(self.database), self.database.writing(self.engine, patient=True).begin() as connection:
            yield connection

    def write_if_free(self, act: Callable[[Connection], object]) -> bool:
        """Write something small that may be left out; say whether it was done.

        A page must not wait for a long ``vedette add`` to note that somebody looked at it.
        """
        with explained(self.database):
            try:
                with self.database.writing(self.engine, patient=False).begin() as connection:
                    act(connection)
            except DBAPIError as error:
                if self.database.is_busy(error):
                    return False
                raise
        return True

    def close(self) -> None:
        """Let go of the database. A book may be closed twice."""
        self.engine.dispose()


def streamed(
    connection: Connection, query: Select[Any], values: Mapping[str, Any] | None = None, *, most: int
) -> Iterator[Row[Any]]:
    """Give rows one after the other, so many in memory at a time; who stops in between leaves nothing open."""
    with connection.execute(query, values, execution_options={"yield_per": most}) as result:
        yield from result


def open_book(database: Database, *, read_only: bool) -> Book:
    """Open a desk; to write, make it where there is none, and bring an older one up to date. Raises StoreError."""
    with explained(database):
        return Book(database, database.open(read_only=read_only))


@contextmanager
def explained(database: Database) -> Iterator[None]:
    """Turn an error of a database into a :class:`StoreError` that says where and what to do."""
    try:
        yield
    except DBAPIError as error:
        raise StoreError(database.sentence(error.orig or error)) from error
    except SQLAlchemyError as error:
        raise StoreError(database.sentence(error)) from error
