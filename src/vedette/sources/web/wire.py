"""The connection below HTTP: to the number that was checked, and never longer or larger than agreed."""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

import httpcore

from vedette.sources.web.answers import Fault, Unfetched
from vedette.sources.web.public_hosts import PublicHosts
from vedette.sources.web.unpacking import too_large

_HEAD_BYTES = 200_000  # status line and headers, twice over
_MARKS_BYTES = 200_000  # beside the body: headers, and the marks between chunks


@dataclass(slots=True, kw_only=True)
class Allowance:
    """What an answer may cost: seconds for all of it, redirects included; bytes for each server on the way."""

    source: str
    seconds: float
    limit: int
    clock: Callable[[], float] = time.monotonic
    end: float = field(init=False)
    most: int = _HEAD_BYTES
    received: int = 0

    def __post_init__(self) -> None:
        self.end = self.clock() + self.seconds

    def for_a_head(self) -> None:
        """Allow as many bytes as headers need: a server is asked anew."""
        self.received, self.most = 0, _HEAD_BYTES

    def for_a_body(self) -> None:
        """Allow as many bytes as a body may have, from here on."""
        self.most = self.limit + _MARKS_BYTES + _HEAD_BYTES

    def step(self, timeout: float | None) -> float:
        """Give the seconds that the next step may take.

        Raises:
            Unfetched: There are none left.
        """
        left = self.end - self.clock()
        if left <= 0:
            raise self.too_slow()
        return left if timeout is None else min(timeout, left)

    def took(self, size: int) -> None:
        """Count received bytes.

        Raises:
            Unfetched: They are too many.
        """
        self.received += size
        if self.received <= self.most:
            return
        if self.most > _HEAD_BYTES:
            raise too_large(self.limit, source=self.source)
        raise Unfetched(Fault.PROTOCOL, "Its headers do not end.", source=self.source, advice="Try again later.")

    def too_slow(self) -> Unfetched:
        """Make the error that says that it took too long in all."""
        reason = f"It took longer than {self.seconds:g} seconds."
        return Unfetched(Fault.SLOW, reason, source=self.source, advice="Try again later.")


@dataclass(slots=True)
class CheckedNetwork(httpcore.NetworkBackend):
    """Connects to a host by a number that was checked, so that a second answer of the name service is never used."""

    hosts: PublicHosts
    allowance: Allowance

    def connect_tcp(
        self, host: str, port: int, timeout: float | None = None, local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first number of a host that answers."""
        self.allowance.for_a_head()
        step = self.allowance.step(timeout)
        numbers = self.hosts.numbers(host, port, timeout=step, source=self.allowance.source)
        for left, number in zip(range(len(numbers) - 1, -1, -1), numbers, strict=True):
            try:
                inner = httpcore.SyncBackend().connect_tcp(
                    number, port, self.allowance.step(timeout), local_address, socket_options
                )
                return _Stream(inner, self.allowance)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if not left:
                    raise
        raise httpcore.ConnectError(f"{host} has no address")


@dataclass(slots=True)
class _Stream(httpcore.NetworkStream):
    inner: httpcore.NetworkStream
    allowance: Allowance

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        step = self.allowance.step(timeout)
        try:
            data = self.inner.read(max_bytes, step)
        except httpcore.ReadTimeout as error:
            raise self._which(error, step, timeout) from error
        self.allowance.took(len(data))
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self.inner.write(buffer, self.allowance.step(timeout))

    def close(self) -> None:
        self.inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _Stream(self.inner.start_tls(ssl_context, server_hostname, self.allowance.step(timeout)), self.allowance)

    def get_extra_info(self, info: str) -> Any:
        return self.inner.get_extra_info(info)

    def _which(self, error: Exception, step: float, timeout: float | None) -> Exception:
        return error if step == timeout else self.allowance.too_slow()
