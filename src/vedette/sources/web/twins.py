"""Pages that stand at two addresses, and say which of the two is their own."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import urlsplit

from vedette.sources.web.addresses import WebAddress, canonical
from vedette.sources.web.answers import FetchedPage, Unfetched

_HEAD = 200_000
_LINK = re.compile(rb"<link\b[^>]{0,1000}>", re.IGNORECASE)
_IS_CANONICAL = re.compile(rb"""\brel\s*=\s*["']?canonical["'\s/>]""", re.IGNORECASE)
_TARGET = re.compile(rb"""\bhref\s*=\s*(?:"([^"]{1,2000})"|'([^']{1,2000})'|([^\s"'>]{1,2000}))""", re.IGNORECASE)
_OF_ONE_ARTICLE = re.compile(r"\d|[-_].*[-_]|.{25}")
_ENDINGS = re.compile(r"(?:[.-]amp)?(?:\.\w{2,5})?$")
_FORM_PARTS = frozenset(("amp", "m", "mobile", "print"))
_FORMS = re.compile(r"^(?:(?:www|m|mobile|amp|wap|lite)\.)+")


def own_address(page: FetchedPage) -> str:
    """Give the address that a page has for its own: that of its ``rel=canonical``, else the one that answered.

    So the forms of an article for phones and for search engines (AMP) are one
    article. Some sites name their front page or a section on every page, and
    then all articles would be one: a page is believed only for its own site
    (``www.``, ``m.`` and ``amp.`` apart), and where both addresses end in the
    same name of an article.

    Raises:
        Unfetched: It has no web address at all.

    Example:
        >>> body = b'<html amp><link rel="canonical" href="https://post.example/news/1">'
        >>> page = FetchedPage(url="https://amp.post.example/news/1", status=200, content_type="text/html", body=body)
        >>> own_address(page)
        'https://post.example/news/1'
    """
    answered = WebAddress.of(page.url)
    for link in _LINK.findall(page.body[:_HEAD]):
        target = _TARGET.search(link) if _IS_CANONICAL.search(link) else None
        if target is None:
            continue
        try:
            said = answered.leads_to(unescape((target[1] or target[2] or target[3]).decode("utf-8", "replace")))
            if _site(said) == _site(answered) and _are_twins(said, answered):
                return canonical(str(said))
        except Unfetched:
            continue  # no address, or one that is too long when it is written out
    return canonical(page.url)


def _are_twins(one: WebAddress, other: WebAddress) -> bool:
    name = _name(one)
    if not name or name != _name(other):
        return False
    # "article.php" is the name of every article, which is told by what follows.
    return bool(_OF_ONE_ARTICLE.search(name)) or _query(one) == _query(other)


def _name(address: WebAddress) -> str:
    # No library is asked: to it, what follows "//" at the beginning of a path would be a host.
    parts = [part.lower() for part in address.target.partition("?")[0].split("/") if part]
    told = [part for part in parts if part not in _FORM_PARTS]
    return _ENDINGS.sub("", told[-1]) if told else ""


def _query(address: WebAddress) -> str:
    return urlsplit(canonical(str(address))).query


def _site(address: WebAddress) -> str:
    return _FORMS.sub("", address.host)
