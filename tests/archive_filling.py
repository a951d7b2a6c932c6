"""Keeps pages in an archive until it is killed, and tells of each; for a process of its own."""

from __future__ import annotations

import os
import random
import signal
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from vedette.sources.archive import Archive
from vedette.sources.web import FetchedPage

LIMIT = 150_000
NIGHT = "2025-09-12T01:15:00+00:00"
_PIECE = 4_000  # bytes that one write takes, so that a kill can meet half a record


def page(number: int) -> FetchedPage:
    """Make a page whose bytes do not pack."""
    body = random.Random(number).randbytes(30_000)
    return FetchedPage(url=f"https://post.example/{number}", status=200, content_type="text/html", body=body)


def keep_until_killed(folder: Path, start: int, calls: int, teller: Connection) -> None:
    """Keep pages, numbered from ``start``; be killed at this many calls of the system, or by whoever waits."""
    left = iter(range(calls, -1, -1))

    def counted(call: Callable[..., Any]) -> Callable[..., Any]:
        def counting(handle: int, *rest: Any) -> Any:
            if next(left) == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return call(handle, *rest)

        return counting

    write = os.write
    with Archive.open(folder, limit=LIMIT) as archive:
        os.write = counted(lambda handle, data: write(handle, bytes(data[:_PIECE])))  # type: ignore[assignment]
        os.fsync, os.ftruncate = counted(os.fsync), counted(os.ftruncate)
        for number in range(start, start + 10_000):
            kept = archive.keep(page(number), at=NIGHT)
            write(teller.fileno(), f"{kept.file} {kept.offset} {kept.length} {kept.sha256}\n".encode())
