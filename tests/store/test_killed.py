"""A desk that is killed (kill -9) at any moment holds whole reports, and goes on where it stopped."""

import os
import signal
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

import desk_filling
from vedette.errors import StoreError
from vedette.store import open_store

# Parts of the time that filling a desk takes on this machine, now; the first ones hit it while it is made.
MOMENTS = (0.0, 0.02, 0.05, 0.1, 0.15, 0.03, 0.3, 0.12, 0.45, 0.04, 0.6, 0.06, 0.35, 0.25, 0.1)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="only where a process can be killed at once")
def test_a_desk_that_is_killed_again_and_again_ends_up_the_same(tmp_path: Path):
    killed, whole = tmp_path / "killed.sqlite", tmp_path / "whole.sqlite"
    began = time.monotonic()
    assert kill_after(None, file=whole) == 0
    takes = time.monotonic() - began
    endings, grown = [], []
    for moment in MOMENTS:
        endings.append(kill_after(moment * takes, file=killed))
        grown.append(check(killed))
    assert endings.count(-signal.SIGKILL) >= len(MOMENTS) // 2  # else this test has tested nothing
    assert len({count for count in grown if 0 < count < desk_filling.BATCHES * desk_filling.REPORTS}) > 0
    assert grown == sorted(grown)  # what was there stays
    desk_filling.fill(killed)
    assert check(killed) == desk_filling.BATCHES * desk_filling.REPORTS
    with open_store(str(killed)) as survivor, open_store(str(whole)) as quiet:
        assert survivor.is_linked()
        assert list(survivor.dump()) == list(quiet.dump())


def kill_after(moment: float | None, *, file: Path) -> int | None:
    with desk_filling.filling(file) as process:
        process.join(moment)
        process.kill()
        process.join()
        return process.exitcode


def check(file: Path) -> int:
    """Look into the file as the killed process left it, and count its reports."""
    read = read_only(file)
    with closing(sqlite3.connect(file)) as desk:
        assert desk.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert desk.execute("PRAGMA foreign_key_check").fetchall() == []
        if not desk.execute("SELECT 1 FROM sqlite_master").fetchone():
            assert read is None
            return 0  # killed before the desk was made: an empty file
        desk.execute("INSERT INTO reports_words(reports_words, rank) VALUES('integrity-check', 1)")
        reports = desk.execute("SELECT count(c.id) FROM reports r LEFT JOIN claims c ON c.report = r.id GROUP BY r.id")
        claims = [count for (count,) in reports]
        assert set(claims) <= {desk_filling.CLAIMS}
        assert len(claims) % desk_filling.REPORTS == 0  # whole batches, too
        (found,) = desk.execute("SELECT count(*) FROM reports_words WHERE reports_words MATCH 'border'").fetchone()
        assert read == found == len(claims)
        return len(claims)


def read_only(file: Path) -> int | None:
    """Count the reports as a reader does who comes first after the kill and may not repair anything."""
    try:
        with open_store(str(file), read_only=True) as reader:
            return reader.counts()["reports"]
    except StoreError:
        return None
