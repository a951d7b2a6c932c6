"""Who may use the desk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, delete, select, update

from vedette.errors import AccessError, UnknownAccount
from vedette.store import tables
from vedette.store.accounts.log import note
from vedette.store.accounts.nouns import AccessEntry, Role, User, checked_name, name_key
from vedette.store.book import Book

_T = tables.users.c


class Users:
    """The users of a desk. Every change is a transaction with a line in the log: ``by`` whom, ``at`` which moment."""

    def __init__(self, book: Book) -> None:
        self._book = book

    def all(self) -> tuple[User, ...]:
        """Give every user by name, disabled ones too."""
        with self._book.reading() as connection:
            rows = connection.execute(select(tables.users).order_by(_T.key)).mappings()
            return tuple(map(user_of, rows))

    def named(self, name: str) -> User:
        """Give the user of a name. Raises UnknownAccount."""
        with self._book.reading() as connection:
            return user_of(row_of(connection, name))

    def credential(self, name: str) -> tuple[User, str | None] | None:
        """Give a user with the hash of the password, or ``None`` where nobody has this name."""
        with self._book.reading() as connection:
            row = connection.execute(select(tables.users).where(_T.key == name_key(name))).mappings().first()
        return None if row is None else (user_of(row), row["password"])

    def has_admin(self) -> bool:
        """Say whether there is an admin who can log in."""
        with self._book.reading() as connection:
            return _has_admin(connection)

    def add(self, name: str, role: Role, *, password: str | None, by: str, at: str) -> User:
        """Add a user with the hash of a password, or without one.

        Raises:
            AccessError: The name is taken, also by a disabled user, or cannot be one.
        """
        kept = checked_name(name)
        with self._book.writing() as connection:
            held = connection.execute(select(_T.name).where(_T.key == name_key(kept))).scalar()
            if held is not None:
                raise AccessError(f"There is a user '{held}' already. Names stay with whoever had them first.")
            connection.execute(tables.users.insert(), {
                "key": name_key(kept), "name": kept, "role": str(role), "password": password, "created": at,
            })
            note(connection, AccessEntry(at=at, by=by, act="add", user=kept, detail=str(role)))
            return user_of(row_of(connection, kept))

    def set_role(self, name: str, role: Role, *, by: str, at: str) -> User:
        """Give a user another role; it holds from the next request on.

        Raises:
            UnknownAccount: Nobody has this name.
            AccessError: Nobody would be left who can manage the users.
        """
        return self._change(name, {"role": str(role)}, AccessEntry(at=at, by=by, act="role", user="", detail=str(role)))

    def disable(self, name: str, *, by: str, at: str) -> User:
        """Shut a user out at once: sessions end, tokens are revoked.

        Raises:
            UnknownAccount: Nobody has this name.
            AccessError: Nobody would be left who can manage the users.
        """
        return self._change(name, {"disabled": at}, AccessEntry(at=at, by=by, act="disable", user=""), shut_out=True)

    def enable(self, name: str, *, by: str, at: str) -> User:
        """Let a user in again; revoked tokens stay revoked. Raises UnknownAccount."""
        return self._change(name, {"disabled": None}, AccessEntry(at=at, by=by, act="enable", user=""))

    def set_password(self, name: str, password: str, *, by: str, at: str, instead_of: str | None = None) -> bool:
        """Keep the hash of a new password; all sessions of the user end.

        Args:
            name: The user.
            password: The hash.
            by: Who changes it.
            at: The moment.
            instead_of: The hash that is replaced; without it, whichever there is.

        Returns:
            Whether it was done: not where another password took the place of the one to be replaced.

        Raises:
            UnknownAccount: Nobody has this name.
        """
        with self._book.writing() as connection:
            row = row_of(connection, name)
            if instead_of is not None and row["password"] != instead_of:
                return False
            connection.execute(update(tables.users).where(_T.number == row["number"]).values(password=password))
            end_all(connection, row["number"])
            note(connection, AccessEntry(at=at, by=by, act="password", user=row["name"]))
            return True

    def rehash(self, name: str, *, old: str, new: str) -> None:
        """Keep another hash of the same password, unless the password was changed meanwhile."""
        query = update(tables.users).where(_T.key == name_key(name), _T.password == old).values(password=new)
        self._book.write_if_free(lambda connection: connection.execute(query))

    def _change(self, name: str, values: Mapping[str, Any], entry: AccessEntry, *, shut_out: bool = False) -> User:
        with self._book.writing() as connection:
            row = row_of(connection, name)
            if all(row[column] == value for column, value in values.items()) or (shut_out and row["disabled"]):
                return user_of(row)
            connection.execute(update(tables.users).where(_T.number == row["number"]).values(**values))
            _refuse_nobody_left(connection, row)
            if shut_out:
                end_all(connection, row["number"])
                _revoke_all(connection, row["number"], entry.at)
            note(connection, replace(entry, user=row["name"]))
            return user_of(row_of(connection, name))


def user_of(row: Mapping[Any, Any]) -> User:
    """Give the user that a row holds."""
    return User(
        name=row["name"], role=Role.named(row["role"]), created=row["created"], disabled=row["disabled"],
        has_password=row["password"] is not None,
    )


def row_of(connection: Connection, name: str) -> Mapping[Any, Any]:
    """Give the row of a user. Raises UnknownAccount."""
    row = connection.execute(select(tables.users).where(_T.key == name_key(name))).mappings().first()
    if row is None:
        raise UnknownAccount(f"Nobody on this desk has the name '{name}'. 'vedette users list' lists who there is.")
    return row


def end_all(connection: Connection, number: int) -> int:
    """End every session of a user and say how many there were."""
    sessions = tables.sessions
    return connection.execute(delete(sessions).where(sessions.c.user == number)).rowcount


def _revoke_all(connection: Connection, number: int, at: str) -> None:
    tokens = tables.api_tokens
    of_user = (tokens.c.user == number) & tokens.c.revoked.is_(None)
    connection.execute(update(tokens).where(of_user).values(revoked=at))


def _has_admin(connection: Connection) -> bool:
    can_log_in = (_T.role == str(Role.ADMIN)) & _T.disabled.is_(None) & _T.password.is_not(None)
    return connection.execute(select(_T.number).where(can_log_in).limit(1)).first() is not None


def _refuse_nobody_left(connection: Connection, before: Mapping[Any, Any]) -> None:
    """Keep at least one admin who can log in where there was one: nobody could let anybody in again."""
    could = before["role"] == str(Role.ADMIN) and before["disabled"] is None and before["password"] is not None
    if could and not _has_admin(connection):
        raise AccessError(
            f"{before['name']} is the last admin who can log in. Make somebody else one first; nothing was changed."
        )
