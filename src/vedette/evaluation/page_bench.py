"""How quickly the pages of a large desk answer when many read at once.

    python -m vedette.evaluation.page_bench [--events 100000] [--readers 20] [--write docs/benchmarks.md]

The desk is made, not read. It is served by ``vedette serve``, as people do; beside it, in the same
run, a server that only says hello tells what this machine can do at all.
"""

from __future__ import annotations

import argparse
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx
import uvicorn
from fastapi import FastAPI
from starlette.responses import HTMLResponse

from vedette.evaluation.growth import CLAIMS_PER_REPORT, REPORTS_PER_EVENT, make_read_reports
from vedette.evaluation.machine import this_machine
from vedette.evaluation.page_load import HOST, Answers, ask
from vedette.evaluation.written_section import write_section
from vedette.model import Claim, Event, LinkKind, Origin, ReadReport, content_id
from vedette.store import EventFilter, Store, open_store

PORTION = 5_000  # reports that are written at a time
WAIT = 60.0  # seconds for a server to answer for the first time
PAUSE = 1.0  # seconds in which a reader looks at a page


def main(arguments: Sequence[str]) -> None:
    """Make the desk, serve it, ask, print."""
    parser = argparse.ArgumentParser(prog="python -m vedette.evaluation.page_bench", description=__doc__)
    parser.add_argument("--events", type=int, default=100_000, metavar="NUMBER", help="on the desk (100000)")
    parser.add_argument("--readers", type=int, default=20, metavar="NUMBER", help="who ask at once (20)")
    parser.add_argument("--seconds", type=float, default=10.0, help="for each kind of page (10)")
    parser.add_argument("--write", type=Path, metavar="PAGE", help="puts the tables into this page as well")
    parser.add_argument("--hello", type=int, metavar="PORT", help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    if given.hello:
        say_hello(given.hello)
        return
    with TemporaryDirectory() as folder:
        file = Path(folder) / "desk.sqlite"
        with open_store(str(file)) as store:
            fill(store, given.events)
            addresses = pages(store)
        measured = {
            pause: measure(file, addresses, readers=given.readers, seconds=given.seconds, pause=pause)
            for pause in (PAUSE, 0.0)
        }
    section = described(measured, events=given.events, readers=given.readers)
    sys.stdout.write(f"{section}\n")
    if given.write:
        write_section(given.write, "pages", section)


def fill(store: Store, events: int) -> None:
    """Put so many events on a desk, each told by five reports."""
    reports = make_read_reports(events * REPORTS_PER_EVENT)
    made: list[Event] = []
    while portion := list(islice(reports, PORTION)):
        store.add(portion)
        made += made_events(portion)
    store.replace_events(made, [])


def made_events(reports: Sequence[ReadReport]) -> Iterator[Event]:
    """Put the claims together that tell of one thing: those at one place of five reports in a row."""
    for first in range(0, len(reports), REPORTS_PER_EVENT):
        group = reports[first : first + REPORTS_PER_EVENT]
        for at in range(CLAIMS_PER_REPORT):
            told = [(item, item.claims[at]) for item in group if at < len(item.claims)]
            if told:
                yield _event(told)


def _event(told: Sequence[tuple[ReadReport, Claim]]) -> Event:
    claims, first = tuple(claim.id for _, claim in told), told[0][1]
    outlets = sorted({item.report.outlet or "" for item, _ in told})
    origins = tuple(
        Origin(name=name, kind=LinkKind.OUTLET, claims=tuple(c.id for item, c in told if item.report.outlet == name))
        for name in outlets
    )
    return Event(
        id=content_id("e", first.id), type=first.type, stage=first.stage, factuality=first.factuality,
        period=first.period, places=first.places, actors=first.actors, equipment=(), quantities=(), names=(),
        claims=claims, origins=origins, reports=len(told), outlets=len(outlets), bodies=tuple(outlets),
        parties=tuple(outlets),
    )


def pages(store: Store) -> Mapping[str, Sequence[str]]:
    """Name what is asked for, by kind."""
    some = store.events(EventFilter(limit=400))
    last = some[-1].period.start if some and some[-1].period else "2025-01-01"
    year = (last or "2025")[:4]
    return {
        "overview": ["/"],
        "events, all": ["/events"],
        "events, filtered": [
            f"/events?country={country}&type={kind}&since={year}-01-01"
            for country in ("PL", "LT", "EE", "UA") for kind in ("strike", "drone_incident", "deployment")
        ],
        "event": [f"/events/{event.id}" for event in some[::7]],
        "events, interface": [f"/api/v1/events?country={country}" for country in ("PL", "LT", "EE", "UA")],
    }


def measure(
    file: Path, addresses: Mapping[str, Sequence[str]], *, readers: int, seconds: float, pause: float
) -> list[Answers]:
    """Ask for each kind of page, and for a hello."""
    found = []
    with serving([sys.executable, "-m", "vedette.evaluation.page_bench", "--hello"], "/") as port:
        found.append(ask("hello", ["/"], port=port, readers=readers, seconds=seconds, pause=pause))
    vedette = str(Path(sys.executable).with_name("vedette"))
    with serving([vedette, "serve", "--desk", str(file), "--port"], "/healthz") as port:
        for name, paths in addresses.items():
            found.append(ask(name, paths, port=port, readers=readers, seconds=seconds, pause=pause))
    return found


@contextmanager
def serving(command: Sequence[str], path: str) -> Iterator[int]:
    """Start a server whose last word is its port, and wait until it answers."""
    with socket.socket() as free:
        free.bind((HOST, 0))
        port: int = free.getsockname()[1]
    server = subprocess.Popen([*command, str(port)], stderr=subprocess.DEVNULL)
    try:
        until = time.monotonic() + WAIT
        while not _answers(port, path):
            if server.poll() is not None or time.monotonic() > until:
                raise TimeoutError(f"'{' '.join(command)}' did not answer on port {port}.")
            time.sleep(0.1)
        yield port
    finally:
        server.terminate()
        server.wait()


def _answers(port: int, path: str) -> bool:
    try:
        return httpx.get(f"http://{HOST}:{port}{path}", timeout=WAIT).is_success
    except httpx.TransportError:
        return False


def say_hello(port: int) -> None:
    """Serve a page that only says hello, by the same server and framework."""
    app = FastAPI()

    @app.get("/")
    def hello() -> HTMLResponse:
        return HTMLResponse("<!doctype html><title>Hello</title><p>Hello.")

    uvicorn.run(app, host=HOST, port=port, log_level="error")


def described(measured: Mapping[float, Sequence[Answers]], *, events: int, readers: int) -> str:
    """Write the tables."""
    machine = this_machine()
    parts = [
        f"Measured at commit {machine.commit}: {machine.processor}, {machine.cores} cores, which the readers share "
        f"with the server. {events:,} events, {readers} readers at once."
    ]
    for pause, found in measured.items():
        how = f"Each looks {pause:.0f} s at a page and then asks for the next" if pause else "Each asks without a pause"
        parts += [f"{how}:", table(found)]
    return "\n\n".join(parts)


def table(found: Sequence[Answers]) -> str:
    """Write a row for each kind of page; a hello comes first and is what the others are compared with."""
    hello = found[0].median
    head = "| page | answers | median, ms | p99, ms | answers a second | median, hello = 1 |"
    rows = [
        f"| {one.name} | {len(one.seconds):,} | {one.median * 1000:.0f} | {one.quantile(0.99) * 1000:.0f} "
        f"| {one.rate:.1f} | {one.median / hello:.1f} |"
        for one in found
    ]
    return "\n".join([head, "|---|---:|---:|---:|---:|---:|", *rows])


if __name__ == "__main__":
    main(sys.argv[1:])
