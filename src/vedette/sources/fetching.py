"""Fetching one address politely and safely."""

from __future__ import annotations

import ipaddress
import socket
import time
import zlib
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urlsplit

import httpx

from vedette.errors import InputError
from vedette.sources.limits import PAGE_BYTES
from vedette.sources.web import FetchedPage, Validators

_USER_AGENT = "Vedette/0.1 (early-warning desk; reads news pages and feeds)"
_ACCEPT = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/xml, text/plain"
_MOVED = (301, 302, 303, 307, 308)
_CHUNK = 65_536


@dataclass(frozen=True, slots=True, kw_only=True)
class HttpxFetcher:
    """Gets pages over HTTP and HTTPS, and nothing from inside the user's own network.

    Every address, also after a redirect, is resolved first and refused if any
    of its IP addresses is not a public one; the connection then goes to the
    address that was checked. Proxies of the environment are not used, since
    they would resolve the name again.

    ``timeout`` is for each step, ``deadline`` for the whole (seconds);
    ``limit`` is in bytes, as received and as unpacked.
    """

    timeout: float = 15.0
    deadline: float = 60.0
    limit: int = PAGE_BYTES
    redirects: int = 5
    allow_private: bool = False

    def get(self, url: str, *, known: Validators | None = None, limit: int | None = None) -> FetchedPage:
        """Get one address, following up to five redirects.

        Raises:
            InputError: No web address, not public, no answer, too slow or too large.
        """
        end = time.monotonic() + self.deadline
        place = url
        with httpx.Client(timeout=self.timeout, trust_env=False, follow_redirects=False) as client:
            for _ in range(self.redirects + 1):
                answer = self._step(client, place, end)
                if isinstance(answer, FetchedPage):
                    return answer
                place = answer
        raise _refusal(url, f"It redirects more than {self.redirects} times.", "Give the address that it leads to.")

    def _step(self, client: httpx.Client, url: str, end: float) -> FetchedPage | str:
        try:
            target = httpx.URL(url)
            pinned = target.copy_with(host=self._checked_address(target, url))
            headers = {
                "Host": target.netloc.decode("ascii"), "User-Agent": _USER_AGENT, "Accept": _ACCEPT,
                "Accept-Encoding": "gzip, deflate",
            }
            # The certificate is checked against the name, although the connection goes to the number.
            with client.stream("GET", pinned, headers=headers, extensions={"sni_hostname": target.host}) as answer:
                if answer.status_code in _MOVED and answer.headers.get("location"):
                    return str(target.join(answer.headers["location"]))
                return FetchedPage(
                    url=url, status=answer.status_code, content_type=answer.headers.get("content-type", ""),
                    body=self._body(answer, url, end),
                )
        except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError, zlib.error) as error:
            reason = f"It could not be fetched ({type(error).__name__}: {error})."
            raise _refusal(url, reason, "Check the address and the network.") from error

    def _checked_address(self, target: httpx.URL, url: str) -> str:
        if target.scheme not in ("http", "https") or not target.host:
            raise _refusal(url, "It is no web address.", "Give an address that begins with http:// or https://.")
        found = socket.getaddrinfo(target.host, target.port or target.scheme, type=socket.SOCK_STREAM)
        addresses = [str(entry[4][0]) for entry in found]
        if not self.allow_private and not all(_is_public(address) for address in addresses):
            reason = "It lies inside a private network, which Vedette does not read."
            raise _refusal(url, reason, "Save the page as a file and add the file.")
        return addresses[0].partition("%")[0]

    def _body(self, answer: httpx.Response, url: str, end: float) -> bytes:
        unpack = _unpacker(answer.headers.get("content-encoding", ""))
        body, received = bytearray(), 0
        for chunk in answer.iter_raw(_CHUNK):
            received += len(chunk)
            # No more is unpacked than may be kept, so a bomb never opens.
            body += unpack.decompress(chunk, self.limit + 1 - len(body)) if unpack else chunk
            if len(body) > self.limit or received > self.limit:
                reason = f"It is larger than {self.limit / 1_000_000:g} MB."
                raise _refusal(url, reason, "Save the article as a file and add the file.")
            if time.monotonic() > end:
                raise _refusal(url, f"It took longer than {self.deadline:.0f} seconds.", "Try again later.")
        return bytes(body)


def _is_public(address: str) -> bool:
    number = ipaddress.ip_address(address.partition("%")[0])
    inner = getattr(number, "ipv4_mapped", None)
    number = inner or number
    return number.is_global and not number.is_multicast and not number.is_reserved


class _Unpacker(Protocol):
    def decompress(self, data: bytes, max_length: int, /) -> bytes: ...


def _unpacker(encoding: str) -> _Unpacker | None:
    # 47: gzip or zlib, told apart by its first bytes.
    return zlib.decompressobj(47) if encoding.strip().lower() in ("gzip", "x-gzip", "deflate") else None


def _refusal(url: str, reason: str, advice: str) -> InputError:
    return InputError(reason, source=url, advice=advice)


def is_address(text: str) -> bool:
    """Say whether an input is an address (of whatever scheme) and not a path.

    Example:
        >>> is_address("https://post.example/a"), is_address("ftp://post.example"), is_address("reports/a.txt")
        (True, True, False)
    """
    scheme, separator, _ = text.partition("://")
    return bool(separator) and scheme.replace("+", "").replace("-", "").isalnum() and scheme[:1].isalpha()


def name_of_address(url: str) -> str:
    """Give the last part of an address, for a report that has no better name.

    Example:
        >>> name_of_address("https://post.example/news/border-shut.html?x=1")
        'border-shut'
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    last = [part for part in parts.path.split("/") if part]
    return (last[-1].rpartition(".")[0] or last[-1]) if last else parts.netloc or url
