"""Atom (RFC 4287) as this house writes it: what a feed and its entries hold, and how they are written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain, islice
from xml.etree.ElementTree import Element, SubElement

from vedette.presentation.export.identity import uuid_of
from vedette.presentation.export.xml_text import element_line, with_text
from vedette.presentation.safe_text import printable

# A reader asks again; it needs what is new, not what the desk has held for years.
FEED_LENGTH = 100
MEDIA_TYPE = "application/atom+xml"
# An entry must say when it was last changed; this says that nobody knows.
_UNKNOWN = datetime(1970, 1, 1, tzinfo=UTC)
_HEAD = b'<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n'


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry: its id (a UUID), its title and text, its page, the addresses that it comes from, and its terms."""

    id: object
    title: str
    updated: datetime | None
    text: str
    page: str | None = None
    via: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()


def write_atom(entries: Iterable[Entry], *, name: str, own: str | None) -> Iterator[bytes]:
    """Write a feed of entries that come newest first.

    Args:
        entries: The entries.
        name: What the feed tells of.
        own: The address that was asked for.
    """
    rest = iter(entries)
    first = tuple(islice(rest, 1))
    yield _HEAD
    for element in _about(name, own, first[0].updated if first else None):
        yield element_line(element)
    for entry in chain(first, rest):
        yield element_line(_element(entry))
    yield b"</feed>\n"


def _about(name: str, own: str | None, updated: datetime | None) -> Iterator[Element]:
    yield with_text("id", f"urn:uuid:{uuid_of('feed', own or '')}")
    yield with_text("title", f"Vedette: {name}")
    yield with_text("updated", _moment(updated))
    author = Element("author")
    SubElement(author, "name").text = "Vedette"
    yield author
    if own:
        yield Element("link", rel="self", type=MEDIA_TYPE, href=own)


def _element(one: Entry) -> Element:
    entry = Element("entry")
    entry.append(with_text("id", f"urn:uuid:{one.id}"))
    entry.append(with_text("title", printable(one.title)))
    entry.append(with_text("updated", _moment(one.updated)))
    if one.page:
        SubElement(entry, "link", rel="alternate", type="text/html", href=one.page)
    for url in dict.fromkeys(one.via):
        SubElement(entry, "link", rel="via", href=url)
    for term in one.terms:
        SubElement(entry, "category", term=printable(term))
    SubElement(entry, "content", type="text").text = "\n".join(map(printable, one.text.split("\n")))
    return entry


def _moment(moment: datetime | None) -> str:
    return (moment or _UNKNOWN).strftime("%Y-%m-%dT%H:%M:%SZ")
