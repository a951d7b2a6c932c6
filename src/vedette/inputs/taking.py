"""Inputs on their way onto a desk: they are counted, gathered in batches, and it is told what became of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeVar

from vedette.model import QuarantinedInput, ReadReport, Report

Progress = Callable[[int], None]
Gathered = Report | ReadReport | QuarantinedInput
Item = TypeVar("Item")


@dataclass(slots=True)
class Tally:
    """What became of the inputs so far; ``under_way`` are the ids of those that are taken up and not yet written."""

    new: int = 0
    known: int = 0
    quarantined: list[QuarantinedInput] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    under_way: set[str] = field(default_factory=set)

    def fresh(self, items: Iterable[Gathered], known: frozenset[str]) -> Iterator[Gathered]:
        """Give what is neither known nor under way, which it is from now on; count the others."""
        for item in items:
            if id_of(item) in known or id_of(item) in self.under_way:
                self.known += 1
            else:
                self.under_way.add(id_of(item))
                yield item

    def note(self, batch: Iterable[ReadReport | QuarantinedInput], *, new: int) -> None:
        """Remember what people should be told of a batch that was written, in which so many reports were new."""
        self.new += new
        self.known -= new  # of those that were read, others may have been written in between
        for item in batch:
            self.under_way.discard(id_of(item))
            if isinstance(item, QuarantinedInput):
                self.quarantined.append(item)
                continue
            self.known += 1
            if item.note:
                self.notes.append(f"{item.report.ref}: {item.note}")


def id_of(item: Gathered) -> str:
    """Give the id of an input, read or not."""
    return item.report.id if isinstance(item, ReadReport) else item.id


def counted(collected: Iterable[Gathered], progress: Progress | None) -> Iterator[Gathered]:
    """Tell the progress of each input as it is taken up."""
    for item in collected:
        yield item
        if progress is not None:
            progress(1)


def batches(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """Give items in lists of a size; the last may be shorter."""
    iterator = iter(items)
    while batch := list(islice(iterator, size)):
        yield batch
