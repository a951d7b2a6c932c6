"""Runs on a Ray cluster of its own, and prints what came of it as JSON: ``python ray_run.py FOLDER``.

A program of its own, since Ray leaves processes behind that only its end lets go of.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import ray

from engine_steps import Square
from vedette.backfilling import Backfill
from vedette.engine import Done, Engine, Limits, spread
from vedette.knowledge import load_knowledge


def main(folder: Path) -> dict[str, Any]:
    if fault := begin():
        return {"fault": fault}
    told: dict[str, Any] = {
        "outcomes": squares([3, -2, Done(0, "there"), -1, 4, 5]), "none": squares([]), "written": backfilled(folder),
        "joined": ray.is_initialized(),
    }
    ray.shutdown()
    told["alone"] = squares([2])
    told["left"] = ray.is_initialized()
    return told


def begin() -> str:
    """Start a cluster; on a machine that is busy with other things it may take more than one try."""
    fault = ""
    for _ in range(3):
        try:
            ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, configure_logging=False)
        except Exception as error:
            fault = str(error)
            ray.shutdown()
        else:
            return ""
    return fault


def squares(items: list[Any]) -> list[Any]:
    outcomes = spread(Square(), items, engine=Engine.RAY, workers=2, limits=Limits(tries=2))
    return [outcome.result if isinstance(outcome, Done) else outcome.reason for outcome in outcomes]


def backfilled(folder: Path) -> dict[str, dict[str, str]]:
    knowledge, written = load_knowledge(), {}
    for engine in (Engine.LOCAL, Engine.RAY):
        to = folder / engine
        backfill = Backfill.begin([str(folder / "a.jsonl")], to=str(to), knowledge=knowledge, size=2_000)
        done = list(backfill.run(engine=engine, workers=2))
        assert [one.partition for one in done] == list(backfill.todo) and len(done) > 2
        files = (file for file in to.rglob("*") if file.is_file())
        written[str(engine)] = {str(file.relative_to(to)): file.read_bytes().hex() for file in files}
    return written


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(Path(sys.argv[1]))))
