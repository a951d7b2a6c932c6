"""A copy of a desk while others read and write it, and whether a file is a sound desk."""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import closing
from pathlib import Path

from vedette.errors import StoreError
from vedette.store import tables
from vedette.store.connection import connect
from vedette.store.faults import explained

_STEPS = 100_000  # between two looks at the clock


def copy_desk(file: Path, to: Path) -> str:
    """Copy a desk as it is at one moment, and give its schema; whoever writes it meanwhile is not held up.

    Raises:
        StoreError: It cannot be read, or the copy cannot be written.
    """
    with explained(file), closing(connect(file, mode="ro")) as source:
        schema = source.execute("SELECT version_num FROM alembic_version").fetchone()
        with explained(to), closing(sqlite3.connect(to)) as target:
            source.backup(target)
            # A file of its own, without the files that a writer has beside it.
            target.execute("PRAGMA journal_mode = DELETE")
    with to.open("r+b") as copied:
        os.fsync(copied.fileno())
    return "" if schema is None else str(schema[0])


def refuse_newer_schema(schema: str, place: Path) -> None:
    """Refuse a copy that this Vedette could not open.

    Raises:
        StoreError: It was made by a newer one.
    """
    if schema > tables.SCHEMA:
        raise StoreError(
            f"The desk in {place} was made by a newer Vedette: it has schema {schema}, this one knows up to "
            f"{tables.SCHEMA}. Update Vedette: pip install --upgrade vedette"
        )


def is_sound(file: Path, *, seconds: float | None = None) -> bool | None:
    """Let SQLite look whether a desk is whole; ``None`` where that took longer than it may.

    Args:
        file: The desk; nothing in it is changed.
        seconds: How long it may take; as long as it takes when left out.

    Raises:
        StoreError: It is not sound, or cannot be read.
    """
    with explained(file), closing(connect(file, mode="ro")) as connection:
        end = None if seconds is None else time.monotonic() + seconds
        if end is not None:
            connection.set_progress_handler(lambda: int(time.monotonic() > end), _STEPS)
        try:
            found = [str(row[0]) for row in connection.execute("PRAGMA quick_check(3)")]
        except sqlite3.OperationalError as error:
            if error.sqlite_errorname == "SQLITE_INTERRUPT":
                return None
            raise
    if found != ["ok"]:
        raise StoreError(
            f"{file} is damaged ({'; '.join(found)}). Bring it back with: vedette restore FROM --desk {file}, once the "
            "damaged file is moved away."
        )
    return True


def newest_first_seen(file: Path) -> str | None:
    """Give the moment at which a desk met its newest report (ISO 8601, UTC); ``None`` for an empty one.

    Raises:
        StoreError: The desk cannot be read.
    """
    with explained(file), closing(connect(file, mode="ro")) as connection:
        row = connection.execute("SELECT first_seen FROM reports ORDER BY number DESC LIMIT 1").fetchone()
    return None if row is None else str(row[0])
