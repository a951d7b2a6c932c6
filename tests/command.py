"""Runs the command line in a process of its own, as a user's shell does.

:func:`vedette` is a fork of a program that has imported everything once for all. With ``anew``, or with a variable that
Python heeds when it starts, Python itself starts for it, which takes some seconds more.
"""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import command_forker
import vedette as package
from light_children import STARTUP
from vedette.samples import sample_files
from vedette.store import open_store

SAMPLES = [str(file) for file in sample_files()]
PROGRAM = [sys.executable, "-c", "from vedette.presentation.cli import main; main()"]
LONGEST = 300


def environment(**more: str) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("VEDETTE_")}
    path = os.pathsep.join((str(Path(package.__file__).parents[1]), STARTUP))
    return {**kept, "PYTHONPATH": path, "COLUMNS": "150", **more}


def vedette(
    *arguments: str, stdin: bytes = b"", anew: bool = False, **variables: str
) -> subprocess.CompletedProcess[str]:
    """Run the command to its end; give what it printed and told, and how it ended."""
    starts = anew or any(name.startswith("PYTHON") for name in variables)
    done = _started if starts else _forker().run
    code, printed, told = done(arguments, stdin, environment(**variables))
    return subprocess.CompletedProcess(arguments, code, printed.decode("utf-8"), told.decode("utf-8"))


def begin(*arguments: str) -> subprocess.Popen[bytes]:
    """Start the command and come back at once."""
    return subprocess.Popen(
        [*PROGRAM, *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env=environment(),
    )


def dump(desk: Path) -> list[dict[str, Any]]:
    with open_store(str(desk), read_only=True) as store:
        return list(store.dump())


def _started(arguments: tuple[str, ...], stdin: bytes, variables: dict[str, str]) -> tuple[int, bytes, bytes]:
    done = subprocess.run(
        [*PROGRAM, *arguments], input=stdin, capture_output=True, check=False, timeout=LONGEST, env=variables
    )
    return done.returncode, done.stdout, done.stderr


class _Forker:
    """The program that forks, for as long as these tests run."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, command_forker.__file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            env=environment(),
        )

    def run(self, arguments: tuple[str, ...], stdin: bytes, variables: dict[str, str]) -> tuple[int, bytes, bytes]:
        with tempfile.TemporaryDirectory(prefix="vedette-command-") as folder:
            files = {name: Path(folder, name) for name in ("stdin", "stdout", "stderr")}
            for file in files.values():
                file.write_bytes(b"")
            files["stdin"].write_bytes(stdin)
            order = {"arguments": arguments, "environment": variables, "folder": str(Path.cwd()), "longest": LONGEST}
            code = self._answer({**order, **{name: str(file) for name, file in files.items()}})
            return code, files["stdout"].read_bytes(), files["stderr"].read_bytes()

    def end(self) -> None:
        self._process.communicate()

    def _answer(self, order: dict[str, Any]) -> int:
        assert self._process.stdin and self._process.stdout
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())


@cache
def _forker() -> _Forker:
    made = _Forker()
    atexit.register(made.end)
    return made
