"""How much memory a process and all its children hold at one moment."""

from __future__ import annotations

import resource
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

_PROC = Path("/proc")
_MB = 1_000_000


def held_mb(pid: int) -> float:
    """Add up what a process and its children, and theirs, hold now; 0 where the system does not tell.

    What several of them share (libraries, the files of a model) is counted in each, so that of many processes it is
    rather too much than too little.

    Example:
        >>> import os, sys
        >>> held_mb(os.getpid()) > 5 or not sys.platform.startswith("linux")
        True
    """
    return sum(_resident(one) for one in family(pid)) * 1024 / _MB


def family(pid: int) -> Iterator[int]:
    """Give a process and all that come from it; those that end meanwhile are left out."""
    yield pid
    for children in (_PROC / str(pid) / "task").glob("*/children"):
        with suppress(OSError):
            for child in children.read_text(encoding="ascii").split():
                yield from family(int(child))


def own_peak_mb() -> float:
    """Give the most memory that this process held at any moment."""
    # Linux counts into ru_maxrss what the parent held when it forked; VmHWM is of this program alone.
    if kilobytes := _status("self", "VmHWM"):
        return kilobytes * 1024 / _MB
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / _MB if sys.platform == "darwin" else peak * 1024 / _MB


def _resident(pid: int) -> int:
    return _status(str(pid), "VmRSS")


def _status(process: str, name: str) -> int:
    """Read a number of kilobytes from what the system tells of a process; 0 where it tells nothing."""
    with suppress(OSError, ValueError):
        for line in (_PROC / process / "status").read_text(encoding="utf-8").splitlines():
            if line.startswith(f"{name}:"):
                return int(line.split()[1])
    return 0
