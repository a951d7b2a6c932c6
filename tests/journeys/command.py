"""Runs the command line in a process of its own, as a user's shell does."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import vedette as package
from vedette.samples import sample_files
from vedette.store import open_store

SAMPLES = [str(file) for file in sample_files()]
PROGRAM = [sys.executable, "-c", "from vedette.presentation.cli import main; main()"]


def environment(**more: str) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("VEDETTE_")}
    return {**kept, "PYTHONPATH": str(Path(package.__file__).parents[1]), "COLUMNS": "150", **more}


def vedette(*arguments: str, stdin: bytes = b"", **variables: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [*PROGRAM, *arguments], input=stdin, capture_output=True, check=False, timeout=300, env=environment(**variables)
    )
    printed, told = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    return subprocess.CompletedProcess(done.args, done.returncode, printed, told)


def begin(*arguments: str) -> subprocess.Popen[bytes]:
    """Start the command and come back at once."""
    return subprocess.Popen(
        [*PROGRAM, *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env=environment(),
    )


def dump(desk: Path) -> list[dict[str, Any]]:
    with open_store(str(desk), read_only=True) as store:
        return list(store.dump())
