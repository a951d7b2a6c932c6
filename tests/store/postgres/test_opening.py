"""What a database on a server must be to be a desk, and what is said when it is not: one sentence with the fix."""

from __future__ import annotations

import socket
import sys
import threading
import traceback
from collections.abc import Iterator
from contextlib import closing
from urllib.parse import quote

import psycopg
import pytest

import builders as build
from postgres import PASSWORD, Server
from vedette.errors import MissingExtra, StoreError, UsageError
from vedette.model import Judgement, ReadReport, Verdict
from vedette.store import open_store, tables
from vedette.store.accounts import Role
from vedette.store.address import database_at
from vedette.store.postgres import connection as postgres_connection

ONE = [ReadReport(report=build.report(), claims=())]


@pytest.fixture
def driver(postgres_address: str) -> Iterator[psycopg.Connection]:
    """The database as the one who may do everything has it."""
    with psycopg.connect(postgres_address, autocommit=True) as opened:
        yield opened


def told(address: str, *, read_only: bool = False) -> str:
    """Give what is said when a desk cannot be opened; nothing of it may be a password."""
    with pytest.raises(StoreError) as raised:
        open_store(address, read_only=read_only)
    everything = "".join(traceback.format_exception(raised.value))
    assert PASSWORD not in everything
    assert quote(PASSWORD, safe="") not in everything
    return str(raised.value)


def in_schema(address: str, name: str) -> str:
    return f"{address}?options=-csearch_path%3D{name}"


def test_a_desk_is_made_where_there_is_none_and_found_again(postgres_address: str) -> None:
    assert not database_at(postgres_address).exists()
    with open_store(postgres_address) as store:
        store.add(ONE)
        assert store.log_is_locked()
    assert database_at(postgres_address).exists()
    with open_store(postgres_address.replace("postgresql://", "postgres://"), read_only=True) as store:
        assert store.counts()["reports"] == 1


def test_reading_makes_no_desk(postgres_address: str, driver: psycopg.Connection) -> None:
    assert "There is no desk at" in told(postgres_address, read_only=True)
    assert driver.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone() == (0,)


@pytest.mark.parametrize("read_only", [False, True])
def test_the_database_of_another_program_is_left_alone(
    postgres_address: str, driver: psycopg.Connection, read_only: bool
) -> None:
    driver.execute("CREATE TABLE reports (id integer)")
    assert "another program" in told(postgres_address, read_only=read_only)
    assert driver.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone() == (1,)


def test_two_desks_in_schemas_of_one_database_know_nothing_of_each_other(
    postgres_address: str, driver: psycopg.Connection
) -> None:
    assert "no such schema" in told(in_schema(postgres_address, "north"))
    for name in ("north", "south"):
        driver.execute(f"CREATE SCHEMA {name}".encode())
    north, south = (in_schema(postgres_address, name) for name in ("north", "south"))
    with open_store(north) as one, open_store(south) as other:
        with one._book.writing():
            assert other.add(ONE) == 1, "nobody waits for who writes another desk"
        assert (one.counts()["reports"], other.counts()["reports"]) == (0, 1)
        assert one.place.endswith("(schema north)")


@pytest.mark.parametrize("read_only", [False, True])
def test_a_desk_of_a_newer_vedette_says_which_and_what_to_do(
    postgres_address: str, driver: psycopg.Connection, read_only: bool
) -> None:
    open_store(postgres_address).close()
    driver.execute("UPDATE alembic_version SET version_num = '0999'")
    said = told(postgres_address, read_only=read_only)
    assert "it has schema 0999" in said
    assert f"up to {tables.SCHEMA}. Update Vedette" in said


def test_a_desk_of_an_older_vedette_is_not_read(postgres_address: str, driver: psycopg.Connection) -> None:
    open_store(postgres_address).close()
    driver.execute("UPDATE alembic_version SET version_num = '0012'")
    assert "'vedette events' on the same desk brings it up to date" in told(postgres_address, read_only=True)


def test_a_wrong_password_is_told_and_never_repeated(guarded_address: str) -> None:
    said = told(guarded_address.replace("@127", "x@127"))
    assert "refuses this user" in said
    assert "PGPASSWORD" in said
    assert "guarded@127.0.0.1" in said


def test_a_password_need_not_stand_in_the_address(
    guarded_address: str, driver: psycopg.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver.execute("GRANT CREATE ON SCHEMA public TO guarded")
    monkeypatch.setenv("PGPASSWORD", PASSWORD)
    with open_store(guarded_address.replace(f":{quote(PASSWORD, safe='')}", "")) as store:
        assert store.add(ONE) == 1


def test_who_may_not_make_tables_is_told_what_to_ask_for(
    postgres_address: str, guarded_address: str, driver: psycopg.Connection
) -> None:
    address = guarded_address
    assert "GRANT" in told(address)
    with pytest.raises(StoreError, match="GRANT CREATE ON SCHEMA public"):
        database_at(address).require_room()
    open_store(postgres_address).close()
    driver.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO guarded")
    assert not database_at(address).is_writable()
    with open_store(address, read_only=True) as store:
        assert store.counts()["reports"] == 0
    with open_store(address) as store, pytest.raises(StoreError, match="This user may not do this"):
        store.add(ONE)


def test_a_database_that_is_not_there_is_named_with_how_to_make_it(postgres_server: Server) -> None:
    said = told(postgres_server.address_of("nowhere"))
    assert "There is no such database at" in said
    assert "createdb" in said


def test_a_server_that_does_not_answer_is_named() -> None:
    with closing(socket.socket()) as held:
        held.bind(("127.0.0.1", 0))  # nobody listens there
        said = told(f"postgresql://ann:{quote(PASSWORD, safe='')}@127.0.0.1:{held.getsockname()[1]}/border")
    assert "cannot be reached" in said
    assert "Check the address" in said


def test_a_database_without_every_letter_is_refused(postgres_server: Server) -> None:
    how = "ENCODING 'SQL_ASCII' LOCALE 'C' LOCALE_PROVIDER libc TEMPLATE template0"
    with postgres_server.database(how=how) as address:
        said = told(address)
    assert "keeps texts as SQL_ASCII" in said
    assert "--encoding=UTF8" in said


def test_without_the_driver_one_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(MissingExtra, match=r"PostgreSQL.*vedette\[postgres\]"):
        open_store("postgresql://ann@desk.example/border")


@pytest.mark.parametrize("address", [
    "postgresql://ann:se@cret@desk.example:port/x", "postgresql+psycopg2://ann:se@desk.example/x", "postgresql:x",
])
def test_what_cannot_be_understood_is_not_repeated(address: str) -> None:
    with pytest.raises(UsageError) as raised:
        open_store(address)
    assert "se@" not in str(raised.value)
    assert "postgresql://" in str(raised.value)


def test_a_desk_opened_to_read_is_not_written(postgres_desk: str) -> None:
    with open_store(postgres_desk, read_only=True) as store:
        with pytest.raises(StoreError, match="cannot be written"):
            store.add(ONE)
        assert not store.accounts.users.has_admin()
        assert store.counts()["reports"] == 0


def test_a_desk_that_somebody_else_is_writing_is_said_to_be_in_use(
    postgres_desk: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgres_connection, "PATIENCE", 0.05)
    with open_store(postgres_desk) as store, open_store(postgres_desk) as other:
        with other._book.writing():
            with pytest.raises(StoreError, match="in use by another process"):
                store.add(ONE)
            assert store.counts()["reports"] == 0  # reading goes on
            assert not store._book.write_if_free(lambda connection: None)
        assert store.add(ONE) == 1


def test_a_connection_that_is_lost_half_way_loses_that_step_and_no_other(postgres_desk: str) -> None:
    def hang_up() -> None:
        with psycopg.connect(postgres_desk, autocommit=True) as other:
            other.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                          "WHERE datname = current_database() AND pid <> pg_backend_pid()")

    with open_store(postgres_desk) as store:
        store.add(ONE)
        lost = pytest.raises(StoreError, match=r"was lost\. Nothing of this step was written")
        with lost, store.linking() as linking:
            linking.begin("rules")
            hang_up()
            linking.portion(1)
        assert store.linked_by() is None
        hang_up()  # and whatever connections wait to be used
        assert store.counts()["reports"] == 1
        assert store.add([ReadReport(report=build.report("Another."), claims=())]) == 1


def test_several_may_make_the_same_desk_at_once(postgres_address: str) -> None:
    failures = []

    def make(number: int) -> None:
        try:
            with open_store(postgres_address) as store:
                store.add([ReadReport(report=build.report(f"Report {number}."), claims=())])
        except Exception as error:
            failures.append(error)

    makers = [threading.Thread(target=make, args=(number,)) for number in range(6)]
    for maker in makers:
        maker.start()
    for maker in makers:
        maker.join()
    assert failures == []
    with open_store(postgres_address) as store:
        assert store.counts()["reports"] == 6


@pytest.mark.parametrize("statement", [
    "UPDATE decisions SET by = 'Eve'", "DELETE FROM decisions", "TRUNCATE decisions", "TRUNCATE decisions CASCADE",
    "INSERT INTO decisions SELECT * FROM decisions ON CONFLICT (id) DO UPDATE SET by = 'Eve'",
    "UPDATE access_log SET by = 'Eve'", "DELETE FROM access_log", "TRUNCATE access_log",
])
def test_the_server_refuses_to_change_a_log(postgres_desk: str, statement: str) -> None:
    with open_store(postgres_desk) as store:
        store.record([Judgement.of("a", "b", Verdict.SAME, by="Ann", at="2025-09-13")])
        store.accounts.users.add("Ann", Role.READER, password=None, by="root", at="2025-09-13")
        before = store.decisions(), store.accounts.log()
        with psycopg.connect(postgres_desk) as other, pytest.raises(psycopg.Error, match="append-only"):
            other.execute(statement.encode())
        assert (store.decisions(), store.accounts.log()) == before
        assert store.log_is_locked()


@pytest.mark.parametrize("statement", [
    "DROP TRIGGER decisions_never_changed ON decisions", "ALTER TABLE access_log DISABLE TRIGGER ALL",
])
def test_a_lock_that_was_broken_open_is_seen(
    postgres_address: str, driver: psycopg.Connection, statement: str
) -> None:
    with open_store(postgres_address) as store:
        assert store.log_is_locked()
        driver.execute(statement.encode())
        assert not store.log_is_locked()
