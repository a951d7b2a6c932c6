"""RSS and Atom feeds: each entry is a report, from what the feed itself carries."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import feedparser

from vedette.errors import InputError
from vedette.language import language_code
from vedette.model import FieldSource, QuarantinedInput, Report
from vedette.sources.dates import iso_moment
from vedette.sources.decoding import decode, tidy
from vedette.sources.draft import Draft, Found, Origin, complete
from vedette.sources.fragments import fragment_text
from vedette.sources.limits import KEPT_BYTES, PAGE_BYTES, check_size, check_text
from vedette.sources.pages import declared_charset

_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF|channel)[\s>]", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_HEAD = 4_096


def looks_like_feed(data: bytes) -> bool:
    """Say whether bytes begin like a feed.

    Example:
        >>> looks_like_feed(b'<?xml version="1.0"?><rss version="2.0">'), looks_like_feed(b"<html>")
        (True, False)
    """
    head = data[:_HEAD].replace(b"\0", b"")
    return head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<") and bool(_FEED.search(head))


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
    check_size(data, limit=PAGE_BYTES, source=origin.source)
    text = decode(data, source=origin.source, declared=origin.charset or declared_charset(data))
    parsed = _parse(text)
    if not parsed.get("version") or (parsed.get("bozo") and not parsed.entries):
        raise InputError(
            "It is not a readable RSS or Atom feed.", source=origin.source,
            advice="Check the address of the feed; a page of a site is not its feed.",
        )
    for number, entry in enumerate(parsed.entries, 1):
        try:
            yield _read_entry(entry, number, parsed.feed, origin)
        except InputError as error:
            yield QuarantinedInput.of(error, content=repr(dict(entry)).encode("utf-8", "replace")[:KEPT_BYTES])
    if parsed.get("bozo"):
        yield QuarantinedInput.of(_damage(len(parsed.entries), origin), content=data[:KEPT_BYTES])


def _parse(text: str) -> Any:
    # The text is decoded already, and feedparser must not take it for an address: bytes in a stream, charset said.
    stream = io.BytesIO(_DECLARATION.sub("", text).strip().encode("utf-8", "replace"))
    return feedparser.parse(stream, response_headers={"content-type": "application/xml; charset=utf-8"})


def _damage(entries: int, origin: Origin) -> InputError:
    return InputError(
        f"The feed is damaged; {entries} entries before or around the damage were read.", source=origin.source,
        advice="Fetch the feed again.",
    )


def _read_entry(entry: Any, number: int, feed: Any, origin: Origin) -> Report:
    title = _one_line(entry.get("title"))
    text = tidy(_content(entry) or title or "")
    if not text.strip():
        raise InputError(
            f"Entry {number} of the feed has no text.", source=origin.source, advice="Add the page that it links to."
        )
    check_text(text, source=origin.source)
    source_title = (entry.get("source") or {}).get("title")
    link = _one_line(entry.get("link"))
    draft = Draft(
        text=text, ref=_one_line(entry.get("id")) or link or f"{origin.ref}:{number}", url=link,
        title=_found(title), outlet=_found(_one_line(source_title) or _one_line(feed.get("title"))),
        author=_found(_one_line(entry.get("author"))), published=_found(_published(entry)),
        language=_found(language_code(entry.get("language") or feed.get("language") or "")),
    )
    return complete(draft, origin)


def _content(entry: Any) -> str:
    contents = [str(part.get("value") or "") for part in entry.get("content", [])]
    candidates = (*sorted(contents, key=len, reverse=True), str(entry.get("summary") or ""))
    return next((text for text in map(fragment_text, candidates) if text.strip()), "")


def _published(entry: Any) -> str | None:
    for key in ("published", "created", "updated"):
        said = entry.get(key)
        if not said:
            continue
        moment = iso_moment(str(said))
        parsed = entry.get(f"{key}_parsed")
        return moment or (_utc(parsed) if parsed else None)
    return None


def _utc(parts: Any) -> str:
    year, month, day, hour, minute, second = parts[:6]
    return datetime(year, month, day, hour, minute, min(second, 59), tzinfo=UTC).isoformat()


def _one_line(value: Any) -> str | None:
    return " ".join(tidy(fragment_text(str(value))).split()) or None if value else None


def _found(value: str | None) -> Found | None:
    return Found(value, FieldSource.METADATA) if value else None
