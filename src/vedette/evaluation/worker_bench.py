"""What several workers do together: ``python -m vedette.evaluation.worker_bench``.

Puts made pages into an archive and on a desk as received, each time in a schema of its own, and has 1, 2 and 4 workers
read and link them; nothing is asked of any server. Counted is from the first page that was read to the last one that
was linked. Writes its part of ``docs/workers.md``.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

from vedette.desk import Desk
from vedette.errors import InputError
from vedette.evaluation.lent_server import NoServer, named_or_lent
from vedette.evaluation.machine import Machine, this_machine
from vedette.evaluation.made_reports import make_subject
from vedette.evaluation.written_section import write_section
from vedette.inputs.readers import ReadingApart
from vedette.model import Report
from vedette.model.watched import Feed
from vedette.sources.archive import Archive
from vedette.sources.web import FetchedPage, Validators
from vedette.store import Store, open_store
from vedette.store.watching import NewPage, PageState, Received, Wanted
from vedette.watching import Stop, SystemClock, tell_nobody
from vedette.watching.keeping import place_of

WORKERS = (1, 2, 4)
PAGES = 400
HOST = "post.example"
_LOOK = 0.2
_LONGEST = 3600.0


class NoWeb:
    """Asks nobody."""

    def get(self, url: str, *, known: Validators | None = None, limit: int | None = None) -> FetchedPage:
        """Refuse."""
        raise InputError("Nothing is fetched here.", source=url)


@contextmanager
def schema_for(address: str, name: str) -> Iterator[str]:
    """Make a schema in a database for a while, and give its address."""
    import psycopg  # noqa: PLC0415 (an extra)

    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {name}".encode())
    try:
        yield f"{address}{'&' if '?' in address else '?'}options={quote(f'-csearch_path={name}')}"
    finally:
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute(f"DROP SCHEMA IF EXISTS {name}, {name}_jobs CASCADE".encode())


def fill(store: Store, folder: Path, reports: Sequence[Report]) -> None:
    """Put pages into the archive and on the desk, as if they had just been received."""
    now, book = datetime.now(UTC), store.watching
    book.follow([Wanted(outlet="post", feed=Feed(address=f"https://{HOST}/rss"))], at=now)
    errand = book.errand(at=now, until=now)
    if errand is None:
        raise ValueError("The feed is not due.")
    new = [NewPage(address=f"https://{HOST}/{number}", state=PageState.KEPT) for number in range(len(reports))]
    book.put_feed(replace(errand.feed, polled=now, due=None), errand.host, pages=new)
    with Archive.open(folder, shared=True) as archive:
        for one, report in zip(new, reports, strict=True):
            kept = archive.keep(_page(one.address, report), at=now.isoformat(timespec="seconds"))
            entry = book.page_at(one.address)
            if entry is not None:
                received = Received(place=place_of(kept), fetched=now, answered_as=one.address)
                book.put_page(entry, None, received=received)


def _page(address: str, report: Report) -> FetchedPage:
    paragraphs = "".join(f"<p>{escape(text)}</p>" for text in report.text.split("\n\n"))
    title = escape(report.title or "Report")
    article = f"<article><h1>{title}</h1>{paragraphs}</article>"
    body = f"<html><head><title>{title}</title></head><body>{article}</body></html>"
    return FetchedPage(
        url=address, asked=address, status=200, content_type="text/html; charset=utf-8", body=body.encode()
    )


def work_until_stopped(address: str, folder: Path) -> None:
    """Be one worker, until standard input ends."""
    from vedette.working.job_list import JobList  # noqa: PLC0415 (an extra)
    from vedette.working.place import place_of as place_of_jobs  # noqa: PLC0415
    from vedette.working.place import see_to  # noqa: PLC0415
    from vedette.working.steps import Tools  # noqa: PLC0415
    from vedette.working.worker import Orders, work  # noqa: PLC0415

    see_to(place_of_jobs(address))
    with (
        Desk.open(address) as desk, JobList(place_of_jobs(address)) as jobs, Archive.open(folder, shared=True) as kept,
        ReadingApart(desk.knowledge) as reader,
    ):
        tools = Tools(
            store=desk.store, knowledge=desk.knowledge, archive=kept, fetch=NoWeb(), reader=reader, link=desk.relink,
            tell=tell_nobody,
        )
        work(tools, jobs, Stop(), orders=Orders(clock=SystemClock(), hands=2))


def measured(address: str, workers: int, reports: Sequence[Report]) -> tuple[int, float]:
    """Give how many pages so many workers read and linked, and in how many seconds."""
    with TemporaryDirectory() as folder, schema_for(address, f"bench_{workers}") as own, open_store(own) as store:
        fill(store, Path(folder), reports)
        command = [sys.executable, "-m", "vedette.evaluation.worker_bench", "--work", folder, "--desk", own]
        running = [subprocess.Popen(command) for _ in range(workers)]
        try:
            waits = _wait(store, len(reports))
            begun, first = time.monotonic(), len(reports) - waits
            _wait(store, 0)
            return len(reports) - first, time.monotonic() - begun
        finally:
            for one in running:
                one.kill()
                one.wait()


def _wait(store: Store, most: int) -> int:
    """Wait until fewer pages than these wait to be read, or, for 0, until all are read and linked."""
    end = time.monotonic() + _LONGEST
    while time.monotonic() < end:
        waits = store.backlog(at=datetime.now(UTC)).received
        if waits < most or (most == waits == 0 and store.is_linked()):
            return waits
        time.sleep(_LOOK)
    raise TimeoutError("The workers did not read what waits. See what they say.")


def section(runs: Sequence[tuple[int, int, float]], *, machine: Machine) -> str:
    """Write what was found: workers, pages, seconds."""
    one = next((pages / seconds for workers, pages, seconds in runs if workers == 1), 0.0)
    rows = [
        f"| {workers} | {pages:,} | {seconds:.1f} | {pages / seconds:.1f} | "
        f"{pages / seconds / one if one else 0.0:.2f} |"
        for workers, pages, seconds in runs
    ]
    return "\n".join([
        f"Measured at commit {machine.commit}: {machine.processor}, {machine.cores} cores, PostgreSQL on the same "
        "computer.", "",
        "| workers | pages | seconds | pages a second | times one worker |", "|" + "---:|" * 5, *rows,
    ])


def main(arguments: Sequence[str]) -> None:
    """Measure, and write the section."""
    parser = argparse.ArgumentParser(
        prog="python -m vedette.evaluation.worker_bench", description="Measure what several workers do together."
    )
    parser.add_argument(
        "--desk", metavar="ADDRESS", help="a PostgreSQL database that may be filled; a server is lent unless given"
    )
    parser.add_argument("--pages", type=int, default=PAGES, metavar="N", help=f"how many pages ({PAGES})")
    parser.add_argument(
        "--workers", type=int, nargs="+", default=WORKERS, metavar="N",
        help=f"how many, each time ({' '.join(map(str, WORKERS))})",
    )
    parser.add_argument("--work", type=Path, metavar="DIR", help="be one worker, on this archive")
    parser.add_argument("--write", type=Path, metavar="FILE", help="the page to write the section into")
    given = parser.parse_args(arguments)
    if given.work:
        work_until_stopped(given.desk, given.work)
        return
    reports = list(make_subject(given.pages))
    try:
        with named_or_lent(given.desk) as server:
            runs = [(workers, *measured(server, workers, reports)) for workers in given.workers]
    except NoServer as error:
        sys.stderr.write(f"{error} Workers were not measured.\n")
        return
    text = section(runs, machine=this_machine())
    if given.write:
        write_section(given.write, "workers", text)
    sys.stdout.write(f"{text}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
