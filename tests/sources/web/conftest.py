"""A server on this machine that misbehaves on request: each way has a path of its own."""

from __future__ import annotations

import contextlib
import gzip
import itertools
import random
import socketserver
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import brotli
import pytest

from vedette.sources.web import WebFetcher

Send = Callable[[bytes], None]
_TLS = b"\x16"
_PATIENCE = 3.0  # after which a way of never ending ends, should the visitor not have left


@dataclass
class Misbehaving:
    """Where the server is, and what it was asked: path and headers."""

    root: str = ""
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    stopped: threading.Event = field(default_factory=threading.Event)

    @property
    def port(self) -> int:
        return int(self.root.rpartition(":")[2])


@pytest.fixture(scope="session")
def _server() -> Iterator[Misbehaving]:
    place = Misbehaving()

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            if self.rfile.peek(1)[:1] == _TLS:  # type: ignore[attr-defined]
                self.wfile.write(page())
                return
            head = [line.decode("latin-1").rstrip("\r\n") for line in iter(self.rfile.readline, b"\r\n") if line]
            path = head[0].split(" ")[1]
            place.asked.append((path, dict(line.split(": ", 1) for line in head[1:])))
            with contextlib.suppress(OSError):  # the visitor has left, as it should
                _answer(path, place.asked[-1][1], self.wfile.write, place)

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True
        request_queue_size = 32

    server = Server(("127.0.0.1", 0), Handler)
    place.root = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield place
    place.stopped.set()
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def server(_server: Misbehaving) -> Misbehaving:
    _server.asked.clear()
    return _server


@pytest.fixture
def fetcher() -> WebFetcher:
    """Give a fetcher that may visit the server, and takes little."""
    return WebFetcher(timeout=5, deadline=10, limit=300_000, allow=frozenset({"127.0.0.1"}))


_TEXT = b"<p>The gate is shut."


def page(body: bytes = _TEXT, *headers: str, status: str = "200 OK", length: int | None = None) -> bytes:
    said = [f"HTTP/1.1 {status}", f"Content-Length: {len(body) if length is None else length}", *headers, "", ""]
    return "\r\n".join(said).encode("latin-1") + body


def moved(to: str, status: str = "302 Found") -> bytes:
    return page(b"", f"Location: {to}", status=status)


def packed(body: bytes, coding: str) -> bytes:
    return page(body, f"Content-Encoding: {coding}")


def _raw_deflate(body: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


_AT_ONCE = {
    "/page": page(_TEXT, "Content-Type: text/html; charset=utf-8", 'ETag: "a1"', "X-Two: 1", "X-Two: 2"),
    "/empty": page(b""),
    "/gzip": packed(gzip.compress(_TEXT), "gzip"),
    "/gzip-in-two": packed(gzip.compress(_TEXT[:7]) + gzip.compress(_TEXT[7:]), "GZIP"),
    "/gzip-and-more": packed(gzip.compress(_TEXT) + b"\0\0 padding", "x-gzip"),
    "/deflate": packed(zlib.compress(_TEXT), "deflate"),
    "/raw-deflate": packed(_raw_deflate(_TEXT), "deflate"),
    "/brotli": packed(brotli.compress(_TEXT), "br"),
    "/said-to-be-packed": packed(_TEXT, "identity"),
    "/gzip-cut": packed(gzip.compress(_TEXT)[:-6], "gzip"),
    "/brotli-cut": packed(brotli.compress(_TEXT)[:-3], "br"),
    "/not-gzip": packed(_TEXT, "gzip"),
    "/not-brotli": packed(b"\xff" * 40, "br"),
    "/unknown-packing": packed(_TEXT, "zstd"),
    "/packed-twice": packed(gzip.compress(gzip.compress(_TEXT)), "gzip, gzip"),
    "/packed-twice-in-two-headers": page(b"x", "Content-Encoding: br", "Content-Encoding: gzip"),
    "/gzip-bomb": packed(gzip.compress(b"\0" * 10_000_000), "gzip"),
    "/deflate-bomb": packed(zlib.compress(b"\0" * 10_000_000), "deflate"),
    "/brotli-bomb": packed(brotli.compress(b"\0" * 10_000_000), "br"),
    "/thousand-members": packed(gzip.compress(b"") * 1_000, "gzip"),
    "/large": page(b"a" * 400_000),
    "/large-when-unpacked": packed(gzip.compress(random.Random(6).randbytes(200_000).hex().encode()), "gzip"),
    "/announces-too-much": page(_TEXT, length=10**12),
    "/shorter-than-said": page(_TEXT, length=1_000),
    "/longer-than-said": page(_TEXT, length=6),
    "/two-lengths": page(_TEXT, "Content-Length: 3"),
    "/negative-length": page(_TEXT, length=-1),
    "/many-headers": page(_TEXT, *(f"X-{number}: a" for number in range(600))),
    "/one-long-header": page(_TEXT, "X-Long: " + "a" * 150_000),
    "/long-etag": page(_TEXT, f'ETag: "{"a" * 2_000}"'),
    "/odd-etag": page(_TEXT, 'ETag: "\xe9"'),
    "/not-http": b"SSH-2.0-OpenSSH_9.6\r\n",
    "/nothing": b"",
    "/busy": page(b"later", "Retry-After: 120", status="503 Service Unavailable"),
    "/busy-until": page(
        b"later", "Date: Fri, 12 Sep 2025 08:00:00 GMT", "Retry-After: Fri, 12 Sep 2025 08:05:00 GMT",
        status="429 Too Many Requests",
    ),
    "/gone": page(b"gone", status="410 Gone"),
    "/early-hints": b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n" + page(_TEXT),
    "/circle": moved("/circle/2"),
    "/circle/2": moved("/circle"),
    "/itself": moved("/itself#again"),
    "/for-good": moved("/for-good/2", "301 Moved Permanently"),
    "/for-good/2": moved("/page#top", "308 Permanent Redirect"),
    "/for-good-then-today": moved("/for-today", "301 Moved Permanently"),
    "/for-today": moved("/for-good"),
    "/to-a-file": moved("file:///etc/hostname"),
    "/to-gopher": moved("gopher://post.example/1"),
    "/to-nowhere": moved("http://["),
    "/without-target": page(_TEXT, status="302 Found"),
    "/to-credentials": moved("//me:secret@127.0.0.1:PORT/page"),
    "/to-inside": moved("http://inside.example:PORT/page"),
    "/to-unicode": page(b"", "Location: /\u00d1\u0082", status="302 Found"),  # UTF-8, sent as it is
}


_RULES = {
    "strict.example": page(b"User-agent: *\nDisallow: /page"),
    "down.example": page(b"later", status="503 Service Unavailable"),
    "elsewhere.example": moved("http://strict.example:1/robots.txt"),
}


def _answer(path: str, asked: dict[str, str], send: Send, place: Misbehaving) -> None:
    if path in _AT_ONCE:
        send(_AT_ONCE[path].replace(b"PORT", str(place.port).encode()))
    elif path == "/conditional":
        _conditional(asked, send)
    elif path.startswith("/far/"):
        send(moved(f"/far/{int(path[5:]) + 1}"))
    elif path.startswith("/to-host/"):
        send(moved(f"http://{path[9:]}:{place.port}/page"))
    elif path == "/robots.txt" and asked["Host"].split(":")[0] in _RULES:
        send(_RULES[asked["Host"].split(":")[0]])
    elif path == "/hang":
        place.stopped.wait(_PATIENCE)
    elif path in _WITHOUT_END:
        _without_end(_WITHOUT_END[path], send, place)
    else:
        send(page(b"not here", status="404 Not Found"))


def _conditional(asked: dict[str, str], send: Send) -> None:
    known = asked.get("If-None-Match") == '"v1"' or asked.get("If-Modified-Since") == "Fri, 12 Sep 2025 08:00:00 GMT"
    validators = ('ETag: "v1"', "Last-Modified: Fri, 12 Sep 2025 08:00:00 GMT")
    send(b'HTTP/1.1 304 Not Modified\r\nETag: "v1"\r\n\r\n' if known else page(_TEXT, *validators))


_HEAD = b"HTTP/1.1 200 OK\r\n"
_CHUNKED = _HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
# Path -> what is sent first, what is sent again and again, and the seconds between.
_WITHOUT_END: dict[str, tuple[bytes, bytes, float]] = {
    "/endless-body": (_HEAD + b"\r\n", b"a" * 32_768, 0.0),
    "/endless-chunks": (_CHUNKED, b"1000\r\n" + b"a" * 4_096 + b"\r\n", 0.0),
    "/endless-chunk-head": (_CHUNKED + b"10;", b"a" * 8_192, 0.0),
    "/endless-trailers": (_CHUNKED + b"0\r\n", b"X-A: " + b"a" * 1_000 + b"\r\n", 0.0),
    "/endless-headers": (_HEAD, b"X-A: " + b"a" * 1_000 + b"\r\n", 0.0),
    "/endless-continue": (b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 200, 0.0),
    "/endless-gzip": (
        _HEAD + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(b""), gzip.compress(b"") * 4, 0.0
    ),
    "/drip-status": (b"", b"H", 0.05),
    "/drip-headers": (_HEAD + b"X-A: ", b"a", 0.05),
    "/drip-body": (_HEAD + b"Content-Length: 1000\r\n\r\n", b"a", 0.05),
    "/drip-chunks": (_CHUNKED, b"1\r\na\r\n", 0.05),
}


def _without_end(way: tuple[bytes, bytes, float], send: Send, place: Misbehaving) -> None:
    first, again, pause = way
    send(first)
    end = time.monotonic() + _PATIENCE
    for _ in itertools.takewhile(lambda _: time.monotonic() < end, itertools.count()):
        send(again)
        if place.stopped.wait(pause):
            return
