"""The two cookies: the key of a session, and that of a browser without one."""

from __future__ import annotations

from http.cookies import SimpleCookie

from starlette.requests import HTTPConnection
from starlette.responses import Response

_SESSION, _BROWSER = "vedette_session", "vedette_browser"
# Browsers take a cookie with this name only from this very host, over https, for all of it.
_HOST_ONLY = "__Host-"


def session_key(request: HTTPConnection) -> str | None:
    """Give the key of the session that a browser says it has."""
    return request.cookies.get(_name(request, _SESSION)) or None


def browser_key(request: HTTPConnection) -> str | None:
    """Give the key that a browser without a session was given."""
    return request.cookies.get(_name(request, _BROWSER)) or None


def give_session(response: Response, request: HTTPConnection, key: str) -> None:
    """Give a browser the key of its session; it forgets the one that it had without."""
    response.raw_headers.append(_set(request, _SESSION, key))
    response.raw_headers.append(_set(request, _BROWSER, ""))


def take_session(response: Response, request: HTTPConnection) -> None:
    """Let a browser forget the key of its session."""
    response.raw_headers.append(_set(request, _SESSION, ""))


def browser_cookie(request: HTTPConnection, key: str) -> str:
    """Write the header that gives a browser a key of its own."""
    return _set(request, _BROWSER, key)[1].decode("latin-1")


def is_encrypted(request: HTTPConnection) -> bool:
    """Say whether the browser came over https, as far as we or the proxy that we trust know."""
    return request.url.scheme in ("https", "wss")


def _name(request: HTTPConnection, name: str) -> str:
    return f"{_HOST_ONLY}{name}" if is_encrypted(request) else name


def _set(request: HTTPConnection, name: str, value: str) -> tuple[bytes, bytes]:
    named = _name(request, name)
    cookie: SimpleCookie = SimpleCookie({named: value})
    # Lax, not Strict: an address of a page that was sent to a colleague has to open logged in.
    cookie[named].update({"path": "/", "samesite": "Lax"})
    cookie[named]["httponly"] = True
    if is_encrypted(request):
        cookie[named]["secure"] = True
    if not value:
        cookie[named]["max-age"] = "0"
    return b"set-cookie", cookie[named].OutputString().encode("latin-1")
