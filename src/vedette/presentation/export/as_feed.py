"""Events as an Atom feed: what the desk met last comes first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import chain, islice
from xml.etree.ElementTree import Element, SubElement

from vedette.presentation.export.addresses import Addresses
from vedette.presentation.export.details import detail_lines
from vedette.presentation.export.identity import uuid_of
from vedette.presentation.export.record import Record
from vedette.presentation.export.xml_text import element_line, with_text
from vedette.presentation.safe_text import printable
from vedette.presentation.wording import describe_briefly, describe_progress

# A reader asks again; it needs what is new, not what the desk has held for years.
FEED_LENGTH = 100
# An entry must say when it was last changed; this says that nobody knows.
_UNKNOWN = datetime(1970, 1, 1, tzinfo=UTC)
_HEAD = b'<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n'


def write_feed(records: Iterable[Record], addresses: Addresses) -> Iterator[bytes]:
    """Write a feed (RFC 4287) of events that come newest first."""
    rest = iter(records)
    first = tuple(islice(rest, 1))
    yield _HEAD
    for element in _about(addresses, first[0].updated if first else None):
        yield element_line(element)
    for record in chain(first, rest):
        yield element_line(_entry(record, addresses))
    yield b"</feed>\n"


def _about(addresses: Addresses, updated: datetime | None) -> Iterator[Element]:
    yield with_text("id", f"urn:uuid:{uuid_of('feed', addresses.own or '')}")
    yield with_text("title", "Vedette: events")
    yield with_text("updated", _moment(updated))
    author = Element("author")
    SubElement(author, "name").text = "Vedette"
    yield author
    if addresses.own:
        yield Element("link", rel="self", type="application/atom+xml", href=addresses.own)


def _entry(record: Record, addresses: Addresses) -> Element:
    event, page = record.event, addresses.event(record.event.id)
    entry = Element("entry")
    entry.append(with_text("id", f"urn:uuid:{uuid_of('event', event.id)}"))
    entry.append(with_text("title", printable(describe_briefly(event))))
    entry.append(with_text("updated", _moment(record.updated)))
    if page:
        SubElement(entry, "link", rel="alternate", type="text/html", href=page)
    for url in dict.fromkeys(said.url for said in record.evidence if said.url):
        SubElement(entry, "link", rel="via", href=url)
    # "happened" beside "denied" would read as if it had.
    for term in (event.type, event.stage if describe_progress(event) else "", event.factuality):
        if term:
            SubElement(entry, "category", term=term)
    content = SubElement(entry, "content", type="text")
    content.text = "\n".join(detail_lines(record))
    return entry


def _moment(moment: datetime | None) -> str:
    return (moment or _UNKNOWN).strftime("%Y-%m-%dT%H:%M:%SZ")
