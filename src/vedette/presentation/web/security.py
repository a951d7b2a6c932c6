"""Headers that keep a hostile article from doing anything in the reader's browser."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from vedette.presentation.web.problem import is_for_programs, problem


def policy(elsewhere: str | None = None) -> str:
    """Write what a page may load: its own files and answers, and nothing that stands in it.

    No inline script or style, no frame, no font, no plug-in. ``elsewhere`` is the one further
    origin, of map tiles, where the desk was given one: pictures and nothing else.

    Example:
        >>> "script-src 'self';" in policy("https://tiles.example")
        True

    """
    tiles = f" {elsewhere}" if elsewhere else ""
    return (
        f"default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'{tiles}; style-src 'self'; "
        f"img-src 'self'{tiles}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )


SECURE_HEADERS: Mapping[str, str] = MappingProxyType({
    "Content-Security-Policy": policy(),
    "X-Content-Type-Options": "nosniff",
    # An outlet need not learn which desk reads it; our own forms say that they are ours.
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    # What a desk holds changes, so a browser asks again; and it is for who asked, not for what stands between.
    "Cache-Control": "private, no-cache",
})

# For an answer that holds a secret: a browser keeps it nowhere, not even to go back to it.
NOT_KEPT = "no-store"

LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})


class KnownHosts:
    """Answers only under the names it is given.

    A page elsewhere can point a name of its own at this machine and then read what
    answers there as if it were its own (DNS rebinding); asked by that name, a desk is silent.
    """

    def __init__(self, app: ASGIApp, hosts: Collection[str]) -> None:
        self.app = app
        self.hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] == "http" and host_name(Headers(scope=scope).get("host", "")) not in self.hosts:
            names = ", ".join(sorted(self.hosts))
            await _refusal(scope["path"], f"This desk answers only under these names: {names}.")(scope, receive, send)
        else:
            await self.app(scope, receive, send)


def _refusal(path: str, message: str) -> Response:
    return problem(path, 421, message) if is_for_programs(path) else PlainTextResponse(message, status_code=421)


def host_name(host: str) -> str:
    """Take the port off a host as a browser names it.

    Example:
        >>> host_name("Localhost:8765"), host_name("[::1]:8765"), host_name("desk.example")
        ('localhost', '[::1]', 'desk.example')

    """
    name, _, port = host.rpartition(":")
    return (name if name and port.isdigit() else host).casefold()


class SecureHeaders:
    """Adds the protecting headers to every answer, whatever it is."""

    def __init__(self, app: ASGIApp, *, tiles: str | None = None) -> None:
        self.app = app
        self.headers = {**SECURE_HEADERS, "Content-Security-Policy": policy(tiles)}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request with the headers added."""

        async def send_secured(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                kept = headers.get("Cache-Control")
                headers.update(self.headers)
                if kept == NOT_KEPT:
                    headers["Cache-Control"] = NOT_KEPT
            await send(message)

        await self.app(scope, receive, send_secured)
