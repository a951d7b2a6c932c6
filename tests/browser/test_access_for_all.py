"""Every page can be used by everybody: axe finds no breach of WCAG 2.2 AA, in light and dark, wide and narrow."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from browser.journeys import await_drawn

STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RULES = {"runOnly": {"type": "tag", "values": STANDARDS}}
# What can differ where only colours and widths do.
LOOKS = {"runOnly": {"type": "rule", "values": [
    "color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size", "meta-viewport",
]}}
PAGES = ("/", "/events", "/event", "/report", "/claim", "/situations", "/situation", "/warnings", "/warning",
         "/search?q=drone", "/sources", "/review", "/briefing?published_since=2025-10-20", "/events?since=2031-01-01",
         "/nowhere")


@pytest.mark.parametrize(
    ("scheme", "width", "rules"), [("light", 1280, RULES), ("dark", 390, LOOKS)], ids=["whole", "looks"]
)
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(page_of, samples, addresses, name, scheme, width, rules):
    page = page_of(scheme=scheme, width=width, faults=name != "/nowhere")
    page.goto(samples.address + addresses.get(name, name))
    if name.startswith("/events"):
        await_drawn(page)  # the map and the timeline are held to it, too
    found = Axe().run(page, options=rules).response["violations"]
    told = [f"{each['id']}: {each['help']} ({len(each['nodes'])}x, {each['nodes'][0]['html'][:120]})" for each in found]
    assert told == []


def test_axe_would_find_a_fault(page):
    page.set_content("<html><body><img src='data:,'><p style='color:#ccc;background:#fff'>pale</p></body></html>")
    found, looks = (
        {each["id"] for each in Axe().run(page, options=rules).response["violations"]} for rules in (RULES, LOOKS)
    )
    assert {"image-alt", "color-contrast", "document-title"} <= found
    assert looks == {"color-contrast"}
