"""Rounds of measurements: A B C, A B C, ..., so that what slows the machine for a while slows all alike."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from vedette.evaluation.speed.measuring import PREPARE
from vedette.evaluation.speed.memory import held_mb
from vedette.evaluation.speed.result import Measured, Work
from vedette.evaluation.speed.texts import Texts

REFERENCE = Work(what="spacy", texts="mixed")
"""What everything on the same texts is compared with; measured at the beginning and at the end of each round."""
ONE_CORE = ("trafilatura", "collect", "tags", "read", "store", "link", "add", "add pages")
MORE_CORES = ("spacy", "read", "add")
ON_OUR_SUBJECTS = ("spacy", "tags", "read", "store", "link", "add")
_LOOK = 0.2  # seconds between two looks at the memory
# Libraries that calculate would else take all cores of the machine, where the system cannot be told to keep to one.
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
Say = Callable[[str], None]


def plan(cores: int) -> tuple[Work, ...]:
    """Say what is measured in a round.

    Args:
        cores: How many the machine has; what is measured on two is left out on one.

    Example:
        >>> [str(work) for work in plan(2) if work.cores == 2]
        ['spacy, mixed, 2 cores', 'read, mixed, 2 cores', 'add, mixed, 2 cores']
    """
    two = [Work(what=what, texts="mixed", cores=2) for what in MORE_CORES if cores > 1]
    one = [Work(what=what, texts="mixed") for what in ONE_CORE]
    return (REFERENCE, *one, *two, *(Work(what=what, texts="subject") for what in ON_OUR_SUBJECTS), REFERENCE)


def run_rounds(
    works: Sequence[Work], texts: Mapping[str, Texts], *, rounds: int, say: Say
) -> Iterator[tuple[tuple[Work, Measured], ...]]:
    """Measure every work once a round.

    Args:
        works: In this order.
        texts: By name.
        rounds: How many.
        say: Is told each measurement as it is made.

    Raises:
        ValueError: A work finds another number in one round than in another: it did not do the same.
    """
    for one in texts.values():
        _run(PREPARE, one, cores=1)
    found: dict[Work, int] = {}
    for number in range(rounds):
        done = []
        for work in works:
            measured = run_work(work, texts[work.texts])
            say(f"{number + 1}/{rounds} {work}: {measured.rate:.1f} reports/s, {measured.peak_mb:.0f} MB")
            if found.setdefault(work, measured.found) != measured.found:
                raise ValueError(f"'{work}' found {measured.found}, and {found[work]} in another round.")
            done.append((work, measured))
        yield tuple(done)


def run_work(work: Work, texts: Texts) -> Measured:
    """Measure a work in a process of its own, and the memory of all processes that this one starts."""
    written, most = _run(work.what, texts, cores=work.cores)
    measured = Measured(**json.loads(written))
    return replace(measured, peak_mb=max(measured.peak_mb, round(most, 1)))


def _run(what: str, texts: Texts, *, cores: int) -> tuple[str, float]:
    """Run a process to its end; give what it wrote and the most memory that it and its children were seen to hold."""
    command = [sys.executable, "-m", "vedette.evaluation.speed.measuring", what, str(texts.folder), str(cores)]
    threads = dict.fromkeys(_THREADS, "1")
    most = 0.0
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, **threads}) as process:
        while True:
            try:
                written, _ = process.communicate(timeout=_LOOK)
                break
            except subprocess.TimeoutExpired:
                most = max(most, held_mb(process.pid))
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return written, most

