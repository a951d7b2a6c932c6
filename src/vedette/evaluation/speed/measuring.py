"""One work in a process of its own: ``python -m vedette.evaluation.speed.measuring WHAT FOLDER CORES``.

Prints one JSON object. Whatever is loaded (pipeline, gazetteer, models) is loaded before the clock starts, but is in
the peak of memory, since it has to be there. Reading loads when the first report comes, so its clock starts some
reports later.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from vedette.evaluation.speed.clock import Clock
from vedette.evaluation.speed.memory import own_peak_mb
from vedette.evaluation.speed.result import Measured
from vedette.evaluation.speed.texts import Texts
from vedette.evaluation.speed.works import FIRST, WORKS, make_read_desk

PREPARE = "prepare"


def measure(what: str, texts: Texts, *, cores: int = 1) -> Measured:
    """Measure one work.

    Args:
        what: A name in :data:`vedette.evaluation.speed.works.WORKS`.
        texts: What it is done to.
        cores: On how many cores.
    """
    clock = Clock()
    reports, found = WORKS[what](texts, cores, clock)
    if reports < 1:
        raise ValueError(f"There are too few reports to measure '{what}': make more than {FIRST}.")
    return Measured(
        reports=reports, seconds=round(clock.seconds, 3), processor_seconds=round(clock.processor_seconds, 3),
        peak_mb=round(own_peak_mb(), 1), found=found,
    )


def keep_to(cores: int) -> None:
    """Keep this process and all that it starts on so many cores, the last ones; others are left to the system."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[-cores:])


def main(arguments: Sequence[str]) -> None:
    """Measure what is named, or prepare the desk that storing and linking begin with."""
    what, folder, cores = arguments
    texts = Texts(Path(folder))
    if what == PREPARE:
        make_read_desk(texts)
        return
    keep_to(int(cores))
    sys.stdout.write(json.dumps(asdict(measure(what, texts, cores=int(cores)))) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
