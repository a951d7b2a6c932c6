"""Holds linking in bulk against linking one by one: ``python -m vedette.evaluation.bulk_check --reports 50000``.

Made reports (:mod:`vedette.evaluation.made_claims`) and decisions go onto two desks. One is linked portion by portion
on one core, the other in bulk on an engine; all that the two hold has to be the same to the letter.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from vedette.desk import Desk
from vedette.engine import Engine, kept
from vedette.errors import VedetteError
from vedette.evaluation.machine import this_machine
from vedette.evaluation.made_claims import make_claims, make_decisions
from vedette.evaluation.written_section import write_section
from vedette.knowledge import load_knowledge
from vedette.linking_on_engine import OnEngine
from vedette.store import open_store

BATCH = 500
DECISIONS = 200

@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """A desk that was linked: the digest of all that it holds, how much that is, and what it took."""

    digest: str
    claims: int
    events: int
    situations: int
    seconds: float
    peak_mb: float


def link_desk(reports: int, file: Path, *, relink: Callable[[Desk], None], decisions: int = DECISIONS) -> Linked:
    """Put made reports and decisions onto a new desk, and link it.

    Args:
        reports: How many.
        file: Where the desk is made.
        relink: How it is linked; only this is timed, by the clock.
        decisions: How many.
    """
    with open_store(str(file)) as store:
        made = make_claims(reports)
        first = list(islice(made, BATCH))
        store.add(first)
        while some := list(islice(made, BATCH)):
            store.add(some)
        store.record(make_decisions(first, decisions))
        desk = Desk(store, load_knowledge())
        began = time.perf_counter()
        relink(desk)
        seconds = time.perf_counter() - began
        counts = store.counts()
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        return Linked(
            digest=_digest(store.dump()), claims=counts["claims"], events=counts["events"],
            situations=counts["situations"], seconds=seconds, peak_mb=peak,
        )


def compare(reports: int, *, engine: Engine, workers: int) -> tuple[Linked, Linked]:
    """Link the same reports in bulk, and portion by portion.

    The first is done first: the peak of memory is that of the process until then.
    """
    with TemporaryDirectory() as folder:
        with kept(engine, workers=workers):  # a cluster is not begun with the clock running
            in_bulk = link_desk(
                reports, Path(folder) / "bulk.sqlite", relink=partial(Desk.relink, spread=OnEngine(engine, workers))
            )
        return in_bulk, link_desk(reports, Path(folder) / "portions.sqlite", relink=Desk.relink)


def table(in_bulk: Linked, by_portions: Linked, *, reports: int, where: str) -> str:
    """Write both as a table."""
    rows = [
        f"| {name} | {reports / one.seconds:,.0f} | {one.seconds:,.0f} | {one.peak_mb:,.0f} | {one.events:,} "
        f"| {one.situations:,} | `{one.digest}` |"
        for name, one in (("portion by portion", by_portions), (f"in bulk, {where}", in_bulk))
    ]
    head = "| linked | reports/s | seconds | peak, MB | events | situations | digest of the desk |"
    return "\n".join([head, "|---|---:|---:|---:|---:|---:|---|", *rows])


def main(arguments: Sequence[str]) -> int:
    """Compare and print; 1 where the two desks differ, 2 where the engine cannot be had."""
    parser = argparse.ArgumentParser(
        prog="python -m vedette.evaluation.bulk_check", description="Hold linking in bulk against linking one by one."
    )
    parser.add_argument("--reports", type=int, default=50_000, metavar="NUMBER", help="how many (50000)")
    parser.add_argument("--engine", type=Engine, default=Engine.RAY, choices=list(Engine), help="where (ray)")
    parser.add_argument("--workers", type=int, default=2, metavar="NUMBER", help="how many at once (2)")
    parser.add_argument("--write", type=Path, metavar="PAGE", help="puts the table into this page as well")
    given = parser.parse_args(arguments)
    try:
        in_bulk, by_portions = compare(given.reports, engine=given.engine, workers=given.workers)
    except VedetteError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    machine, where = this_machine(), f"{given.engine}, {given.workers} workers"
    section = (
        f"Measured at commit {machine.commit}: {machine.processor}. {given.reports:,} made reports with "
        f"{in_bulk.claims:,} claims; seconds by the clock.\n\n"
        f"{table(in_bulk, by_portions, reports=given.reports, where=where)}"
    )
    sys.stdout.write(f"{section}\n")
    if given.write:
        write_section(given.write, "linking in bulk", section)
    same = in_bulk.digest == by_portions.digest
    sys.stderr.write("The two desks hold the same.\n" if same else "The two desks differ.\n")
    return 0 if same else 1


def _digest(lines: Iterable[Any]) -> str:
    mark = sha256()
    for line in lines:
        mark.update(json.dumps(line, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass"))
    return mark.hexdigest()[:20]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
