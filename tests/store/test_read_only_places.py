"""A desk on a disk or in a folder that nobody may write: what is said, and what can be done about it."""

import sqlite3
from contextlib import closing

import pytest

from vedette.errors import StoreError
from vedette.store import open_store
from vedette.store.sqlite import faults
from vedette.store.sqlite.connection import connect


@pytest.fixture
def frozen(monkeypatch):
    """Let the file system say that nobody may write, as it does to all but the superuser."""
    monkeypatch.setattr(faults.os, "access", lambda path, mode: False)


def cannot_be_opened():
    """Give SQLite's own error on a file that it may not open."""
    with pytest.raises(sqlite3.OperationalError) as caught:
        sqlite3.connect("file:/nowhere/at/all.sqlite?mode=rw", uri=True)
    return caught.value


@pytest.mark.usefixtures("frozen")
def test_a_desk_that_cannot_be_made_there_is_said_to_be_so(tmp_path):
    said = faults.sentence(cannot_be_opened(), tmp_path / "desk.sqlite")
    assert "desk.sqlite cannot be made: its folder or its disk is read-only" in said
    assert "give another place" in said


@pytest.mark.usefixtures("frozen")
def test_what_a_writer_left_on_a_disk_that_is_read_only_now_is_named(tmp_path):
    for name in ("desk.sqlite", "desk.sqlite-wal"):
        (tmp_path / name).touch()
    said = faults.sentence(cannot_be_opened(), tmp_path / "desk.sqlite")
    assert "desk.sqlite-wal" in said and "copy both files" in said


def test_a_folder_that_is_not_there_is_not_said_to_be_read_only(tmp_path):
    said = faults.sentence(cannot_be_opened(), tmp_path / "gone" / "desk.sqlite")
    assert "Check that the file and its folder are there" in said


def test_writing_where_one_may_only_read_says_who_has_to_be_asked(file):
    open_store(str(file)).close()
    with (
        closing(connect(file, mode="ro")) as connection, pytest.raises(StoreError) as caught,
        faults.explained_file(file),
    ):
        connection.execute("CREATE TABLE another (name TEXT)")
    assert str(caught.value) == (
        f"{file} cannot be written to: the file, its folder or its disk is read-only, or it was opened only to read. "
        "Check who may write there, or work on a copy of the desk in another place."
    )
