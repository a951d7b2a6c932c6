"""How Vedette talks to a server of PostgreSQL.

Who reads sees the desk as it was at the first query of a transaction (REPEATABLE READ), and waits for nobody. Who
writes holds the desk's one lock until the transaction ends, as in a file: what was looked up still holds when its
result is written, and rows are numbered in the order in which they are there for all. The lock is one of the
database (an advisory one, by the schema of the desk): it ends with its transaction, however that ends.
"""

from __future__ import annotations

from sqlalchemy import URL, Connection, Engine, create_engine, event

from vedette.errors import MissingExtra

# How long to wait for somebody else who is writing, in seconds.
PATIENCE = 20.0
# The server may be gone; whoever waits for a page should be told so soon.
_KNOCK = 10

# Connections of one process: a server has a hundred for all of them, unless it is told otherwise.
_READERS = 8

_WRITES = "vedette_writes"
_HURRIES = "vedette_hurries"
_LOCK = "SELECT pg_advisory_xact_lock(86320, (SELECT oid FROM pg_namespace WHERE nspname = current_schema())::integer)"


def make_engine(url: URL, *, read_only: bool) -> Engine:
    """Give SQLAlchemy's engine for a database; nothing is connected yet.

    Raises:
        MissingExtra: The driver is not installed.
    """
    known = {"connect_timeout": _KNOCK, "application_name": "vedette", **url.query, "client_encoding": "utf8"}
    try:
        engine = create_engine(
            url.set(query={}), connect_args=known, pool_pre_ping=True, pool_size=_READERS, max_overflow=_READERS,
            hide_parameters=True,  # texts and hashes of passwords have no place in a message
        )
    except ImportError as error:
        raise MissingExtra("A desk on PostgreSQL", "postgres") from error
    event.listen(engine, "begin", _begin)
    return engine.execution_options(postgresql_readonly=True) if read_only else engine


def reading(engine: Engine) -> Engine:
    """Give the engine for a transaction that sees the desk as it is at one moment."""
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def writing(engine: Engine, *, patient: bool) -> Engine:
    """Give the engine for a transaction that writes; impatient, at once or, where somebody is writing, not at all."""
    return engine.execution_options(**{_WRITES: True, _HURRIES: not patient})


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    if not options.get(_WRITES, False):
        return
    # A wait of no time at all would mean one without end.
    milliseconds = 1 if options.get(_HURRIES, False) else max(1, int(PATIENCE * 1000))
    connection.exec_driver_sql(f"SET LOCAL lock_timeout = {milliseconds}")
    connection.exec_driver_sql(_LOCK)
    connection.exec_driver_sql("SET LOCAL lock_timeout = 0")
