"""RSS and Atom taken apart: the entries of a feed, as it gives them."""

from __future__ import annotations

import io
import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from typing import Any

import feedparser

from vedette.errors import InputError
from vedette.language import language_code
from vedette.sources.dates import iso_moment
from vedette.sources.decoding import decode, tidy
from vedette.sources.fragments import fragment_text
from vedette.sources.limits import PAGE_BYTES, check_size
from vedette.sources.listings.characters import whole_characters
from vedette.sources.pages import declared_charset

_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF|channel)[\s>]", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_ENTRY = re.compile(rb"<(?:\w+:)?(?:item|entry)[\s>/]", re.IGNORECASE)
# What feeds add for players, maps and licences, which nobody here reads.
_ADDED = re.compile(r"</?(?:cc|creativeCommons|geo|georss|gml|itunes|media|psc):[^<>]*>", re.IGNORECASE)
_HEAD = 4_096
# A feed has some dozens. Taking one apart costs a second for each ten thousand entries, empty ones included.
_MOST_ENTRIES = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a feed; ``None`` where the feed is silent. ``contents`` are pieces of HTML, the fullest first."""

    id: str | None
    link: str | None
    title: str | None
    author: str | None
    outlet: str | None
    published: str | None
    updated: str | None
    language: str | None
    contents: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Syndicated:
    """A feed: its entries in its order, and whether it was damaged (then they are what could be read)."""

    entries: tuple[Entry, ...]
    damaged: bool


def looks_like_feed(data: bytes) -> bool:
    """Say whether bytes begin like a feed.

    Example:
        >>> looks_like_feed(b'<?xml version="1.0"?><rss version="2.0">'), looks_like_feed(b"<html>")
        (True, False)
    """
    head = data[:_HEAD].replace(b"\0", b"")
    return head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<") and bool(_FEED.search(head))


def parse_feed(data: bytes, *, source: str, charset: str | None = None) -> Syndicated:
    """Take a feed apart.

    Args:
        data: The feed as received.
        source: Where it comes from, for messages.
        charset: What the server says.

    Raises:
        InputError: It is no feed, too large, or not text.

    Example:
        >>> feed = b"<rss version='2.0'><channel><item><title>Gate shut</title></item></channel></rss>"
        >>> [entry.title for entry in parse_feed(feed, source="f.xml").entries]
        ['Gate shut']
    """
    check_size(data, limit=PAGE_BYTES, source=source)
    if next(islice(_ENTRY.finditer(data), _MOST_ENTRIES, None), None):
        raise InputError(
            f"It has more than {_MOST_ENTRIES:,} entries, which no feed has.", source=source,
            advice="Ask the outlet for a shorter one, or take its sitemap.",
        )
    parsed = _parse(decode(data, source=source, declared=charset or declared_charset(data)), source=source)
    if not parsed.get("version") or (parsed.get("bozo") and not parsed.entries):
        raise _unreadable(source)
    entries = tuple(_entry(entry, parsed.feed) for entry in parsed.entries)
    return Syndicated(entries=entries, damaged=bool(parsed.get("bozo")))


def _unreadable(source: str) -> InputError:
    return InputError(
        "It is not a readable RSS or Atom feed.", source=source,
        advice="Check the address of the feed; a page of a site is not its feed.",
    )


def _parse(text: str, *, source: str) -> Any:
    text = whole_characters(_DECLARATION.sub("", text).strip())
    # An empty licence, a place without figures: feedparser fails on such in every way in which Python can.
    with suppress(Exception):
        return _parsed(text)
    try:
        return _parsed(_ADDED.sub("", text))
    except Exception as error:
        raise _unreadable(source) from error


def _parsed(text: str) -> Any:
    # The text is decoded already, and feedparser must not take it for an address: bytes in a stream, charset said.
    stream = io.BytesIO(text.encode("utf-8", "replace"))
    return feedparser.parse(stream, response_headers={"content-type": "application/xml; charset=utf-8"})


def _entry(entry: Any, feed: Any) -> Entry:
    source_title = (entry.get("source") or {}).get("title")
    contents = sorted((str(part.get("value") or "") for part in entry.get("content", [])), key=len, reverse=True)
    return Entry(
        id=_one_line(entry.get("id")), link=_one_line(entry.get("feedburner_origlink") or entry.get("link")),
        title=_one_line(entry.get("title")), author=_one_line(entry.get("author")),
        outlet=_one_line(source_title) or _one_line(feed.get("title")),
        published=_moment(entry, "published", "created", "updated"), updated=_moment(entry, "updated"),
        language=language_code(entry.get("language") or feed.get("language") or ""),
        contents=(*contents, str(entry.get("summary") or "")),
    )


def _moment(entry: Any, *keys: str) -> str | None:
    for key in keys:
        # What feedparser reads into a field that is not there is another field's value.
        if key not in entry or not entry.get(key):
            continue
        parsed = entry.get(f"{key}_parsed")
        return iso_moment(str(entry.get(key))) or (_utc(parsed) if parsed else None)
    return None


def _utc(parts: Any) -> str:
    year, month, day, hour, minute, second = parts[:6]
    return datetime(year, month, day, hour, minute, min(second, 59), tzinfo=UTC).isoformat()


def _one_line(value: Any) -> str | None:
    return " ".join(tidy(fragment_text(str(value))).split()) or None if value else None
