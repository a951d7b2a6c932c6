"""Public benchmarks by command: ``python -m vedette.evaluation.public --data DIR``."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from vedette.errors import VedetteError
from vedette.evaluation.machine import this_machine
from vedette.evaluation.public import BENCHMARKS, Result, run_public
from vedette.evaluation.public_page import public_section, public_table, with_public_section

PAGE = Path("docs/benchmarks.md")
VARIABLE = "VEDETTE_BENCH_DATA"


def main(arguments: Sequence[str]) -> int:
    """Run the benchmarks and write what they gave; without data, say so and be done."""
    given = _parser().parse_args(arguments)
    folder = given.data or os.environ.get(VARIABLE)
    if not folder:
        _say(f"Public benchmarks are left out: their data is not part of Vedette; name its folder in {VARIABLE}.")
        return 0
    only = tuple(name for name in given.only.split(",") if name)
    results: list[Result] = []
    try:
        for name in only or BENCHMARKS:
            began = time.perf_counter()
            results += run_public(Path(folder), only=(name,), limit=given.limit)
            _say(f"{name}: {time.perf_counter() - began:.0f} s")
    except VedetteError as error:
        _say(str(error))
        return error.exit_code
    sys.stdout.write(f"{public_table(results)}\n")
    if PAGE.exists() and not (given.no_page or only or given.limit):
        section = public_section(results, machine=this_machine(), at=datetime.now(UTC).isoformat(timespec="seconds"))
        PAGE.write_text(with_public_section(PAGE.read_text(encoding="utf-8"), section), encoding="utf-8")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m vedette.evaluation.public",
        description="Measure Vedette on public benchmarks. docs/benchmarks.md is written when all is measured.",
    )
    parser.add_argument("--data", metavar="DIR", help=f"the folder with the benchmarks (or {VARIABLE})")
    parser.add_argument("--only", default="", metavar="NAMES", help=f"some of: {','.join(BENCHMARKS)}")
    parser.add_argument("--limit", type=int, metavar="NUMBER", help="how many documents of each part (all)")
    parser.add_argument("--no-page", action="store_true", help="leave docs/benchmarks.md as it is")
    return parser


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
