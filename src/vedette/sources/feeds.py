"""RSS and Atom feeds as inputs: each entry is a report, from what the feed itself carries."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from vedette.errors import InputError
from vedette.model import FieldSource, QuarantinedInput, Report
from vedette.sources.decoding import tidy
from vedette.sources.draft import Draft, Found, Origin, complete
from vedette.sources.fragments import fragment_text
from vedette.sources.limits import KEPT_BYTES, check_text
from vedette.sources.listings.syndication import Entry, parse_feed


def read_feed(data: bytes, origin: Origin) -> Iterator[Report | QuarantinedInput]:
    """Read the entries of a feed as reports. The pages that they link to are not fetched.

    The text is the whole content where the feed carries it, else the summary,
    else the title alone. An entry without any of these goes to quarantine. A
    feed that breaks off gives the entries before the damage, and says so.

    Args:
        data: The feed as received.
        origin: Where it comes from.

    Raises:
        InputError: It is no feed, or not XML.
    """
    feed = parse_feed(data, source=origin.source, charset=origin.charset)
    for number, entry in enumerate(feed.entries, 1):
        try:
            yield _read_entry(entry, number, origin)
        except InputError as error:
            yield QuarantinedInput.of(error, content=_shown(entry))
    if feed.damaged:
        yield QuarantinedInput.of(_damage(len(feed.entries), origin), content=data[:KEPT_BYTES])


def _damage(entries: int, origin: Origin) -> InputError:
    return InputError(
        f"The feed is damaged; {entries} entries before or around the damage were read.", source=origin.source,
        advice="Fetch the feed again.",
    )


def _shown(entry: Entry) -> bytes:
    said = {name: value for name, value in dataclasses.asdict(entry).items() if value}
    return repr(said).encode("utf-8", "replace")[:KEPT_BYTES]


def _read_entry(entry: Entry, number: int, origin: Origin) -> Report:
    content = next((text for text in map(fragment_text, entry.contents) if text.strip()), "")
    text = tidy(content or entry.title or "")
    if not text.strip():
        raise InputError(
            f"Entry {number} of the feed has no text.", source=origin.source, advice="Add the page that it links to."
        )
    check_text(text, source=origin.source)
    draft = Draft(
        text=text, ref=entry.id or entry.link or f"{origin.ref}:{number}", url=entry.link,
        title=_found(entry.title), outlet=_found(entry.outlet), author=_found(entry.author),
        published=_found(entry.published), language=_found(entry.language),
    )
    return complete(draft, origin)


def _found(value: str | None) -> Found | None:
    return Found(value, FieldSource.METADATA) if value else None
