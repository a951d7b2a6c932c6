"""Where the jobs of a desk are: in its own database, in a schema beside that of the desk.

The tables are procrastinate's. Since jobs only say who does what stands on the desk, they are never brought from one
version of procrastinate to the next: where the version is another one, the list of jobs is made anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256

import psycopg
from procrastinate.exceptions import ConnectorException
from procrastinate.schema import SchemaManager
from psycopg import sql
from psycopg.conninfo import make_conninfo
from sqlalchemy import URL

from vedette.errors import StoreError, UsageError
from vedette.store.address import is_on_a_server, without_password
from vedette.store.postgres import faults
from vedette.store.postgres.place import shown, url_of

# A worker that was not heard of for so many seconds is no more.
SILENCE = 30.0
_TROUBLES = """
CREATE TABLE vedette_troubles (
    job bigint NOT NULL REFERENCES procrastinate_jobs ON DELETE CASCADE,
    at timestamptz NOT NULL DEFAULT now(),
    why text NOT NULL
);
CREATE INDEX vedette_troubles_job ON vedette_troubles (job, at);
CREATE INDEX vedette_jobs_lock ON procrastinate_jobs (lock) WHERE status IN ('todo', 'doing', 'failed');
"""
_LIVE = "SELECT count(*) FROM procrastinate_workers WHERE last_heartbeat > now() - make_interval(secs => %s)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The database, and the schema of the jobs; ``shown`` is what people may be told of it."""

    conninfo: str
    schema: str
    shown: str


def place_of(address: str) -> Place:
    """Find where the jobs of a desk are, or would be.

    Raises:
        UsageError: The desk is not on PostgreSQL.
        StoreError: The database cannot be reached.
    """
    if not is_on_a_server(address):
        raise UsageError(
            f"Several workers need a desk on PostgreSQL, and {without_password(address)} is a file. Copy it there with "
            "'vedette copy'; alone, 'vedette watch' does all that workers do."
        )
    url = url_of(address)
    with explained(shown(url)), _connected(url) as connection:
        found = connection.execute("SELECT current_schema()").fetchone()
    if found is None or found[0] is None:
        raise StoreError(f"There is no such schema at {shown(url)}. Make it with: CREATE SCHEMA NAME")
    beside = "vedette_jobs" if found[0] == "public" else f"{found[0]}_jobs"
    return Place(conninfo=_conninfo(url, schema=beside), schema=beside, shown=shown(url))


def is_there(place: Place) -> bool:
    """Say whether there is a list of jobs, of this version of procrastinate."""
    with explained(place.shown), psycopg.connect(place.conninfo) as connection:
        return _noted(connection, place.schema) == _mark()


def see_to(place: Place) -> None:
    """Make the list of jobs where there is none, and anew where it is of another version of procrastinate.

    Raises:
        StoreError: This user may not make it, or workers of the other version are at work.
    """
    with explained(place.shown), psycopg.connect(place.conninfo) as connection:
        connection.execute("SELECT pg_advisory_xact_lock(86321, hashtext(%s))", [place.schema])
        noted = _noted(connection, place.schema)
        if noted == _mark():
            return
        name = sql.Identifier(place.schema)
        if noted is not None:
            _refuse_live(connection, place)
            connection.execute(sql.SQL("DROP SCHEMA {} CASCADE").format(name))
        _make_schema(connection, name, place)
        connection.execute(SchemaManager.get_schema())
        connection.execute(_TROUBLES)
        connection.execute(sql.SQL("COMMENT ON SCHEMA {} IS {}").format(name, sql.Literal(_mark())))


@contextmanager
def explained(shown_as: str) -> Iterator[None]:
    """Turn an error of the database into a StoreError that says where and what to do."""
    try:
        yield
    except psycopg.Error as error:
        raise StoreError(faults.sentence(error, shown_as)) from error
    except ConnectorException as error:
        raise StoreError(faults.sentence(error.__cause__ or error, shown_as)) from error


def _connected(url: URL) -> psycopg.Connection[tuple[object, ...]]:
    return psycopg.connect(_plain(url), connect_timeout=10)


def _plain(url: URL) -> str:
    # Part by part: written as one address, a password with a space is none that the library of the server understands.
    parts = url.get_dialect()().create_connect_args(url)[1]
    return make_conninfo(**parts)


def _conninfo(url: URL, *, schema: str) -> str:
    held = url.query.get("options", "")
    options = held if isinstance(held, str) else " ".join(held)
    return make_conninfo(
        _plain(url), options=f"{options} -c search_path={schema}".strip(), application_name="vedette worker",
    )


def _noted(connection: psycopg.Connection[tuple[object, ...]], schema: str) -> str | None:
    """Give the mark of the list of jobs that is there; ``None`` where there is none."""
    query = "SELECT coalesce(obj_description(oid, 'pg_namespace'), '') FROM pg_namespace WHERE nspname = %s"
    found = connection.execute(query, [schema]).fetchone()
    return None if found is None else str(found[0])


def _mark() -> str:
    """Give the mark of the tables as they are made today."""
    made = sha256((SchemaManager.get_schema() + _TROUBLES).encode()).hexdigest()[:16]
    return f"Jobs of the workers of Vedette ({made}). It can be made anew at any moment: nothing is only here."


def _make_schema(connection: psycopg.Connection[tuple[object, ...]], name: sql.Identifier, place: Place) -> None:
    try:
        connection.execute(sql.SQL("CREATE SCHEMA {}").format(name))
    except psycopg.errors.InsufficientPrivilege as error:
        raise StoreError(
            f"This user may not make the schema '{place.schema}' at {place.shown}, in which the jobs of workers are. "
            "Let the owner of the database grant it: GRANT CREATE ON DATABASE name TO user"
        ) from error


def _refuse_live(connection: psycopg.Connection[tuple[object, ...]], place: Place) -> None:
    known = connection.execute("SELECT to_regclass('procrastinate_workers')").fetchone()
    found = connection.execute(_LIVE, [SILENCE]).fetchone() if known and known[0] else None
    if found is not None and found[0]:
        raise StoreError(
            f"{found[0]} workers of another version are at work on {place.shown}. Stop them, then start this one; "
            "all workers of a desk have to be of one version."
        )
