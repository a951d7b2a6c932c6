"""Pictures of the pages for the documentation: ``python tools/screenshots.py`` writes ``docs/pictures/``.

A desk of the sample reports is served as people serve it, and a real Chromium looks at it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx
from playwright.sync_api import Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from browser.serving import QUIET, find_browser, serving
from vedette.desk import Desk
from vedette.samples import sample_files

OUT = Path("docs/pictures")
WIDE, NARROW = (1280, 860), (390, 800)


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
        file = Path(folder) / "desk.sqlite"
        with Desk.open(str(file)) as desk:
            desk.add([str(sample) for sample in sample_files()])
        with serving(file) as served, sync_playwright() as playwright:
            chromium = playwright.chromium.launch(executable_path=browser, args=list(QUIET))
            for name, path in pages(served.address).items():
                for kind, scheme, size in (("", "light", WIDE), ("-dark", "dark", WIDE), ("-phone", "light", NARROW)):
                    width, height = size
                    with chromium.new_context(
                        viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce"
                    ) as context:
                        take(context.new_page(), served.address + path, out / f"{name}{kind}.png")
            chromium.close()
    return 0


def pages(address: str) -> dict[str, str]:
    """Name the pages that are shown, with an event on which much can be seen."""
    api = f"{address}/api/v1"
    events = httpx.get(f"{api}/events?limit=200").raise_for_status().json()["events"]
    event = max(events, key=lambda one: (len(one["conflicts"]), len(one["claims"])))
    claim = httpx.get(f"{api}/claims/{event['claims'][0]}").raise_for_status().json()
    situations = httpx.get(f"{api}/situations").raise_for_status().json()["situations"]
    situation = max(situations, key=lambda one: len(one["events"]))
    return {
        "overview": "/", "events": "/events", "event": f"/events/{event['id']}",
        "report": f"/reports/{claim['report']['id']}#claim-{claim['id']}",
        "situation": f"/situations/{situation['id']}", "review": "/review",
        "briefing": "/briefing?published_since=2025-09-12&published_until=2025-09-14", "search": "/search?q=drone",
    }


def take(page: Page, address: str, file: Path) -> None:
    """Open a page and keep what it looks like once it is quiet."""
    page.goto(address, wait_until="networkidle")
    page.screenshot(path=file)
    sys.stdout.write(f"{file}\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
