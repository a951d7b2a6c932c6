"""A worker process as its owner sees it: items are sent to it, replies come back, and at some time it is gone."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from vedette.errors import EngineFailed

# Each worker is one core: libraries that would take all of them for one item only get into each other's way.
_ONE_THREAD = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS"), "1"
)


class Gone(Exception):
    """The worker is no more; says why."""


class Worker:
    """One process that does a step, started at once, and ready once :meth:`wait_ready` returns.

    It is a fresh interpreter and nobody's copy: no thread, lock or connection of its owner is in it, and a
    program without an ``if __name__ == "__main__"`` may own one. It ends by itself when its owner does.

    Args:
        step: The step, pickled.
    """

    def __init__(self, step: bytes) -> None:
        environment = {**os.environ, **_ONE_THREAD, "PYTHONPATH": os.pathsep.join(_import_path())}
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "vedette.engine.child"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            env=environment, start_new_session=True,  # a Ctrl-C is for the owner, who ends it
        )
        self._step = step

    def wait_ready(self) -> None:
        """Wait until the step is open.

        Raises:
            EngineFailed: The step cannot be opened; the next worker could not do it either.
            Gone: The process ended.
        """
        self._write(self._step)
        fault = self._read()
        if fault is not None:
            self.end()
            raise EngineFailed(f"The workers could not begin: {fault}")

    def send(self, item: bytes) -> None:
        """Send an item, pickled. Raises Gone."""
        self._write(item)

    def receive(self) -> tuple[Any, str | None]:
        """Wait for the next reply: a result, or why there is none. Raises Gone."""
        reply: tuple[Any, str | None] = self._read()
        return reply

    def kill(self) -> None:
        """End the process, whatever it does; who waits for a reply gets Gone."""
        with suppress(OSError):
            self._process.kill()

    def end(self) -> None:
        """End the process and let go of all that belongs to it."""
        self.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                stream and stream.close()

    def _write(self, data: bytes) -> None:
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(data)
            self._process.stdin.flush()
        except OSError as error:
            raise self._gone() from error

    def _read(self) -> Any:
        assert self._process.stdout is not None
        try:
            return pickle.load(self._process.stdout)
        except (EOFError, OSError, ValueError, pickle.UnpicklingError) as error:
            raise self._gone() from error

    def _gone(self) -> Gone:
        self.kill()  # if it only closed its channel, it is of no use either
        return Gone(_why(self._process.wait()))


def _import_path() -> list[str]:
    return [str(Path(entry or ".").absolute()) for entry in sys.path]


def _why(code: int) -> str:
    if code >= 0:
        return f"the process that worked on it ended with code {code}"
    try:
        name = signal.Signals(-code).name
    except ValueError:
        name = f"signal {-code}"
    hint = ", perhaps because memory ran out" if name == "SIGKILL" else ""
    return f"the process that worked on it was ended by {name}{hint}"
