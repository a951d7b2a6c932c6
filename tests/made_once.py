"""What takes long to make and is only looked at: one process makes it for all that run the tests beside it.

A ``conftest.py`` of a room has what it needs by asking for these fixtures; whoever changes a desk copies it before.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from fcntl import LOCK_EX, flock
from pathlib import Path

import pytest


def made_once(folders: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """Give a file; the first process that asks for it makes it, meanwhile the others wait."""
    folder = folders.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent  # that of the whole run
    file, begun = folder / name, folder / f"begun-{name}"
    with (folder / f"{name}.lock").open("w") as lock:
        flock(lock, LOCK_EX)
        if not file.exists():
            begun.unlink(missing_ok=True)
            make(begun)
            begun.replace(file)
    return file


@pytest.fixture(scope="session")
def sample_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk to which the command added the sample reports."""
    from command import SAMPLES, vedette

    def add(desk: Path) -> None:
        done = vedette("add", *SAMPLES, "--desk", str(desk), anew=True)
        assert done.returncode == 0, done.stderr

    return made_once(tmp_path_factory, "samples.sqlite", add)


@pytest.fixture(scope="session")
def sample_lines(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What the command prints of the sample reports, in the form of lines for programs."""
    from command import SAMPLES, vedette

    def read(file: Path) -> None:
        done = vedette("read", *SAMPLES, "--format", "jsonl")
        assert done.returncode == 0, done.stderr
        file.write_text(done.stdout, encoding="utf-8")

    return made_once(tmp_path_factory, "samples.jsonl", read).read_text(encoding="utf-8")
