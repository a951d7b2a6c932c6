"""What stands at an address instead of the listing that was expected."""

from __future__ import annotations

import re

from vedette.errors import InputError
from vedette.model import Feed
from vedette.sources.decoding import is_binary
from vedette.sources.listings.links import absolute
from vedette.sources.listings.syndication import looks_like_feed
from vedette.sources.pages import looks_like_html

_BLANK = b" \t\r\n\0\xef\xbb\xbf\xff\xfe"
_SITEMAP = re.compile(rb"<(?:\w+:)?(?:urlset|sitemapindex)[\s>]")
_LINK = re.compile(rb"<link\b[^>]{0,500}>", re.IGNORECASE)
_FEED_TYPE = re.compile(rb"application/(?:rss|atom)\+xml", re.IGNORECASE)
_TARGET = re.compile(rb"""\bhref\s*=\s*["']?([^"'\s>]{1,500})""", re.IGNORECASE)
_HEAD, _LINKS_WITHIN = 4_096, 100_000


def mistaken(body: bytes, feed: Feed, *, expected: str) -> InputError:
    """Make the error that says what was found instead of what was expected, and where the right thing may be."""
    empty = not body.strip(_BLANK)
    reason = f"There is nothing in it; it should be {expected}." if empty else f"It is {_found(body)}, not {expected}."
    return InputError(reason, source=feed.address, advice=_advice(body, feed))


def _found(body: bytes) -> str:
    head = body[:_HEAD].lstrip(_BLANK)
    if looks_like_feed(body):
        return "an RSS or Atom feed"
    if _SITEMAP.search(head):
        return "a sitemap"
    if looks_like_html(body):
        return "an HTML page"
    if head.startswith((b"{", b"[")):
        return "JSON"
    return "binary data" if is_binary(body) else "text of another kind"


def _advice(body: bytes, feed: Feed) -> str:
    for link in _LINK.findall(body[:_LINKS_WITHIN]):
        target = _TARGET.search(link) if _FEED_TYPE.search(link) else None
        address = absolute(target[1].decode("utf-8", "replace"), feed.address) if target else None
        if address:
            return f"The page names a feed: {address}"
    return f"Check the address, or the kind of the feed (it is given as '{feed.kind}')."
