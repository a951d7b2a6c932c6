"""Speed and memory, beside plain spaCy in the same run: ``python -m vedette.evaluation.bench``.

Makes reports out of the samples, measures spaCy alone, ``read`` and ``add`` on them, each
in a process of its own so that its peak of memory is its own, and repeats it in turn on a
smaller part to tell how far such numbers vary. Writes ``docs/benchmarks.md``, where there
is one, and a file with all of it and the machine.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from vedette.evaluation.machine import Machine, this_machine
from vedette.evaluation.made_reports import make_mixed, make_reports, write_reports
from vedette.evaluation.measuring import Measurement
from vedette.evaluation.ordinary import read_ordinary
from vedette.evaluation.speed_page import speed_section, with_section
from vedette.evaluation.split import Part, in_part

WHAT = ("spacy", "tags", "read", "add")
MIXED = ("spacy", "tags", "read")
REPEATS, REPEATED_REPORTS = 3, 100
ORDINARY = Path("corpus/ordinary/en.lines")
PAGE = Path("docs/benchmarks.md")
RESULTS = Path("bench-results")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """One run: every thing measured once on all reports, some times on a part of them, and once on mixed news."""

    machine: Machine
    at: str
    once: tuple[Measurement, ...]
    repeated: tuple[Measurement, ...]
    mixed: tuple[Measurement, ...]


def run_bench(reports: int) -> Bench:
    """Measure everything, in turn.

    Args:
        reports: On how many reports.
    """
    with TemporaryDirectory() as folder:
        whole, part, mix = (Path(folder) / f"{name}.jsonl" for name in ("whole", "part", "mixed"))
        write_reports(whole, make_reports(reports))
        write_reports(part, make_reports(min(reports, REPEATED_REPORTS)))
        # Ordinary paragraphs that the looks did not learn from.
        write_reports(mix, make_mixed(reports, in_part(read_ordinary(ORDINARY), Part.TEST)))
        once = tuple(_measured(what, whole) for what in WHAT)
        repeated = tuple(_measured(what, part) for _ in range(REPEATS) for what in WHAT)
        mixed = tuple(_measured(what, mix) for what in MIXED)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return Bench(machine=this_machine(), at=now, once=once, repeated=repeated, mixed=mixed)


def _measured(what: str, file: Path) -> Measurement:
    command = [sys.executable, "-m", "vedette.evaluation.measuring", what, str(file)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    _say(f"{what}: {done.stdout.strip()}")
    return Measurement(**json.loads(done.stdout))


def main(arguments: Sequence[str]) -> None:
    """Run the bench and write what it found."""
    parser = argparse.ArgumentParser(
        prog="python -m vedette.evaluation.bench", description="Measure speed and memory, beside plain spaCy."
    )
    parser.add_argument("--reports", type=int, default=2000, metavar="NUMBER", help="how many reports (2000)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="where all numbers go (bench-results/TIME.json)")
    parser.add_argument("--no-page", action="store_true", help="leave docs/benchmarks.md as it is")
    given = parser.parse_args(arguments)
    bench = run_bench(given.reports)
    section = speed_section(bench.once, bench.repeated, bench.mixed, machine=bench.machine, at=bench.at)
    file = given.json or RESULTS / f"{bench.at.replace(':', '')[:17]}.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(asdict(bench), indent=2) + "\n", encoding="utf-8")
    if PAGE.exists() and not given.no_page:
        PAGE.write_text(with_section(PAGE.read_text(encoding="utf-8"), section), encoding="utf-8")
    sys.stdout.write(f"{section}\n")
    _say(f"All numbers are in {file}.")


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
