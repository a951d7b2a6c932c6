"""A desk in a file of SQLite: how it is opened, how transactions begin, how words are found, what errors mean."""

from __future__ import annotations

import os
from pathlib import Path

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from vedette.errors import StoreError
from vedette.store.finder import Finder
from vedette.store.sqlite import faults
from vedette.store.sqlite.append_only import are_locked
from vedette.store.sqlite.connection import writing
from vedette.store.sqlite.file_copy import copy_file, is_sound
from vedette.store.sqlite.finder import SqliteFinder
from vedette.store.sqlite.opening import open_engine

__all__ = ["SqliteDatabase", "copy_file", "is_sound"]


class SqliteDatabase:
    """A file of SQLite: see :class:`vedette.store.database.Database`."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.place = str(file)
        self.name = file.stem
        self.finder: Finder = SqliteFinder()

    def exists(self) -> bool:
        """Say whether there is a file."""
        return self.file.exists()

    def require_room(self) -> None:
        """Raise StoreError where the folder that is there cannot be written to."""
        folder = next(parent for parent in self.file.absolute().parents if parent.exists())
        if not os.access(folder, os.W_OK):
            raise StoreError(f"{folder} cannot be written to. Choose another place.")

    def is_writable(self) -> bool:
        """Say whether whoever runs this may write the file and, beside it, those of a writer."""
        return os.access(self.file, os.W_OK) and os.access(self.file.parent, os.W_OK)

    def open(self, *, read_only: bool) -> Engine:
        """Open the file; to write, make it or bring it up to date. Raises StoreError."""
        return open_engine(self.file, read_only=read_only)

    def reading(self, engine: Engine) -> Engine:
        """Give the engine as it is: with a write-ahead log, every transaction sees one moment."""
        return engine

    def writing(self, engine: Engine, *, patient: bool) -> Engine:
        """Give the engine for a transaction that takes the one write lock at once."""
        return writing(engine, patient=patient)

    def is_busy(self, error: DBAPIError) -> bool:
        """Say whether somebody else is writing just now."""
        return faults.is_busy(error)

    def sentence(self, error: BaseException) -> str:
        """Say what an error of SQLite means for this file, and what to do."""
        return faults.sentence(error, self.file)

    def logs_are_locked(self, connection: Connection) -> bool:
        """Say whether the triggers are there that refuse to change or shorten a log."""
        return are_locked(connection)

    def settle(self, connection: Connection) -> None:
        """Do nothing: SQLite numbers a row by the last one that is there."""

    def look_whether_sound(self, *, seconds: float | None = None) -> bool | None:
        """Let SQLite look whether the file is whole. Raises StoreError where it is not."""
        return is_sound(self.file, seconds=seconds)
