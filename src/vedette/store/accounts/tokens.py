"""The keys of programs. One is found by its hash; itself it is shown once and kept nowhere."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Select, select, update

from vedette.errors import AccessError, UnknownAccount
from vedette.store import tables
from vedette.store.accounts.log import note
from vedette.store.accounts.nouns import AccessEntry, ApiToken, Role
from vedette.store.accounts.users import row_of, user_of
from vedette.store.book import Book

_T = tables.api_tokens.c


class Tokens:
    """The tokens of all users."""

    def __init__(self, book: Book) -> None:
        self._book = book

    def all(self, owner: str | None = None) -> tuple[ApiToken, ...]:
        """Give every token, or those of one user, oldest first, revoked ones too. Raises UnknownAccount."""
        query = _query().order_by(_T.created, _T.id)
        with self._book.reading() as connection:
            if owner is not None:
                query = query.where(_T.user == row_of(connection, owner)["number"])
            return tuple(_token_of(row) for row in connection.execute(query).mappings())

    def find(self, digest: str) -> ApiToken | None:
        """Give the token of a hash, whether it holds or not."""
        with self._book.reading() as connection:
            row = connection.execute(_query().where(_T.digest == digest)).mappings().first()
        return None if row is None else _token_of(row)

    def add(
        self, id: str, owner: str, *, digest: str, role: Role, label: str, by: str, at: str, expires: str | None = None
    ) -> ApiToken:
        """Put a new token on record.

        Raises:
            UnknownAccount: Nobody has the name of the owner.
            AccessError: The owner is disabled, or has a lower role than the token would have.
        """
        with self._book.writing() as connection:
            row = row_of(connection, owner)
            user = user_of(row)
            if user.disabled is not None:
                raise AccessError(f"{user.name} is disabled, so no token of theirs would hold. Enable them first.")
            if role > user.role:
                raise AccessError(f"A token of {user.name} cannot have the role of {role}: theirs is {user.role}.")
            connection.execute(tables.api_tokens.insert(), {
                "id": id, "user": row["number"], "label": label, "role": str(role), "digest": digest, "created": at,
                "expires": expires,
            })
            note(connection, AccessEntry(at=at, by=by, act="token", user=user.name, detail=f"{id} {role}"))
            return _token_of(connection.execute(_query().where(_T.id == id)).mappings().one())

    def note_use(self, id: str, *, day: str) -> bool:
        """Note the day on which a token was used, if nobody else is writing just now."""
        query = update(tables.api_tokens).where(_T.id == id).values(last_used=day)
        return self._book.write_if_free(lambda connection: connection.execute(query))

    def revoke(self, id: str, *, by: str, at: str) -> ApiToken:
        """Make a token useless at once. Raises UnknownAccount."""
        with self._book.writing() as connection:
            row = connection.execute(_query().where(_T.id == id)).mappings().first()
            if row is None:
                raise UnknownAccount(f"There is no token '{id}'. 'vedette users tokens' lists those that there are.")
            token = _token_of(row)
            if token.revoked is None:
                connection.execute(update(tables.api_tokens).where(_T.id == id).values(revoked=at))
                note(connection, AccessEntry(at=at, by=by, act="revoke", user=token.owner.name, detail=id))
            return _token_of(connection.execute(_query().where(_T.id == id)).mappings().one())


def _query() -> Select[Any]:
    names = ("id", "label", "role", "created", "expires", "last_used", "revoked")
    columns = [_T[name].label(f"token_{name}") for name in names]
    return select(tables.users, *columns).join(tables.api_tokens)


def _token_of(row: Mapping[Any, Any]) -> ApiToken:
    owner = user_of(row)
    return ApiToken(
        id=row["token_id"], owner=owner, label=row["token_label"], created=row["token_created"],
        role=min(Role.named(row["token_role"]), owner.role), expires=row["token_expires"],
        last_used=row["token_last_used"], revoked=row["token_revoked"],
    )
