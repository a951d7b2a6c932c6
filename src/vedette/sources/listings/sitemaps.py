"""Sitemaps: of pages, of news, of further sitemaps; as XML or lines of text, packed or not."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from lxml import etree  # type: ignore[import-untyped]

from vedette.errors import InputError
from vedette.model import Feed, FeedKind
from vedette.sources.dates import iso_moment
from vedette.sources.decoding import decode
from vedette.sources.listings.characters import whole_characters
from vedette.sources.listings.links import absolute
from vedette.sources.listings.listed import Listed
from vedette.sources.listings.mistaken import mistaken
from vedette.sources.pages import declared_charset
from vedette.sources.web.unpacking import unpack

_GZIP = b"\x1f\x8b"
# What the standard allows a sitemap, unpacked.
_MOST_BYTES = 52_428_800
_ROOT = re.compile(r"<(?:\w+:)?(urlset|sitemapindex)[\s>]")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_HEAD = 4_096


def read_sitemap(body: bytes, feed: Feed, charset: str | None) -> Iterator[Listed]:
    """Give what a sitemap lists; where it breaks off, what stands before that.

    Raises:
        InputError: It is no sitemap.
    """
    if body.startswith(_GZIP):
        body = unpack([body], coding="gzip", limit=_MOST_BYTES, source=feed.address)
    text = decode(body, source=feed.address, declared=charset or declared_charset(body))
    if _ROOT.search(text[:_HEAD]):
        yield from _entries(_DECLARATION.sub("", text).strip(), feed)
    elif text.lstrip().lower().startswith(("http://", "https://")):
        yield from _lines(text, feed)
    else:
        raise mistaken(body, feed, expected="a sitemap")


def _lines(text: str, feed: Feed) -> Iterator[Listed]:
    for line in text.splitlines():
        address = absolute(line.strip(), feed.address)
        if address:
            yield Listed(address=address)


def _entries(text: str, feed: Feed) -> Iterator[Listed]:
    # Half a character in an address of a namespace ends the reading of any tag that it stands for.
    stream = io.BytesIO(whole_characters(text).encode("utf-8", "replace"))
    events = etree.iterparse(
        stream, events=("end",), recover=True, resolve_entities=False, no_network=True, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )
    try:
        for _, element in events:
            if _name(element) in ("url", "sitemap"):
                listed = _listed(element, feed)
                # What has been read is let go of: fifty thousand entries are many.
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]
                if listed:
                    yield listed
    except etree.XMLSyntaxError as error:
        raise InputError(
            f"The sitemap cannot be read ({str(error)[:100]}).", source=feed.address, advice="Fetch it again."
        ) from error


def _listed(element: etree._Element, feed: Feed) -> Listed | None:
    said = {_name(child): _words(child) for child in reversed(element)}
    news = next((child for child in element if _name(child) == "news"), ())
    said_of_news = {_name(child): _words(child) for child in news}
    address = absolute(said.get("loc", ""), feed.address)
    if not address:
        return None
    return Listed(
        address=address, title=said_of_news.get("title") or None,
        published=iso_moment(said_of_news.get("publication_date", "")), updated=iso_moment(said.get("lastmod", "")),
        leads_to=FeedKind.SITEMAP if _name(element) == "sitemap" else None,
    )


def _name(element: etree._Element) -> str:
    # A prefix that the sitemap does not explain (a forgotten xmlns:news) stays in the name; its meaning is plain.
    return element.tag.rpartition("}")[2].rpartition(":")[2] if isinstance(element.tag, str) else ""


def _words(element: etree._Element) -> str:
    return " ".join((element.text or "").split())
