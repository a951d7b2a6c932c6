"""Who may do what on a desk: its users, their sessions and tokens, what they have seen, and a log of every change.

The front door is :class:`Accounts`, which an open store gives as ``store.accounts``. What is
secret never comes here: passwords and keys are hashed before (``vedette.access``).
"""

from __future__ import annotations

from sqlalchemy import select

from vedette.store import tables
from vedette.store.accounts.attempts import Attempt, Attempts, Failures
from vedette.store.accounts.looks import Looks
from vedette.store.accounts.nouns import (
    AccessEntry,
    ApiToken,
    Role,
    Session,
    User,
    checked_name,
    name_key,
)
from vedette.store.accounts.sessions import Sessions
from vedette.store.accounts.tokens import Tokens
from vedette.store.accounts.users import Users
from vedette.store.book import Book

__all__ = [
    "AccessEntry", "Accounts", "ApiToken", "Attempt", "Attempts", "Failures", "Looks", "Role", "Session", "Sessions",
    "Tokens", "User", "Users", "checked_name", "name_key",
]


class Accounts:
    """Everything that a desk keeps about who may do what on it."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self.users = Users(self._book)
        self.sessions = Sessions(self._book)
        self.tokens = Tokens(self._book)
        self.attempts = Attempts(self._book)
        self.looks = Looks(self._book)

    def log(self, *, newest: int | None = None) -> tuple[AccessEntry, ...]:
        """Give every change of users and tokens, oldest first, or so many of the newest.

        The database refuses to change or shorten it.
        """
        entries = tables.access_log
        names = [entries.c[name] for name in ("at", "by", "act", "user", "detail")]
        query = select(*names).order_by(entries.c.number.desc()).limit(newest)
        with self._book.reading() as connection:
            rows = connection.execute(query).mappings().all()
        return tuple(AccessEntry(**row) for row in reversed(rows))
