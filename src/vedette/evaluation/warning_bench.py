"""What one more event costs where a thousand indicators look at a large desk.

    python -m vedette.evaluation.warning_bench [--events 100000] [--indicators 1000] [--write docs/benchmarks.md]

The desk is made, not read: events of forty years, twelve a day, in eight states. Each indicator looks at one type of
event in one state. Further events come one by one, in the order of their days, and each day begins with weighing
everything. Seconds are of processor time, from an event that is on the desk to assessments that are on record.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from vedette.assessing import Assessor
from vedette.evaluation.growth import CLAIMS_PER_REPORT, REPORTS_PER_EVENT, make_read_reports
from vedette.evaluation.machine import this_machine
from vedette.evaluation.made_world import STATES, TYPES
from vedette.evaluation.page_bench import fill, made_events
from vedette.evaluation.written_section import write_section
from vedette.knowledge import load_knowledge
from vedette.model import (
    AnyRule,
    BaselineRule,
    CountRule,
    Event,
    EventMatcher,
    Indicator,
    LevelRule,
    ReadReport,
    RhythmRule,
    Rule,
    Scenario,
)
from vedette.model.held import KeptEvent, Relinked
from vedette.store import Store, open_store

PER_SCENARIO = 10
RULES: tuple[Rule, ...] = (
    CountRule(window=14, at_least=3), RhythmRule(window=21, at_least=3, every=7),
    BaselineRule(window=7, baseline=84, factor=2.0), CountRule(window=60, at_least=5),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Seconds of processor time: to match the whole desk, to weigh all scenarios, and for each further event."""

    events: int
    matches: int
    indicators: int
    first: float
    daily: float
    added: tuple[float, ...]
    weighed: float


def main(arguments: Sequence[str]) -> None:
    """Make the desk, assess it, add events one by one, print."""
    parser = argparse.ArgumentParser(prog="python -m vedette.evaluation.warning_bench", description=__doc__)
    parser.add_argument("--events", type=int, default=100_000, metavar="NUMBER", help="on the desk (100000)")
    parser.add_argument("--indicators", type=int, default=1000, metavar="NUMBER", help="that look at it (1000)")
    parser.add_argument("--added", type=int, default=200, metavar="NUMBER", help="further events, one by one (200)")
    parser.add_argument("--write", type=Path, metavar="PAGE", help="puts the result into this page as well")
    given = parser.parse_args(arguments)
    section = described(measure(given.events, indicators=given.indicators, added=given.added))
    sys.stdout.write(f"{section}\n")
    if given.write:
        write_section(given.write, "warning", section)


def made_scenarios(indicators: int) -> Iterator[Scenario]:
    """Make scenarios of ten indicators each; every tenth is built of others.

    Example:
        >>> [len(one.indicators) for one in made_scenarios(20)]
        [10, 10]
    """
    for first in range(0, indicators, PER_SCENARIO):
        some = [_indicator(number) for number in range(first, min(first + PER_SCENARIO, indicators))]
        if len(some) == PER_SCENARIO:
            built = AnyRule(of=tuple(one.id for one in some[:3]), at_least=2)
            some[-1] = replace(some[-1], rule=built, matcher=None)
        yield Scenario(
            id=f"scenario-{first // PER_SCENARIO}", name="Made", question="?", indicators=tuple(some),
            levels=(LevelRule(name="calm"), LevelRule(name="watch", points=4), LevelRule(name="alarm", points=8)),
        )


def _indicator(number: int) -> Indicator:
    kind, state = TYPES[number % len(TYPES)], STATES[number // len(TYPES) % len(STATES)]
    return Indicator(
        id=f"i{number}", name="Made", rule=RULES[number // 3 % len(RULES)], half_life=14,
        matcher=EventMatcher(types=(kind,), countries=(state,)),
    )


def measure(events: int, *, indicators: int, added: int) -> Measured:
    """Fill a desk, assess it, and add events one by one, as their days go by."""
    knowledge = load_knowledge()  # first: what is missing should be told before the minutes of filling
    with TemporaryDirectory() as folder, open_store(str(Path(folder) / "desk.sqlite")) as store:
        fill(store, events)
        further = _further(events, added)
        scenarios = tuple(made_scenarios(indicators))
        assessor = Assessor(scenarios, book=store.warning, knowledge=knowledge)
        today = _before(_day_of(further[0][1]))
        first = _seconds(assessor, today)
        daily, seconds, weighed = [], [], 0
        for reports, event in further:
            if _day_of(event) != today:
                today = _day_of(event)
                daily.append(_seconds(assessor, today))
            _put(store, reports, event)
            began = time.process_time()
            weighed += len(assessor.assess(today, states={}))
            seconds.append(time.process_time() - began)
        return Measured(
            events=store.counts()["events"], matches=_matches(store, scenarios), indicators=indicators, first=first,
            daily=median(daily), added=tuple(seconds), weighed=weighed / len(further),
        )


def _further(events: int, added: int) -> list[tuple[list[ReadReport], Event]]:
    """Make the events that come after those on the desk, each with its reports."""
    claims = REPORTS_PER_EVENT * CLAIMS_PER_REPORT
    every = make_read_reports(events * REPORTS_PER_EVENT + added * claims)
    coming = islice(every, events * REPORTS_PER_EVENT // CLAIMS_PER_REPORT, None)
    found: list[tuple[list[ReadReport], Event]] = []
    while len(found) < added and (reports := list(islice(coming, REPORTS_PER_EVENT))):
        first, *others = made_events(reports)
        found += [(reports, first), *(([], event) for event in others)]
    return found[:added]


def _put(store: Store, reports: Sequence[ReadReport], event: Event) -> None:
    """Put an event on the desk as linking does."""
    store.add(reports)
    with store.linking() as linking:
        linking.portion(len(reports))
        linking.put(Relinked(events=(KeptEvent(event=event),), families={}, blocks={}, left={}))


def _seconds(assessor: Assessor, day: str) -> float:
    began = time.process_time()
    assessor.assess(day, states={})
    return time.process_time() - began


def _day_of(event: Event) -> str:
    return str(event.period.start)[:10] if event.period is not None else ""


def _before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def _matches(store: Store, scenarios: Sequence[Scenario]) -> int:
    with store.warning.weighing() as weighing:
        return sum(
            len(found) for one in scenarios
            for found in weighing.matches(one.id, [each.id for each in one.indicators], since="").values()
        )


def described(measured: Measured) -> str:
    """Write what was measured.

    Example:
        >>> found = Measured(events=10, matches=5, indicators=100, first=1.0, daily=0.5, added=(0.01,) * 9, weighed=2)
        >>> "median of 9 | 10 ms" in described(found)
        True
    """
    machine = this_machine()
    scenarios = -(-measured.indicators // PER_SCENARIO)
    slowest = quantiles(measured.added, n=100)[-1]
    return "\n".join([
        f"Measured at commit {machine.commit}: {machine.processor}, one core. Seconds are of processor time.",
        "",
        f"{measured.indicators:,} indicators in {scenarios:,} scenarios over {measured.events:,} events, of which they "
        f"have {measured.matches:,} matches:",
        "",
        "| what | time |",
        "|---|---:|",
        f"| one more event is matched, and {measured.weighed:.1f} scenarios (mean) that it touches are weighed: median "
        f"of {len(measured.added)} | {1000 * median(measured.added):.0f} ms |",
        f"| the same, p99 | {1000 * slowest:.0f} ms |",
        f"| all scenarios, once a day | {measured.daily:.1f} s |",
        f"| all events matched and all scenarios weighed, the first time | {measured.first:.0f} s |",
    ])


if __name__ == "__main__":
    main(sys.argv[1:])
