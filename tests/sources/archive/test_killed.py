"""A process that is killed (kill -9) while it keeps pages leaves only whole ones, and every one that it told of."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import sys
from pathlib import Path

import pytest

import archive_filling
from vedette.sources.archive import Archive, Flaw, Kept, verify

KILLS = 60
PATIENCE = 60.0


@pytest.mark.skipif(not hasattr(os, "fork"), reason="only where a process can be killed at once")
def test_dozens_of_kills_lose_no_page_that_was_told_of_and_leave_none_half(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The server that forks these processes begins in this environment: with our modules loaded, each costs little.
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
    chance, told, torn = random.Random(20250912), list[Kept](), 0
    for kill in range(KILLS):
        told += keep_until_killed(folder, start=100 * kill, calls=chance.randrange(1, 45))
        torn += any(found.flaw is Flaw.TRUNCATED for found in verify(folder))
        with Archive.open(folder, limit=archive_filling.LIMIT) as archive:
            behind = [kept for kept, _, _ in archive.rest(*told[-1:])]
        assert len(behind) <= 1  # one page at a time can be kept and not told of
        told += behind
    with Archive.open(folder, read_only=True) as archive:
        pages = list(archive.rest())
        assert [kept for kept, _, _ in pages] == told
        for kept, page, _ in pages:
            assert page.body == archive_filling.page(int(page.url.rpartition("/")[2])).body
            assert archive.load(kept) == page
    assert list(verify(folder, known=told)) == []
    assert torn >= KILLS // 4, "hardly a kill met half a record: this test has tested too little"
    assert len({kept.file for kept in told}) > KILLS // 6


def keep_until_killed(folder: Path, *, start: int, calls: int) -> list[Kept]:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["archive_filling"])
    listener, teller = context.Pipe(duplex=False)
    process = context.Process(target=archive_filling.keep_until_killed, args=(folder, start, calls, teller))
    process.start()
    teller.close()
    process.join(PATIENCE)
    assert process.exitcode == -signal.SIGKILL
    process.close()
    with os.fdopen(os.dup(listener.fileno()), encoding="utf-8") as stream:
        lines = [line.split() for line in stream]
    listener.close()
    return [
        Kept(file=file, offset=int(offset), length=int(length), sha256=digest) for file, offset, length, digest in lines
    ]
