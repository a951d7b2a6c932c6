"""`vedette add` that is killed at any moment, again and again, and run to the end at last: the same desk."""

import json
import os
import signal
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from command import SAMPLES, begin, dump, vedette
from vedette.evaluation.made_reports import make_reports

# Seconds after the desk was seen to grow: while the next batch is read or written, and while events are put together.
DELAYS = (0.0, 0.3, 0.05)
EARLY = (0.8,)  # seconds after the start: while the program or the desk is made
SHORT = [file for file in SAMPLES if not file.endswith(".jsonl")]  # with a page, a feed and words in two languages
MADE = 150  # with the samples, three batches
LONGEST = 300.0


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Some samples, and many reports that are quickly read: this is about the desk."""
    file = tmp_path_factory.mktemp("made") / "made.jsonl"
    lines = [{"id": one.ref, "outlet": one.outlet, "text": one.text.partition("\n\n")[0]} for one in make_reports(MADE)]
    file.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    return [*SHORT, str(file)]


def reports_on(desk: Path) -> int:
    """Look into the file as it is now: it is whole at any moment."""
    if not desk.exists():
        return 0
    with closing(sqlite3.connect(desk, timeout=5)) as file:
        assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        tables = {name for (name,) in file.execute("SELECT name FROM sqlite_master")}
        return int(file.execute("SELECT count(*) FROM reports").fetchone()[0]) if "reports" in tables else 0


def kill_when_grown(desk: Path, inputs: list[str], *, delay: float) -> int:
    """Start adding, wait until the desk holds more than before, and a moment longer; kill; give the exit code."""
    before, started = reports_on(desk), time.monotonic()
    process = begin("add", *inputs, "--desk", str(desk))
    while process.poll() is None and reports_on(desk) <= before and time.monotonic() < started + LONGEST:
        time.sleep(0.02)
    time.sleep(delay)
    process.kill()
    return process.wait()


def kill_early(desk: Path, inputs: list[str], *, after: float) -> int:
    process = begin("add", *inputs, "--desk", str(desk))
    time.sleep(after)
    process.kill()
    return process.wait()


@pytest.mark.skipif(os.name != "posix", reason="only where a process can be killed at once")
def test_a_desk_whose_making_was_killed_again_and_again_is_the_clean_one(inputs: list[str], tmp_path: Path) -> None:
    clean, killed = tmp_path / "clean.sqlite", tmp_path / "killed.sqlite"
    endings = [kill_early(killed, inputs, after=after) for after in EARLY]
    grown = [reports_on(killed)]
    for delay in DELAYS:
        endings.append(kill_when_grown(killed, inputs, delay=delay))
        grown.append(reports_on(killed))
    assert endings.count(-signal.SIGKILL) >= 3, endings  # else this test has tested nothing
    assert grown == sorted(grown)  # what was there stays
    assert len(set(grown)) >= 3, grown  # and it was killed in between
    assert vedette("add", *inputs, "--desk", str(killed)).returncode == 0
    assert vedette("add", *inputs, "--desk", str(clean)).returncode == 0
    assert dump(killed) == dump(clean)
