"""Draws where the time of reading goes: ``python -m vedette.evaluation.speed.flame FILE.svg [--before CHECKOUT]``.

With another checkout, say of an earlier commit, both read the same reports and are drawn to one scale. The other one
needs its gazetteer: copy ``src/vedette/knowledge/data/gazetteer.sqlite`` to it, or install it once.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import vedette
from vedette.evaluation.machine import commit_of
from vedette.evaluation.made_reports import write_reports
from vedette.evaluation.speed.flame import sampling
from vedette.evaluation.speed.flame.drawing import Flame, drawn
from vedette.evaluation.speed.flame.stacks import tree
from vedette.evaluation.speed.texts import made

LOADING = 10  # reports that are read first, one of them on our subjects
_OWN = Path(vedette.__file__).parents[1]


def sampled(source: Path, reports: Path, *, caption: str) -> Flame:
    """Read reports with the program of a source folder and note where the time goes.

    Args:
        source: The folder in which ``vedette`` stands.
        reports: JSON Lines; the first are read to load with.
        caption: What stands above the picture, before the commit.
    """
    command = [sys.executable, str(sampling.__file__), str(reports), str(LOADING)]
    environment = {**os.environ, "PYTHONPATH": str(source)}
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=environment)
    count = len(reports.read_text(encoding="utf-8").splitlines()) - LOADING
    return Flame(f"{caption}, commit {commit_of(source)}", tree(done.stdout.splitlines()), count)


def main(arguments: Sequence[str]) -> None:
    """Sample, and draw."""
    parser = argparse.ArgumentParser(
        prog="python -m vedette.evaluation.speed.flame", description="Draw where the time of reading goes."
    )
    parser.add_argument("picture", type=Path, metavar="FILE.svg")
    parser.add_argument("--before", type=Path, metavar="CHECKOUT", help="another checkout, drawn above")
    parser.add_argument("--reports", type=int, default=100, metavar="NUMBER", help="of mixed news (100)")
    given = parser.parse_args(arguments)
    with TemporaryDirectory() as folder:
        reports = Path(folder) / "reports.jsonl"
        write_reports(reports, made("mixed", LOADING + given.reports))
        flames = [sampled(_OWN, reports, caption="Now")]
        if given.before:
            flames.insert(0, sampled(given.before / "src", reports, caption="Before"))
    given.picture.write_text(drawn(flames), encoding="utf-8")
    sys.stdout.write("".join(f"{one.caption}: {one.each / 1000:.1f} ms a report\n" for one in flames))


if __name__ == "__main__":
    main(sys.argv[1:])
