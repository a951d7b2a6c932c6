"""What went wrong with SQLite, in a sentence that a user can act on."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from vedette.errors import StoreError

# By the beginning of SQLite's own name for the error.
_SENTENCES = (
    ("SQLITE_FULL", "The disk that holds {file} is full. Nothing of this step was written: "
                    "make room, then run the same command again."),
    ("SQLITE_READONLY", "{file} cannot be written to: the file, its folder or its disk is read-only, or it was opened "
                        "only to read. Check who may write there, or work on a copy of the desk in another place."),
    ("SQLITE_BUSY", "{file} is in use by another process that is writing. Try again when it is done."),
    ("SQLITE_LOCKED", "{file} is in use by another process that is writing. Try again when it is done."),
    ("SQLITE_NOTADB", "{file} is not a desk: it is no SQLite database. Nothing in it was changed; give another file."),
    ("SQLITE_CORRUPT", "{file} is damaged. Restore a copy of it, or make a new desk and add the inputs again."),
    ("SQLITE_CANTOPEN", "{file} cannot be opened. Check that the file and its folder are there and may be read."),
    ("SQLITE_IOERR", "Reading or writing {file} failed. Check the disk; what was written before is kept."),
    ("SQLITE_CONSTRAINT_FOREIGNKEY", "Something names a claim, report or event that is not on the desk {file}. "
                                     "Nothing of this step was written."),
    ("SQLITE_CONSTRAINT", "Something would stand twice on the desk {file}. Nothing of this step was written."),
)

_NOT_MADE = (
    "{file} cannot be made: its folder or its disk is read-only. Check who may write there, or give another place."
)
_LEFT_OVER = (
    "{file} cannot be opened here: its folder or its disk is read-only, and what was written last stands in {file}-wal "
    "and has to be put in its place first. Check who may write there, or copy both files to a place where you may."
)


@contextmanager
def explained_file(file: Path) -> Iterator[None]:
    """Turn an error of SQLite itself into a :class:`StoreError` about this file."""
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(sentence(error, file)) from error


def is_busy(error: DBAPIError) -> bool:
    """Say whether somebody else is writing just now."""
    return str(getattr(error.orig, "sqlite_errorname", "")).startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))


def sentence(error: BaseException, file: Path) -> str:
    """Say what an error means for a desk, and what to do."""
    name = getattr(error, "sqlite_errorname", None) or ""
    if name.startswith("SQLITE_CANTOPEN") and file.parent.is_dir() and not os.access(file.parent, os.W_OK):
        if not file.exists():
            return _NOT_MADE.format(file=file)
        if Path(f"{file}-wal").exists():
            return _LEFT_OVER.format(file=file)
    for start, said in _SENTENCES:
        if name.startswith(start):
            return said.format(file=file)
    return f"The desk {file} cannot be used: {error}. Run 'vedette doctor'."
