"""A PostgreSQL server for the tests, where the machine can lend one; else the tests that need it say why they skip.

Where the variable ``VEDETTE_TEST_POSTGRES`` names a server (``postgresql://user@host:port/postgres``, a superuser),
that one is used. Else the programs of PostgreSQL are looked for, and each process of the tests makes
a cluster of its own in a temporary folder, on a free port, without a thought for the disk; it ends with the process,
also where that is killed. Databases sort as English does (ICU), so that a query which forgets ``COLLATE "C"`` shows.

A test that asks for ``postgres_address`` has an empty database of its own, one that asks for ``postgres_desk`` an
empty desk.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit, urlunsplit

import pytest

from vedette.evaluation.lent_server import NoServer, lent_server

if TYPE_CHECKING:
    from psycopg import Connection

NAMED = "VEDETTE_TEST_POSTGRES"
# Who asks for a password must have one; everybody else on this computer is let in, as it is only for the tests.
_GUARDED = "guarded"
PASSWORD = "a very long: pass/word@"
_DOOR = f"""
host all {_GUARDED} 127.0.0.1/32 scram-sha-256
host all all 127.0.0.1/32 trust
"""
_SETTINGS = {
    "fsync": "off", "synchronous_commit": "off",
    "full_page_writes": "off", "max_connections": "200", "shared_buffers": "32MB", "max_wal_size": "256MB",
    "autovacuum": "off", "log_min_messages": "fatal",
}
# Nobody is left on the desk, nothing is left in it, and it numbers from 1 on; the locks of its logs are stepped over.
_EMPTY = """
DO $$ DECLARE one record; BEGIN
  PERFORM pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid();
  SET session_replication_role = replica;
  FOR one IN SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'alembic_version' LOOP
    EXECUTE format('DELETE FROM %I', one.name);
  END LOOP;
  FOR one IN SELECT sequencename AS name FROM pg_sequences WHERE schemaname = 'public' LOOP
    PERFORM setval(one.name::regclass, 1, false);
  END LOOP;
END $$"""


@dataclass(frozen=True, slots=True)
class Server:
    """A server on which databases may be made: ``address`` is that of its database ``postgres``.

    ``guarded`` is a user who needs a password (``PASSWORD``), ``None`` where the server is not ours.
    """

    address: str
    guarded: str | None = None
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def address_of(self, database: str) -> str:
        """Give the address of a database on this server."""
        return urlunsplit(urlsplit(self.address)._replace(path=f"/{database}"))

    def run(self, statement: str) -> None:
        """Run a statement as the one who may do everything, outside a transaction."""
        import psycopg

        with psycopg.connect(self.address, autocommit=True) as connection:
            connection.execute(statement.encode())

    @contextmanager
    def database(self, *, how: str = "") -> Iterator[str]:
        """Make a database, give its address, and take it away; ``how`` goes into CREATE DATABASE."""
        name = f"vedette_test_{os.getpid()}_{next(self._numbers)}"
        self.run(f"CREATE DATABASE {name} {how}")
        try:
            yield self.address_of(name)
        finally:
            self.run(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Server]:
    """Give a server of PostgreSQL, or skip."""
    pytest.importorskip("psycopg", reason="the extra 'postgres' is not installed")
    if named := os.environ.get(NAMED):
        yield Server(named)
        return
    try:
        with lent_server(settings=_SETTINGS, door=_DOOR) as address:
            server = Server(address, guarded=_GUARDED)
            server.run(f"CREATE ROLE {_GUARDED} LOGIN PASSWORD '{PASSWORD}'")
            yield server
    except NoServer as error:
        pytest.skip(f"{error} The variable {NAMED} names one.")


@pytest.fixture
def postgres_address(postgres_server: Server) -> Iterator[str]:
    """Give the address of an empty database of its own, or skip."""
    with postgres_server.database() as address:
        yield address


@pytest.fixture
def guarded_address(postgres_server: Server, postgres_address: str) -> str:
    """Give the address of the same empty database for a user who needs a password, with it; or skip."""
    if postgres_server.guarded is None:
        pytest.skip(f"whom the server of {NAMED} asks for a password is not known here")
    parts = urlsplit(postgres_address)
    who = f"{postgres_server.guarded}:{quote(PASSWORD, safe='')}@{parts.hostname}:{parts.port}"
    return urlunsplit(parts._replace(netloc=who))


class Broom:
    """Empties a desk over one connection: to begin another takes the server longer than to empty a desk."""

    def __init__(self, address: str) -> None:
        self.address = address
        self._connection = self._connected()

    def sweep(self) -> None:
        """Take everything off the desk."""
        import psycopg

        try:
            self._connection.execute(_EMPTY)
        except psycopg.OperationalError:  # a test has hung up on everybody
            self._connection = self._connected()
            self._connection.execute(_EMPTY)

    def close(self) -> None:
        """Hang up."""
        self._connection.close()

    def _connected(self) -> Connection:
        import psycopg

        return psycopg.connect(self.address, autocommit=True)


@pytest.fixture(scope="session")
def _made_desk(postgres_server: Server) -> Iterator[Broom]:
    """Give an empty desk for all tests, one after the other: to make one for each takes long."""
    from vedette.store import open_store

    with postgres_server.database() as address:
        open_store(address).close()
        with closing(Broom(address)) as broom:
            yield broom


@pytest.fixture
def postgres_desk(_made_desk: Broom) -> Iterator[str]:
    """Give the address of an empty desk on PostgreSQL, or skip; whoever changes its tables asks for a database."""
    yield _made_desk.address
    _made_desk.sweep()
