"""A plain page of links: the headlines of an outlet that has neither feed nor sitemap."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from lxml.html import HtmlElement  # type: ignore[import-untyped]

from vedette.model import Feed
from vedette.sources.dates import iso_moment
from vedette.sources.listings.links import absolute
from vedette.sources.listings.listed import Listed
from vedette.sources.listings.page_trees import page_tree

# Where a page leads to itself: menus and small print.
_FURNITURE = frozenset(("nav", "header", "footer", "aside", "form", "select"))
_FEWEST_WORDS, _FEWEST_LETTERS = 3, 16
_LONGEST_TITLE = 500
_LEVELS_TO_A_DATE = 4
_NO_PAGE = re.compile(r"(?i)\.(?:jpe?g|png|gif|webp|svg|pdf|mp[34]|avi|zip|css|js|xml|rss|ics|docx?|xlsx?)$")


def read_link_page(body: bytes, feed: Feed, charset: str | None) -> Iterator[Listed]:
    """Give the links of a page that look like headlines: of the same site, of three words or more, outside menus.

    The date is that of the one ``<time>`` that stands beside the link, where
    there is one.

    Raises:
        InputError: It is no page.
    """
    tree = page_tree(body, feed, charset=charset, expected="a page of links")
    base = absolute(next(iter(tree.xpath("//base/@href")), None), feed.address) or feed.address
    here = absolute(feed.address, feed.address)
    for link in tree.iter("a"):
        title = _title(link)
        address = absolute(link.get("href"), base) if title else None
        if address and address != here and _is_article(address, feed.address) and not _is_furniture(link):
            yield Listed(address=address, title=title, published=_day_beside(link))


def _title(link: HtmlElement) -> str | None:
    words = " ".join(link.text_content().split())
    letters = sum(map(str.isalpha, words))
    is_headline = len(words.split()) >= _FEWEST_WORDS and letters >= _FEWEST_LETTERS
    return words[:_LONGEST_TITLE] if is_headline else None


def _is_article(address: str, listing: str) -> bool:
    parts = urlsplit(address)
    return _site(address) == _site(listing) and parts.path != "/" and not _NO_PAGE.search(parts.path)


def _site(address: str) -> str:
    host = urlsplit(address).hostname or ""
    return re.sub(r"^(?:www|m|amp)\.", "", host)


def _is_furniture(link: HtmlElement) -> bool:
    # The head of an article on the list is no head of the page.
    for above in link.iterancestors():
        if above.tag == "article":
            return False
        if above.tag in _FURNITURE:
            return True
    return False


def _day_beside(link: HtmlElement) -> str | None:
    for level, above in enumerate(link.iterancestors()):
        times = above.xpath(".//time[@datetime]")
        if times or level >= _LEVELS_TO_A_DATE:
            return iso_moment(times[0].get("datetime")) if len(times) == 1 else None
    return None
