"""A world of outlets that is made from a seed and plays itself: it knows what it published, and minds its visitors."""

from __future__ import annotations

import random
from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from html import escape
from urllib.parse import urlsplit
from zlib import crc32

from vedette.model.watched import Feed, FeedKind
from vedette.sources.web import Fault, FetchedPage, Unfetched, Validators
from vedette.store.watching import Wanted

START = datetime(2025, 9, 1, tzinfo=UTC)
HOUR, DAY = 3600.0, 86_400.0
LISTED = 30


class WorldClock:
    """Seconds that pass only while somebody waits; what it shows may be set."""

    def __init__(self, jumps=()):
        self.seconds = 0.0
        self._jumps = sorted(jumps)
        self._off = 0.0

    def now(self):
        return START + timedelta(seconds=self.seconds + self._off)

    def steady(self):
        return self.seconds

    def wait(self, seconds, stop):
        self.seconds += max(seconds, 0.001)
        while self._jumps and self._jumps[0][0] <= self.seconds:
            self._off += self._jumps.pop(0)[1]


@dataclass
class Article:
    """What stands at one address: its words from each moment on; ``None`` once it is not there any more."""

    address: str
    listed_as: str
    published: float
    title: str
    stands: list[tuple[float, str | None]]
    farewell: int = 404  # how the server says that it is gone; 302 leads to the front page
    allowed: bool = True
    served: list[tuple[float, str | None]] = field(default_factory=list)

    def words(self, at):
        return self.stands[bisect_right([since for since, _ in self.stands], at) - 1][1]


@dataclass
class Outlet:
    """One host with one feed. ``troubles`` are spans in which something is wrong with all of it."""

    name: str
    pause: float | None
    articles: list[Article]
    troubles: list[tuple[float, float, str]]
    moved: bool = False
    asked: list[float] = field(default_factory=list)
    robots_read: float | None = None
    leave_alone_until: float = 0.0

    @property
    def host(self):
        return f"{self.name}.example"

    @property
    def feed(self):
        return f"https://{self.host}/rss"


class World:
    """Outlets, played through the protocol of a fetcher. Whatever a visitor does wrong is in ``violations``."""

    def __init__(self, seed, *, outlets, hours, clock, troubles=True, steady=True):
        self.clock, self.hours, self.steady, self.violations, self.requests = clock, hours, steady, [], 0
        luck = random.Random(seed)
        self.outlets = {f"o{n}.example": make_outlet(luck, n, hours * HOUR, troubles) for n in range(outlets)}
        self._by_address = {
            address: article for one in self.outlets.values() for article in one.articles
            for address in (article.address, article.listed_as)
        }

    def wanted(self):
        return [
            Wanted(outlet=one.name, feed=Feed(address=one.feed, kind=FeedKind.RSS)) for one in self.outlets.values()
        ]

    def articles(self):
        return [article for one in self.outlets.values() for article in one.articles]

    def get(self, url, *, known=None, limit=None):
        now, parts = self.clock.steady(), urlsplit(url)
        outlet = self.outlets[parts.hostname]
        self.requests += 1
        self._mind(outlet, parts.path, now)
        outlet.asked.append(now)
        trouble = next((what for since, until, what in outlet.troubles if since <= now < until), None)
        answer = self._troubled(outlet, url, trouble, now)
        if answer is not None:
            return answer
        if parts.path == "/robots.txt":
            outlet.robots_read = now
            return page(url, 200, "text/plain", robots(outlet))
        if parts.path in ("/rss", "/feed.xml"):
            return self._feed(outlet, url, known, trouble, now)
        return self._article(url, known, now)

    def _mind(self, outlet, path, now):
        """Note what is impolite."""
        pause = outlet.pause or 5.0
        if outlet.asked and now - outlet.asked[-1] < pause - 0.01 and outlet.robots_read is not None:
            self.violations.append(f"{outlet.host}{path}: {now - outlet.asked[-1]:.1f} s after the last request")
        if now < outlet.leave_alone_until - 0.01:
            self.violations.append(f"{outlet.host}{path}: {outlet.leave_alone_until - now:.0f} s too early")
        if path != "/robots.txt" and (outlet.robots_read is None or now - outlet.robots_read > DAY + 60):
            self.violations.append(f"{outlet.host}{path}: without knowing the rules")
        if path.startswith("/private/"):
            self.violations.append(f"{outlet.host}{path}: not allowed")

    def _troubled(self, outlet, url, trouble, now):
        if trouble == "down":
            raise Unfetched(Fault.REFUSED, "Nobody answers there.", source=url)
        if trouble == "slow":
            raise Unfetched(Fault.SLOW, "It took longer than 60 seconds.", source=url)
        if trouble == "busy":
            outlet.leave_alone_until = now + 2 * HOUR
            return page(url, 429, "text/plain", b"", retry_after=2 * HOUR)
        return page(url, 503, "text/html", b"<p>Sorry.</p>") if trouble == "broken" else None

    def _feed(self, outlet, url, known, trouble, now):
        if trouble == "html":
            return page(url, 200, "text/html", b"<!doctype html><html><body><p>We are being rebuilt.</p></body></html>")
        there = [one for one in outlet.articles if one.published <= now and one.words(now) is not None][-LISTED:]
        etag = f'"{len(there)}-{there[-1].title if there else ""}-{there[0].title if there else ""}"'
        if known and known.etag == etag:
            return page(url, 304, "", b"")
        moved = "https://" + outlet.host + "/feed.xml" if outlet.moved else None
        return page(moved or url, 200, "application/rss+xml", rss(outlet, there), etag=etag, gone_to=moved)

    def _article(self, url, known, now):
        article = self._by_address.get(url)
        if article is None or article.published > now:
            return page(url, 404, "text/html", b"")
        words = article.words(now)
        if not article.served or article.served[-1][1] != words:
            article.served.append((now, words))
        if words is None and article.farewell == 302:
            return page(f"https://{urlsplit(url).hostname}/", 200, "text/html", b"<p>Welcome.</p>")
        if words is None:
            return page(url, article.farewell, "text/html", b"<p>Not here.</p>")
        etag = f'"{crc32(words.encode())}"'
        if known and known.etag == etag:
            return page(article.address, 304, "", b"")
        return page(article.address, 200, "text/html", html(article, words), etag=etag)


def make_outlet(luck, number, seconds, troubles):
    name = f"o{number}"
    count = luck.choice((1, 2, 3, 4, 6, 10))
    moments = sorted(luck.uniform(-2 * DAY, seconds) for _ in range(count))
    if number % 20 == 7:  # a flood within an hour
        moments = sorted([*moments, *(seconds / 3 + luck.uniform(0, HOUR) for _ in range(25))])
    return Outlet(
        name=name, pause=luck.choice((None, None, None, 1.0, 10.0, 30.0)), moved=number % 25 == 3,
        articles=[make_article(luck, name, n, moment) for n, moment in enumerate(moments)],
        troubles=make_troubles(luck, seconds) if troubles else [],
    )


def make_article(luck, name, number, moment):
    private = luck.random() < 0.04
    address = f"https://{name}.example/{'private' if private else 'news'}/{number}"
    listed_as = luck.choice((address, address, f"https://{name}.example/go/{number}"))
    title = f"{name} {number}"
    stands = [(moment, f"Words of {title}.")]
    at = moment
    for edit in range(luck.choice((0, 0, 0, 1, 2))):
        at += luck.choice((0.5 * HOUR, 3 * HOUR, 14 * HOUR, 2 * DAY, 4 * DAY))
        stands.append((at, f"Words of {title}, as changed for the {edit + 1}. time."))
    if luck.random() < 0.12:
        at += luck.choice((DAY, 2 * DAY, 5 * DAY))
        stands.append((at, None))
    return Article(
        address=address, listed_as=address if private else listed_as, published=moment, title=title, stands=stands,
        farewell=luck.choice((404, 410, 302)), allowed=not private,
    )


def make_troubles(luck, seconds):
    spans = []
    for _ in range(luck.choice((0, 1, 2, 3))):
        since = luck.uniform(0, seconds)
        spans.append((
            since, since + luck.choice((0.2, 1.0, 3.0)) * HOUR, luck.choice(("down", "slow", "busy", "broken", "html"))
        ))
    return spans


def page(url, status, content_type, body, *, etag=None, retry_after=None, gone_to=None):
    return FetchedPage(
        url=url, asked=url, status=status, content_type=content_type, body=body, validators=Validators(etag=etag),
        retry_after=retry_after, gone_to=gone_to,
    )


def robots(outlet):
    pause = "" if outlet.pause is None else f"Crawl-delay: {outlet.pause:g}\n"
    return f"User-agent: *\n{pause}Disallow: /private/\n".encode()


def rss(outlet, articles):
    entries = "".join(
        f"<item><title>{escape(one.title)}</title><link>{escape(one.listed_as)}?utm_source=rss</link>"
        f"<pubDate>{format_datetime(START + timedelta(seconds=one.published))}</pubDate></item>"
        for one in reversed(articles)
    )
    return f"<rss version='2.0'><channel><title>{outlet.name}</title>{entries}</channel></rss>".encode()


def html(article, words):
    return f"<html><title>{article.title}</title><article>{words}</article></html>".encode()
