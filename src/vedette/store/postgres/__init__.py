"""A desk on a server of PostgreSQL."""

from __future__ import annotations

from vedette.errors import MissingExtra
from vedette.store.database import Database


class PostgresDatabase:
    """A database of PostgreSQL: see :class:`vedette.store.database.Database`."""

    @classmethod
    def at(cls, address: str) -> Database:
        """Give the database of an address. Raises MissingExtra."""
        raise MissingExtra("A PostgreSQL desk", "postgres")
