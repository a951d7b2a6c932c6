"""From the overview to the words that a figure rests on: as docs/first-steps.md says, by mouse and by keyboard."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from browser.journeys import tab_to
from browser.serving import ask

MARKED = "a.mark:has(.anchor:target)"
AT_A_CLAIM = re.compile("/reports/[^#]+#claim-.+")


@pytest.fixture(scope="module")
def claims(samples) -> dict[str, Any]:
    """Every claim of the desk by its id."""
    listed: dict[str, Any] = {}
    following = "/api/v1/claims?limit=200"
    while following:
        part = ask(samples.address + following).raise_for_status().json()
        listed |= {claim["id"]: claim for claim in part["claims"]}
        following = part["next"]
    return listed


def claim_in_sight(page: Page, claims: dict[str, Any]) -> dict[str, Any]:
    """Give the claim of the address, whose words are in sight and stand out in the text of its report."""
    expect(page).to_have_url(AT_A_CLAIM)
    claim = claims[page.url.rpartition("#claim-")[2]]
    marked = page.locator(MARKED)
    expect(marked).to_have_count(1)
    expect(marked).to_be_in_viewport()
    # Where claims overlap, what is marked is the piece in which this one begins.
    words = marked.evaluate("it => [...it.childNodes].find((node) => node.nodeType === Node.TEXT_NODE).data")
    assert words
    assert claim["trigger"]["text"].startswith(words) or words.startswith(claim["trigger"]["text"])
    paper = "it => getComputedStyle(it).backgroundColor"
    assert marked.evaluate(paper) != page.locator(".article").evaluate(paper)
    assert marked.evaluate("it => getComputedStyle(it).outlineStyle") == "solid"
    return claim


FIRST_STEPS = Path(__file__).parents[2] / "docs" / "first-steps.md"


@pytest.mark.parametrize("words", ["Drone incident (19 drones", "Fact by fact", "19 drones*", "Read it in the report"])
def test_the_first_steps_are_written_with_the_words_of_the_pages(words):
    """Those by which the next test finds its way."""
    assert words in FIRST_STEPS.read_text(encoding="utf-8")


def test_the_first_steps_lead_in_three_clicks_from_the_overview_to_the_sentence_behind_a_figure(page, samples, claims):
    page.goto(samples.address)
    page.get_by_role("link", name=re.compile(r"^Drone incident \(19 drones")).first.click()
    fact = page.get_by_role("region", name="Fact by fact").get_by_role("listitem").filter(has_text="19 drones")
    number = fact.get_by_role("link").first
    target = (number.get_attribute("href") or "").removeprefix("#")
    number.click()
    card = page.locator(f"[id='{target}']")
    expect(card).to_be_in_viewport()
    assert card.evaluate("it => it.matches(':target') && getComputedStyle(it).boxShadow") not in (False, "none")
    card.get_by_role("link", name="Read it in the report").click()
    claim = claim_in_sight(page, claims)
    text = page.locator(".article").evaluate("it => it.textContent")
    assert "Nineteen drones" in text[claim["sentence"]["start"] : claim["sentence"]["end"]]


def test_the_overview_leads_to_a_sentence_at_once(page, samples, claims):
    page.goto(samples.address)
    page.get_by_role("link", name=re.compile("^the sentence")).first.click()
    assert claim_in_sight(page, claims)["id"] in page.url


def test_every_claim_of_an_event_leads_to_its_own_words(page, samples, claims):
    page.goto(f"{samples.address}/events/{event_with_most_claims(samples)}")
    cards = page.locator("ol.claims > li")
    said = [card.locator("blockquote mark").inner_text() for card in cards.all()]
    assert len(said) > 2
    for number, words in enumerate(said[:4]):
        cards.nth(number).get_by_role("link", name="Read it in the report").click()
        assert claim_in_sight(page, claims)["trigger"]["text"] == words
        page.go_back()
        expect(cards).to_have_count(len(said))


def event_with_most_claims(samples) -> str:
    events = ask(f"{samples.address}/api/v1/events?limit=200").raise_for_status().json()["events"]
    return str(max(events, key=lambda event: len(event["claims"]))["id"])


def test_the_keyboard_is_enough_from_the_overview_to_the_sentence(page, samples, claims):
    page.goto(samples.address)
    tab_to(page, ".skip")
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    tab_to(page, ".stream a[href^='/events/']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/events/*")
    tab_to(page, "ol.claims a[href*='#claim-']", most=80)
    page.keyboard.press("Enter")
    claim_in_sight(page, claims)


def test_a_mark_says_what_was_read_there_to_pointer_and_keyboard(page, samples):
    page.goto(f"{samples.address}/events/{event_with_most_claims(samples)}")
    page.get_by_role("link", name="Read it in the report").first.click()
    page.mouse.move(0, 0)  # where it clicked, a mark may have come to lie under it
    marked = page.locator("a.mark").first
    shown = "it => getComputedStyle(it, '::before').visibility"
    assert marked.evaluate(shown) == "hidden"
    left, top = marked.evaluate("it => [it.getClientRects()[0].x, it.getClientRects()[0].y]")
    page.mouse.move(left + 5, top + 8)  # not at its middle: it may run over the end of a line
    assert marked.evaluate(shown) == "visible"
    page.mouse.move(0, 0)
    expect(marked).not_to_be_focused()
    marked.focus()
    assert marked.evaluate(shown) == "visible"
    assert marked.get_attribute("data-tip")
