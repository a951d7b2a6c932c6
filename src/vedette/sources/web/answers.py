"""What a server answered, or why there is no answer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from vedette.errors import InputError


class Fault(StrEnum):
    """Why an address could not be had, in one word."""

    ADDRESS = "address"  # it is no web address
    DNS = "dns"  # nobody knows the name
    PRIVATE = "private"  # it lies inside a network that is not public
    REFUSED = "refused"  # nobody answers there, or the connection broke
    TLS = "tls"  # the certificate or the encryption is wrong
    TIMEOUT = "timeout"  # one step took too long
    SLOW = "slow"  # each step was quick enough, all together were not
    REDIRECTS = "redirects"  # too many, or in a circle
    ROBOTS = "robots"  # it leads to another host, whose robots.txt does not allow it
    TOO_LARGE = "too_large"
    BOMB = "bomb"  # packed so that it would unpack to far more than it is
    PROTOCOL = "protocol"  # what was sent is not HTTP as it should be


class Unfetched(InputError):
    """An address could not be had: ``kind`` says in one word why.

    Args:
        kind: Why.
        reason: The same in one sentence.
        source: The address that was asked for.
        advice: What the user can do about it.
    """

    def __init__(self, kind: Fault, reason: str, *, source: str, advice: str = "") -> None:
        super().__init__(reason, source=source, advice=advice)
        self.kind = kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """What a server gave to ask by, next time, whether anything has changed."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchedPage:
    """What a server answered.

    ``asked`` is the address that was asked for, ``url`` the one that answered,
    after redirects; ``body`` is unpacked, ``headers`` are as received. A 304
    has no body. ``retry_after`` is in seconds, of at most a day. ``gone_to``
    is where a permanent redirect leads: ask there next time.
    """

    url: str
    status: int
    content_type: str
    body: bytes
    asked: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    validators: Validators = Validators()
    retry_after: float | None = None
    gone_to: str | None = None

    @property
    def charset(self) -> str | None:
        """The charset that the server names, if it does."""
        return self.content_type.lower().partition("charset=")[2].partition(";")[0].strip(" \"'") or None


class Fetcher(Protocol):
    """Whoever can get an address: the network, an archive, a test."""

    def get(self, url: str, *, known: Validators | None = None, limit: int | None = None) -> FetchedPage:
        """Get one address.

        Args:
            url: The address.
            known: What came with it last time; where nothing has changed since, the answer is a 304 without a body.
            limit: The most bytes to take, as received and as unpacked; the fetcher's own limit when left out.

        Raises:
            InputError: It cannot be had (:class:`Unfetched`, from the network).
        """
        ...
