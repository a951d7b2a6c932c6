"""Finding out what a database is, and making a desk of today of it.

Nothing is written to a database before it is known to be a desk, or empty.
"""

from __future__ import annotations

from sqlalchemy import URL, Connection, Engine, text

from vedette.errors import StoreError
from vedette.store import tables
from vedette.store.migrating import OURS, migrate, refuse_newer, refuse_older
from vedette.store.postgres.connection import make_engine, reading, writing

_OLDEST = 15
_FACTS = text(
    "SELECT current_setting('server_version_num')::integer AS version, current_schema() AS schema,"
    " (SELECT pg_encoding_to_char(encoding) FROM pg_database WHERE datname = current_database()) AS encoding"
)
# What an extension brought is nobody's.
_TABLES = text(
    "SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p')"
    " AND NOT EXISTS (SELECT 1 FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = pg_class.oid"
    " AND deptype = 'e')"
)


def open_engine(url: URL, place: str, *, read_only: bool) -> Engine:
    """Open a desk's database; to write, make the desk or bring it up to date first.

    Raises:
        StoreError: There is no desk (to read), it is something else, or of a newer Vedette; or the server cannot
            hold one.
    """
    engine = make_engine(url, read_only=read_only)
    try:
        with reading(engine).connect() as connection:
            version = schema_version(connection, place)
        refuse_newer(version, place)
        if read_only:
            if version is None:
                raise StoreError(f"There is no desk at {place}. Make one with: vedette add INPUT... --desk ADDRESS")
            refuse_older(version, place)
        elif version != tables.SCHEMA:
            _upgrade(engine, place)
    except BaseException:
        engine.dispose()
        raise
    return engine


def schema_version(connection: Connection, place: str) -> str | None:
    """Give the schema of a desk, ``None`` where there is nothing; refuse what is neither.

    Raises:
        StoreError: The server is too old or does not keep every text, or there are tables of another program.
    """
    facts = connection.execute(_FACTS).one()
    if facts.version < _OLDEST * 10_000:
        raise StoreError(
            f"{place} is on PostgreSQL {facts.version // 10_000}. A desk needs {_OLDEST} or newer: update the server."
        )
    if facts.encoding != "UTF8":
        raise StoreError(
            f"{place} keeps texts as {facts.encoding}, which has not every letter. Make another database with: "
            "createdb --encoding=UTF8 --template=template0 NAME"
        )
    if facts.schema is None:
        raise StoreError(f"{place}: there is no such schema. Make it with: CREATE SCHEMA NAME")
    held = frozenset(connection.execute(_TABLES).scalars())
    if not held:
        return None
    if not held >= OURS:
        raise StoreError(
            f"{place} holds tables of another program, in its schema '{facts.schema}'. Nothing was changed; give a "
            "database of its own, or a schema: ADDRESS?options=-csearch_path%3DNAME"
        )
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _upgrade(engine: Engine, place: str) -> None:
    """Make the desk, or bring it to the schema of today, in one transaction."""
    with writing(engine, patient=True).begin() as connection:
        # Asked again under the lock: another process may have been quicker.
        version = schema_version(connection, place)
        refuse_newer(version, place)
        if version != tables.SCHEMA:
            migrate(connection)
