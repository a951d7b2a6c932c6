"""Runs on a Ray cluster of its own, and writes what came of it as ``told.json``: ``python ray_run.py FOLDER``.

A program of its own, since Ray leaves processes behind that only its end lets go of.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import ray

from engine_steps import Square
from vedette.backfilling import Backfill
from vedette.desk import Desk
from vedette.engine import Done, Engine, Limits, spread
from vedette.errors import EngineFailed
from vedette.evaluation.bulk_check import link_desk
from vedette.knowledge import load_knowledge
from vedette.linking_on_engine import OnEngine

REPORTS = 40
PATIENCE = 240.0  # seconds
TRIES = 2


def main(folder: Path) -> dict[str, Any]:
    if fault := begin():
        return {"fault": fault}
    told: dict[str, Any] = {
        "outcomes": squares([3, -2, Done(0, "there"), -1, 4, 5]), "none": squares([]), "written": backfilled(folder),
        "linked": linked(folder), "joined": ray.is_initialized(),
    }
    ray.shutdown()
    told["running"] = []
    ray.shutdown = looked_at(ray.shutdown, told["running"])
    told["alone"] = alone()
    told["left"] = ray.is_initialized()
    return told


def begin() -> str:
    """Start a cluster; say what went wrong, if it did."""
    be_patient()
    fault = ""
    for _ in range(TRIES):
        try:
            ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, configure_logging=False)
        except Exception as error:
            fault = str(error)
            ray.shutdown()
        else:
            return ""
    return fault


def be_patient() -> None:
    """Wait minutes for the cluster to come up: Ray itself gives up after 30 seconds, however busy the machine is."""
    from ray._private import services

    ask: Callable[..., Any] = services.get_node

    def wait_for_node(*asked: Any) -> Any:
        end = time.monotonic() + PATIENCE
        while True:
            try:
                return ask(*asked)
            except RuntimeError:
                if time.monotonic() > end:
                    raise

    services.get_node = wait_for_node


def alone() -> list[Any]:
    """Have a cluster begun for one call; here, too, it may take more than one try."""
    for _ in range(2):
        try:
            return squares([2])
        except EngineFailed:
            ray.shutdown()
    return squares([2])


def looked_at(end: Callable[[], Any], running: list[str]) -> Callable[[], None]:
    """Have the threads written down that run when a cluster is ended."""

    def look_and_end() -> None:
        running.extend(thread.name for thread in threading.enumerate())
        end()

    return look_and_end


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


def linked(folder: Path) -> dict[str, str]:
    """Link the same made reports portion by portion, and in bulk in actors; give digests of all that the desks hold."""
    there = partial(Desk.relink, spread=OnEngine(Engine.RAY, 2))
    ways: dict[str, Callable[[Desk], None]] = {"portions": Desk.relink, "ray": there}
    return {
        name: link_desk(REPORTS, folder / f"{name}.sqlite", relink=relink, decisions=5).digest
        for name, relink in ways.items()
    }


if __name__ == "__main__":
    there = Path(sys.argv[1])  # not printed: Ray prints, too
    (there / "told.json").write_text(json.dumps(main(there)), encoding="utf-8")
