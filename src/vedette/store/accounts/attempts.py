"""How often somebody tried to log in and could not; kept, so that a restart lets nobody try anew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection, delete, select, update

from vedette.store import tables
from vedette.store.book import Book

_T = tables.login_attempts.c


@dataclass(frozen=True, slots=True, kw_only=True)
class Failures:
    """How many failures are counted under a key, and the moment of the last one; empty where there is none."""

    count: int = 0
    last: str = ""


Weigh = Callable[[str, Failures], tuple[int, int]]
"""Says of the failures under a key how many count still, and how many seconds the next attempt has to wait."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One attempt to log in: the seconds to ``wait`` where it is not looked at, else the failures of before."""

    name: str
    address: str
    wait: int
    before: Failures = Failures()
    counted: Failures = Failures()


class Attempts:
    """Failures by key: the hash of a name or of an address, so that a mistyped password is kept nowhere."""

    def __init__(self, book: Book) -> None:
        self._book = book

    def take(self, *, name: str, address: str, at: str, weigh: Weigh, forget_before: str) -> Attempt:
        """Count an attempt as failed beforehand, unless its name or its address has to wait.

        Counted before anything is known about it, so that many at once are no way round the wait.
        """
        with self._book.writing() as connection:
            connection.execute(delete(tables.login_attempts).where(_T.last < forget_before))
            held = {key: _held(connection, key) for key in (name, address)}
            weighed = {key: weigh(key, failures) for key, failures in held.items()}
            wait = max(seconds for _, seconds in weighed.values())
            if wait > 0:
                return Attempt(name=name, address=address, wait=wait)
            now = {key: Failures(count=left + 1, last=at) for key, (left, _) in weighed.items()}
            for key, failures in now.items():
                _put(connection, key, failures)
            return Attempt(name=name, address=address, wait=0, before=held[address], counted=now[address])

    def succeeded(self, attempt: Attempt) -> None:
        """Forget the failures of the name; of the address, take back that this attempt was counted, and nothing else.

        Who has a user of their own could else wash an address clean of the attempts on other names; and
        an address from which people log in all day long would never be seen to have failed long ago.
        """
        with self._book.writing() as connection:
            connection.execute(delete(tables.login_attempts).where(_T.key == attempt.name))
            if _held(connection, attempt.address) == attempt.counted:
                _put(connection, attempt.address, attempt.before)
            else:  # others failed meanwhile: what they changed stays
                less = update(tables.login_attempts).where(_T.key == attempt.address)
                connection.execute(less.values(failures=_T.failures - 1))


def _held(connection: Connection, key: str) -> Failures:
    row = connection.execute(select(_T.failures, _T.last).where(_T.key == key)).first()
    return Failures() if row is None else Failures(count=row[0], last=row[1])


def _put(connection: Connection, key: str, failures: Failures) -> None:
    """Write a count, in words that every database understands."""
    values = {"failures": failures.count, "last": failures.last}
    if not connection.execute(update(tables.login_attempts).where(_T.key == key).values(values)).rowcount:
        connection.execute(tables.login_attempts.insert(), {"key": key, **values})
