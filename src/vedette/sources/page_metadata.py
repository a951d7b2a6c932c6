"""What an HTML page says about itself: title, site, author, day, language."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from htmldate import find_date
from lxml.html import HtmlElement  # type: ignore[import-untyped]
from trafilatura import extract_metadata
from trafilatura.settings import Document

from vedette.language import language_code
from vedette.model import FieldSource
from vedette.sources.dates import iso_moment
from vedette.sources.draft import Found

_DAY_NAMES = (
    "article:published_time", "og:article:published_time", "datepublished", "date", "dc.date", "dc.date.issued",
    "dcterms.created", "dcterms.date", "pubdate", "publishdate", "publish-date",
    "parsely-pub-date", "sailthru.date",
)
_SITE_NAMES = ("og:site_name", "application-name", "dc.publisher")
_HOST = re.compile(r"(?i)(?:[\w-]+\.)+[\w-]+(?::\d+)?|localhost(?::\d+)?")
_JSON_LD_LIMIT = 200_000


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMetadata:
    """The fields of a page that its markup gives; ``None`` where it is silent."""

    title: Found | None
    outlet: Found | None
    author: Found | None
    published: Found | None
    language: Found | None
    url: str | None


def read_metadata(tree: HtmlElement, *, url: str | None) -> PageMetadata:
    """Read what a page says about itself: meta tags, JSON-LD, ``<time>``, and trafilatura's reading of the rest.

    The day is taken from the markup (``FieldSource.METADATA``) or, where that
    is silent, from the visible page (``FieldSource.PAGE``).

    Args:
        tree: The parsed page. It is not changed.
        url: The address it was fetched from, if it was.
    """
    metas = dict(_metas(tree))
    document = _document(tree, url)
    site = next((metas[name] for name in _SITE_NAMES if name in metas), None) or _site(document.sitename)
    return PageMetadata(
        title=_found(metas.get("og:title") or document.title),
        outlet=_found(site),
        author=_found(document.author),
        published=_published(tree, metas, url),
        language=_found(_language(tree, metas)),
        url=url or _address(tree, metas),
    )


def _document(tree: HtmlElement, url: str | None) -> Document:
    # What breaks the library, in whichever way of Python, tells it nothing; the article may be sound all the same.
    with suppress(Exception):
        # The second reading of the day is htmldate's, asked only when needed; extract_metadata would always ask.
        return extract_metadata(tree, default_url=url, extensive=False)
    return Document()


def _found(value: str | None, origin: FieldSource = FieldSource.METADATA) -> Found | None:
    value = " ".join(value.split()) if value else ""
    return Found(value, origin) if value else None


def _site(name: str | None) -> str | None:
    # Where a page names no site, trafilatura gives its host; that is an address, not a name.
    return None if not name or _HOST.fullmatch(name) else name


def _metas(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    # Later pairs of a dict win, so the page is read backwards: the first tag of a name counts.
    for meta in reversed(list(tree.iter("meta"))):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        content = (meta.get("content") or "").strip()
        if name and content:
            yield name.strip().lower(), content


def _published(tree: HtmlElement, metas: dict[str, str], url: str | None) -> Found | None:
    said = [metas[name] for name in _DAY_NAMES if name in metas]
    for value in (*said[:1], *_linked_days(tree), *said[1:], *_times(tree)):
        moment = iso_moment(value)
        if moment:
            return Found(moment, FieldSource.METADATA)
    day = None
    with suppress(Exception):  # as above
        day = find_date(tree, original_date=True, extensive_search=False, url=url)
    return Found(day, FieldSource.PAGE) if day else None


def _times(tree: HtmlElement) -> Iterator[str]:
    for time in tree.xpath("//article//time[@datetime] | //*[@itemprop='datePublished'][@datetime]"):
        yield time.get("datetime")
    alone = tree.xpath("//time[@datetime]")
    if len(alone) == 1:  # several times outside an article belong to a list of links
        yield alone[0].get("datetime")


def _linked_days(tree: HtmlElement) -> Iterator[str]:
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            data = json.loads((script.text or "")[:_JSON_LD_LIMIT], strict=False)
        except (ValueError, RecursionError):
            continue  # other parts of the page may still tell
        for node in _nodes(data, depth=0):
            day = node.get("datePublished")
            if isinstance(day, str):
                yield day


def _nodes(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > 4:
        return
    for node in data if isinstance(data, list) else [data]:
        if isinstance(node, dict):
            yield node
            yield from _nodes(node.get("@graph", []), depth + 1)


def _language(tree: HtmlElement, metas: dict[str, str]) -> str | None:
    root = tree.getroottree().getroot()
    said = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or metas.get("og:locale") or ""
    return language_code(said)


def _address(tree: HtmlElement, metas: dict[str, str]) -> str | None:
    canonical = tree.xpath("string(//link[@rel='canonical']/@href)") or metas.get("og:url", "")
    return canonical if canonical.startswith(("http://", "https://")) else None
