"""Who is logged in. A session is found by the hash of its key, which only the browser has."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import delete, func, select, update

from vedette.store import tables
from vedette.store.accounts.log import note
from vedette.store.accounts.nouns import AccessEntry, Session
from vedette.store.accounts.users import end_all, row_of, user_of
from vedette.store.book import Book

_T = tables.sessions.c


class Sessions:
    """The sessions of all users. How long one holds is not decided here."""

    def __init__(self, book: Book) -> None:
        self._book = book

    def begin(self, digest: str, name: str, *, password: str | None, at: str, replacing: str | None = None) -> bool:
        """Log a user in, and end the session that the browser had before.

        Args:
            digest: The hash of the new key.
            name: The user.
            password: The hash that the password was held against.
            at: The moment.
            replacing: The hash of the key that the browser came with.

        Returns:
            Whether it began: not where the user was disabled or got another password meanwhile.
        """
        with self._book.writing() as connection:
            row = row_of(connection, name)
            if row["disabled"] is not None or row["password"] != password:
                return False
            if replacing is not None:
                connection.execute(delete(tables.sessions).where(_T.digest == replacing))
            new = {"digest": digest, "user": row["number"], "created": at, "seen": at}
            connection.execute(tables.sessions.insert(), new)
            return True

    def find(self, digest: str) -> Session | None:
        """Give the session of a key's hash, whatever its age."""
        session = (_T.created.label("session_created"), _T.seen.label("session_seen"))
        query = select(tables.users, *session).join(tables.sessions).where(_T.digest == digest)
        with self._book.reading() as connection:
            row = connection.execute(query).mappings().first()
        if row is None:
            return None
        return Session(user=user_of(row), created=row["session_created"], seen=row["session_seen"])

    def touch(self, digest: str, *, at: str) -> bool:
        """Note that a session was used, if nobody else is writing just now."""
        query = update(tables.sessions).where(_T.digest == digest).values(seen=at)
        return self._book.write_if_free(lambda connection: connection.execute(query))

    def end(self, digest: str) -> None:
        """Log out; a key that opens nothing is none."""
        with self._book.writing() as connection:
            connection.execute(delete(tables.sessions).where(_T.digest == digest))

    def end_of(self, name: str, *, by: str, at: str) -> int:
        """Log a user out everywhere and say how many sessions ended. Raises UnknownAccount."""
        with self._book.writing() as connection:
            row = row_of(connection, name)
            ended = end_all(connection, row["number"])
            entry = AccessEntry(at=at, by=by, act="end sessions", user=row["name"], detail=str(ended))
            note(connection, entry)
            return ended

    def forget(self, *, seen_before: str, created_before: str) -> None:
        """Take away the sessions that hold no longer."""
        over = (_T.seen < seen_before) | (_T.created < created_before)
        with self._book.writing() as connection:
            connection.execute(delete(tables.sessions).where(over))

    def counts(self, *, seen_since: str, created_since: str) -> Mapping[str, int]:
        """Count, for every user who has any, the sessions that hold."""
        holds = (_T.seen >= seen_since) & (_T.created >= created_since)
        name = tables.users.c.name
        query = select(name, func.count()).join(tables.sessions).where(holds).group_by(name)
        with self._book.reading() as connection:
            return {row[0]: row[1] for row in connection.execute(query)}
