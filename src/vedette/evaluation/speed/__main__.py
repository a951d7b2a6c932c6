"""The bench: ``python -m vedette.evaluation.speed``.

Makes texts, measures in rounds, lets a desk grow, keeps all numbers as JSON with machine and commit, and writes the
section of docs/benchmarks.md from them. ``--page FILE.json`` writes the section from a result that is kept;
``--grown FILE`` takes the desk that grows from what ``python -m vedette.evaluation.speed.sizes`` printed before.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from vedette.errors import InputError, UsageError
from vedette.evaluation.machine import this_machine
from vedette.evaluation.speed.grown import load_grown
from vedette.evaluation.speed.page import speed_section
from vedette.evaluation.speed.result import Result, load_result
from vedette.evaluation.speed.rounds import plan, run_rounds
from vedette.evaluation.speed.sizes import SIZES, measure_sizes, sizes_of
from vedette.evaluation.speed.texts import Texts, made, told
from vedette.evaluation.speed.works import FIRST
from vedette.evaluation.written_section import write_section
from vedette.model import Report

PAGE = Path("docs/benchmarks.md")
RESULTS = Path("bench-results")
REPORTS, ON_OUR_SUBJECTS, ROUNDS = 1000, 200, 5
_OPTIONS = {"mixed": "--reports", "subject": "--on-our-subjects"}


def run_bench(counts: Mapping[str, int], *, rounds: int, sizes: Sequence[int]) -> Result:
    """Measure everything.

    Args:
        counts: How many reports of each kind: ``mixed`` and ``subject``.
        rounds: How often.
        sizes: How many reports the desk that grows holds when it is measured; none leaves it out.

    Raises:
        UsageError: There are too few reports of a kind to measure.
    """
    _refuse_too_few(counts)
    machine = this_machine()
    reports = {name: list(made(name, count)) for name, count in counts.items()}
    with TemporaryDirectory() as folder:
        texts = _written(Path(folder), reports)
        measured = tuple(run_rounds(plan(machine.cores), texts, rounds=rounds, say=_say))
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return Result(
        machine=machine, at=now, texts=tuple(told(name, some) for name, some in reports.items()), rounds=measured,
        grown=tuple(measure_sizes(sizes, say=_say)),
    )


def main(arguments: Sequence[str]) -> int:
    """Run the bench and write what it found; give the status to end with."""
    given = _parser().parse_args(arguments)
    try:
        result = load_result(given.page) if given.page else _measured(given)
    except (InputError, UsageError) as error:
        _say(str(error))
        return 2
    section = speed_section(result)
    if PAGE.exists() and not given.no_page:
        write_section(PAGE, "speed", section)
    sys.stdout.write(f"{section}\n")
    return 0


def _measured(given: argparse.Namespace) -> Result:
    counts = {"mixed": given.reports, "subject": given.on_our_subjects}
    grown = load_grown(given.grown) if given.grown else None
    result = run_bench(counts, rounds=given.rounds, sizes=given.sizes if grown is None else ())
    if grown is not None:
        result = replace(result, grown=grown)
    _keep(result, given.json or RESULTS / f"{result.at.replace(':', '')[:17]}.json")
    return result


def _refuse_too_few(counts: Mapping[str, int]) -> None:
    """Refuse before anything is made what would fail after minutes: a clock that starts behind the last report."""
    few = [f"{_OPTIONS[name]} {count}" for name, count in counts.items() if count <= FIRST]
    if few:
        raise UsageError(
            f"{' and '.join(few)} is too few: the clock starts when {FIRST} reports of a kind were read, and there "
            f"have to be more to measure. Give {FIRST + 1} or more."
        )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m vedette.evaluation.speed",
        description="Measure speed and memory, beside spaCy and trafilatura on the same texts.",
    )
    parser.add_argument("--reports", type=int, default=REPORTS, metavar="NUMBER", help=f"of mixed news ({REPORTS})")
    parser.add_argument(
        "--on-our-subjects", type=int, default=ON_OUR_SUBJECTS, metavar="NUMBER",
        help=f"reports that are all on our subjects ({ON_OUR_SUBJECTS})",
    )
    parser.add_argument("--rounds", type=int, default=ROUNDS, metavar="NUMBER", help=f"how often ({ROUNDS})")
    parser.add_argument(
        "--sizes", type=sizes_of, default=SIZES, metavar="NUMBERS",
        help=f"reports on the desk that grows ({','.join(map(str, SIZES))}); 0 leaves it out",
    )
    parser.add_argument("--grown", type=Path, metavar="FILE", help="take that desk from what speed.sizes printed")
    parser.add_argument("--json", type=Path, metavar="FILE", help="where all numbers go (bench-results/TIME.json)")
    parser.add_argument("--page", type=Path, metavar="FILE.json", help="write the page from this, measure nothing")
    parser.add_argument("--no-page", action="store_true", help="leave docs/benchmarks.md as it is")
    return parser


def _written(folder: Path, reports: Mapping[str, Sequence[Report]]) -> dict[str, Texts]:
    return {name: Texts.write(folder / name, some) for name, some in reports.items()}


def _keep(result: Result, file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(result.to_json(), encoding="utf-8")
    _say(f"All numbers are in {file}.")


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
