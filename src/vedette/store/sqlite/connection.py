"""How Vedette talks to an SQLite file.

Readers do not wait for the writer, nor the writer for readers (WAL). A process
that is killed at any moment leaves whole transactions only. ``synchronous=NORMAL``
goes one step less far for a power cut: the file stays sound, but the last few
transactions before the cut can be missing; adding the same inputs again brings
them back.

The caches are of SQLite's own size. Larger ones (64 MB), mapping the file into memory and sorting in
memory were tried on a desk of 40,000 claims (125 MB): linking the next thousand took 1.1 s of processor
time with and without each, of which the system, that is reading pages, took 0.2 s at most.
"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

# How long to wait for another process that is writing, in seconds.
PATIENCE = 20.0

# Readers of one desk within this process; pages hold theirs only while they are made.
_READERS = 32

_WRITES = "vedette_writes"
_HURRIES = "vedette_hurries"


def connect(file: Path, *, mode: str) -> sqlite3.Connection:
    """Open the file itself.

    Args:
        file: The desk.
        mode: ``ro`` to read, ``rw`` to write, ``rwc`` to make it where it is missing.
    """
    # Left to itself, Python's driver begins transactions where it thinks fit; we say when.
    connection = sqlite3.connect(
        _uri(file, mode), uri=True, timeout=PATIENCE, isolation_level=None, check_same_thread=False
    )
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = NORMAL")
    return connection


def _uri(file: Path, mode: str) -> str:
    path = quote(file.absolute().as_posix())
    rooted = path if path.startswith("/") else f"/{path}"  # C:/desk.sqlite
    return f"file:{rooted}?mode={mode}" + ("&immutable=1" if _is_frozen(file, mode) else "")


def _is_frozen(file: Path, mode: str) -> bool:
    """Say whether nobody can write here: SQLite then must not look for the files of a writer."""
    return mode == "ro" and not os.access(file.parent, os.W_OK) and not Path(f"{file}-wal").exists()


def make_engine(file: Path, *, read_only: bool) -> Engine:
    """Give SQLAlchemy's engine for a desk that exists."""
    mode = "ro" if read_only else "rw"
    engine = create_engine(
        "sqlite+pysqlite://", creator=lambda: connect(file, mode=mode),
        poolclass=QueuePool, pool_size=_READERS, max_overflow=_READERS,
    )
    event.listen(engine, "connect", _leave_transactions_to_us)
    event.listen(engine, "begin", _begin)
    return engine


def writing(engine: Engine, *, patient: bool = True) -> Engine:
    """Give the engine for a transaction that writes; impatient, at once or, where somebody else is writing, not at all.

    It takes the desk's one write lock at once: a reader that turns into a writer
    half-way would be refused, however patient it is.
    """
    return engine.execution_options(**{_WRITES: True, _HURRIES: not patient})


def _leave_transactions_to_us(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    connection.isolation_level = None


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    if options.get(_HURRIES, False):
        _begin_at_once(connection)
    else:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get(_WRITES, False) else "BEGIN")


def _begin_at_once(connection: Connection) -> None:
    connection.exec_driver_sql("PRAGMA busy_timeout = 0")
    try:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    finally:  # the connection goes back to the others, who have patience
        connection.exec_driver_sql(f"PRAGMA busy_timeout = {int(PATIENCE * 1000)}")
