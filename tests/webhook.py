"""A webhook on this machine: takes what is posted, or answers with an error for a while."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

# What a single closed border of Poland raises, so that there is something to post.
SHUT_BORDERS = """
name = "Shut borders"
question = "Are borders being shut?"
[[level]]
name = "calm"
from = 0
[[level]]
name = "watch"
from = 1
[[indicator]]
id = "closed"
name = "A border is shut"
kind = "count"
window = 14
thin = true
match.types = ["border_closure"]
match.countries = ["PL"]
"""


@dataclass
class Webhook:
    """What came, and what is answered."""

    port: int = 0
    status: int = 200
    came: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)
    asked: int = 0

    @property
    def address(self) -> str:
        """Its address for Apprise, with a password."""
        return f"json://guard:s3cretpass@127.0.0.1:{self.port}/tok3nvalue"


@contextmanager
def webhook(port: int = 0) -> Iterator[Webhook]:
    """Answer on 127.0.0.1 until the block ends."""
    hook = Webhook()

    class Answer(BaseHTTPRequestHandler):
        timeout = 5

        def do_POST(self) -> None:
            content = self.rfile.read(int(self.headers["Content-Length"]))
            hook.asked += 1
            if hook.status == 200:
                hook.came.append(json.loads(content))
                hook.keys.append(self.headers["Idempotency-Key"])
            self.send_response(hook.status)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Keep silent."""

    server = HTTPServer(("127.0.0.1", port), Answer)
    hook.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield hook
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)
