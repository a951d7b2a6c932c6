"""What arrives while outlets are watched, on its way onto a desk: whoever watches hands it to this."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from vedette.inputs.readers import Reader
from vedette.model import Knowledge, QuarantinedInput, ReadReport, Report
from vedette.sources.received import Received
from vedette.store import Store
from vedette.store.watching import Wanted
from vedette.watching import Arrived, Taken


def take_in(
    arrived: Sequence[Arrived], *, store: Store, knowledge: Knowledge, reader: Reader
) -> list[Taken]:
    """Read what arrived and put it on a desk, which is not linked with it yet. Doing it twice adds nothing.

    What the desk has already is not read again. What cannot be read is in quarantine then.

    Args:
        arrived: What was received while watching.
        store: The desk.
        knowledge: What the packs know.
        reader: Who reads.

    Returns:
        What became of each, in the same order.

    Raises:
        StoreError: The desk cannot be written.
    """
    names = {one.id: one.name for one in knowledge.outlets}
    found = reader.reports([_received(one, names) for one in arrived])
    reports = {one.id: one for one in found if isinstance(one, Report)}
    known = store.known_reports(list(reports))
    fresh = [one for one in reports.values() if one.id not in known]
    done = dict(zip((one.id for one in fresh), reader.read(fresh), strict=True))
    put_on([*done.values(), *(one for one in found if isinstance(one, QuarantinedInput))], store=store, reader=reader)
    return [_taken(one, done) for one in found]


def put_on(batch: Sequence[ReadReport | QuarantinedInput], *, store: Store, reader: Reader) -> int:
    """Put what was read on a desk, which from then on says by which reader its newest claims are.

    Returns:
        How many reports were new.

    Raises:
        StoreError: The desk cannot be written.
    """
    # Noted first: whoever is killed in between has claimed less than there is, not more.
    if any(isinstance(one, ReadReport) for one in batch) and store.reader() != reader.mark:
        store.set_reader(reader.mark)
    return store.add(batch)


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
