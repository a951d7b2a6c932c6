"""What a file must be to be a desk, and what is said when it is not."""

import os
import sqlite3
import threading

import pytest

import builders as build
from stores import ON_SQLITE
from vedette.errors import StoreError
from vedette.model import ReadReport
from vedette.store import open_store, tables
from vedette.store.sqlite import connection

pytestmark = pytest.mark.usefixtures("every_migration")


def one_report():
    return [ReadReport(report=build.report(), claims=())]


def test_a_desk_is_made_where_there_is_none_and_found_again(file):
    with open_store(str(file)) as store:
        store.add(one_report())
    with open_store(f"sqlite:///{file}") as store:
        assert store.counts()["reports"] == 1


def test_an_empty_file_becomes_a_desk(file):
    file.touch()
    with open_store(str(file)) as store:
        assert store.add(one_report()) == 1


@pytest.mark.parametrize("content", [b"hello", b"Poland closed its border. " * 1000, b"SQLite format 3\x00 torn" * 99])
@pytest.mark.parametrize("read_only", [False, True])
def test_what_is_no_database_is_named_and_left_alone(file, content, read_only):
    file.write_bytes(content)
    with pytest.raises(StoreError, match=r"desk\.sqlite"):
        open_store(str(file), read_only=read_only)
    assert file.read_bytes() == content
    assert [path.name for path in file.parent.iterdir()] == [file.name]


@pytest.mark.parametrize("read_only", [False, True])
def test_the_database_of_another_program_is_left_alone(file, read_only):
    other = sqlite3.connect(file)
    other.executescript("CREATE TABLE reports(id); CREATE TABLE alembic_version(version_num)")
    other.close()
    before = file.read_bytes()
    with pytest.raises(StoreError, match="another program"):
        open_store(str(file), read_only=read_only)
    assert file.read_bytes() == before


@pytest.mark.parametrize("read_only", [False, True])
def test_a_desk_of_a_newer_vedette_says_which_and_what_to_do(file, read_only):
    open_store(str(file)).close()
    with sqlite3.connect(file) as newer:
        newer.execute("UPDATE alembic_version SET version_num = '0999'")
    newer.close()
    with pytest.raises(StoreError, match=rf"schema 0999.*up to {tables.SCHEMA}.*Update Vedette"):
        open_store(str(file), read_only=read_only)


def test_a_desk_that_is_not_finished_is_not_read(file):
    file.touch()
    with pytest.raises(StoreError, match="'vedette events' on the same desk brings it up to date"):
        open_store(str(file), read_only=True)
    assert file.read_bytes() == b""


def test_reading_makes_no_desk(file):
    with pytest.raises(StoreError, match=r"There is no desk at .*vedette add"):
        open_store(str(file), read_only=True)
    assert not file.exists()


def test_a_folder_is_no_desk(tmp_path):
    with pytest.raises(StoreError, match="is a folder"):
        open_store(str(tmp_path))


def test_a_folder_that_cannot_be_made_is_named(file):
    file.touch()
    with pytest.raises(StoreError, match="cannot be made"):
        open_store(str(file / "under" / "desk.sqlite"))


def test_a_desk_opened_to_read_is_not_written(file):
    with open_store(str(file)) as store:
        store.add(one_report())
    with open_store(str(file), read_only=True) as store:
        assert len(store.search("border")) == 1
        with pytest.raises(StoreError, match="cannot be written"):
            store.add([ReadReport(report=build.report("Another."), claims=())])
        with pytest.raises(StoreError, match="cannot be written"):
            store.replace_events([], [])
        assert store.counts()["reports"] == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_desk_in_a_folder_that_nobody_may_write_is_read(file):
    with open_store(str(file)) as store:
        store.add(one_report())
    file.chmod(0o444)
    file.parent.chmod(0o555)
    try:
        with open_store(str(file), read_only=True) as store:
            assert store.counts()["reports"] == 1
        with open_store(str(file)) as store, pytest.raises(StoreError, match="can only be read"):
            store.add([ReadReport(report=build.report("Another."), claims=())])
    finally:
        file.parent.chmod(0o755)


def test_a_frozen_folder_is_read_without_the_files_of_a_writer(file, monkeypatch):
    with open_store(str(file)) as store:
        store.add(one_report())
    monkeypatch.setattr(connection.os, "access", lambda path, mode: False)
    with open_store(str(file), read_only=True) as store:
        assert store.counts()["reports"] == 1
        assert [path.name for path in file.parent.iterdir()] == [file.name]


@ON_SQLITE
def test_a_full_disk_is_said_and_nothing_is_half_written(store):
    store.add(one_report())
    big = [ReadReport(report=build.report("border " * 100_000, ref="big"), claims=())]
    with store._book.engine.connect() as held:
        driver = held.connection.driver_connection
        (pages,) = driver.execute("PRAGMA page_count").fetchone()
        driver.execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(StoreError, match="is full"):
        store.add(big)
    with store._book.engine.connect() as held:
        held.connection.driver_connection.execute("PRAGMA max_page_count = 1000000")
    assert store.counts()["reports"] == 1
    assert store.add(big) == 1


def test_a_desk_that_somebody_else_is_writing_is_said_to_be_in_use(file, monkeypatch):
    monkeypatch.setattr(connection, "PATIENCE", 0.05)
    with open_store(str(file)) as store:
        other = sqlite3.connect(file, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="in use by another process"):
            store.add(one_report())
        assert store.counts()["reports"] == 0  # reading goes on
        other.close()
        assert store.add(one_report()) == 1


def test_a_damaged_desk_is_said_to_be_damaged(file):
    with open_store(str(file)) as store:
        store.add([ReadReport(report=build.report(f"{number} " + "border " * 500), claims=()) for number in range(50)])
    content = bytearray(file.read_bytes())
    content[8192:] = b"\xff" * (len(content) - 8192)
    file.write_bytes(bytes(content))
    with pytest.raises(StoreError, match="damaged"), open_store(str(file), read_only=True) as store:
        list(store.reports())


def test_several_may_make_the_same_desk_at_once(file):
    failures = []

    def make(number):
        try:
            with open_store(str(file)) as store:
                store.add([ReadReport(report=build.report(f"Report {number}."), claims=())])
        except Exception as error:
            failures.append(error)

    makers = [threading.Thread(target=make, args=(number,)) for number in range(6)]
    for maker in makers:
        maker.start()
    for maker in makers:
        maker.join()
    assert failures == []
    with open_store(str(file)) as store:
        assert store.counts()["reports"] == 6


@ON_SQLITE
def test_what_was_written_survives_a_kill_but_need_not_survive_a_power_cut(store):
    with store._book.engine.connect() as held:
        settings = {
            name: held.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    assert settings == {"journal_mode": "wal", "synchronous": 1, "foreign_keys": 1}
