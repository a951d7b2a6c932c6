"""How far users have seen the desk: kept with the desk, so that it holds on whatever they look with."""

from __future__ import annotations

from sqlalchemy import Connection, select, update

from vedette.store import tables
from vedette.store.accounts.users import row_of
from vedette.store.book import Book

_T = tables.looks.c

Kept = tuple[str, str]
"""What counts as seen, and what was there at the last look; in the words of whoever shows it, empty where nothing."""


class Looks:
    """The looks of all users."""

    def __init__(self, book: Book) -> None:
        self._book = book

    def of(self, name: str) -> Kept | None:
        """Give what a user has seen, ``None`` where nothing was noted. Raises UnknownAccount."""
        with self._book.reading() as connection:
            number = row_of(connection, name)["number"]
            row = connection.execute(select(_T.since, _T.last).where(_T.user == number)).first()
        return None if row is None else (row.since, row.last)

    def note(self, name: str, looks: Kept) -> None:
        """Note what a user says to have seen; who writes meanwhile is waited for. Raises UnknownAccount."""
        with self._book.writing() as connection:
            _put(connection, name, looks)

    def note_if_free(self, name: str, looks: Kept) -> bool:
        """Note that a user looked, where it is not noted so already, and if nobody else is writing just now."""
        return self.of(name) == looks or self._book.write_if_free(lambda connection: _put(connection, name, looks))


def _put(connection: Connection, name: str, looks: Kept) -> None:
    number, values = row_of(connection, name)["number"], {"since": looks[0], "last": looks[1]}
    if not connection.execute(update(tables.looks).where(_T.user == number).values(values)).rowcount:
        connection.execute(tables.looks.insert(), {"user": number, **values})
