"""A desk on a server of PostgreSQL: how it is opened, who writes, how words are found, what errors mean."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from sqlalchemy import URL, Connection, Engine, text
from sqlalchemy.exc import DBAPIError

from vedette.errors import StoreError
from vedette.store.book import explained
from vedette.store.finder import Finder
from vedette.store.metadata import metadata
from vedette.store.postgres import faults
from vedette.store.postgres.append_only import are_locked
from vedette.store.postgres.connection import make_engine, reading, writing
from vedette.store.postgres.finder import PostgresFinder
from vedette.store.postgres.opening import open_engine, schema_version
from vedette.store.postgres.place import file_name, shown, url_of

__all__ = ["PostgresDatabase"]

_MAY_WRITE = text(
    "SELECT NOT pg_is_in_recovery() AND has_schema_privilege(current_schema(), 'USAGE')"
    " AND has_table_privilege('meta', 'INSERT') AND has_table_privilege('meta', 'UPDATE')"
)
_MAY_MAKE = text("SELECT NOT pg_is_in_recovery() AND has_schema_privilege(current_schema(), 'CREATE')")


class PostgresDatabase:
    """A database of PostgreSQL: see :class:`vedette.store.database.Database`."""

    file: Path | None = None

    def __init__(self, url: URL) -> None:
        self._url = url
        self.place = shown(url)
        self.name = file_name(url)
        self.finder: Finder = PostgresFinder()

    @classmethod
    def at(cls, address: str) -> Self:
        """Give the database of an address; nothing is connected yet. Raises UsageError, MissingExtra."""
        url = url_of(address)
        make_engine(url, read_only=True).dispose()
        return cls(url)

    def exists(self) -> bool:
        """Say whether there is a desk. Raises StoreError where that cannot be seen."""
        with self._looking() as connection:
            return schema_version(connection, self.place) is not None

    def require_room(self) -> None:
        """Raise StoreError where this user may not make tables."""
        with self._looking() as connection:
            if not connection.execute(_MAY_MAKE).scalar():
                raise StoreError(
                    f"This user may not make tables at {self.place}. Let the owner of the database grant it: "
                    "GRANT CREATE ON SCHEMA public TO name"
                )

    def is_writable(self) -> bool:
        """Say whether this user may write the desk, and the server lets anybody."""
        with self._looking() as connection:
            return bool(connection.execute(_MAY_WRITE).scalar())

    def open(self, *, read_only: bool) -> Engine:
        """Open the database; to write, make the desk or bring it up to date. Raises StoreError."""
        return open_engine(self._url, self.place, read_only=read_only)

    def reading(self, engine: Engine) -> Engine:
        """Give the engine for a transaction that sees one moment."""
        return reading(engine)

    def writing(self, engine: Engine, *, patient: bool) -> Engine:
        """Give the engine for a transaction that holds the desk's one lock."""
        return writing(engine, patient=patient)

    def is_busy(self, error: DBAPIError) -> bool:
        """Say whether somebody else is writing just now."""
        return faults.is_busy(error)

    def sentence(self, error: BaseException) -> str:
        """Say what an error of PostgreSQL means for this desk, and what to do."""
        return faults.sentence(error, self.place)

    def logs_are_locked(self, connection: Connection) -> bool:
        """Say whether the triggers are there, and switched on, that refuse to change or shorten a log."""
        return are_locked(connection)

    def settle(self, connection: Connection) -> None:
        """Set the numbering of each table behind its last row, and let the server count what there is to plan by."""
        for table in metadata.sorted_tables:
            number = table.columns.get("number")
            if number is not None and connection.execute(_SERIAL, {"table": table.name}).scalar() is not None:
                connection.execute(text(
                    f"SELECT setval(pg_get_serial_sequence('{table.name}', 'number'),"
                    f" coalesce((SELECT max(number) FROM {table.name}), 0) + 1, false)"
                ))
            connection.execute(text(f"ANALYZE {table.name}"))
        connection.execute(text("ANALYZE reports_words"))

    def look_whether_sound(self, *, seconds: float | None = None) -> bool | None:
        """Look whether the desk can be read; whether the disk is sound, the server itself must see to."""
        with self._looking() as connection:
            connection.execute(text("SELECT count(*) FROM meta"))
        return True

    @contextmanager
    def _looking(self) -> Iterator[Connection]:
        engine = make_engine(self._url, read_only=True)
        try:
            with explained(self), reading(engine).connect() as connection:
                yield connection
        finally:
            engine.dispose()


_SERIAL = text("SELECT pg_get_serial_sequence(:table, 'number')")
