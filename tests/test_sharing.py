"""What the tests themselves rest on: files that take long come first, and what is made once is made once."""

from __future__ import annotations

import gc
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import sharing
from made_once import made_once


def test_each_file_that_takes_long_is_there_and_is_named_before_the_folder_that_holds_it() -> None:
    entries = [sharing.TESTS / entry for entry in sharing.LONGEST]
    assert [entry for entry in entries if not entry.exists()] == []
    assert [sharing.turn(entry) for entry in entries] == [*range(len(entries))]


def test_what_takes_longest_comes_first_and_the_rest_stays_in_its_order() -> None:
    class Item:
        def __init__(self, name: str) -> None:
            self.path = sharing.TESTS / name

    names = ["access/test_a.py", "store/test_records.py", "journeys/test_killed.py", "alerting/test_b.py"]
    items: list[Any] = [Item(name) for name in names]
    sharing.pytest_collection_modifyitems(items)
    assert [str(item.path.relative_to(sharing.TESTS)) for item in items] == [names[2], names[1], names[0], names[3]]


def test_rubbish_is_looked_for_again_once_the_tests_are_collected_however_that_ended() -> None:
    collecting = sharing.pytest_collection()
    next(collecting)
    assert not gc.isenabled()
    with pytest.raises(SyntaxError):
        collecting.throw(SyntaxError())
    assert gc.isenabled() and gc.get_freeze_count() > 0


@pytest.mark.parametrize("variable", [None, "7"])
def test_whoever_says_how_many_processes_there_are_is_heard(
    monkeypatch: pytest.MonkeyPatch, variable: str | None
) -> None:
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0, 1}, raising=False)
    monkeypatch.delenv("PYTEST_XDIST_AUTO_NUM_WORKERS", raising=False)
    if variable is not None:
        monkeypatch.setenv("PYTEST_XDIST_AUTO_NUM_WORKERS", variable)
    assert sharing.pytest_xdist_auto_num_workers() == (3 if variable is None else None)


class Folders:
    """The temporary folders of one of the processes of a run."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def getbasetemp(self) -> Path:
        return self.folder


def test_whoever_asks_for_one_thing_at_a_time_gets_the_one_that_the_first_makes(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PYTEST_XDIST_WORKER", "gw0")
    made: list[Path] = []

    def make(file: Path) -> None:
        made.append(file)
        time.sleep(0.05)
        file.write_text("reports", encoding="utf-8")

    def asked(number: int) -> str:
        folders: Any = Folders(tmp_path / f"gw{number}")
        return made_once(folders, "desk", make).read_text(encoding="utf-8")

    with ThreadPoolExecutor(4) as processes:
        assert [*processes.map(asked, range(4))] == ["reports"] * 4
    assert len(made) == 1


def test_what_was_left_half_made_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "begun-desk").write_text("half")
    folders: Any = Folders(tmp_path)
    assert made_once(folders, "desk", lambda file: file.write_text("whole")).read_text() == "whole"
