"""What somebody has seen of the desk goes with them, from one browser to another; and with nobody else."""

from __future__ import annotations

import re

import pytest

SEPTEMBER = {"upto": "0.0@2025-09-01T08:00"}


def since(browser) -> str | None:
    """What the overview says about since when things count as new."""
    found = re.search(r"Since ([^.]+) UTC\.", browser.get("/").text)
    return found and found[1]


@pytest.fixture
def seen(store):
    """What is kept of a user, by name."""
    return store.accounts.looks.of


def test_what_was_marked_as_seen_in_one_browser_is_seen_in_every_other(browse):
    office, home = browse("Ann"), browse("Ann")
    assert office.post("/seen", SEPTEMBER).status_code == 303
    assert since(office) == since(home) == "1 September 2025, 08:00"


def test_nobody_else_has_seen_it(browse, seen):
    browse("Ann").post("/seen", SEPTEMBER)
    assert since(browse("Rita")) is None
    assert seen("Ann") == ("0.0@2025-09-01T08:00",) * 2 and seen("Eve") is None


def test_looking_is_noted_and_leaves_no_cookie(browse, seen):
    answer = browse("Ann").get("/")
    assert "looked-" not in answer.headers.get("set-cookie", "")
    assert seen("Ann")[0] == "" and re.fullmatch(r"0\.0@[\d-]{10}T[\d:]{5}", seen("Ann")[1])


def test_looking_waits_for_nobody_who_writes(browse, store, seen):
    browser = browse("Ann")
    with store.accounts._book.writing():
        assert browser.get("/").status_code == 200
    assert seen("Ann") is None


def test_what_the_browser_remembers_counts_until_the_desk_does(browse, keeper, seen):
    browser = browse("Ann")
    name = next(
        value.partition("=")[0] for header, value in browser_without_a_login(browser, keeper).headers.multi_items()
        if header == "set-cookie" and value.startswith("looked-")
    )
    browser.cookies.set(name, "1.0@2025-09-02T08:00_1.0@2025-09-02T08:00", domain="desk.example")
    assert since(browser) == "2 September 2025, 08:00"
    assert seen("Ann")[0] == "1.0@2025-09-02T08:00"


def browser_without_a_login(browser, keeper):
    """What a program of Ann's is answered, which has no session and so a cookie."""
    token = keeper.issue("Ann", role=None, label="", days=None, by="Eve")[1]
    return browser.ask("GET", "/", headers={"authorization": f"Bearer {token}"})


def test_a_program_that_reads_the_overview_has_not_seen_it_for_its_owner(browse, keeper, seen):
    assert browser_without_a_login(browse(), keeper).status_code == 200
    assert seen("Ann") is None
