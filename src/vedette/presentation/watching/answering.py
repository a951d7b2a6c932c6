"""A watch answers programs that ask how it is: ``/metrics``, ``/healthz`` and ``/readyz``, on this computer only."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from vedette.errors import UsageError
from vedette.watching import SystemClock
from vedette.watching.happenings import Happening, What

HOST = "127.0.0.1"
# A loop that waits looks up every minute; one that reads a long page takes a little longer.
_ALIVE_SECONDS = 600.0


class Vital:
    """Whether the loop turns, and whether the desk can be written."""

    def __init__(self) -> None:
        self._turned = time.monotonic()
        self._trouble = False

    def turn(self) -> None:
        """Note that the loop turned."""
        self._turned = time.monotonic()

    def tell(self, happening: Happening) -> None:
        """Note what happens to the desk."""
        if happening.what is What.DESK_TROUBLE:
            self._trouble = True
        elif happening.what is What.DESK_WRITES:
            self._trouble = False

    def alive(self) -> str | None:
        """Say what is wrong with the loop, if anything."""
        return None if time.monotonic() - self._turned < _ALIVE_SECONDS else "the loop stands still"

    def ready(self) -> str | None:
        """Say why nothing can be taken in, if so."""
        return "the desk cannot be written" if self._trouble else self.alive()


class BeatingClock(SystemClock):
    """The computer's clock; whenever the loop looks at it, that is a sign of life."""

    def __init__(self, vital: Vital) -> None:
        self._vital = vital

    def now(self) -> datetime:
        """Give this moment in UTC."""
        self._vital.turn()
        return super().now()


@contextmanager
def answering(port: int, *, vital: Vital, metrics: Callable[[], bytes]) -> Iterator[int]:
    """Answer on a port of this computer while the block runs; gives the port, which 0 leaves to the system.

    Raises:
        UsageError: Another program has the port.
    """
    pages = {
        "/healthz": lambda: _said(vital.alive()), "/readyz": lambda: _said(vital.ready()),
        "/metrics": lambda: (200, metrics()),
    }
    try:
        server = ThreadingHTTPServer((HOST, port), _handler(pages))
    except OSError as error:
        raise UsageError(f"--metrics {port}: {error.strerror}. Choose another port.") from error
    server.daemon_threads = True
    Thread(target=server.serve_forever, name="metrics", daemon=True).start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()


def _said(wrong: str | None) -> tuple[int, bytes]:
    return (200, b"ok\n") if wrong is None else (503, f"{wrong}\n".encode())


def _handler(pages: dict[str, Callable[[], tuple[int, bytes]]]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        timeout = 10

        def do_GET(self) -> None:
            page = pages.get(self.path.partition("?")[0])
            status, body = (404, b"Not here.\n") if page is None else page()
            self.send_response(status)
            self.send_header("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Keep silent: the log tells of the watch."""

    return Handler
