"""Links of a listing, made whole."""

from __future__ import annotations

from vedette.errors import InputError
from vedette.sources.web import canonical
from vedette.sources.web.addresses import WebAddress


def absolute(link: str | None, base: str) -> str | None:
    """Give the canonical address that a link means; ``None`` where it is no web address.

    Example:
        >>> absolute("/news/1?utm_source=rss", "https://post.example/rss")
        'https://post.example/news/1'
    """
    if not link:
        return None
    try:
        is_whole = link.lstrip().lower().startswith(("http://", "https://"))
        return canonical(link if is_whole else str(WebAddress.of(base).leads_to(link)))
    except InputError:
        return None
