"""Logs that only grow: the database itself refuses to change, take away or replace a row of them."""

from __future__ import annotations

from sqlalchemy import Connection, text

_TABLES = ("decisions", "access_log")
_LOCKS = frozenset(f"{table}_never_{what}" for table in _TABLES for what in ("changed", "deleted", "replaced"))


def are_locked(connection: Connection) -> bool:
    """Say whether the logs of decisions and of access still refuse every change."""
    query = text("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    return set(connection.execute(query).scalars()) >= _LOCKS
