"""What reports cost, and how a desk answers, while it grows: ``python -m vedette.evaluation.speed.sizes``.

One desk is filled with news that is read already (``made_news``), stored and linked as ``vedette add`` does; at each
size so many thousands more are added with the clock running, and then everything is asked that the pages ask.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, replace
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from vedette.desk import Desk
from vedette.evaluation.speed.clock import Clock
from vedette.evaluation.speed.grown import Grown
from vedette.evaluation.speed.made_news import make_news
from vedette.evaluation.speed.memory import own_peak_mb
from vedette.evaluation.speed.queries import TIMES, ask_all
from vedette.knowledge import load_knowledge
from vedette.model import ReadReport
from vedette.store import open_store

SIZES = (10_000, 100_000)
"""A million takes long and several GB of disk, so it is asked for: ``--sizes 10000,100000,1000000``."""
THOUSANDS, THOUSAND = 5, 1000
_FILLED, _WRITTEN = 1000, 64  # reports in one transaction: while the desk is filled, and as `Desk.add` writes them


def measure_sizes(sizes: Sequence[int], *, say: Callable[[str], None]) -> Iterator[Grown]:
    """Let a desk grow, in a process of its own.

    Args:
        sizes: How many reports it holds when it is measured, the smallest first.
        say: Is told each size as it was measured.
    """
    if not sizes:
        return
    command = [sys.executable, "-m", "vedette.evaluation.speed.sizes", "--sizes", ",".join(map(str, sizes))]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout or ():
            say(line.strip())
            yield Grown.from_plain(json.loads(line))
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)


def grow(
    sizes: Sequence[int], *, thousands: int = THOUSANDS, thousand: int = THOUSAND, times: int = TIMES
) -> Iterator[Grown]:
    """Let a desk grow in a temporary folder.

    Args:
        sizes: How many reports it holds when it is measured, the smallest first.
        thousands: How many thousands are added with the clock running, at each size.
        thousand: How many reports that is.
        times: How often each question is asked.
    """
    reports = make_news(max(sizes) + len(sizes) * thousands * thousand)
    with TemporaryDirectory() as folder:
        file = Path(folder) / "desk.sqlite"
        with open_store(str(file)) as store:
            desk = Desk(store, load_knowledge())
            for size in sizes:
                _fill(desk, islice(reports, max(0, size - store.counts()["reports"])))
                next_ones = [list(islice(reports, thousand)) for _ in range(thousands)]
                grown = _measured(desk, file, size, next_ones)
                yield replace(grown, answered=tuple(ask_all(store, times=times)))


def _fill(desk: Desk, reports: Iterator[ReadReport]) -> None:
    while portion := list(islice(reports, _FILLED)):
        desk.store.add(portion)
    desk.relink()


def _measured(desk: Desk, file: Path, size: int, thousands: Sequence[Sequence[ReadReport]]) -> Grown:
    counts = desk.store.counts()
    costs = [_add(desk, one) for one in thousands]
    return Grown(
        reports=size, claims=counts["claims"], events=counts["events"], storing=tuple(storing for storing, _ in costs),
        linking=tuple(linking for _, linking in costs), size_mb=round(_size_mb(file), 1),
        peak_mb=round(own_peak_mb(), 1), answered=(),
    )


def _add(desk: Desk, reports: Sequence[ReadReport]) -> tuple[float, float]:
    """Store reports and link them; give the seconds of processor time of each."""
    with Clock() as storing:
        for start in range(0, len(reports), _WRITTEN):
            desk.store.add(reports[start : start + _WRITTEN])
    with Clock() as linking:
        desk.relink()
    return round(storing.processor_seconds, 3), round(linking.processor_seconds, 3)


def _size_mb(file: Path) -> float:
    return sum(one.stat().st_size for one in file.parent.glob(f"{file.name}*")) / 1_000_000


def sizes_of(written: str) -> tuple[int, ...]:
    """Read sizes as they are written on the command line, the smallest first; zeros are left out.

    Example:
        >>> sizes_of("100000,10000"), sizes_of("0")
        ((10000, 100000), ())
    """
    return tuple(sorted(int(one) for one in written.split(",") if int(one)))


def main(arguments: Sequence[str]) -> None:
    """Let a desk grow and print a line of JSON for each size as it is measured."""
    parser = argparse.ArgumentParser(
        prog="python -m vedette.evaluation.speed.sizes",
        description="Measure what a thousand reports cost, and how a desk answers, while it grows.",
    )
    parser.add_argument(
        "--sizes", type=sizes_of, default=SIZES, metavar="NUMBERS",
        help=f"how many reports it holds when it is measured ({','.join(map(str, SIZES))})",
    )
    for grown in grow(parser.parse_args(arguments).sizes):
        sys.stdout.write(json.dumps(asdict(grown)) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
