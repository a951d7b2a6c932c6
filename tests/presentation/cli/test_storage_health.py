"""The doctor says when what is kept is not safe: the desk, the archive, the room, the clock."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest

import builders as build
from vedette.model import ReadReport
from vedette.presentation.cli import storage_health
from vedette.presentation.cli.health import Check, check_health
from vedette.settings import Settings
from vedette.sources.archive import Archive
from vedette.store import open_store


@pytest.fixture
def desk(tmp_path: Path) -> Settings:
    file = tmp_path / "border.sqlite"
    fill(file, "2025-09-12T01:15:00+00:00")
    return Settings(desk=str(file))


def fill(file: Path, at: str) -> None:
    with open_store(str(file), clock=lambda: at) as store:
        report = build.report("The border was closed.")
        store.add([ReadReport(report=report, claims=(build.claim(report),))])


def check(settings: Settings, name: str) -> Check:
    (found,) = (one for one in check_health(settings) if one.name == name)
    return found


def test_a_whole_desk_is_said_to_be(desk: Settings) -> None:
    assert check(desk, "desk, byte by byte").detail == "whole"
    assert check(Settings(desk="nowhere.sqlite"), "desk, byte by byte").ok


def test_a_damaged_desk_is_a_problem(desk: Settings) -> None:
    file = Path(desk.desk)
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'claims'").fetchone()
    data = bytearray(file.read_bytes())
    data[4_096 * (page - 1):4_096 * (page - 1) + 64] = b"\xff" * 64
    file.write_bytes(data)
    found = check(desk, "desk, byte by byte")
    assert (found.ok, "damaged" in found.detail) == (False, True)


def test_a_desk_that_is_too_large_to_look_at_in_passing_is_no_problem(
    desk: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storage_health, "PATIENCE", -1.0)
    monkeypatch.setattr("vedette.store.sqlite.file_copy._STEPS", 1)
    found = check(desk, "desk, byte by byte")
    assert (found.ok, "too large" in found.detail) == (True, True)


def test_the_archive_is_told_of(desk: Settings, tmp_path: Path) -> None:
    assert "will be made" in check(desk, "archive").detail
    with Archive.open(tmp_path / "border.archive"):
        assert "0 files, 0 bytes; a watch is writing it" in check(desk, "archive").detail
    assert "writing" not in check(desk, "archive").detail


@pytest.mark.skipif(os.name == "nt", reason="permissions are others there")
def test_an_archive_that_cannot_be_written_is_a_problem(
    desk: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Archive.open(tmp_path / "border.archive").close()
    (tmp_path / "border.archive").chmod(0o500)
    if os.access(tmp_path / "border.archive", os.W_OK):  # root may write everywhere: say what others are told
        monkeypatch.setattr(os, "access", lambda path, mode: False)
    found = check(desk, "archive")
    (tmp_path / "border.archive").chmod(0o700)
    assert (found.ok, "cannot be written" in found.detail) == (False, True)


def test_a_file_in_the_place_of_the_archive_is_a_problem(desk: Settings, tmp_path: Path) -> None:
    (tmp_path / "border.archive").write_text("no folder")
    assert not check(desk, "archive").ok


def test_little_room_is_a_problem_and_names_the_place(
    desk: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert check(desk, "room on the disk").detail.endswith(f"GB at {tmp_path}")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=200_000_000))
    found = check(desk, "room on the disk")
    assert (found.ok, f"0.2 GB at {tmp_path}" in found.detail) == (False, True)
    assert "vedette archive retain" in found.fix


def test_a_clock_behind_the_newest_report_is_a_problem(desk: Settings, tmp_path: Path) -> None:
    assert check(desk, "clock").ok
    fill(tmp_path / "ahead.sqlite", "2199-01-01T00:00:00+00:00")
    found = check(Settings(desk=str(tmp_path / "ahead.sqlite")), "clock")
    assert (found.ok, "2199-01-01T00:00:00+00:00" in found.detail) == (False, True)
