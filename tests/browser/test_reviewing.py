"""People decide in the browser, by keyboard and by mouse, and take back what they decided."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.serving import ask

PAIRS = "/review?kind=pair"


@pytest.fixture(scope="module")
def judged(assessed_desk: Path, tmp_path_factory: pytest.TempPathFactory, serve: Any) -> Iterator[Any]:
    """A desk that the tests of this file change; each takes back what it did."""
    with serve(Path(shutil.copy(assessed_desk, tmp_path_factory.mktemp("judged") / "desk.sqlite"))) as served:
        yield served


def questions(page: Page) -> Locator:
    return page.get_by_role("article")


def claims_of(question: Locator) -> list[str]:
    """The two claims that a question holds side by side."""
    links = question.get_by_role("link", name="Read it in the report")
    return [(links.nth(each).get_attribute("href") or "").rpartition("#claim-")[2] for each in (0, 1)]


def events_of(served: Any, claims: list[str]) -> set[str]:
    """The events that tell of these claims, as the interface for programs has them."""
    listed = ask(f"{served.address}/api/v1/events?limit=200").raise_for_status().json()["events"]
    return {event["id"] for event in listed if set(claims) & set(event["claims"])}


def first_pair(page: Page, served: Any) -> tuple[str, list[str]]:
    page.goto(served.address + PAIRS)
    question = questions(page).first
    claims = claims_of(question)
    assert len(events_of(served, claims)) == 2
    return question.get_attribute("id") or "", claims


def test_two_events_are_judged_one_by_keyboard_and_it_is_taken_back(page, judged):
    question, claims = first_pair(page, judged)
    expect(page.locator(f"#{question}")).to_be_focused()
    page.keyboard.press("s")
    expect(page.get_by_role("status").filter(has_text="Recorded: same")).to_be_visible()
    expect(page.locator(f"#{question}")).to_have_count(0)
    assert len(events_of(judged, claims)) == 1
    page.keyboard.press("z")
    expect(page.locator(f"#{question}")).to_have_count(1)
    assert len(events_of(judged, claims)) == 2


def test_two_events_are_judged_one_by_mouse_and_it_is_taken_back(page, judged):
    question, claims = first_pair(page, judged)
    asked = page.locator(f"#{question}")
    asked.get_by_label("Reason").fill("The same evening at the same airport")
    asked.get_by_role("button", name="Same").click()
    told = page.get_by_role("status").filter(has_text="Recorded: same")
    expect(told).to_contain_text("The same evening at the same airport")
    (event,) = events_of(judged, claims)
    page.goto(f"{judged.address}/events/{event}")
    decided = page.get_by_role("region", name="What people decided").get_by_role("listitem")
    expect(decided.filter(has_text="The same evening at the same airport")).to_have_count(1)
    decided.get_by_role("button", name="Take it back").first.click()
    page.goto(judged.address + PAIRS)
    expect(page.locator(f"#{question}")).to_have_count(1)
    assert len(events_of(judged, claims)) == 2


def test_keys_are_letters_in_the_field_for_a_reason(page, judged):
    question, claims = first_pair(page, judged)
    reason = page.locator(f"#{question}").get_by_label("Reason")
    reason.click()
    page.keyboard.type("sudden zeal")
    expect(reason).to_have_value("sudden zeal")
    page.keyboard.press("Escape")
    expect(page.locator(f"#{question}")).to_be_focused()
    page.keyboard.press("j")
    expect(questions(page).nth(1)).to_be_focused()
    page.keyboard.press("k")
    expect(page.locator(f"#{question}")).to_be_focused()
    assert len(events_of(judged, claims)) == 2, "nothing was decided meanwhile"


def test_of_two_who_decide_at_once_the_second_is_shown_both(page_of, judged):
    quick, slow = page_of(), page_of(faults=False)  # a browser notes every answer with status 409 as an error
    question, claims = first_pair(slow, judged)
    first_pair(quick, judged)
    quick.locator(f"#{question}").get_by_role("button", name="Different").click()
    expect(quick.get_by_role("status").filter(has_text="Recorded: different")).to_be_visible()
    with slow.expect_response(lambda answer: answer.request.method == "POST") as answered:
        slow.locator(f"#{question}").get_by_role("button", name="Same").click()
    assert answered.value.status == 409
    expect(slow.get_by_role("main")).to_contain_text("different")
    assert len(events_of(judged, claims)) == 2, "nothing was overruled unseen"
    quick.get_by_role("button", name="Take it back").first.click()
    expect(quick.locator(f"#{question}")).to_have_count(1)


def test_a_field_of_a_claim_is_set_right_and_that_is_taken_back(page, judged):
    event = richest(judged)
    page.goto(f"{judged.address}/events/{event['id']}")
    deciding = page.get_by_role("region", name="Decide")
    deciding.get_by_text("Correct a claim", exact=True).click()
    deciding.get_by_role("link", name="Correct claim 1", exact=True).click()
    stage = page.locator("details.field-form").filter(has=page.locator("[name=field][value=stage]"))
    claim = f"{judged.address}/api/v1/claims/{stage.locator('[name=claim]').get_attribute('value')}"
    read = ask(claim).json()["stage"]
    stage.locator("summary").click()
    stage.get_by_label("Instead").select_option("cancelled")
    stage.get_by_label("Reason").fill("The ministry called it off")
    stage.get_by_role("button", name="Set").click()
    noted = page.locator(".field-form").filter(has_text="The ministry called it off")
    expect(noted.get_by_role("button", name="Take it back")).to_be_visible()
    corrected = ask(claim).json()
    assert [one["field"] for one in corrected["corrections"]] == ["stage"]
    assert corrected["stage"] == read, "what was read stays as it was"
    noted.get_by_role("button", name="Take it back").click()
    expect(noted.get_by_role("button", name="Take it back")).to_have_count(0)
    assert ask(claim).json()["corrections"] == []


def richest(served: Any) -> dict[str, Any]:
    """An event on which much can be seen: sources contradict one another, and many tell of it."""
    events = ask(f"{served.address}/api/v1/events?limit=200").raise_for_status().json()["events"]
    return max(events, key=lambda event: (len(event["conflicts"]), len(event["claims"])))
