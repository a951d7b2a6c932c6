"""A desk on a server whose writer is killed (kill -9) at any moment holds whole batches, and goes on where it was."""

import os
import random
import signal
import time
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest

import desk_filling
from vedette.store import open_store

# So many kills, and so many further reports before each: by what is done, since computers differ.
KILLS, BETWEEN, BATCHES = 3, (20, 100), 24
LONGEST = 120.0


@pytest.mark.skipif(not hasattr(os, "fork"), reason="only where a process can be killed at once")
def test_a_desk_whose_writer_is_killed_again_and_again_ends_up_the_same(
    postgres_address: str, tmp_path: Path
):
    luck, whole = random.Random(8), tmp_path / "whole.sqlite"
    with psycopg.connect(postgres_address, autocommit=True) as looking:
        kill_when(postgres_address, lambda: is_writing(looking))  # while the desk is made
        grown = [0]
        for _ in range(KILLS):
            more = grown[-1] + luck.randint(*BETWEEN)
            kill_when(postgres_address, lambda more=more: count_reports(looking) >= more, late=luck.uniform(0, 0.05))
            grown.append(check_on_server(postgres_address, looking))
            # What was there stays, and there was still something to do.
            assert more <= grown[-1] < BATCHES * desk_filling.REPORTS
    desk_filling.fill(postgres_address, BATCHES)
    desk_filling.fill(whole, BATCHES)
    with open_store(postgres_address) as survivor, open_store(str(whole)) as quiet:
        assert survivor.is_linked()
        assert list(survivor.dump()) == list(quiet.dump())


def kill_when(address: str, moment: Callable[[], bool], *, late: float = 0.0) -> None:
    """Have a process fill a desk, and kill it in the midst of that, so many seconds after a moment was seen."""
    with desk_filling.filling(address, BATCHES) as process:
        end = time.monotonic() + LONGEST
        while not moment():
            assert process.is_alive() and time.monotonic() < end
            time.sleep(0.001)
        time.sleep(late)
        process.kill()
        process.join()
        assert process.exitcode == -signal.SIGKILL


def is_writing(looking: psycopg.Connection) -> bool:
    """Say whether somebody else has written something that is not committed yet."""
    found = looking.execute("SELECT count(*) FROM pg_stat_activity WHERE backend_xid IS NOT NULL").fetchone()
    return found is not None and found[0] > 0


def count_reports(looking: psycopg.Connection) -> int:
    try:
        found = looking.execute("SELECT count(*) FROM reports").fetchone()
    except psycopg.errors.UndefinedTable:
        return 0  # killed before the desk was made
    assert found is not None
    return found[0]


def check_on_server(address: str, looking: psycopg.Connection) -> int:
    """Look into the desk as a reader does who comes right after the kill, and count its reports."""
    with open_store(address, read_only=True) as reader:
        assert reader.look_whether_sound()
        counts = reader.counts()
    told = looking.execute("SELECT count(c.id) FROM reports r LEFT JOIN claims c ON c.report = r.id GROUP BY r.id")
    assert {claims for (claims,) in told} <= {desk_filling.CLAIMS}
    assert counts["reports"] % desk_filling.REPORTS == 0  # whole batches
    assert counts["quarantined"] == counts["reports"] // desk_filling.REPORTS
    return counts["reports"]
