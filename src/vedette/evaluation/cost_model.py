"""What a backfill of a billion reports would cost: ``python -m vedette.evaluation.cost_model --write PAGE``.

Everything in it but the prices, which are arguments and are named as such, is measured here and now: a made archive is
read into claims on one core, and the claims are put onto a desk.
"""

from __future__ import annotations

import argparse
import io
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from vedette.backfilling import Backfill
from vedette.desk import BATCH, Desk
from vedette.evaluation.machine import Machine, this_machine
from vedette.evaluation.speed.made_pages import made_page
from vedette.evaluation.speed.texts import made
from vedette.evaluation.written_section import write_section
from vedette.inputs import batches
from vedette.inputs.reading import Given
from vedette.knowledge import load_knowledge
from vedette.linking.bulk import Here
from vedette.model import Knowledge, Report
from vedette.sources import collect
from vedette.store import open_store

SECTION = "cost"
SIZES = (1_000_000, 1_000_000_000)
_WARM = 64
_HOUR, _DAY = 3_600, 86_400
_TB, _GB, _KB = 1e12, 1e9, 1e3
_ARCHIVE = 1e9  # bytes of one WARC file as Common Crawl cuts them


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What was measured of an archive: seconds are of processor time on one core, sizes are bytes, for all reports.

    ``collecting`` is all from bytes to reports; ``whole`` is the backfill from the archive to Parquet; ``storing`` puts
    the claims onto a desk, ``linking`` makes its events, in bulk.
    """

    reports: int
    claims: int
    events: int
    collecting: float
    whole: float
    storing: float
    linking: float
    archive_bytes: int
    folder_bytes: int
    desk_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Prices:
    """Dollars for an hour of one core, and for a gigabyte kept for a month."""

    core_hour: float
    gigabyte_month: float


def measure(count: int) -> Figures:
    """Make an archive of mixed news and measure what a backfill of it takes.

    Args:
        count: Reports that are measured; some more are read before, so that loading does not count.
    """
    reports, knowledge = list(made("mixed", count + _WARM)), load_knowledge()
    with TemporaryDirectory() as name:
        folder = Path(name)
        warm = _write_archive(folder / "warm.warc.gz", reports[count:])
        archive = _write_archive(folder / "archive.warc.gz", reports[:count])
        _backfill(warm, folder / "warm", knowledge)
        with _seconds() as collecting:
            collected = sum(isinstance(item, Report) for item in collect([str(archive)], outlets=knowledge.outlets))
        with _seconds() as whole:
            done = _backfill(archive, folder / "claims", knowledge)
        counts = done.counts()
        if collected != counts["reports"]:
            raise ValueError(f"{collected} reports were collected, {counts['reports']} read; they should be as many.")
        with open_store(str(folder / "desk.sqlite")) as store:
            with _seconds() as storing:
                for batch in batches(_held(done), BATCH):
                    store.add(batch)
            with _seconds() as linking:
                Desk(store, knowledge).relink(spread=Here(knowledge))
            events = store.counts()["events"]
        return Figures(
            reports=counts["reports"], claims=counts["claims"], events=events, collecting=collecting[0],
            whole=whole[0], storing=storing[0], linking=linking[0], archive_bytes=archive.stat().st_size,
            folder_bytes=_size(folder / "claims"), desk_bytes=(folder / "desk.sqlite").stat().st_size,
        )


def page_section(figures: Figures, prices: Prices, machine: Machine) -> str:
    """Write the section: what was measured, what it comes to, and what breaks first."""
    return "\n\n".join([
        f"Measured at commit {machine.commit}: {machine.processor}, one core, Python {machine.python}; "
        f"{figures.reports:,} pages of made mixed news in one WARC file, one report in ten on our subjects.",
        _table(("for each report", ""), _measured(figures)),
        f"At ${prices.core_hour:g} for an hour of one such core and ${prices.gigabyte_month:g} for a gigabyte kept for "
        "a month (prices that were given to the command, not measured):",
        _table(("", *(f"{size:,} reports" for size in SIZES)), _model(figures, prices)),
        _first_to_break(figures),
    ])


def _measured(figures: Figures) -> list[tuple[str, str]]:
    each = figures.reports
    return [
        ("collecting (unpacking, article, metadata), processor time", f"{figures.collecting / each * 1000:.1f} ms"),
        ("reading, and writing Parquet", f"{(figures.whole - figures.collecting) / each * 1000:.1f} ms"),
        ("storing onto one desk", f"{figures.storing / each * 1000:.1f} ms"),
        ("linking there, in bulk", f"{figures.linking / each * 1000:.1f} ms"),
        ("bytes of the archive", f"{figures.archive_bytes / each / _KB:.1f} kB"),
        ("of Parquet, texts and all", f"{figures.folder_bytes / each / _KB:.1f} kB"),
        ("of the desk", f"{figures.desk_bytes / each / _KB:.1f} kB"),
        ("claims", f"{figures.claims / each:.2f}"),
    ]


def _model(figures: Figures, prices: Prices) -> list[tuple[str, ...]]:
    scales = [size / figures.reports for size in SIZES]
    hours = [figures.whole * scale / _HOUR for scale in scales]
    kept = [figures.folder_bytes * scale / _GB for scale in scales]
    return [
        ("core-hours from archive to Parquet", *(f"{one:,.0f}" for one in hours)),
        ("dollars for them", *(f"{one * prices.core_hour:,.0f}" for one in hours)),
        ("days on 64 cores", *(f"{one * _HOUR / _DAY / 64:,.1f}" for one in hours)),
        ("the archive, TB", *(f"{figures.archive_bytes * scale / _TB:,.2f}" for scale in scales)),
        ("Parquet, TB", *(f"{one * _GB / _TB:,.2f}" for one in kept)),
        ("dollars a month to keep it", *(f"{one * prices.gigabyte_month:,.0f}" for one in kept)),
        ("one desk: days of its one writer to store", *(f"{figures.storing * scale / _DAY:,.1f}" for scale in scales)),
        ("one desk: core-days to link in bulk", *(f"{figures.linking * scale / _DAY:,.1f}" for scale in scales)),
        ("one desk: its file, TB", *(f"{figures.desk_bytes * scale / _TB:,.2f}" for scale in scales)),
    ]


def _first_to_break(figures: Figures) -> str:
    scale = SIZES[-1] / figures.reports
    days, core_days = figures.storing * scale / _DAY, figures.linking * scale / _DAY
    size = figures.desk_bytes * scale / _TB
    return (
        f"**What breaks first** at {SIZES[-1]:,} reports is the one desk. It has one writer: storing alone would take "
        f"{days:,.0f} days, and the desk end as {size:,.1f} TB. Linking in bulk spreads over cores, but holds the desk "
        f"for writing until its {core_days:,.0f} core-days are done, and one process takes up and writes for all. What "
        f"it takes was measured on a desk of {figures.reports:,} reports; it grows with what is told of the same "
        "days ([benchmarks](benchmarks.md)). So many reports belong into Parquet, and of them onto a desk what a "
        "question needs: `type`, `countries` and `published` are columns to choose by.\n\n"
        f"Next comes the list of what is done: {figures.archive_bytes * scale / _ARCHIVE:,.0f} WARC files of one GB "
        "are as many partitions, of four objects each, listed when a run begins; and a partition is as much as "
        f"is lost when a run is killed, {figures.whole * _ARCHIVE / figures.archive_bytes / _HOUR:.1f} core-hours. "
        "Reading itself has nothing in common between two partitions, and is bounded by money alone."
    )


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    line = "|".join(["", "---", *("---:" for _ in head[1:]), ""])
    return "\n".join([f"| {' | '.join(head)} |", line, *(f"| {' | '.join(row)} |" for row in rows)])


def _backfill(archive: Path, to: Path, knowledge: Knowledge) -> Backfill:
    done = Backfill.begin([str(archive)], to=str(to), knowledge=knowledge)
    for _ in done.run():
        pass
    return done


def _held(done: Backfill) -> Iterator[Given]:
    for part in done.folder.done():
        yield from done.folder.items(part)


def _write_archive(file: Path, reports: Sequence[Report]) -> Path:
    with file.open("wb") as stream:
        writer = WARCWriter(stream, gzip=True)
        for number, report in enumerate(reports):
            headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
            writer.write_record(writer.create_warc_record(
                f"https://lantern.example/{number}", "response", payload=io.BytesIO(made_page(report).encode("utf-8")),
                http_headers=headers,
            ))
    return file


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


@contextmanager
def _seconds() -> Iterator[list[float]]:
    """Give a list that holds, afterwards, the seconds of processor time."""
    told: list[float] = []
    began = time.process_time()
    yield told
    told.append(time.process_time() - began)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and write the section, or print it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=1_000, help="how many are measured")
    parser.add_argument("--core-hour", type=float, default=0.0425, help="dollars for an hour of one core")
    parser.add_argument("--gigabyte-month", type=float, default=0.023, help="dollars for a gigabyte, kept for a month")
    parser.add_argument("--write", type=Path, help="a page with the marks of the section")
    given = parser.parse_args(arguments)
    prices = Prices(core_hour=given.core_hour, gigabyte_month=given.gigabyte_month)
    section = page_section(measure(given.reports), prices, this_machine())
    if given.write:
        write_section(given.write, SECTION, section)
    else:
        sys.stdout.write(section + "\n")


if __name__ == "__main__":
    main()
