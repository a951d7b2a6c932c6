"""Table, map, timeline and address show one filtered set, whichever of them was narrowed; and it can be taken away."""

from __future__ import annotations

import csv
import re
from datetime import date
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from browser.journeys import await_drawn, drag_across, rows
from browser.serving import ask

ALL = "/events?limit=500"
LISTED = re.compile(r"of (\d+) events")


@pytest.fixture(scope="module")
def sightings(samples) -> dict[str, Any]:
    """All events of the desk with their places and days, as the map and the timeline are given them."""
    return ask(f"{samples.address}/events.sightings.json").raise_for_status().json()


def opened(page: Page, samples, address: str = ALL) -> Page:
    page.goto(samples.address + address)
    await_drawn(page)
    return page


def asked(page: Page) -> dict[str, str]:
    """What the address asks for."""
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


def total(page: Page) -> int:
    found = LISTED.search(page.locator("#list-status").inner_text())
    assert found, "the list says how many events it has"
    return int(found[1])


def in_box(sightings: dict[str, Any], box: str) -> set[str]:
    """The events with a place in the box, worked out without the desk."""
    west, south, east, north = map(float, box.split(","))
    pairs = [*enumerate(sightings["place"]), *sightings["more"]]
    spots = [(sightings["ids"][event], *sightings["places"][place][:2]) for event, place in pairs if place >= 0]
    return {event for event, lat, lon in spots if south <= lat <= north and west <= lon <= east}


def in_period(sightings: dict[str, Any], since: str, until: str) -> set[str]:
    """The events whose time touches the period, worked out without the desk."""
    start, end = ((date.fromisoformat(day) - date(1970, 1, 1)).days for day in (since, until))
    spans = zip(sightings["ids"], sightings["first"], sightings["last"], strict=True)
    return {
        event for event, first, last in spans
        if (first, last) != (None, None) and (first is None or first <= end) and (last is None or last >= start)
    }


def barred(page: Page) -> int:
    """How many events the dark bars of the timeline stand for."""
    counts = page.eval_on_selector_all("#timeline .meant rect", "bars => bars.map((bar) => bar.__data__[1])")
    return sum(counts)


def test_a_brush_over_the_timeline_narrows_table_map_and_address(page, samples, sightings):
    opened(page, samples)
    before, bars_before = rows(page), barred(page)
    drag_across(page, "#timeline .brush .overlay", (0.7, 0.5), (0.85, 0.5))
    page.wait_for_url(re.compile("since="))
    await_drawn(page)
    period = asked(page)["since"], asked(page)["until"]
    assert set(rows(page)) == in_period(sightings, *period)
    assert 0 < total(page) == len(rows(page)) < len(before)
    placed, of = re.findall(r"\d+", page.locator("#map-count").inner_text())
    assert int(placed) <= int(of) == total(page), "the map counts what the table lists"
    assert 0 < barred(page) < bars_before
    ends = page.get_by_role("slider")
    assert tuple(ends.nth(each).get_attribute("aria-valuetext") for each in (0, 1)) == period
    expect(page.get_by_label("Since")).to_have_value(period[0])


def test_a_box_on_the_map_narrows_table_timeline_and_address(page, samples, sightings):
    opened(page, samples)
    before, bars_before = rows(page), barred(page)
    page.get_by_role("button", name="Draw a box").click()
    drag_across(page, "#map canvas", (0.3, 0.3), (0.6, 0.7))
    page.wait_for_url(re.compile("bbox="))
    await_drawn(page)
    assert set(rows(page)) == in_box(sightings, asked(page)["bbox"])
    assert 0 < total(page) == len(rows(page)) < len(before)
    assert page.locator("#map-count").inner_text() == f"{total(page)} of {total(page)} events have a known place"
    assert 0 < barred(page) < bars_before
    expect(page.get_by_label("Part of the map")).to_have_value(asked(page)["bbox"])
    expect(page.get_by_role("button", name="Draw a box")).to_have_attribute("aria-pressed", "false")


def test_both_hold_at_once_and_back_takes_one_after_the_other_away(page, samples, sightings):
    everything = rows(opened(page, samples))
    drag_across(page, "#timeline .brush .overlay", (0.5, 0.5), (0.95, 0.5))
    page.wait_for_url(re.compile("since="))
    await_drawn(page)
    brushed = rows(page)
    page.get_by_role("button", name="Only what is in view").click()
    page.wait_for_url(re.compile("bbox="))
    await_drawn(page)
    now = asked(page)
    assert set(rows(page)) == in_box(sightings, now["bbox"]) & in_period(sightings, now["since"], now["until"])
    page.go_back()
    expect(page.get_by_label("Part of the map")).to_have_value("")
    await_drawn(page)
    assert rows(page) == brushed
    page.go_back()
    expect(page.get_by_label("Since")).to_have_value("")
    await_drawn(page)
    assert rows(page) == everything


def test_an_address_that_was_sent_shows_the_same_again(page, page_of, samples):
    address = "/events?since=2025-09-10&until=2025-09-20&bbox=14,49,30,60&limit=500"
    opened(page, samples, address)
    other = opened(page_of(), samples, page.url.removeprefix(samples.address))
    assert rows(other) == rows(page) != []
    assert barred(other) == barred(page) > 0


def test_the_ends_of_a_period_are_moved_with_the_arrow_keys(page, samples):
    opened(page, samples, "/events?since=2025-09-10&until=2025-09-20&limit=500")
    before = total(page)
    end = page.get_by_role("slider", name="Last day")
    end.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_url(re.compile(r"until=2025-(?!09-20)"))
    await_drawn(page)
    assert asked(page)["until"] > "2025-09-20"
    assert total(page) >= before
    assert end.get_attribute("aria-valuetext") == asked(page)["until"]


def test_what_is_filtered_is_taken_away_as_csv(page, samples, tmp_path):
    opened(page, samples, "/events?since=2025-09-10&until=2025-09-20")
    shown = total(page)
    with page.expect_download() as coming:
        page.get_by_role("link", name="CSV").click()
    file = tmp_path / "events.csv"
    coming.value.save_as(file)
    with file.open(encoding="utf-8-sig", newline="") as stream:
        exported = [row["id"] for row in csv.DictReader(stream)]
    assert len(exported) == len(set(exported)) == shown
    assert exported[: len(rows(page))] == rows(page), "in the order of the page"
