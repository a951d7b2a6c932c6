"""Reading as a step that an engine can spread over processes."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import cast

from vedette.engine import Done, Engine, Failed, Limits, Outcome, Step, spread
from vedette.errors import InputError
from vedette.inputs.taking import Gathered
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
        self._knowledge = knowledge
        self._waiting: deque[Report] = deque()
        self._readings = read(self._next(), knowledge=knowledge)

    def __call__(self, report: Report) -> Reading:
        """Read one report."""
        self._waiting.append(report)
        try:
            done = next(self._readings)
        except Exception:  # what raised is at its end: the next report needs a new one
            self._readings = read(self._next(), knowledge=self._knowledge)
            raise
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
        yield from map(_given, outcomes)


def _given(outcome: Outcome[Gathered, Reading | None]) -> Given:
    item = outcome.item
    if not isinstance(item, Report):
        return item
    if isinstance(outcome, Failed):
        return unread(item, outcome.reason)
    assert outcome.result is not None  # whatever is a report was read
    return ReadReport(report=item, claims=outcome.result.claims, note=outcome.result.note)


def unread(report: Report, reason: str) -> QuarantinedInput:
    """Put a report that could not be read into quarantine, in the form of a line of JSONL."""
    error = InputError(
        f"It could not be read ({reason}).", source=report.url or report.file or report.ref,
        advice="Please report this, with the input if you may share it.",
    )
    line = {
        "id": report.ref, "url": report.url, "title": report.title, "outlet": report.outlet, "author": report.author,
        "published": report.published, "lang": report.language, "text": report.text,
    }
    return QuarantinedInput.of(error, content=json.dumps(line).encode("ascii"))
