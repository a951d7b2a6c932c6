"""What untrusted bytes may do to the readers: give something sound, or an InputError. Anything else is a finding.

Each target takes bytes as a stranger would send them. The first byte chooses where a reader can be
called in several ways, so that one corpus reaches all of them.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from types import MappingProxyType

from vedette.errors import InputError
from vedette.language import guess_language
from vedette.model import KnownOutlet, LinkKind, PageRules, QuarantinedInput, Report
from vedette.model.watched import Feed, FeedKind
from vedette.sources.archive.members import Break, is_torn, read_members
from vedette.sources.archive.records import NoRecord, page_of, read_record
from vedette.sources.dates import find_date_line, iso_moment, published_in
from vedette.sources.draft import Origin
from vedette.sources.feeds import read_feed
from vedette.sources.json_lines import read_json_lines
from vedette.sources.known_outlets import OutletIndex
from vedette.sources.listings import Listed, read_listing
from vedette.sources.pages import read_page
from vedette.sources.web import FetchedPage, Robots, canonical, name_of_address, own_address
from vedette.sources.web.unpacking import unpack
from vedette.sources.web.waiting import DAY, retry_after
from vedette.sources.web_archives import read_archive

Target = Callable[[bytes], None]
_KINDS = tuple(FeedKind)
_ORIGIN = Origin(source="fuzz", ref="fuzz", url="https://post.example/a")
# An outlet with rules for its pages, as a pack may have them.
_RULES = PageRules(
    text="//article | //td | //p/text()", title="//h1 | //title/text()", published="//time | //*[@class='date']/@title",
    drop=("//aside", "//div/div", "//body/comment()"),
)
_OUTLETS = OutletIndex.of((
    KnownOutlet(id="post", name="Example Post", kind=LinkKind.OUTLET, domains=("post.example",), rules=_RULES),
))
_ORIGINS = (_ORIGIN, replace(_ORIGIN, outlets=_OUTLETS), replace(_ORIGIN, url=None, outlets=_OUTLETS))


def make_ready() -> None:
    """Load what a reader loads when it is first used; else the first input would seem to take seconds."""
    guess_language("The port is shut.")


def fuzz_listings(data: bytes) -> None:
    """Read feeds, sitemaps, previews of channels and the JSON of two networks; a feed is read as reports, too."""
    kind, body = _KINDS[data[0] % len(_KINDS)] if data else FeedKind.RSS, data[1:]
    with suppress(InputError):
        _require_listed(read_listing(body, Feed(address="https://post.example/feed", kind=kind)))
    if kind is FeedKind.RSS:
        with suppress(InputError):
            for item in read_feed(body, _ORIGIN):
                _require_sound(item)


def _require_listed(listed: Iterable[Listed]) -> None:
    for item in listed:
        _require(item.address.startswith(("http://", "https://")), f"an address that nobody can ask: {item.address!r}")
        for moment in (item.published, item.updated):
            _require(moment is None or _is_moment(moment), f"no moment: {moment!r}")


def fuzz_pages(data: bytes) -> None:
    """Read a page of an article from the network, of an outlet with rules for its pages, or from a file."""
    origin = _ORIGINS[len(data) % len(_ORIGINS)]
    url = "https://m.post.example/a"
    own = own_address(FetchedPage(url=url, status=200, content_type="text/html", body=data))
    _require(own == url or canonical(own) == own, f"an address in another form: {own!r}")
    try:
        report = read_page(data, origin)
    except InputError:
        return
    _require_sound(report)


def fuzz_archives(data: bytes) -> None:
    """Read a WARC file of somebody else, then take the same bytes for a file of our own archive."""
    try:
        for item in read_archive(io.BytesIO(data), _ORIGIN):
            _require_sound(item)
    except InputError:
        pass
    is_torn(io.BytesIO(data), 0, end=len(data))
    for coding in ("gzip", "deflate", "br"):
        with suppress(InputError):
            unpack([data[:9], data[9:]], coding=coding, limit=1_000_000, source="fuzz")
    for found in read_members(io.BytesIO(data), 0, end=len(data)):
        if isinstance(found, Break):
            continue
        try:
            record = read_record(found.content)
            record.wrong_digests()
            _require(record.at == "" or _is_moment(record.at), f"no moment: {record.at!r}")
            page_of(record)
        except NoRecord:
            continue


def fuzz_lines(data: bytes) -> None:
    """Read JSONL; every line gives a report or a place in quarantine, whatever the others are."""
    try:
        items = list(read_json_lines(io.BytesIO(data), _ORIGIN))
    except InputError:
        return
    for item in items:
        _require_sound(item)


def fuzz_dates(data: bytes) -> None:
    """Understand dates that strangers wrote."""
    text = data.decode("utf-8", "replace")
    for found in (iso_moment(text), published_in(text), find_date_line(text)):
        _require(found is None or _is_moment(found), f"no moment: {found!r}")


def fuzz_addresses(data: bytes) -> None:
    """Bring addresses into one form, and read robots.txt."""
    text = data.decode("utf-8", "replace")
    try:
        once = canonical(text)
    except InputError:
        once = None
    if once is not None:
        _require(canonical(once) == once, f"{text!r} becomes {once!r}, which becomes {canonical(once)!r}")
    name_of_address(text)
    pause = retry_after(text, now=datetime(2025, 9, 12, tzinfo=UTC), sent=text[1:])
    _require(pause is None or 0 <= pause <= DAY, f"a pause of {pause}")
    robots = Robots.of(data, 200)
    robots.allows(once or "https://post.example/a?b=c")
    _require(robots.pause is None or robots.pause >= 0, f"a pause of {robots.pause}")


TARGETS: Mapping[str, Target] = MappingProxyType({
    "listings": fuzz_listings, "pages": fuzz_pages, "archives": fuzz_archives, "lines": fuzz_lines,
    "dates": fuzz_dates, "addresses": fuzz_addresses,
})


class Finding(AssertionError):
    """A reader gave something that it must not give."""


def _require_sound(item: Report | QuarantinedInput) -> None:
    if isinstance(item, QuarantinedInput):
        _require(bool(item.reason), "an input in quarantine without a reason")
        return
    _require(bool(item.text.strip()), "a report without text")
    _require("\0" not in item.text, "a report with a zero byte")
    _require(item.published is None or _is_moment(item.published), f"no day: {item.published!r}")
    json.dumps([item.text, item.title, item.author]).encode()
    item.text.encode()  # half a character would break whoever stores it


def _is_moment(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _require(holds: bool, what: str) -> None:
    if not holds:
        raise Finding(what)
