"""What is watched of an outlet."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FeedKind(StrEnum):
    """What stands at the address of a feed, and so how it is read."""

    RSS = "rss"  # RSS of any version, and Atom
    SITEMAP = "sitemap"  # a sitemap, also of news, or an index of sitemaps
    TELEGRAM = "telegram"  # the public preview of a channel
    MASTODON = "mastodon"  # an account's public statuses, as JSON
    BLUESKY = "bluesky"  # an author's public feed, as JSON
    PAGE = "page"  # a page with links to articles


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """An address that lists what an outlet publishes, and how it is read."""

    address: str
    kind: FeedKind = FeedKind.RSS


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRules:
    """Where an article stands on the pages of one outlet, for pages that the library misreads.

    Each is an XPath 1.0 expression, so that nothing beyond lxml is needed. ``text`` selects what holds the words
    of the article, ``title`` and ``published`` an element or attribute, ``drop`` what is taken out beforehand.
    What is ``None``, or selects nothing, is left to the library.
    """

    text: str | None = None
    title: str | None = None
    published: str | None = None
    drop: tuple[str, ...] = ()
