"""Memory is that of a process and of all that it started."""

from __future__ import annotations

import subprocess
import sys

import pytest

from vedette.evaluation.speed.memory import family, held_mb, own_peak_mb

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux tells of other processes")
# Holds 80 MB in a child of its own child, says so, and waits for the end of its input.
_HOLDS = (
    "import subprocess, sys; subprocess.run([sys.executable, '-c', "
    "'x = bytearray(b\"x\" * 80_000_000); print(len(x), flush=True); input()'])"
)


def test_what_a_grandchild_holds_is_counted() -> None:
    with subprocess.Popen([sys.executable, "-c", _HOLDS], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None and process.stdin is not None
        assert process.stdout.readline() == b"80000000\n"
        assert len(list(family(process.pid))) == 2
        assert 80 < held_mb(process.pid) < 250
        process.stdin.write(b"\n")
        process.stdin.flush()
    assert held_mb(process.pid) == 0


def test_the_peak_of_this_process_is_at_least_what_it_holds() -> None:
    assert own_peak_mb() > 20
