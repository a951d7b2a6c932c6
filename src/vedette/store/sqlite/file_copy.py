"""A copy of a desk while others read and write it, and whether a file is a sound desk."""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import closing
from pathlib import Path

from vedette.errors import StoreError
from vedette.store.sqlite.connection import connect
from vedette.store.sqlite.faults import explained_file

_STEPS = 100_000  # between two looks at the clock


def copy_file(file: Path, to: Path) -> str:
    """Copy a desk as it is at one moment, and give its schema; whoever writes it meanwhile is not held up.

    Raises:
        StoreError: It cannot be read, or the copy cannot be written.
    """
    with explained_file(file), closing(connect(file, mode="ro")) as source:
        schema = source.execute("SELECT version_num FROM alembic_version").fetchone()
        with explained_file(to), closing(sqlite3.connect(to)) as target:
            source.backup(target)
            # A file of its own, without the files that a writer has beside it.
            target.execute("PRAGMA journal_mode = DELETE")
    with to.open("r+b") as copied:
        os.fsync(copied.fileno())
    return "" if schema is None else str(schema[0])


def is_sound(file: Path, *, seconds: float | None = None) -> bool | None:
    """Let SQLite look whether a desk is whole; ``None`` where that took longer than it may.

    Args:
        file: The desk; nothing in it is changed.
        seconds: How long it may take; as long as it takes when left out.

    Raises:
        StoreError: It is not sound, or cannot be read.
    """
    with explained_file(file), closing(connect(file, mode="ro")) as connection:
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
