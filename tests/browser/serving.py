"""The desk served by the command that people use, and the browser that looks at it."""

from __future__ import annotations

import os
import shutil
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import httpx

# Whatever a browser does by itself over the network; none of it belongs in a test.
QUIET = (
    "--headless=new", "--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-default-apps", "--no-first-run", "--use-gl=angle", "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    # No name but those of this machine leads anywhere, so that no page can ask elsewhere.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)
PATIENCE = 30.0  # seconds for a server to answer on a busy machine
# Each question stands alone, with no cookie of the one before. Left to itself, httpx would read all certificates of the
# machine for each, which takes longer than most answers, and no desk here has one.
ask = partial(httpx.get, verify=ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT))


def find_browser() -> str | None:
    """Give the path of a Chromium of this machine, if it has one."""
    return next(filter(None, (shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome"))), None)


@dataclass(frozen=True)
class Served:
    """A desk that is being served: its file, and the address of its pages."""

    desk: Path
    address: str


@contextmanager
def serving(desk: Path, *options: str) -> Iterator[Served]:
    """Serve a desk by the command that people use, until the block ends."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    vedette = str(Path(sys.executable).with_name("vedette"))
    command = [vedette, "serve", "--desk", str(desk), "--port", str(port), *options]
    server = subprocess.Popen(command, env={**os.environ, "COLUMNS": "120"})
    address = f"http://127.0.0.1:{port}"
    try:
        _await_answer(server, address)
        yield Served(desk, address)
    finally:
        server.terminate()
        server.wait(PATIENCE)


def _await_answer(server: subprocess.Popen[bytes], address: str) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        assert server.poll() is None, "the server ended before it answered"
        try:
            if ask(f"{address}/healthz", timeout=1.0).is_success:
                return
        except httpx.TransportError:
            time.sleep(0.1)
    raise TimeoutError(f"The server did not answer within {PATIENCE:.0f} seconds.")
