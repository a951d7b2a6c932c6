"""Inputs as they come: what is good is read, what is not is passed on, and it is counted what became of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeVar

from vedette.model import Knowledge, QuarantinedInput, ReadReport, Report
from vedette.reading import read

Progress = Callable[[int], None]
Item = TypeVar("Item")


@dataclass(slots=True)
class Tally:
    """What became of the inputs so far."""

    new: int = 0
    known: int = 0
    quarantined: list[QuarantinedInput] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def note(self, batch: Iterable[ReadReport | QuarantinedInput]) -> None:
        """Remember what people should be told of a batch."""
        for item in batch:
            if isinstance(item, QuarantinedInput):
                self.quarantined.append(item)
            elif item.note:
                self.notes.append(f"{item.report.ref}: {item.note}")


def counted(
    collected: Iterable[Report | QuarantinedInput], progress: Progress | None
) -> Iterator[Report | QuarantinedInput]:
    """Tell the progress of each input as it is taken up."""
    for item in collected:
        yield item
        if progress is not None:
            progress(1)


def read_good(
    collected: Iterable[Report | QuarantinedInput], *, knowledge: Knowledge
) -> Iterator[ReadReport | QuarantinedInput]:
    """Read what is a report and pass on what is not, in the order they came."""
    waiting: list[QuarantinedInput] = []

    def good() -> Iterator[Report]:
        for item in collected:
            if isinstance(item, Report):
                yield item
            else:
                waiting.append(item)

    for reading in read(good(), knowledge=knowledge):
        yield from waiting
        waiting.clear()
        yield reading
    yield from waiting


def batches(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """Give items in lists of a size; the last may be shorter."""
    iterator = iter(items)
    while batch := list(islice(iterator, size)):
        yield batch
