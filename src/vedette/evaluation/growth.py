"""What adding costs while a desk grows: ``python -m vedette.evaluation.growth --claims 100000``.

Made claims go into a new desk, a thousand at a time, and the desk is brought up to date after
each thousand; every line tells how much processor time that took, what the last report took by itself, and how much
memory the process has used at most. The claims are made, not read: this measures the store and linking alone.
``--held`` begins on a desk that holds so many already, linked in bulk: 99,000 and then one thousand more.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from vedette.desk import Desk
from vedette.engine import Engine
from vedette.evaluation.machine import this_machine
from vedette.evaluation.made_world import STATES, TYPES, make_actor, make_town
from vedette.evaluation.written_section import write_section
from vedette.knowledge import load_knowledge
from vedette.linking_on_engine import OnEngine
from vedette.model import (
    Claim,
    EvidenceKind,
    Factuality,
    Period,
    PlaceMention,
    ReadReport,
    Report,
    Span,
    Stage,
)
from vedette.model.codec import name_claim
from vedette.store import open_store

PORTION = 1000
CLAIMS_PER_REPORT = 4
EVENTS_PER_DAY = 12
"""Of the whole region: a desk of a million claims covers some forty years of reports, or as many more sources."""
REPORTS_PER_EVENT = 5
_FIRST_DAY = date(1990, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One portion: what is on the desk after it, seconds of processor time, peak of memory in MB.

    ``adding`` and ``linking`` are of the whole portion, ``one_report`` is what its last report took, both together.
    """

    claims: int
    events: int
    adding: float
    linking: float
    one_report: float
    peak_mb: float


def make_read_reports(claims: int) -> Iterator[ReadReport]:
    """Make reports with claims already read, day after day; the same number always makes the same.

    Example:
        >>> [len(item.claims) for item in make_read_reports(9)]
        [4, 4, 1]
    """
    draw = random.Random(1)
    for first in range(0, claims, CLAIMS_PER_REPORT):
        event = first // CLAIMS_PER_REPORT // REPORTS_PER_EVENT
        day = _FIRST_DAY + timedelta(days=event * CLAIMS_PER_REPORT // EVENTS_PER_DAY)
        text = " ".join(f"w{draw.randint(0, 10**6)}" for _ in range(80))
        report = Report.of(text, ref=str(first), outlet=f"Outlet {draw.randint(0, 200)}", published=day.isoformat())
        wanted = min(CLAIMS_PER_REPORT, claims - first)
        yield ReadReport(report=report, claims=tuple(_claim(report, event, at, day=day) for at in range(wanted)))


def measure_growth(claims: int, *, held: int = 0) -> Iterator[Step]:
    """Add so many claims to a desk, a thousand at a time.

    Args:
        claims: How many the desk holds at the end.
        held: How many it holds to begin with.
    """
    reports = islice(make_read_reports(claims), held // CLAIMS_PER_REPORT, None)
    with TemporaryDirectory() as folder:
        file = str(Path(folder) / "desk.sqlite")
        hold(file, held)
        yield from _grow(file, reports, claims=claims, held=held)


def hold(file: str, claims: int) -> None:
    """Make a desk that holds so many claims, linked in bulk, in a process of its own: its memory is not measured."""
    if claims:
        holding = get_context("spawn").Process(target=_hold, args=(file, claims))
        holding.start()
        holding.join()
        if holding.exitcode:
            raise ChildProcessError(f"No desk with {claims:,} claims: what makes it ended with {holding.exitcode}.")


def _hold(file: str, claims: int) -> None:
    with open_store(file) as store:
        reports = islice(make_read_reports(claims), claims // CLAIMS_PER_REPORT)
        while portion := list(islice(reports, PORTION // CLAIMS_PER_REPORT)):
            store.add(portion)
        Desk(store, load_knowledge()).relink(spread=OnEngine(Engine.LOCAL, 1))


def _grow(file: str, reports: Iterator[ReadReport], *, claims: int, held: int) -> Iterator[Step]:
    with open_store(file) as store:
        desk = Desk(store, load_knowledge())
        for upto in range(held + PORTION, claims + PORTION, PORTION):
            portion = list(islice(reports, PORTION // CLAIMS_PER_REPORT))
            adding, linking = _add(desk, portion[:-1])
            last_adding, last_linking = _add(desk, portion[-1:])
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            yield Step(
                claims=min(upto, claims), events=store.counts()["events"], adding=adding + last_adding,
                linking=linking + last_linking, one_report=last_adding + last_linking, peak_mb=peak,
            )


def _add(desk: Desk, portion: Sequence[ReadReport]) -> tuple[float, float]:
    """Add reports and link them; give the seconds of processor time of each."""
    began = time.process_time()
    desk.store.add(portion)
    added = time.process_time()
    desk.relink()
    return added - began, time.process_time() - added


def table(steps: Sequence[Step], *, rows: int = 20) -> str:
    """Write a row for each thousand, of many thousands for some: always the first and the last."""
    every = -(-len(steps) // rows)
    shown = [step for at, step in enumerate(steps) if at == 0 or (at + 1) % every == 0 or at == len(steps) - 1]
    head = "| claims on the desk | events | adding the last 1,000, s | linking, s | the last report, s | peak, MB |"
    lines = [
        f"| {step.claims:,} | {step.events:,} | {step.adding:.2f} | {step.linking:.2f} | {step.one_report:.2f} "
        f"| {step.peak_mb:.0f} |" for step in shown
    ]
    return "\n".join([head, "|---:|---:|---:|---:|---:|---:|", *lines])


def summary(steps: Sequence[Step]) -> str:
    """Say what linking a thousand took at the beginning and at the end: the mean of a tenth of the steps each.

    Example:
        >>> step = Step(claims=1000, events=9, adding=0.1, linking=1.0, one_report=0.1, peak_mb=400)
        >>> summary([step, step])
        'Linking 1,000 claims took 1.00 s at the beginning and 1.00 s at the end (means of 1 steps).'
    """
    tenth = max(1, len(steps) // 10)
    first, last = (sum(step.linking for step in some) / tenth for some in (steps[:tenth], steps[-tenth:]))
    return (
        f"Linking {PORTION:,} claims took {first:.2f} s at the beginning and {last:.2f} s at the end "
        f"(means of {tenth} steps)."
    )


def main(arguments: Sequence[str]) -> None:
    """Measure and print; lines come as they are measured on standard error."""
    parser = argparse.ArgumentParser(
        prog="python -m vedette.evaluation.growth", description="Measure what adding costs while a desk grows."
    )
    parser.add_argument("--claims", type=int, default=100_000, metavar="NUMBER", help="how many (100000)")
    parser.add_argument("--held", type=int, default=0, metavar="NUMBER", help="how many the desk holds already (0)")
    parser.add_argument("--write", type=Path, metavar="PAGE", help="puts the table into this page as well")
    parser.add_argument("--section", default="growth", metavar="NAME", help="between the marks of this name (growth)")
    given = parser.parse_args(arguments)
    steps: list[Step] = []
    for step in measure_growth(given.claims, held=given.held):
        steps.append(step)
        sys.stderr.write(f"{step}\n")
    machine = this_machine()
    section = f"Measured at commit {machine.commit}: {machine.processor}, one core. Seconds are of processor time.\n\n"
    section += f"{table(steps)}\n\n{summary(steps)}"
    sys.stdout.write(f"{section}\n")
    if given.write:
        write_section(given.write, given.section, section)


def _claim(report: Report, event: int, at: int, *, day: date) -> Claim:
    """Make one of the claims of a report: events that several reports tell of, each of its own place and kind."""
    draw = random.Random(event * CLAIMS_PER_REPORT + at)
    state = draw.choice(STATES)
    town = make_town(state, draw.randint(0, 40))
    told = Claim(
        id="", report=report.id, type=draw.choice(TYPES), stage=Stage.HAPPENED, factuality=Factuality.ASSERTED,
        evidence=EvidenceKind.TOLD, trigger=Span(at * 10, at * 10 + 5), sentence=Span(at * 10, at * 10 + 9),
        period=Period(start=day.isoformat(), text="on the day"), places=(PlaceMention(place=town),),
        actors=(make_actor(state),),
    )
    return replace(told, id=name_claim(told))


if __name__ == "__main__":
    main(sys.argv[1:])
