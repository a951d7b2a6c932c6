"""From the body of a listing to its entries, by its kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import islice
from types import MappingProxyType

from vedette.errors import InputError
from vedette.model import Feed, FeedKind
from vedette.sources.limits import PAGE_BYTES
from vedette.sources.listings.json_posts import read_bluesky, read_mastodon
from vedette.sources.listings.link_pages import read_link_page
from vedette.sources.listings.links import absolute
from vedette.sources.listings.listed import Listed
from vedette.sources.listings.mistaken import mistaken
from vedette.sources.listings.sitemaps import read_sitemap
from vedette.sources.listings.syndication import looks_like_feed, parse_feed
from vedette.sources.listings.telegram import read_telegram

# As many as the standard of sitemaps allows one to list.
MOST_ENTRIES = 50_000
# While a feed is taken apart, nothing else is watched.
_FEED_BYTES = 5_000_000

_Reader = Callable[[bytes, Feed, str | None], Iterator[Listed]]


def read_listing(body: bytes, feed: Feed, *, charset: str | None = None) -> tuple[Listed, ...]:
    """Read what a feed lists, in its order, each address once.

    Addresses are whole and canonical; entries without a web address are left
    out. A listing that breaks off gives what stands before the damage. At most
    50,000 entries are taken.

    Args:
        body: The listing as received.
        feed: Its address and kind.
        charset: What the server says.

    Raises:
        InputError: Something else stands there: a page in place of a feed, the error of an interface, nothing.

    Example:
        >>> feed = Feed(address="https://post.example/rss", kind=FeedKind.RSS)
        >>> body = b"<rss version='2.0'><channel><item><title>Gate shut</title><link>/1</link></item></channel></rss>"
        >>> [(entry.address, entry.title) for entry in read_listing(body, feed)]
        [('https://post.example/1', 'Gate shut')]
    """
    most = _FEED_BYTES if feed.kind is FeedKind.RSS else PAGE_BYTES
    if len(body) > most:
        raise InputError(
            f"It is larger than {most // 1_000_000} MB, which no list of articles is.", source=feed.address,
            advice="Take another feed of the outlet.",
        )
    return _each_once(islice(_READERS[feed.kind](body, feed, charset), MOST_ENTRIES))


def _each_once(entries: Iterator[Listed]) -> tuple[Listed, ...]:
    # A page links to an article by its picture and by its headline: what one entry leaves out, another may say.
    found: dict[str, Listed] = {}
    for entry in entries:
        before = found.setdefault(entry.address, entry)
        if before is not entry:
            found[entry.address] = replace(
                before, title=before.title or entry.title, published=before.published or entry.published
            )
    return tuple(found.values())


def _read_syndicated(body: bytes, feed: Feed, charset: str | None) -> Iterator[Listed]:
    if not looks_like_feed(body):
        raise mistaken(body, feed, expected="an RSS or Atom feed")
    for entry in parse_feed(body, source=feed.address, charset=charset).entries:
        address = absolute(entry.link, feed.address)
        if address:
            yield Listed(address=address, title=entry.title, published=entry.published, updated=entry.updated)


_READERS: Mapping[FeedKind, _Reader] = MappingProxyType(
    {
        FeedKind.RSS: _read_syndicated,
        FeedKind.SITEMAP: read_sitemap,
        FeedKind.TELEGRAM: read_telegram,
        FeedKind.MASTODON: read_mastodon,
        FeedKind.BLUESKY: read_bluesky,
        FeedKind.PAGE: read_link_page,
    }
)
