"""Pages that list, as trees."""

from __future__ import annotations

import re
from itertools import islice

from lxml import etree  # type: ignore[import-untyped]
from lxml.html import HtmlElement, HTMLParser, document_fromstring  # type: ignore[import-untyped]

from vedette.errors import InputError
from vedette.model import Feed
from vedette.sources.decoding import decode
from vedette.sources.limits import PAGE_ELEMENTS
from vedette.sources.listings.mistaken import mistaken
from vedette.sources.pages import declared_charset, looks_like_html

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def page_tree(body: bytes, feed: Feed, *, charset: str | None, expected: str) -> HtmlElement:
    """Read a page as a tree.

    Raises:
        InputError: It is no page, or a far too large one.
    """
    if not looks_like_html(body):
        raise mistaken(body, feed, expected=expected)
    text = decode(body, source=feed.address, declared=charset or declared_charset(body))
    try:
        tree = document_fromstring(_DECLARATION.sub("", text), parser=HTMLParser(no_network=True))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise mistaken(body, feed, expected=expected) from error
    if next(islice(tree.iter(), PAGE_ELEMENTS, None), None) is not None:
        raise InputError(
            f"It has more than {PAGE_ELEMENTS:,} HTML elements, which no list of articles has.", source=feed.address,
            advice="Give the address of a feed or a sitemap of the outlet.",
        )
    return tree
