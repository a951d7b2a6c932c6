"""A plain page of links: the headlines of an outlet that has neither feed nor sitemap."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urlsplit

from lxml.html import HtmlElement  # type: ignore[import-untyped]

from vedette.model import Feed
from vedette.sources.dates import iso_moment
from vedette.sources.listings.links import absolute
from vedette.sources.listings.listed import Listed
from vedette.sources.listings.page_trees import page_tree

# Where a page leads to itself: menus and small print.
_MENUS = frozenset(("nav", "aside", "form", "select"))
_ENDS = frozenset(("header", "footer"))
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
    titles = {link: title for link in tree.iter("a") if (title := _title(link))}
    days = _Days(titles, {})
    for link, title in titles.items():
        address = absolute(link.get("href"), base)
        if address and address != here and _is_article(address, feed.address) and not _is_furniture(link):
            yield Listed(address=address, title=title, published=days.beside(link))


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
    above = {element.tag for element in link.iterancestors()}
    # The head of an article on the list is no head of the page.
    return bool(above & _MENUS) or ("article" not in above and bool(above & _ENDS))


@dataclass(frozen=True, slots=True)
class _Card:
    """What stands around a headline: whether it is of several articles, and the moments in it."""

    is_of_several: bool
    moments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Days:
    titles: Mapping[HtmlElement, str]
    cards: dict[HtmlElement, _Card]  # each is looked through once: a hostile page has thousands of links in one

    def beside(self, link: HtmlElement) -> str | None:
        """Give the day of the one moment in the smallest element around a link that holds any."""
        for above in islice(link.iterancestors(), _LEVELS_TO_A_DATE):
            card = self.cards.get(above) or self.cards.setdefault(above, self._card(above))
            if card.is_of_several:
                return None
            if card.moments:
                return iso_moment(card.moments[0]) if len(card.moments) == 1 else None
        return None

    def _card(self, element: HtmlElement) -> _Card:
        targets = {link.get("href") for link in element.iter("a") if link in self.titles}
        moments = tuple(moment for time in element.iter("time") if (moment := time.get("datetime")))
        return _Card(is_of_several=len(targets) > 1, moments=moments)
