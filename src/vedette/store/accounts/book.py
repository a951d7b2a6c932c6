"""How the parts of access read and write the desk's database."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import OperationalError

from vedette.store import tables
from vedette.store.accounts.nouns import AccessEntry
from vedette.store.connection import hurrying, writing
from vedette.store.faults import explained, is_busy


class Book:
    """The database of a desk, for everything about access. Fit for several threads at a time."""

    def __init__(self, engine: Engine, *, file: Path) -> None:
        self._engine = engine
        self._file = file

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Read; whoever writes meanwhile is not waited for."""
        with explained(self._file), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Write in one transaction, which waits for other writers."""
        with explained(self._file), writing(self._engine).begin() as connection:
            yield connection

    def write_if_free(self, act: Callable[[Connection], object]) -> bool:
        """Write something small that may be left out; say whether it was done.

        A page must not wait for a long ``vedette add`` to note that somebody looked at it.
        """
        with explained(self._file):
            try:
                with hurrying(self._engine).begin() as connection:
                    act(connection)
            except OperationalError as error:
                if is_busy(error):
                    return False
                raise
        return True


def note(connection: Connection, entry: AccessEntry) -> None:
    """Add a line to the log of access, in the transaction of what it tells of."""
    connection.execute(tables.access_log.insert(), {
        "at": entry.at, "by": entry.by, "act": entry.act, "user": entry.user, "detail": entry.detail,
    })
