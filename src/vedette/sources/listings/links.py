"""Links of a listing, made whole."""

from __future__ import annotations

from vedette.errors import InputError
from vedette.sources.web import canonical
from vedette.sources.web.addresses import WebAddress


def absolute(link: str | None, base: str) -> str | None:
    """Give the canonical address that a link means; ``None`` where it is no web address.

    Example:
        >>> absolute("/news/1?utm_source=rss", "https://post.example/rss"), absolute("mailto:a@post.example", "https://a.example")
        ('https://post.example/news/1', None)
    """
    if not link:
        return None
    try:
        return canonical(str(WebAddress.of(base).leads_to(link)))
    except InputError:
        return None
