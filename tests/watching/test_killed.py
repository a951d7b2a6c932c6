"""A watch that is killed (kill -9) hundreds of times, at any moment, ends up with what one that never was has."""

import os
import random
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

import watched_child
from vedette.sources.archive import Archive, verify
from vedette.store import open_store
from vedette.store.watching import VersionState

KILLS = 240


@pytest.mark.skipif(not hasattr(os, "fork"), reason="only where a process can be killed at once")
def test_a_watch_that_is_killed_again_and_again_loses_nothing_and_has_nothing_twice(tmp_path: Path):
    killed, whole = tmp_path / "killed", tmp_path / "whole"
    killed.mkdir()
    whole.mkdir()
    luck = random.Random(6)
    with runs() as run:
        # Each second one ends itself at a step that its seed names, the others are killed at any moment.
        endings = [
            run(killed, seed=number) if number % 2 else run(killed, kill_after=luck.uniform(0, 0.012))
            for number in range(KILLS)
        ]
        assert set(endings) == {-signal.SIGKILL}  # else this test has tested too little
        assert run(killed) == 0
        assert run(whole) == 0
    assert held(killed) == held(whole)
    assert [finding for finding in verify(killed / "archive") if finding.is_harm] == []


@contextmanager
def runs():
    """Give what runs a watch in a process of its own; all of them are children of one that has imported everything."""
    command = [sys.executable, watched_child.__file__]
    paths = os.pathsep.join(sys.path)
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": paths}
    ) as forker:

        def run(folder, *, seed="", kill_after=""):
            forker.stdin.write(f"{folder}|{seed}|{kill_after}\n")
            forker.stdin.flush()
            return int(forker.stdout.readline())

        yield run
        forker.stdin.close()


def held(folder: Path):
    """What a desk holds, without the moments: pages with their versions, and all reports."""
    with open_store(str(folder / "desk.sqlite")) as store, Archive.open(folder / "archive", read_only=True) as archive:
        book, pages = store.watching, {}
        assert book.waiting(1) == ()
        for article in watched_child.SteadyWorld(watched_child.WorldClock()).articles():
            page = book.page_at(article.listed_as)
            versions = book.versions(page.number)
            for version in versions:
                if version.place is not None:
                    archive.load(version.place)
            pages[article.address] = (page.state, [
                None if version.state is VersionState.GONE else store.report(version.report).text
                for version in versions
            ])
        return pages, list(store.dump()), book.backlog(at=watched_child.WorldClock().now()).pages
