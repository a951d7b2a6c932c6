"""The log of access, which only grows: who changed which user or token, and when."""

from __future__ import annotations

from sqlalchemy import Connection

from vedette.store import tables
from vedette.store.accounts.nouns import AccessEntry


def note(connection: Connection, entry: AccessEntry) -> None:
    """Add a line to the log of access, in the transaction of what it tells of."""
    connection.execute(tables.access_log.insert(), {
        "at": entry.at, "by": entry.by, "act": entry.act, "user": entry.user, "detail": entry.detail,
    })
