"""Events as an Atom feed: what the desk met last comes first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vedette.presentation.export.addresses import Addresses
from vedette.presentation.export.atom import Entry, write_atom
from vedette.presentation.export.details import detail_lines
from vedette.presentation.export.identity import uuid_of
from vedette.presentation.export.record import Record
from vedette.presentation.wording import describe_briefly, describe_progress


def write_feed(records: Iterable[Record], addresses: Addresses) -> Iterator[bytes]:
    """Write a feed (RFC 4287) of events that come newest first."""
    return write_atom((_entry(record, addresses) for record in records), name="events", own=addresses.own)


def _entry(record: Record, addresses: Addresses) -> Entry:
    event = record.event
    # "happened" beside "denied" would read as if it had.
    terms = (event.type, event.stage if describe_progress(event) else "", event.factuality)
    return Entry(
        id=uuid_of("event", event.id), title=describe_briefly(event), updated=record.updated,
        text="\n".join(detail_lines(record)), page=addresses.event(event.id),
        via=tuple(said.url for said in record.evidence if said.url), terms=tuple(filter(None, terms)),
    )
