"""What watching costs: ``python -m vedette.evaluation.watch_bench``.

Plays feeds that list something new now and then, watches them by a clock that it lets pass, and measures memory
as requests go on, and the share of a core that quiet feeds take. Reading is replaced by something cheap: what it
costs is measured elsewhere. Each measurement is a process of its own. Writes its part of ``docs/benchmarks.md``.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from vedette.evaluation.machine import Machine, this_machine
from vedette.evaluation.written_section import write_section
from vedette.model import ReadReport, Report
from vedette.model.watched import Feed
from vedette.sources.archive import Archive
from vedette.sources.web import FetchedPage, Validators
from vedette.store import Store, open_store
from vedette.store.watching import Wanted
from vedette.watching import Arrived, Clock, OneHand, Stop, Taken, Watch

PAGE = Path("docs/benchmarks.md")
START = datetime(2025, 9, 1, tzinfo=UTC)
LISTED = 30
# Feeds, requests, and after how many hours each feed has something new; 0 is never.
RUNS = ((24, 16_000, 2.0), (2000, 16_000, 12.0))
QUIET = (200, 24.0)
_POINTS = 5
_HOUR = 3600.0


class PlayedClock:
    """Lets time pass only where somebody waits."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def now(self) -> datetime:
        """Give the moment that is played."""
        return START + timedelta(seconds=self.seconds)

    def steady(self) -> float:
        """Give the seconds that have been played."""
        return self.seconds

    def wait(self, seconds: float, stop: Stop) -> None:
        """Let so much pass at once."""
        self.seconds += max(seconds, 0.001)


class PlayedWeb:
    """Feeds on hosts of their own, each with something new after so many hours."""

    def __init__(self, clock: Clock, *, every: float) -> None:
        self._clock = clock
        self._every = every
        self.requests = 0

    def get(self, url: str, *, known: Validators | None = None, limit: int | None = None) -> FetchedPage:
        """Answer as a server would."""
        self.requests += 1
        if url.endswith("/robots.txt"):
            return _page(url, b"User-agent: *\nCrawl-delay: 1\n", "text/plain")
        if not url.endswith("/rss"):
            return _page(url, f"<article>Words of {url}.</article>".encode() * 20, "text/html", etag="1")
        newest = int(self._clock.steady() / (self._every * _HOUR)) if self._every else 0
        if known is not None and known.etag == str(newest):
            return FetchedPage(url=url, status=304, content_type="", body=b"")
        items = "".join(
            f"<item><title>{n}</title><link>{url.removesuffix('rss')}{n}</link></item>"
            for n in range(newest, max(-1, newest - LISTED), -1)
        )
        return _page(url, f"<rss version='2.0'><channel>{items}</channel></rss>".encode(), "text/xml", etag=str(newest))


def _page(url: str, body: bytes, content_type: str, *, etag: str | None = None) -> FetchedPage:
    return FetchedPage(url=url, status=200, content_type=content_type, body=body, validators=Validators(etag=etag))


def measured(feeds: int, *, every: float, requests: int | None = None, hours: float | None = None) -> dict[str, Any]:
    """Watch for so many requests or hours, and give memory on the way and the processor's time.

    Returns:
        ``megabytes`` at equal distances, ``seconds`` of the processor, ``hours`` played, ``requests``.
    """
    clock, memory = PlayedClock(), list[float]()
    web = PlayedWeb(clock, every=every)
    with (
        TemporaryDirectory() as folder, open_store(f"{folder}/desk.sqlite") as store,
        Archive.open(Path(folder) / "archive") as archive, closing(Stop()) as stop,
    ):
        watch = Watch(book=store.watching, hands=OneHand(web), archive=archive, clock=clock, take_in=_taking(store))
        wanted = [Wanted(outlet=f"o{n}", feed=Feed(address=f"https://o{n}.example/rss")) for n in range(feeds)]
        store.watching.follow(wanted, at=clock.now())
        begun = time.process_time()
        while (web.requests < requests) if requests else (clock.seconds < (hours or 0) * _HOUR):
            due = watch.step()
            clock.wait(_HOUR if due is None else (due - clock.now()).total_seconds(), stop)
            if requests and web.requests >= requests * (len(memory) + 1) / _POINTS:
                memory.append(_megabytes())
    return {
        "feeds": feeds, "megabytes": memory, "seconds": time.process_time() - begun,
        "hours": clock.seconds / _HOUR, "requests": web.requests,
    }


def _taking(store: Store) -> Any:
    def take_in(arrived: Sequence[Arrived]) -> list[Taken]:
        reports = [Report.of(one.page.body.decode(), ref="page", url=one.entry.address) for one in arrived]
        store.add([ReadReport(report=report, claims=()) for report in reports])
        return [Taken(report=report.id) for report in reports]

    return take_in


def _megabytes() -> float:
    """Give the memory that this process holds just now; Linux tells."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1e6


def section(runs: Sequence[dict[str, Any]], quiet: dict[str, Any], *, machine: Machine) -> str:
    """Write what was found."""
    heads = "".join(f" {round(100 * (n + 1) / _POINTS)} % |" for n in range(_POINTS))
    seconds, hours = quiet["seconds"], quiet["hours"]
    return "\n".join([
        f"Measured at commit {machine.commit}: {machine.processor}, one core.", "",
        f"| feeds | requests | hours of the clock |{heads} a request |", "|" + "---:|" * (_POINTS + 4),
        *map(_row, runs), "",
        f"{quiet['feeds']} quiet feeds, watched for {hours:.0f} hours of the clock: {quiet['requests']:,} requests, "
        f"{seconds:.1f} s of one core, a share of {100 * seconds / (hours * _HOUR):.3f} %.",
    ])


def _row(run: dict[str, Any]) -> str:
    sizes = "".join(f" {size:.0f} MB |" for size in run["megabytes"])
    each = 1000 * run["seconds"] / run["requests"]
    return f"| {run['feeds']:,} | {run['requests']:,} | {run['hours']:,.0f} |{sizes} {each:.1f} ms |"


def main(arguments: Sequence[str]) -> None:
    """Measure, each in a process of its own, and write the section."""
    parser = argparse.ArgumentParser(
        prog="python -m vedette.evaluation.watch_bench", description="Measure what watching costs."
    )
    parser.add_argument("--one", metavar="JSON", help="measure this alone, and print it")
    parser.add_argument("--write", type=Path, metavar="FILE", help="the page to write the section into")
    given = parser.parse_args(arguments)
    if given.one:
        sys.stdout.write(json.dumps(measured(**json.loads(given.one))) + "\n")
        return
    runs = [_alone({"feeds": feeds, "requests": requests, "every": every}) for feeds, requests, every in RUNS]
    quiet = _alone({"feeds": QUIET[0], "hours": QUIET[1], "every": 0.0})
    text = section(runs, quiet, machine=this_machine())
    if given.write:
        write_section(given.write, "watching", text)
    sys.stdout.write(f"{text}\n")


def _alone(what: dict[str, Any]) -> dict[str, Any]:
    command = [sys.executable, "-m", "vedette.evaluation.watch_bench", "--one", json.dumps(what)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


if __name__ == "__main__":
    main(sys.argv[1:])
