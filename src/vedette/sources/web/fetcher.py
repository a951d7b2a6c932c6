"""Fetching one address over HTTP, safely and as it was sent."""

from __future__ import annotations

import ssl
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache

import httpcore
import httpx

from vedette.sources.limits import PAGE_BYTES
from vedette.sources.web.addresses import WebAddress
from vedette.sources.web.answers import Fault, FetchedPage, Unfetched, Validators
from vedette.sources.web.headers import ReceivedHeaders
from vedette.sources.web.public_hosts import PublicHosts, Resolve, ask_system
from vedette.sources.web.robots import KnownRobots, robots_address
from vedette.sources.web.unpacking import ACCEPTED, too_large, unpack
from vedette.sources.web.waiting import retry_after
from vedette.sources.web.wire import Allowance, CheckedNetwork

USER_AGENT = "Vedette/0.1 (early-warning desk; reads news pages and feeds)"
_ACCEPT = (
    "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/xml, application/json, "
    "text/plain, */*;q=0.1"
)
_MOVED, _MOVED_FOR_GOOD = (301, 302, 303, 307, 308), (301, 308)
_LONGEST_HEADERS = 100_000  # bytes, all together
_MOST_HEADERS = 500
_LONGEST_VALIDATOR = 1_000
_NOT_MODIFIED = 304
_FAILURES = (httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError, OSError)
_NOWHERE = (Fault.PRIVATE, Fault.DNS, Fault.ADDRESS)
_TRY_LATER = "Check the address and the network, or try again later."


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class WebFetcher:
    """Gets pages over HTTP and HTTPS, and nothing from inside the user's own network.

    The name of every address, also after a redirect, is resolved first and
    refused if any of its numbers is not public; the connection then goes to a
    number that was checked, so a second answer of the name service changes
    nothing. Proxies of the environment are not used, since they would resolve
    the name again. No cookie, credential or referrer is ever sent.

    ``timeout`` is for each step, ``deadline`` for all of them (seconds);
    ``limit`` is in bytes, as received and as unpacked; hosts in ``allow`` may
    lie in a private network. With ``robots``, a redirect to another host is
    only followed where the rules of that host allow it; whoever calls minds
    those of the first one.
    """

    timeout: float = 15.0
    deadline: float = 60.0
    limit: int = PAGE_BYTES
    redirects: int = 5
    allow: frozenset[str] = frozenset()
    agent: str = USER_AGENT
    resolve: Resolve = ask_system
    robots: KnownRobots | None = None
    now: Callable[[], datetime] = _now

    def get(self, url: str, *, known: Validators | None = None, limit: int | None = None) -> FetchedPage:
        """Get one address, following up to five redirects.

        Raises:
            Unfetched: No web address, not public, no answer, too slow, too large, or no HTTP.
        """
        most = self.limit if limit is None else limit
        allowance = Allowance(source=url, seconds=self.deadline, limit=most)
        return _Visit(self, allowance, known or Validators(), url).follow()


@dataclass(frozen=True, slots=True)
class _Moved:
    to: WebAddress
    for_good: bool


@dataclass(frozen=True, slots=True)
class _Visit:
    """One address on the way to its answer."""

    fetcher: WebFetcher
    allowance: Allowance
    known: Validators
    asked: str

    def follow(self) -> FetchedPage:
        seen = [WebAddress.of(self.asked)]
        gone_to, for_good = None, True
        while True:
            try:
                answer = self._ask(seen[-1])
            except Unfetched as error:
                raise error if len(seen) == 1 else self._further_on(seen[-1], error) from error
            if isinstance(answer, FetchedPage):
                return replace(answer, gone_to=gone_to)
            self._check(answer.to, seen)
            self._ask_leave(answer.to, seen)
            # From https to http, or behind a step that is for today only, nothing is to be remembered.
            for_good = for_good and answer.for_good and (answer.to.scheme == "https" or seen[-1].scheme == "http")
            gone_to = str(answer.to) if for_good else gone_to
            seen.append(answer.to)

    def _check(self, to: WebAddress, seen: list[WebAddress]) -> None:
        if to in seen:
            raise self._unfetched(Fault.REDIRECTS, "It redirects in a circle.", "Open it in a browser.")
        if len(seen) > self.fetcher.redirects:
            reason = f"It redirects more than {self.fetcher.redirects} times."
            raise self._unfetched(Fault.REDIRECTS, reason, "Give the address that it leads to.")

    def _ask_leave(self, to: WebAddress, seen: list[WebAddress]) -> None:
        """Ask another host for its rules before anything else is asked there; rules themselves may stand anywhere."""
        robots, rules_asked = self.fetcher.robots, str(seen[0]) == robots_address(str(seen[0]))
        if robots is None or rules_asked or to.place == seen[0].place:
            return
        fetcher = replace(self.fetcher, robots=None, deadline=self.allowance.step(None))
        found = robots.of(fetcher, str(to))
        if found.allows(str(to)):
            return
        if found.kind is not None and found.kind in _NOWHERE:  # no page is to be had there, either
            raise self._unfetched(found.kind, f"It leads to {to}. {found.why}", "Open it in a browser.")
        unknown = f"Its robots.txt could not be had, so nothing is asked there. {found.why}".rstrip()
        why = "robots.txt there does not allow it." if found.rules else unknown
        raise self._unfetched(Fault.ROBOTS, f"It leads to {to}. {why}", "Open it in a browser.")

    def _further_on(self, place: WebAddress, error: Unfetched) -> Unfetched:
        return self._unfetched(error.kind, f"It leads to {place}. {error.reason}", error.advice)

    def _unfetched(self, kind: Fault, reason: str, advice: str = _TRY_LATER) -> Unfetched:
        return Unfetched(kind, reason, source=self.asked, advice=advice)

    def _ask(self, place: WebAddress) -> FetchedPage | _Moved:
        network = CheckedNetwork(PublicHosts(allow=self.fetcher.allow, resolve=self.fetcher.resolve), self.allowance)
        url = httpcore.URL(
            scheme=place.scheme.encode(), host=place.host.encode(), port=place.port, target=place.target.encode()
        )
        timeouts = dict.fromkeys(("connect", "read", "write", "pool"), self.fetcher.timeout)
        try:
            with (
                httpcore.ConnectionPool(ssl_context=_trusted(), network_backend=network) as pool,
                pool.stream("GET", url, headers=self._said(place), extensions={"timeout": timeouts}) as answer,
            ):
                return self._answer(place, answer)
        except _FAILURES as error:
            raise self._explained(error) from error

    def _said(self, place: WebAddress) -> list[tuple[str, str]]:
        asked = {
            "Host": place.place, "User-Agent": self.fetcher.agent, "Accept": _ACCEPT, "Accept-Encoding": ACCEPTED,
            "If-None-Match": self.known.etag, "If-Modified-Since": self.known.last_modified, "Connection": "close",
        }
        return [(name, value) for name, value in asked.items() if value]

    def _answer(self, place: WebAddress, answer: httpcore.Response) -> FetchedPage | _Moved:
        headers = ReceivedHeaders.of(answer.headers)
        if len(headers.all) > _MOST_HEADERS:
            raise self._unfetched(Fault.PROTOCOL, f"It comes with more than {_MOST_HEADERS} headers.")
        # What reads the headers counts only what has not come whole: how much that is, is chance.
        if sum(len(name) + len(value) for name, value in answer.headers) > _LONGEST_HEADERS:
            raise self._unfetched(Fault.PROTOCOL, f"Its headers are longer than {_LONGEST_HEADERS // 1000} kB.")
        location = headers.get("location")
        if answer.status in _MOVED and location:
            return _Moved(self._target(place, location), answer.status in _MOVED_FOR_GOOD)
        return FetchedPage(
            url=str(place), asked=self.asked, status=answer.status, content_type=headers.get("content-type") or "",
            body=self._body(answer, headers), headers=headers.all, validators=self._validators(answer.status, headers),
            retry_after=retry_after(headers.get("retry-after"), now=self.fetcher.now(), sent=headers.get("date")),
        )

    def _target(self, place: WebAddress, location: str) -> WebAddress:
        try:
            return place.leads_to(location)
        except Unfetched as error:
            reason = f"It redirects to what is no web address ({location[:100]!r})."
            raise self._unfetched(Fault.REDIRECTS, reason, "Open it in a browser.") from error

    def _body(self, answer: httpcore.Response, headers: ReceivedHeaders) -> bytes:
        length = headers.get("content-length") or ""
        if length.isdecimal() and int(length[:20]) > self.allowance.limit:
            raise too_large(self.allowance.limit, source=self.asked)
        self.allowance.for_a_body()
        coding = headers.joined("content-encoding")
        return unpack(answer.iter_stream(), coding=coding, limit=self.allowance.limit, source=self.asked)

    def _validators(self, status: int, headers: ReceivedHeaders) -> Validators:
        told = Validators(etag=_kept(headers.get("etag")), last_modified=_kept(headers.get("last-modified")))
        if status != _NOT_MODIFIED:
            return told
        return Validators(
            etag=told.etag or self.known.etag, last_modified=told.last_modified or self.known.last_modified
        )

    def _explained(self, error: Exception) -> Unfetched:
        cause = f"({type(error).__name__}: {str(error)[:200]})"
        if isinstance(error, httpcore.TimeoutException):
            return self._unfetched(Fault.TIMEOUT, f"There was no answer within {self.fetcher.timeout:g} seconds.")
        if isinstance(error.__context__, ssl.SSLError):
            return self._unfetched(Fault.TLS, f"The connection cannot be trusted {cause}.")
        if isinstance(error, httpcore.ProtocolError):
            return self._unfetched(Fault.PROTOCOL, f"What the server sent is broken {cause}.")
        return self._unfetched(Fault.REFUSED, f"It could not be fetched {cause}.")


@cache
def _trusted() -> ssl.SSLContext:
    # Reading the certificates takes longer than many a fetch.
    return httpx.create_ssl_context()


def _kept(value: str | None) -> str | None:
    # It will be sent back each time, so it may not be a page of its own.
    return value if value and len(value) <= _LONGEST_VALIDATOR and value.isascii() and value.isprintable() else None
