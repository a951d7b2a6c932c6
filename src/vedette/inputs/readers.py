"""Who reads what arrives: this process, or one beside it, which may end without taking its owner with it.

What cannot be read both give back as quarantined, in its place, with the same words.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Protocol, cast

from vedette.closing import Closing
from vedette.engine import Failed, Limits, Outcome, Pool, attempt
from vedette.errors import EngineFailed
from vedette.inputs.reader_mark import reader_of
from vedette.inputs.reading import READ_LIMITS, Given, Reading, ReadStep, given
from vedette.inputs.unread import refusal
from vedette.model import Knowledge, QuarantinedInput, Report
from vedette.sources.received import Received, read_received

Made = Report | QuarantinedInput
_ADVICE = "The page is in the archive as it was received. Please report this, with the page if you may share it."


class Reader(Protocol):
    """Whoever reads what arrives. What it cannot read it gives back as quarantined, in the same place."""

    @property
    def mark(self) -> str:
        """By which reader: see :func:`vedette.inputs.reader_mark.reader_of`."""
        ...

    def reports(self, received: Sequence[Received]) -> Sequence[Made]:
        """Make reports of what was received."""
        ...

    def read(self, reports: Sequence[Report]) -> Sequence[Given]:
        """Read reports."""
        ...


class ReadingHere:
    """Reads in this process: a page that ends it ends all. The models are loaded once, when the first report comes.

    Args:
        knowledge: What the packs know.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge

    @cached_property
    def mark(self) -> str:
        """By which reader."""
        return reader_of(self._knowledge)

    def reports(self, received: Sequence[Received]) -> list[Made]:
        """Make reports of what was received."""
        make = partial(read_received, outlets=self._knowledge.outlets)
        return [_made(attempt(make, one)) for one in received]

    def read(self, reports: Sequence[Report]) -> list[Given]:
        """Read reports. Raises ModelError."""
        return [given(attempt(self._opened, one)) for one in reports]

    @cached_property
    def _opened(self) -> Callable[[Report], Reading]:
        return ReadStep(self._knowledge).open()


@dataclass(frozen=True, slots=True)
class ReceivedStep:
    """Makes a report of what was received, and reads reports: the work of the process."""

    knowledge: Knowledge

    def open(self) -> Callable[[Received | Report], Made | Reading]:
        """Give the work."""
        outlets, read = self.knowledge.outlets, ReadStep(self.knowledge).open()

        def work(item: Received | Report) -> Made | Reading:
            return read_received(item, outlets=outlets) if isinstance(item, Received) else read(item)

        return work


class ReadingApart(Closing):
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

    @cached_property
    def mark(self) -> str:
        """By which reader."""
        return reader_of(self._knowledge)

    def close(self) -> None:
        """End the process."""
        self._pool.close()

    def reports(self, received: Sequence[Received]) -> list[Made]:
        """Make reports of what was received. Raises EngineFailed where no process can be started."""
        return [_made(cast(Outcome[Received, Made], one)) for one in self._each(received)]

    def read(self, reports: Sequence[Report]) -> list[Given]:
        """Read reports. Raises EngineFailed where no process can be started."""
        return [given(cast(Outcome[Report, Reading], one)) for one in self._each(reports)]

    def _each(self, items: Sequence[Received | Report]) -> list[Outcome[Received | Report, Made | Reading]]:
        try:
            return list(self._pool.each(items))
        except EngineFailed:
            self._pool.close()
            self._pool = self._new_pool()  # the next batch may have more luck: memory comes and goes
            raise

    def _new_pool(self) -> Pool[Received | Report, Made | Reading]:
        return Pool(ReceivedStep(self._knowledge), workers=1, limits=self._limits)


def _made(outcome: Outcome[Received, Made]) -> Made:
    if isinstance(outcome, Failed):
        received = outcome.item
        error = refusal(outcome.reason, source=received.address, advice=_ADVICE)
        return QuarantinedInput.of(error, content=received.page.body)
    return outcome.result
