"""What stands in for outlets, the reader and the list of jobs where workers are tested."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime, timedelta

from vedette.errors import InputError
from vedette.model import QuarantinedInput, ReadReport, Report
from vedette.model.watched import Feed
from vedette.sources.web import FetchedPage
from vedette.store.watching import Wanted
from vedette.working.jobs import Held, Kind
from watched_doubles import words_of


class Outlets:
    """Hosts that each have a feed with some articles, and answer after so many seconds."""

    def __init__(self, hosts=1, articles=3, *, pause=0.0, takes=0.0, words="Words of {}."):
        self.hosts = [f"o{n}.example" for n in range(hosts)]
        self.articles, self.pause, self.takes, self.words = articles, pause, takes, words
        self.asked = []  # host, address, begin, end

    def wanted(self):
        return [Wanted(outlet=host, feed=Feed(address=f"https://{host}/rss")) for host in self.hosts]

    def addresses(self):
        return {f"https://{host}/{number}" for host in self.hosts for number in range(self.articles)}

    def get(self, url, *, known=None, limit=None):
        begin = time.monotonic()
        time.sleep(self.takes)
        host, _, path = url.removeprefix("https://").partition("/")
        self.note(host, url, begin, time.monotonic())
        kind, body = self._body(host, path)
        return FetchedPage(url=url, asked=url, status=200, content_type=kind, body=body.encode())

    def note(self, host, url, begin, end):
        self.asked.append((host, url, begin, end))

    def _body(self, host, path):
        if path == "robots.txt":
            return "text/plain", f"User-agent: *\nCrawl-delay: {self.pause:g}\n"
        if path == "rss":
            now = datetime.now(UTC).strftime("%a, %d %b %Y %H:%M:%S +0000")
            items = "".join(
                f"<item><title>{host} {n}</title><link>https://{host}/{n}</link><pubDate>{now}</pubDate></item>"
                for n in range(self.articles)
            )
            return "application/rss+xml", f"<rss version='2.0'><channel><title>{host}</title>{items}</channel></rss>"
        words = self.words.format(f"{host} {path}")
        return "text/html", f"<html><title>{host}</title><article>{words}</article></html>"


class WordsReader:
    """Makes reports of what stands between <article> and </article>, at once; what says "torn" cannot be read."""

    mark = "words"

    def reports(self, received):
        return [self._report(one) for one in received]

    def read(self, reports):
        return [ReadReport(report=one, claims=()) for one in reports]

    def _report(self, one):
        text = words_of(one.page.body)
        if "torn" in text:
            return QuarantinedInput.of(InputError("It is torn.", source=one.address), content=one.page.body)
        if "deadly" in text:
            os.kill(os.getpid(), 9)
        return Report.of(text, ref="page", url=one.address, first_seen=one.at)


class ListOfJobs:
    """A list of jobs in memory, and a clock that a test sets."""

    def __init__(self):
        self.moment = datetime(2025, 9, 12, 6, tzinfo=UTC)
        self.waiting = []

    def now(self):
        return self.moment

    def put(self, job, *, after=timedelta(0)):
        if all(job.key != other.key for other, _ in self.waiting):
            self.waiting.append((job, self.moment + after))

    def held(self):
        jobs = [job for job, _ in self.waiting]
        return Held(
            keys=frozenset(job.key for job in jobs), versions=frozenset(n for job in jobs for n in job.versions)
        )

    def take(self, *kinds):
        """Take the jobs of these kinds from the list, and let the time pass until all of them are due."""
        taken = [one for one in self.waiting if one[0].kind in (kinds or Kind)]
        self.waiting = [one for one in self.waiting if one not in taken]
        self.moment = max((self.moment, *(at for _, at in taken)))
        return [job for job, _ in taken]
