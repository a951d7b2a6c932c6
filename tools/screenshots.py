"""Pictures of the pages for the documentation: ``python tools/screenshots.py`` writes ``docs/pictures/``.

A desk of the sample reports is served as people serve it, and a real Chromium looks at it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from io import BytesIO
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

import httpx
from PIL import Image
from playwright.sync_api import Browser, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from browser.serving import QUIET, find_browser, serving
from vedette.desk import Desk
from vedette.knowledge.scenarios import load_scenarios
from vedette.model import CorrectedField, EventType, ReadReport
from vedette.presentation.ruling import Signature, corrected
from vedette.samples import sample_files

OUT = Path(__file__).parents[1] / "docs" / "pictures"
COLOURS = 128
# Map and timeline say which address they have drawn.
DRAWN = "() => { const it = document.querySelector('#islands'); return !it || it.dataset.drawn === location.search; }"
PATIENCE = 120_000
# Assessments of two months are enough for a picture of how a scenario rose.
FIRST_DAY = "2025-08-01"


@dataclass(frozen=True)
class Look:
    """How a page is looked at."""

    scheme: Literal["light", "dark"] = "light"
    width: int = 1200
    height: int = 800


WIDE, DARK, PHONE, PART = Look(), Look(scheme="dark"), Look(width=390, height=780), Look(height=440)


@dataclass(frozen=True)
class Picture:
    """A page and what of it is shown: from this element on, where one is named."""

    name: str
    path: str
    look: Look = WIDE
    start: str = ""


def main(arguments: Sequence[str]) -> int:
    """Make all pictures."""
    parser = argparse.ArgumentParser(prog="python tools/screenshots.py", description=__doc__)
    parser.add_argument("--out", type=Path, default=OUT, help="where the pictures go")
    out = parser.parse_args(arguments).out
    browser = find_browser()
    if browser is None:
        sys.exit("There is no Chromium here. On Debian: apt-get install chromium")
    out.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        file, lived = Path(folder) / "desk.sqlite", Path(folder) / "lived.sqlite"
        with Desk.open(str(file)) as desk:
            desk.add([str(sample) for sample in sample_files()])
            live_through(desk, lived)
        with sync_playwright() as playwright:
            chromium = playwright.chromium.launch(executable_path=browser, args=list(QUIET))
            for shown, pictures_of in ((file, pictures), (lived, pictures_of_warning)):
                with serving(shown) as served:
                    for picture in pictures_of(served.address):
                        take(chromium, served.address, picture, out / f"{picture.name}.png")
            chromium.close()
    return 0


def live_through(desk: Desk, file: Path) -> None:
    """Fill a desk as its days went by, each report on the day on which it was published, and correct one claim."""
    knowledge = desk.knowledge
    scenarios = load_scenarios((), knowledge=knowledge).scenarios
    reports = sorted((one for one in desk.store.reports() if one.published), key=lambda one: str(one.published))
    coming = {day: list(some) for day, some in groupby(reports, key=lambda one: str(one.published)[:10])}
    with Desk.open(str(file)) as living:
        for day in (*(day for day in coming if day < FIRST_DAY), *days_between(FIRST_DAY, max(coming))):
            living.store.add([
                ReadReport(report=replace(one, first_seen=f"{day}T06:00:00+00:00"),
                           claims=desk.store.claims_of_report(one.id))
                for one in coming.get(day, ())
            ])
            if day >= FIRST_DAY:
                living.assess(scenarios, today=day)
        claim = next(
            one for one in living.store.claims()
            if one.type is EventType.AIRSPACE_VIOLATION and any(each.value == 19 for each in one.quantities)
        )
        signed = Signature(by="Ann Example", at=living.now(), why="Nineteen had been counted by then.")
        living.decide([corrected(living.store, claim, field=CorrectedField.QUANTITY, written="at least 19 drones",
                                 knowledge=knowledge, signed=signed)])


def days_between(first: str, last: str) -> list[str]:
    """Name every day from one to another, both included."""
    start = date.fromisoformat(first)
    return [(start + timedelta(days=n)).isoformat() for n in range((date.fromisoformat(last) - start).days + 1)]


def pictures_of_warning(address: str) -> list[Picture]:
    """Name what is shown of a desk that was assessed day by day: a warning at its height, and a corrected claim."""
    api = f"{address}/api/v1"
    known = httpx.get(f"{api}/warnings").raise_for_status().json()["warnings"]
    days = [
        (one["level"], one["points"], one["scenario"], one["day"]) for scenario in known
        for one in httpx.get(f"{api}/warnings/{scenario['scenario']}/history").raise_for_status().json()["warnings"]
    ]
    *_, scenario, day = max(days)
    violations = httpx.get(f"{api}/claims?type=airspace_violation&limit=200").raise_for_status().json()
    return [
        Picture("warnings", f"/warnings?day={day}"), Picture("warning", f"/warnings/{scenario}?day={day}"),
        Picture("correction", f"/claims/{figure_of(violations['claims'])['id']}"),
    ]


def pictures(address: str) -> list[Picture]:
    """Name what is shown, with an event on which much can be seen."""
    api = f"{address}/api/v1"
    events = httpx.get(f"{api}/events?limit=200").raise_for_status().json()["events"]
    event = max(events, key=lambda one: (len(one["conflicts"]), len(one["claims"])))
    situations = httpx.get(f"{api}/situations").raise_for_status().json()["situations"]
    situation = max(situations, key=lambda one: len(one["events"]))
    violations = httpx.get(f"{api}/claims?type=airspace_violation&limit=200").raise_for_status().json()
    counted = figure_of(violations["claims"])
    told = next(one for one in events if counted["id"] in one["claims"])
    autumn = "/events?since=2025-07-01&until=2025-11-30"
    return [
        Picture("overview", "/"), Picture("events", autumn, start="#islands"),
        Picture("events-dark", autumn, DARK, start="#islands"), Picture("overview-phone", "/", PHONE),
        Picture("event", f"/events/{event['id']}"), Picture("situation", f"/situations/{situation['id']}"),
        Picture("review", "/review?kind=pair"),
        Picture("briefing", "/briefing?published_since=2025-09-12&published_until=2025-09-14"),
        Picture("figure-1-event", f"/events/{told['id']}"),
        Picture("figure-2-fact", f"/events/{told['id']}", PART, start="section:has(#standing)"),
        Picture("figure-3-claim", f"/events/{told['id']}#c-{counted['id']}", PART, start=f"[id='c-{counted['id']}']"),
        Picture("figure-4-sentence", f"/reports/{counted['report']['id']}#claim-{counted['id']}"),
    ]


def figure_of(claims: list[dict[str, Any]]) -> dict[str, Any]:
    """Give the claim whose figure docs/first-steps.md follows: the nineteen drones."""
    return next(one for one in claims if any(quantity["value"] == 19 for quantity in one["quantities"]))


def take(chromium: Browser, address: str, picture: Picture, file: Path) -> None:
    """Open a page and keep what it looks like once everything on it is drawn."""
    look = picture.look
    with chromium.new_context(
        viewport={"width": look.width, "height": look.height}, color_scheme=look.scheme, reduced_motion="reduce",
        locale="en-GB",
    ) as context:
        page = context.new_page()
        page.goto(address + picture.path, timeout=PATIENCE)
        page.wait_for_function(DRAWN, timeout=PATIENCE)
        if picture.start:
            page.locator(picture.start).first.evaluate("it => scrollBy(0, it.getBoundingClientRect().top - 12)")
        drawn = Image.open(BytesIO(page.screenshot()))
    drawn.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(file, optimize=True)
    sys.stdout.write(f"{file}\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
