"""Headers that keep a hostile article from doing anything in the reader's browser."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# No script, no frame, no font, no connection: only our one style sheet and our own images.
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
SECURE_HEADERS: Mapping[str, str] = MappingProxyType({
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",  # an outlet need not learn which desk reads it
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-cache",  # what a desk holds changes; a browser asks again
})

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
            refusal = PlainTextResponse(f"This desk answers only under these names: {names}.", status_code=421)
            await refusal(scope, receive, send)
        else:
            await self.app(scope, receive, send)


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

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request with the headers added."""

        async def send_secured(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(SECURE_HEADERS)
            await send(message)

        await self.app(scope, receive, send_secured)
