"""What a site asks of visitors like us: robots.txt, as RFC 9309 reads it."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from threading import Lock

from protego import Protego

from vedette.sources.web.addresses import WebAddress
from vedette.sources.web.answers import Fault, Fetcher, Unfetched
from vedette.sources.web.waiting import DAY

_NAME = "vedette"
_SOMEBODY_ELSE = "another-robot"
_MOST_BYTES = 512_000
_NOT_NOW = 3_600.0
_MOST_SITES = 1_000  # whose rules are remembered: those asked longest ago are forgotten first
_SHORTEST_PAUSE = 1.0
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_ADDRESSED = re.compile(r"(?im)^([^\S\r\n]*user[- ]?agents?[^\S\r\n]*:?[^\S\r\n]*)([^\r\n#]*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Robots:
    """The rules of one site for us.

    ``lasts`` is for how many seconds they may be kept: a day, or an hour where
    the site could not say what they are; then ``why`` says in a sentence why
    not, and ``kind`` in a word where there was no answer at all.
    """

    rules: Protego | None
    lasts: float = DAY
    why: str = ""
    kind: Fault | None = None

    @classmethod
    def of(cls, body: bytes, status: int) -> Robots:
        r"""Read what stood at ``/robots.txt``.

        Where there is none (any 4xx), all is allowed; where the server cannot
        say (5xx, or "too many requests"), nothing is, for now. Only the first
        500 KB count. A page in place of the file holds no rule.

        Example:
            >>> robots = Robots.of(b"User-agent: *\nDisallow: /search\nCrawl-delay: 10", 200)
            >>> robots.allows("https://post.example/news"), robots.allows("https://post.example/search?q=a")
            (True, False)
            >>> robots.pause
            10.0
        """
        if status >= 500 or status == 429 or status < 200:
            return cls.unknown(why=f"It answered {status}.")
        return cls(rules=Protego.parse(_ours(_decoded(body)) if status < 300 else ""))

    @classmethod
    def unknown(cls, *, why: str = "", kind: Fault | None = None) -> Robots:
        """Make the rules of a site that cannot be asked: nothing, for an hour."""
        return cls(rules=None, lasts=_NOT_NOW, why=why, kind=kind)

    def allows(self, address: str) -> bool:
        """Say whether an address of this site may be asked for."""
        return self.rules is not None and self.rules.can_fetch(address, _NAME)

    @property
    def pause(self) -> float | None:
        """The seconds that the site asks to leave between requests (1 s to a day); ``None`` where it asks nothing."""
        if self.rules is None:
            return None
        rate = self.rules.request_rate(_NAME)
        asked = [self.rules.crawl_delay(_NAME), min(rate.seconds, 10**9) / rate.requests if rate else None]
        said = [seconds for seconds in asked if seconds is not None]
        return min(max(*said, _SHORTEST_PAUSE), DAY) if said else None


def robots_address(address: str) -> str:
    """Give where the rules for an address stand.

    Raises:
        Unfetched: It is no http(s) address.

    Example:
        >>> robots_address("https://post.example:8080/news/1?a=b")
        'https://post.example:8080/robots.txt'
    """
    read = WebAddress.of(address)
    return f"{read.scheme}://{read.place}/robots.txt"


def read_robots(fetch: Fetcher, address: str) -> Robots:
    """Ask a site for its rules; where it cannot be asked, nothing is allowed for now.

    Redirects that lead nowhere are as good as no file.

    Args:
        fetch: Who gets addresses.
        address: Any address of the site.
    """
    try:
        page = fetch.get(robots_address(address))
    except Unfetched as error:
        if error.kind is Fault.REDIRECTS:
            return Robots.of(b"", 404)
        return Robots.unknown(why=error.reason, kind=error.kind)
    return Robots.of(page.body, page.status)


class KnownRobots:
    """Remembers the rules of sites that were asked for them, for as long as they last; several threads may ask.

    Args:
        now: Tells the moment.
    """

    def __init__(self, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._now = now
        self._lock = Lock()
        self._known: dict[str, tuple[Robots, datetime]] = {}

    def of(self, fetch: Fetcher, address: str) -> Robots:
        """Give the rules of the site of an address; it is asked for them where they are not known.

        Raises:
            Unfetched: It is no http(s) address.
        """
        site, now = robots_address(address), self._now()
        with self._lock:
            known = self._known.get(site)
        if known is not None and now < known[1]:
            return known[0]
        found = read_robots(fetch, address)
        with self._lock:
            self._known.pop(site, None)
            self._known[site] = (found, now + timedelta(seconds=found.lasts))
            if len(self._known) > _MOST_SITES:
                del self._known[next(iter(self._known))]
        return found


def _decoded(body: bytes) -> str:
    # Rules are ASCII, whatever the comments are written in.
    body = body[:_MOST_BYTES]
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(encoding, "replace")
    return body.decode("utf-8", "replace")


def _ours(text: str) -> str:
    # Groups for others hold nothing for us, and each costs as much as there are rules: ten thousand would cost minutes.
    return _ADDRESSED.sub(lambda line: line[1] + (line[2] if _means_us(line[2]) else _SOMEBODY_ELSE), text)


def _means_us(agent: str) -> bool:
    name = agent.strip().lower()
    return name == "*" or _NAME.startswith(name.replace("*", ""))
