"""Whether a page of ours asks, or one of somebody else."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.requests import HTTPConnection

# What a program between adds: a desk that is told of no proxy must have none.
_FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip")


def comes_from_elsewhere(request: HTTPConnection) -> bool:
    """Say whether the browser tells that a page elsewhere sent this.

    ``Sec-Fetch-Site`` is the browser's own word, which no page can change; another port of this
    computer is elsewhere, too. Browsers that do not send it, or not without encryption, send ``Origin``.
    """
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site not in ("same-origin", "none")
    origin = request.headers.get("origin")
    return origin is not None and origin != own_origin(request)


def own_origin(request: HTTPConnection) -> str:
    """Give the origin under which a browser asked."""
    return f"{request.url.scheme}://{request.headers.get('host', '')}"


def was_forwarded(request: HTTPConnection) -> bool:
    """Say whether a proxy passed this on."""
    return any(name in request.headers for name in _FORWARDED)


def local_path(wanted: str | None, *, otherwise: str = "/") -> str:
    """Give an address back where it is a page of this desk, else ``otherwise``: nobody is sent elsewhere.

    Example:
        >>> local_path("/events?type=exercise"), local_path("//evil.example"), local_path("https://evil.example")
        ('/events?type=exercise', '/', '/')
    """
    # Browsers read a backslash as a slash, and leave out what is no letter at all.
    if not wanted or "\\" in wanted or any(not sign.isprintable() or sign.isspace() for sign in wanted):
        return otherwise
    try:
        parts = urlsplit(wanted)
    except ValueError:
        return otherwise
    here = not parts.scheme and not parts.netloc and parts.path.startswith("/") and not wanted.startswith("//")
    return wanted if here and parts.path not in ("/login", "/logout") else otherwise
