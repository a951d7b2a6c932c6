"""Reading in a process of its own: whatever a page does to it, the worker goes on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from vedette.engine import Done, Limits
from vedette.engine.pool import Pool
from vedette.errors import EngineFailed, InputError
from vedette.inputs import READ_LIMITS, ReadStep
from vedette.inputs.reading import Reading, unread
from vedette.model import Knowledge, QuarantinedInput, ReadReport, Report
from vedette.sources.received import Received, read_received

Item = Received | Report
Result = Report | QuarantinedInput | Reading
_ADVICE = "The page is in the archive as it was received. Please report this, with the page if you may share it."


@dataclass(frozen=True, slots=True)
class ReceivedStep:
    """Makes a report of what was received, and reads reports: the work of the process."""

    knowledge: Knowledge

    def open(self) -> Callable[[Item], Result]:
        """Give the work."""
        outlets, read = self.knowledge.outlets, ReadStep(self.knowledge).open()

        def work(item: Item) -> Result:
            return read_received(item, outlets=outlets) if isinstance(item, Received) else read(item)

        return work


class ReadingApart:
    """A process that makes reports of pages and reads them, started when the first one comes, and anew where it ended.

    A page or report that ends it as often as :class:`vedette.engine.Limits` says, or takes too long, is quarantined.

    Args:
        knowledge: What the packs know.
        limits: How often, and how long.
    """

    def __init__(self, knowledge: Knowledge, *, limits: Limits = READ_LIMITS) -> None:
        self._knowledge = knowledge
        self._limits = limits
        self._pool = self._new_pool()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the process."""
        self._pool.close()

    def reports(self, received: Sequence[Received]) -> list[Report | QuarantinedInput]:
        """Make reports of what was received. Raises EngineFailed where no process can be started."""
        made = zip(received, self._each(received), strict=True)
        return [_refused(one, came) if isinstance(came, str) else _made(came) for one, came in made]

    def read(self, reports: Sequence[Report]) -> list[ReadReport | QuarantinedInput]:
        """Read reports. Raises EngineFailed where no process can be started."""
        done = zip(reports, self._each(reports), strict=True)
        return [unread(one, came) if isinstance(came, str) else _read(one, came) for one, came in done]

    def _each(self, items: Sequence[Item]) -> list[Result | str]:
        """Give what came of each item, or why nothing did."""
        try:
            outcomes = list(self._pool.each(items))
        except EngineFailed:
            self._pool.close()
            self._pool = self._new_pool()  # the next job may have more luck: memory comes and goes
            raise
        return [one.result if isinstance(one, Done) else one.reason for one in outcomes]

    def _new_pool(self) -> Pool[Item, Result]:
        return Pool(ReceivedStep(self._knowledge), workers=1, limits=self._limits)


def _made(came: Result) -> Report | QuarantinedInput:
    assert not isinstance(came, Reading)  # of what was received, a report is made
    return came


def _read(report: Report, came: Result) -> ReadReport:
    assert isinstance(came, Reading)  # a report is read
    return ReadReport(report=report, claims=came.claims, note=came.note)


def _refused(received: Received, reason: str) -> QuarantinedInput:
    error = InputError(f"It could not be read ({reason}).", source=received.address, advice=_ADVICE)
    return QuarantinedInput.of(error, content=received.page.body)
