"""What arrives while outlets are watched, on its way onto a desk: whoever watches hands it to this."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from vedette.inputs import read_good
from vedette.model import Knowledge, QuarantinedInput, ReadReport, Report
from vedette.sources.received import Received, read_received
from vedette.store import Store
from vedette.store.watching import Wanted
from vedette.watching import Arrived, Taken


class Reader(Protocol):
    """Whoever reads what arrives. What it cannot read it gives back as quarantined, in the same place."""

    def reports(self, received: Sequence[Received]) -> Sequence[Report | QuarantinedInput]:
        """Make reports of what was received."""
        ...

    def read(self, reports: Sequence[Report]) -> Sequence[ReadReport | QuarantinedInput]:
        """Read reports."""
        ...


@dataclass(frozen=True, slots=True)
class ReaderHere:
    """Reads in this process."""

    knowledge: Knowledge

    def reports(self, received: Sequence[Received]) -> list[Report | QuarantinedInput]:
        """Make reports of what was received."""
        return [read_received(one, outlets=self.knowledge.outlets) for one in received]

    def read(self, reports: Sequence[Report]) -> list[ReadReport | QuarantinedInput]:
        """Read reports."""
        return list(read_good(reports, knowledge=self.knowledge))


def take_in(
    arrived: Sequence[Arrived], *, store: Store, knowledge: Knowledge, reader: Reader | None = None
) -> list[Taken]:
    """Read what arrived and put it on a desk, which is not linked with it yet. Doing it twice adds nothing.

    What the desk has already is not read again. What cannot be read is in quarantine then.

    Args:
        arrived: What was received while watching.
        store: The desk.
        knowledge: What the packs know.
        reader: Who reads; this process, unless given.

    Returns:
        What became of each, in the same order.

    Raises:
        StoreError: The desk cannot be written.
    """
    reader = reader or ReaderHere(knowledge)
    names = {one.id: one.name for one in knowledge.outlets}
    found = reader.reports([_received(one, names) for one in arrived])
    reports = {one.id: one for one in found if isinstance(one, Report)}
    known = store.known_reports(list(reports))
    fresh = [one for one in reports.values() if one.id not in known]
    done = dict(zip((one.id for one in fresh), reader.read(fresh), strict=True))
    store.add([*done.values(), *(one for one in found if isinstance(one, QuarantinedInput))])
    return [_taken(one, done) for one in found]


def wanted_feeds(knowledge: Knowledge, outlets: Collection[str] = ()) -> list[Wanted]:
    """Give the feeds of outlets, by their ids; those of all outlets unless given."""
    followed = [one for one in knowledge.outlets if not outlets or one.id in outlets]
    return [Wanted(outlet=one.id, feed=feed) for one in followed for feed in one.feeds]


def _received(one: Arrived, names: Mapping[str, str]) -> Received:
    return Received(
        page=one.page, address=one.entry.address, at=one.at.isoformat(timespec="seconds"), post=one.post,
        outlet=names.get(one.feed.outlet), title=one.entry.title, published=one.entry.published,
    )


def _taken(found: Report | QuarantinedInput, done: Mapping[str, ReadReport | QuarantinedInput]) -> Taken:
    if isinstance(found, QuarantinedInput):
        return Taken(reason=found.reason)
    read = done.get(found.id)
    if isinstance(read, QuarantinedInput):
        return Taken(reason=read.reason)
    return Taken(report=found.id, claims=0 if read is None else len(read.claims))
