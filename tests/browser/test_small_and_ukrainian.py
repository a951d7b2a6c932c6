"""The pages on a phone, and in Ukrainian."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from browser.journeys import await_drawn

# What stands on a page in the words of the interface, with nothing of a report in it.
OURS = "nav a, label, button, legend, th[scope=col], form.filters option:first-child"
# Letters of our own alphabet in these are names, or what is typed.
NAMES = re.compile(r"\b(Vedette|HTML|Markdown|PDF|UTC|English)\b")
KEYS = re.compile(r"\b[a-z]$")


@pytest.fixture(scope="module")
def paths(addresses: dict[str, str]) -> list[str]:
    """Every page for those who read and decide."""
    plain = ["/", "/events", "/situations", "/sources", "/review", "/briefing", "/search?q=drone", "/nowhere"]
    return [*plain, *addresses.values()]


def test_no_page_is_wider_than_a_phone(page_of, samples, paths):
    page = page_of(width=360, faults=False)  # of a page that is not there the browser says so
    wider = []
    for path in paths:
        page.goto(samples.address + path)
        if path == "/events":
            await_drawn(page)
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            wider.append((path, page.evaluate(WIDEST)))
    assert wider == []


# Which elements reach over the right edge, to say what to mend.
WIDEST = """() => [...document.querySelectorAll("main *, header *, footer *")]
  .filter((it) => it.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .map((it) => it.outerHTML.slice(0, 80)).slice(-3)"""


def test_the_navigation_is_there_on_a_phone(page_of, samples):
    page = page_of(width=360)
    page.goto(samples.address)
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Situations").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Situations")


def in_latin(page: Page) -> list[str]:
    """The words of the interface on this page that are not in Ukrainian."""
    words = page.locator(OURS).evaluate_all("all => all.filter(it => !it.closest('[lang=en]')).map(it => it.innerText)")
    plain = {KEYS.sub("", NAMES.sub("", each)).strip() for each in words}
    return sorted(each for each in plain if re.search("[A-Za-z]", each))


def test_the_language_is_chosen_once_and_holds_on_every_page(page_of, samples, paths):
    page = page_of(faults=False)
    page.goto(samples.address)
    page.get_by_role("link", name="українська").click()
    left: dict[str, Any] = {}
    for path in paths:
        page.goto(samples.address + path)
        assert page.locator("html").get_attribute("lang") == "uk", path
        if found := in_latin(page):
            left[path] = found
    assert left == {}


def test_map_and_timeline_speak_ukrainian(page, samples):
    page.goto(f"{samples.address}/events?lang=uk")
    await_drawn(page)
    expect(page.locator("#map-count")).to_have_text(re.compile(r"\d+ .*[а-яі]+"))
    assert not re.search("[A-Za-z]", page.locator("#map-count").inner_text())
    labels = page.locator("#timeline .lane > text").all_text_contents()
    assert labels
    assert [each for each in labels if not re.search("[а-яїієґ]", each)] == []
    page.get_by_label("Країна").fill("LT")
    page.get_by_role("button", name="Показати", exact=True).click()
    page.wait_for_url(re.compile("country=LT"))
    await_drawn(page)
    expect(page.locator("#list-status")).to_contain_text("подій")
