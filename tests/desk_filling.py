"""Fills a desk with invented reports, for tests that stop it half-way."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

import builders as build
from vedette.model import ReadReport
from vedette.store import Store, open_store

BATCHES = 60
REPORTS = 20
CLAIMS = 4


def batch(number: int) -> list[ReadReport]:
    """The same reports for the same number."""
    reports = [
        build.report(f"Report {number}-{n}. " + "The border was closed. " * 40, ref=f"{number}-{n}")
        for n in range(REPORTS)
    ]
    return [
        ReadReport(report=one, claims=tuple(build.claim(one, start=9 * n, period="2025-09-11") for n in range(CLAIMS)))
        for one in reports
    ]


def fill(file: Path | str, batches: int = BATCHES) -> None:
    """Add what is missing and bring the events up to date now and then, as a desk does."""
    with open_store(str(file)) as store:
        for number in range(batches):
            whole = batch(number)
            known = store.known_reports([item.report.id for item in whole])
            store.add([item for item in whole if item.report.id not in known] + [build.quarantined(f"{number}.html")])
            if number % 20 == 19:
                link(store)
        link(store)


def link(store: Store) -> None:
    """Make an event of each report, where something has come since the last time."""
    if not store.is_linked():
        events = [build.event(store.claims_of_report(report.id)) for report in store.reports()]
        store.replace_events(events, [build.situation("The border", events[:9])])


def fill_after_telling(file: Path | str, teller: Connection, batches: int) -> None:
    """Fill a desk in a process of its own; say when it begins."""
    teller.send("begins")
    fill(file, batches)


@contextmanager
def filling(desk: Path | str, batches: int = BATCHES) -> Iterator[BaseProcess]:
    """Have a process fill a desk."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["desk_filling", "alembic.command"])
    listener, teller = context.Pipe(duplex=False)
    process = context.Process(target=fill_after_telling, args=(desk, teller, batches))
    process.start()
    try:
        assert listener.poll(60)
        listener.recv()
        yield process
    finally:
        process.kill()
        process.join()
        process.close()
        listener.close()
        teller.close()
