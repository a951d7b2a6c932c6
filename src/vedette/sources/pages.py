"""HTML pages: the article without the furniture around it."""

from __future__ import annotations

import logging
import re
from itertools import islice

import trafilatura
from lxml.html import HtmlElement  # type: ignore[import-untyped]

from vedette.errors import InputError
from vedette.model import PageRules, Report
from vedette.sources.decoding import decode
from vedette.sources.draft import Draft, Origin, complete
from vedette.sources.limits import PAGE_BYTES, PAGE_ELEMENTS, check_size, check_text
from vedette.sources.page_metadata import read_metadata
from vedette.sources.page_rules import drop_ruled, ruled_day, ruled_text, ruled_title

_CHARSET = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"""^\s*<\?xml[^>]+encoding\s*=\s*["']([\w.:-]+)""", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_MARKUP = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|main|div|p|h1|meta|title)[\s>/]", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")
_FEWEST_LETTERS = 20
_HEAD = 4_096
_NO_RULES = PageRules()

# What these libraries log of a bad page is said better, and once, in quarantine.
for _name in ("trafilatura", "htmldate", "courlan"):
    logging.getLogger(_name).addHandler(logging.NullHandler())


def read_page(data: bytes, origin: Origin) -> Report:
    """Read one HTML page: its article as paragraphs with blank lines between, and what its markup says of it.

    Menus, comments, link lists and tables are left out (trafilatura decides). Where the pack of the outlet has rules
    for its pages, they come first; a rule that finds nothing leaves the field to the library.

    Args:
        data: The page as received.
        origin: Where it comes from; ``charset`` is what the server said.

    Raises:
        InputError: No HTML, no article in it, or too large.

    Example:
        >>> page = b"<html lang=en><title>Gate shut</title><article><h1>Gate shut</h1>"
        >>> page += b"<p>The gate at the border was shut on Friday, the border guard said in a statement.</p></article>"
        >>> read_page(page, Origin(source="a.html", ref="a")).title
        'Gate shut'
    """
    check_size(data, limit=PAGE_BYTES, source=origin.source)
    html = decode(data, source=origin.source, declared=origin.charset or declared_charset(data))
    tree = _parse(html, origin)
    metadata = read_metadata(tree, url=origin.url)
    outlet = origin.outlets.outlet_at(metadata.url)
    rules = (outlet.rules if outlet else None) or _NO_RULES
    title, published = ruled_title(tree, rules), ruled_day(tree, rules)
    drop_ruled(tree, rules)
    text = check_text(ruled_text(tree, rules) or _article(tree, origin, url=metadata.url), source=origin.source)
    draft = Draft(
        text=text, ref=origin.ref, title=title or metadata.title, outlet=metadata.outlet, author=metadata.author,
        published=published or metadata.published, language=metadata.language, url=metadata.url,
    )
    return complete(draft, origin)


def looks_like_html(data: bytes) -> bool:
    """Say whether bytes begin like an HTML page.

    Example:
        >>> looks_like_html(b"<!DOCTYPE html><title>x</title>"), looks_like_html(b"Losses < 5 percent")
        (True, False)
    """
    head = data[:_HEAD].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return head.startswith(b"<") and bool(_MARKUP.search(head))


def declared_charset(data: bytes) -> str | None:
    """Give the charset that a page or feed names at its head.

    Example:
        >>> declared_charset(b'<html><meta charset="windows-1251">')
        'windows-1251'
    """
    match = _XML_ENCODING.search(data[:_HEAD]) or _CHARSET.search(data[:_HEAD])
    return match[1].decode("ascii", "replace") if match else None


def _parse(html: str, origin: Origin) -> HtmlElement:
    tree = trafilatura.load_html(_XML_DECLARATION.sub("", html))
    if tree is None:
        raise InputError(
            "It is not an HTML page.", source=origin.source,
            advice="If it is plain text, name it .txt and add it again.",
        )
    # Of a page without <html>, the library gives the only element of its body; it may be a script, and fails on that.
    tree = tree.getroottree().getroot()
    # A news page has some thousands; a million would keep the extraction busy for minutes.
    if next(islice(tree.iter(), PAGE_ELEMENTS, None), None) is not None:
        raise InputError(
            f"It has more than {PAGE_ELEMENTS:,} HTML elements, which no single article has.", source=origin.source,
            advice="Save the text of the article as a .txt file and add that.",
        )
    return tree


def _article(tree: HtmlElement, origin: Origin, *, url: str | None) -> str:
    # Old pages lay out the whole article in a table, hence the second try.
    for tables in (False, True):
        text = _extracted(tree, origin, url=url, tables=tables)
        lines = [line.rstrip() for line in text.splitlines() if line.strip()]
        if len(_LETTER.findall(text)) >= _FEWEST_LETTERS:  # less than that is a button or a menu
            return "\n\n".join(lines)
    return ""


def _extracted(tree: HtmlElement, origin: Origin, *, url: str | None, tables: bool) -> str:
    try:
        return trafilatura.extract(tree, url=url, include_comments=False, include_tables=tables) or ""
    except Exception as error:  # a hostile page may break the library in every way in which Python can
        raise InputError(
            f"The article cannot be told from what stands around it ({type(error).__name__}).", source=origin.source,
            advice="Save the text of the article as a .txt file and add that.",
        ) from error
