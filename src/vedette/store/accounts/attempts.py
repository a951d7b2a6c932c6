"""How often somebody tried to log in and could not; kept, so that a restart lets nobody try anew."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy import Connection, delete, select, update

from vedette.store import tables
from vedette.store.accounts.book import Book

_T = tables.login_attempts.c

Wait = Callable[[str, int, str], int]
"""Says for a key, its failures and the moment of the last one how many seconds it has to wait still."""


class Attempts:
    """Failures by key: the hash of a name or of an address, so that a mistyped password is kept nowhere."""

    def __init__(self, book: Book) -> None:
        self._book = book

    def take(self, keys: Sequence[str], *, at: str, wait: Wait, forget_before: str) -> int:
        """Count an attempt as failed beforehand, unless one of its keys has to wait.

        Counted before anything is known about it, so that many at once are no way round the wait.

        Returns:
            The seconds to wait; 0 where the attempt may go on.
        """
        with self._book.writing() as connection:
            connection.execute(delete(tables.login_attempts).where(_T.last < forget_before))
            held = {key: _held(connection, key) for key in keys}
            waits = [wait(key, failures, last) for key, (failures, last) in held.items() if failures]
            longest = max(waits, default=0)
            if longest <= 0:
                for key, (failures, _) in held.items():
                    _put(connection, key, failures + 1, at)
            return max(longest, 0)

    def succeeded(self, *, clear: str, give_back: str) -> None:
        """Forget the failures of one key, and take the attempt that was counted beforehand back from another.

        Who has a user of their own could else wash an address clean of the attempts on other names.
        """
        with self._book.writing() as connection:
            connection.execute(delete(tables.login_attempts).where(_T.key == clear))
            less = update(tables.login_attempts).where(_T.key == give_back).values(failures=_T.failures - 1)
            connection.execute(less)


def _held(connection: Connection, key: str) -> tuple[int, str]:
    row = connection.execute(select(_T.failures, _T.last).where(_T.key == key)).first()
    return (0, "") if row is None else (row[0], row[1])


def _put(connection: Connection, key: str, failures: int, at: str) -> None:
    """Write a count, in words that every database understands."""
    changed = connection.execute(update(tables.login_attempts).where(_T.key == key).values(failures=failures, last=at))
    if not changed.rowcount:
        connection.execute(tables.login_attempts.insert(), {"key": key, "failures": failures, "last": at})
