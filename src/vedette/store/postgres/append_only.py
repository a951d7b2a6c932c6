"""Logs that only grow: the database itself refuses to change, take away or empty them."""

from __future__ import annotations

from sqlalchemy import Connection, text

_TABLES = ("decisions", "access_log")
_LOCKS = frozenset(f"{table}_never_{what}" for table in _TABLES for what in ("changed", "emptied"))
# Switched off (D), a trigger is there and refuses nothing.
_HELD = text(
    "SELECT tgname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid"
    " WHERE relnamespace = current_schema()::regnamespace AND tgenabled IN ('O', 'A')"
)


def are_locked(connection: Connection) -> bool:
    """Say whether the logs of decisions and of access still refuse every change."""
    return set(connection.execute(_HELD).scalars()) >= _LOCKS
