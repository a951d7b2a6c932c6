"""How the files of tests are shared out among the processes that run them (pytest-xdist), and what those start with.

A process takes a file at a time. The files that take longest come first, and the small ones fill up what is left; there
is one process more than there are cores, since a test that waits for a browser, a server or a command uses none.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Generator
from compileall import compile_dir
from functools import cache
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
PACKAGE = TESTS.parent / "src"
# Files and folders that take half a minute and more, the longest first.
LONGEST = (
    "journeys/test_killed.py", "working/test_killed.py", "watching/test_world.py", "watching/test_killed.py",
    "journeys", "browser/test_hostile_text.py", "browser", "presentation/cli/test_whole_run.py", "fuzz",
    "engine/test_ray.py", "evaluation/speed", "presentation/web/api/test_schemathesis.py", "working", "watching",
    "store/test_killed.py", "store/postgres/test_killed.py", "sources/archive/test_killed.py", "backfilling",
    "linking/test_link.py", "linking/test_incremental.py", "linking/bulk", "reading", "tools", "evaluation", "store",
)


def pytest_configure(config: pytest.Config) -> None:
    """Have xdist keep the order of the files; by itself it begins with those of the most tests.

    The package is compiled once, too: hundreds of processes start in these tests, and where Python is told to write no
    bytecode (``PYTHONDONTWRITEBYTECODE``), each of them would compile what it imports. What pytest makes of the tests
    is kept as well: else each process that runs them would make it of all files, each time.
    """
    sys.dont_write_bytecode = False
    if hasattr(config.option, "loadscopereorder"):
        config.option.loadscopereorder = False
    if not hasattr(config, "workerinput"):
        compile_dir(PACKAGE, quiet=2)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Look for no rubbish while the tests are collected, nor afterwards in what that made: all of it stays to the end.

    To walk through twelve thousand tests and what they import took a third of the time of collecting them.
    """
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the files that take longest first; within a file all stays as it is."""
    items.sort(key=lambda item: turn(item.path))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int | None:
    """Say how many processes ``-n auto`` means; where the variable of xdist says it, that holds."""
    if "PYTEST_XDIST_AUTO_NUM_WORKERS" in os.environ:
        return None
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return cores + 1


@cache
def turn(file: Path) -> int:
    """Give the place of a file in the order: that of the first entry which is it, or holds it."""
    return next((n for n, entry in enumerate(LONGEST) if file.is_relative_to(TESTS / entry)), len(LONGEST))
