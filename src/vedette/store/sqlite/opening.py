"""Finding out what a file is, and making a desk of today of it.

Nothing is written to a file before it is known to be a desk, or empty.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, Engine

from vedette.errors import StoreError
from vedette.store import tables
from vedette.store.migrating import OURS, migrate, refuse_newer, refuse_older
from vedette.store.sqlite.connection import connect, make_engine, writing
from vedette.store.sqlite.faults import explained_file


def open_engine(file: Path, *, read_only: bool) -> Engine:
    """Open a desk's file; to write, make it or bring it up to date first.

    Raises:
        StoreError: The file is missing (to read), is something else, or is of a newer Vedette.
    """
    with explained_file(file):
        return _opened(file, read_only=read_only)


def _opened(file: Path, *, read_only: bool) -> Engine:
    version = _prepare(file, read_only=read_only)
    engine = make_engine(file, read_only=read_only)
    if read_only:
        return engine
    try:
        if version != tables.SCHEMA:
            _upgrade(engine, file)
        _let_readers_read(engine)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _prepare(file: Path, *, read_only: bool) -> str | None:
    """See to it that the file can be opened as a desk, and give its schema.

    Raises:
        StoreError: The file is missing (to read), is something else, or is of a newer Vedette.
    """
    if file.is_dir():
        raise StoreError(f"{file} is a folder. Give the name of a file in it, such as {file / 'desk.sqlite'}.")
    if not file.exists():
        if read_only:
            raise StoreError(f"There is no desk at {file}. Make one with: vedette add INPUT... --desk {file}")
        _make_folder(file.parent)
        connect(file, mode="rwc").close()
        return None
    with closing(connect(file, mode="ro" if read_only else "rw")) as connection:
        version = _version(connection, file)
    refuse_newer(version, str(file))
    if read_only:
        refuse_older(version, str(file))
    return version


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"The folder {folder} cannot be made: {error.strerror}. Choose another place.") from error


def _version(connection: sqlite3.Connection, file: Path) -> str | None:
    """Give the schema of a desk, ``None`` for an empty database; refuse what is neither."""
    held = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not held:
        return None
    if not held >= OURS:
        raise StoreError(
            f"{file} is a SQLite database of another program. Nothing in it was changed; give another file."
        )
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return None if row is None else str(row[0])


def _upgrade(engine: Engine, file: Path) -> None:
    """Make the desk, or bring it to the schema of today, in one transaction."""
    with writing(engine).begin() as connection:
        # Asked again under the lock: another process may have been quicker.
        version = _version(_driver(connection), file)
        refuse_newer(version, str(file))
        if version != tables.SCHEMA:
            migrate(connection)


def _driver(connection: Connection) -> sqlite3.Connection:
    driver = connection.connection.driver_connection
    if not isinstance(driver, sqlite3.Connection):
        raise TypeError(f"Expected a connection of SQLite, not {driver!r}.")
    return driver


def _let_readers_read(engine: Engine) -> None:
    """Switch to write-ahead logging, which the file then remembers."""
    with engine.connect() as connection:
        driver = _driver(connection)
        if driver.execute("PRAGMA journal_mode").fetchone()[0] == "wal":
            return
        try:
            driver.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            # Somebody else has it open. Correct without, and the next opening tries again.
            if error.sqlite_errorname != "SQLITE_BUSY":
                raise
