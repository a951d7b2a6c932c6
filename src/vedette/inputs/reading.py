"""Reading as a step that an engine can spread over processes."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import cast

from vedette.engine import Done, Engine, Failed, Limits, Outcome, Step, spread
from vedette.inputs.taking import Gathered
from vedette.inputs.unread import unread
from vedette.model import Claim, Knowledge, QuarantinedInput, ReadReport, Report
from vedette.reading import read

Given = ReadReport | QuarantinedInput
_REPORT = 2_000  # bytes of a report besides its text


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read in a report: all of a :class:`ReadReport` but the report, which its owner has."""

    claims: tuple[Claim, ...]
    note: str | None


def _weigh(item: object) -> int:
    return _REPORT + (len(item.text) if isinstance(item, Report) else 0)


# The longest text that is taken is read well within this time; what takes longer would never end.
READ_LIMITS = Limits(tries=2, seconds=300.0, weigh=_weigh)


@dataclass(frozen=True, slots=True)
class ReadStep:
    """Reads one report after the other; the models are loaded once, when the first one comes.

    Args:
        knowledge: Names, outlets, exercises, equipment and places.
    """

    knowledge: Knowledge

    def open(self) -> Callable[[Report], Reading]:
        """Give the reader of single reports."""
        return _OneByOne(self.knowledge)


class _OneByOne:
    """A door of reading that takes many reports, held open for one at a time."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._waiting: deque[Report] = deque()
        self._readings = read(self._next(), knowledge=knowledge)

    def __call__(self, report: Report) -> Reading:
        """Read one report. Where that raises, the next one is read all the same."""
        self._waiting.append(report)
        done = next(self._readings)
        return Reading(done.claims, done.note)

    def _next(self) -> Iterator[Report]:
        while True:
            yield self._waiting.popleft()


def read_good(collected: Iterable[Gathered], *, knowledge: Knowledge, jobs: int = 1) -> Generator[Given, None, None]:
    """Read what is a report and pass on what is not, or is read already, in the order they came.

    A report on which reading fails comes as a :class:`QuarantinedInput` with the reason, and the rest goes on.

    Args:
        collected: What was collected.
        knowledge: Names, outlets, exercises, equipment and places.
        jobs: How many reports are read at once, each in a process of its own; one is read here. What comes out is
            the same. Only in processes of its own can a report be told that ends them, or on which reading never ends.
    """
    items: Iterator[Gathered | Done[Gathered, Reading | None]] = (
        item if isinstance(item, Report) else Done(item, None) for item in collected
    )
    step = cast(Step[Gathered, Reading | None], ReadStep(knowledge))  # it meets reports only: the others are done
    engine = Engine.LOCAL if jobs == 1 else Engine.PROCESSES
    outcomes: Generator[Outcome[Gathered, Reading | None], None, None]
    outcomes = spread(step, items, engine=engine, workers=jobs, limits=READ_LIMITS)
    with closing(outcomes):
        yield from map(_passed_on, outcomes)


def _passed_on(outcome: Outcome[Gathered, Reading | None]) -> Given:
    if not isinstance(outcome.item, Report):
        return outcome.item
    return given(cast(Outcome[Report, Reading], outcome))


def given(outcome: Outcome[Report, Reading]) -> Given:
    """Give what became of a report that was to be read: with its claims, or quarantined with the reason.

    Whoever reads reports, however many at once and wherever, ends here.
    """
    if isinstance(outcome, Failed):
        return unread(outcome.item, outcome.reason)
    return ReadReport(report=outcome.item, claims=outcome.result.claims, note=outcome.result.note)
