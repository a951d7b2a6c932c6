"""Measures how fluid the map is with very many events, in a real Chromium, and writes it into the documentation.

::

    python tools/map_frames.py            measure and print
    python tools/map_frames.py --write    and put the figures into docs/islands.md

It opens the page of events of an empty desk, gives its map and timeline 100,000 made-up
events, then drags and zooms the map with the mouse and notes the time of every frame.
"""

from __future__ import annotations

import os
import random
import re
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import Any

import uvicorn
from playwright.sync_api import Page, Route, sync_playwright

from vedette.model import EVENT_TYPES
from vedette.presentation.web import create_app
from vedette.presentation.web.sightings import PATH
from vedette.store import open_store

EVENTS = 100_000
PLACES = 20_000
PORT = 8947
PAGE = Path(__file__).parents[1] / "docs" / "islands.md"
FIGURES = re.compile(r"(?<=<!-- frames -->\n).*?(?=\n<!-- end of frames -->)", re.S)
# A browser without a graphics card draws with the processor, as on a server.
ARGUMENTS = ["--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
RECORD = """
() => {
  window.frames_ = [];
  let before = performance.now();
  const note = (now) => {
    window.frames_.push(now - before);
    before = now;
    window.recorder = requestAnimationFrame(note);
  };
  window.recorder = requestAnimationFrame(note);
}
"""
STOP = "() => { cancelAnimationFrame(window.recorder); return window.frames_.slice(2); }"


def made_up(count: int) -> dict[str, Any]:
    """Make events: towns drawn evenly over half of Europe, four years, every type."""
    chance = random.Random(20250912)
    places = [
        [round(chance.uniform(44, 66), 3), round(chance.uniform(10, 50), 3), f"Town {number}", "city"]
        for number in range(PLACES)
    ]
    first = sorted(chance.randrange(18_993, 20_454) for _ in range(count))
    return {
        "schema": 1, "types": [str(one.type) for one in EVENT_TYPES], "places": places,
        "ids": [f"e{number:020x}" for number in range(count)],
        "type": [chance.randrange(len(EVENT_TYPES)) for _ in range(count)],
        "first": first, "last": [day + chance.randrange(3) for day in first],
        "place": [chance.randrange(PLACES) for _ in range(count)], "more": [],
    }


@contextmanager
def serving() -> Iterator[str]:
    """Serve an empty desk on this computer."""
    with TemporaryDirectory() as folder, open_store(str(Path(folder) / "desk.sqlite")) as store:
        app = create_app(lambda: _open(store))
        server = uvicorn.Server(uvicorn.Config(app, port=PORT, log_level="error"))
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.05)
        yield f"http://127.0.0.1:{PORT}"
        server.should_exit = True
        thread.join()


@contextmanager
def _open(store: Any) -> Iterator[Any]:
    yield store


def measure(chromium: str) -> dict[str, list[float]]:
    """Give the times of frames in milliseconds, with all events and, to compare, with one."""
    frames: dict[str, list[float]] = {}
    with serving() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        for count in (1, EVENTS):
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            _open_page(page, f"{address}/events", made_up(count))
            for name, act in (("dragging", _drag), ("zooming", _zoom)):
                frames[f"{name}, {count:,} event{'s' if count > 1 else ''}"] = _frames(page, act)
            page.close()
        browser.close()
    return frames


def _open_page(page: Page, address: str, content: dict[str, Any]) -> None:
    def give(route: Route) -> None:
        route.fulfill(json=content)

    page.route(f"**{PATH}*", give)
    page.goto(address)
    page.wait_for_function("document.querySelector('#map-count').textContent !== ''", timeout=120_000)
    page.wait_for_timeout(8_000)  # until the coastline, the clusters and their numbers are there


def _frames(page: Page, act: Any) -> list[float]:
    box = page.locator("#map").bounding_box()
    if box is None:
        raise SystemExit("There is no map on the page. Build it: python islands/build_islands.py")
    page.evaluate(RECORD)
    act(page, box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    return list(page.evaluate(STOP))


def _drag(page: Page, x: float, y: float) -> None:
    page.mouse.move(x, y)
    page.mouse.down()
    for step in range(90):
        page.mouse.move(x + 220 * ((step % 30) / 15 - 1), y + 80 * ((step % 18) / 9 - 1))
        page.wait_for_timeout(25)
    page.mouse.up()


def _zoom(page: Page, x: float, y: float) -> None:
    page.mouse.move(x, y)
    for step in range(60):
        page.mouse.wheel(0, -60 if step < 30 else 60)
        page.wait_for_timeout(40)


def report(frames: dict[str, list[float]]) -> str:
    """Write the figures as a table."""
    rows = [
        f"| {name} | {len(times)} | {median(times):.0f} | {quantiles(times, n=20)[18]:.0f} | {max(times):.0f} |"
        for name, times in frames.items()
    ]
    return "\n".join([
        f"{EVENTS:,} events at {PLACES:,} places, and one event, which shows what the map costs by itself; Chromium "
        f"without a graphics card (all is drawn by the processor), {os.cpu_count()} cores.", "",
        "| | frames | median ms | 95 of 100 below | longest |", "|---|---|---|---|---|", *rows,
    ])


def main(arguments: list[str]) -> None:
    """Measure; write where asked to."""
    text = report(measure(os.environ.get("CHROMIUM", "/usr/bin/chromium")))
    sys.stdout.write(f"{text}\n")
    if "--write" in arguments:
        PAGE.write_text(FIGURES.sub(lambda _: text, PAGE.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
