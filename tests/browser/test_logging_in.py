"""A desk that others can reach, in a real browser: each role logs in, and forms of other pages do nothing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from browser.attacks import ATTACKS
from vedette.access import Doorkeeper
from vedette.store import open_store
from vedette.store.accounts import Role

PASSWORD = "four slow grey herons"
PEOPLE = {"Rita": Role.READER, "Ann": Role.ANALYST, "Eve": Role.ADMIN}


@pytest.fixture(scope="module")
def guarded(assessed_desk: Path, tmp_path_factory: pytest.TempPathFactory, serve: Any) -> Iterator[Any]:
    """The sample desk with a user of each role, served with a login."""
    desk = Path(shutil.copy(assessed_desk, tmp_path_factory.mktemp("guarded") / "desk.sqlite"))
    with open_store(str(desk)) as store:
        door = Doorkeeper(store.accounts)
        for name, role in PEOPLE.items():
            door.add_user(name, role, password=PASSWORD, by="the test")
    with serve(desk, "--login") as served:
        yield served


def log_in(page, served, name: str, *, wanted: str = "/events?type=exercise") -> None:
    page.goto(served.address + wanted)
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Log in").click()
    page.wait_for_url(served.address + wanted)  # with all that it loads: half a page has the browser's own colours


@pytest.mark.parametrize("name", PEOPLE)
def test_each_role_logs_in_sees_what_it_wanted_and_logs_out(page, guarded, name):
    log_in(page, guarded, name)
    assert page.url == f"{guarded.address}/events?type=exercise"
    header = page.get_by_role("banner")
    assert header.get_by_role("link", name=f"{name} {PEOPLE[name]}", exact=True).count() == 1
    assert header.get_by_role("link", name="Users").count() == (PEOPLE[name] is Role.ADMIN)
    header.get_by_role("button", name="Log out").click()
    assert page.url == f"{guarded.address}/login"
    page.goto(f"{guarded.address}/events")
    assert page.get_by_role("heading", level=1).inner_text() == "Log in", "the session is over"


def test_a_reader_is_told_that_managing_users_takes_an_admin(page_of, guarded):
    page = page_of(faults=False)
    log_in(page, guarded, "Rita")
    assert page.goto(f"{guarded.address}/admin/users").status == 403
    assert page.get_by_text("This takes the role of admin; Rita has that of reader.").count() == 1


def test_a_reader_sees_nothing_to_decide_with_and_is_refused(page_of, guarded):
    page = page_of(faults=False)
    log_in(page, guarded, "Rita", wanted="/review?kind=pair")
    question = page.get_by_role("article").first
    expect(question).to_contain_text("Do these tell of one event?")
    assert page.get_by_role("main").locator("form[action='/review']").count() == 0
    event = question.locator(".under a").first.get_attribute("href")
    page.goto(guarded.address + event)
    assert page.get_by_role("main").locator("form[action='/review']").count() == 0
    # Nor by a form that somebody makes: with the mark of her own session that every form carries.
    csrf = page.locator("[name=csrf]").first.get_attribute("value")
    sent = {"csrf": csrf, "act": "grade", "event": event.rpartition("/")[2], "grade": "A1", "why": "because"}
    answer = page.context.request.post(f"{guarded.address}/review", form=sent, headers={"Origin": guarded.address})
    assert answer.status == 403
    assert "role of analyst" in answer.text()
    with open_store(str(guarded.desk)) as store:
        assert list(store.decisions()) == []


def test_an_analyst_is_shown_what_a_reader_is_not(page, guarded):
    log_in(page, guarded, "Ann", wanted="/review?kind=pair")
    expect(page.get_by_role("article").first.get_by_role("button", name="Same")).to_be_visible()
    assert page.get_by_role("banner").get_by_role("link", name="Users").count() == 0


@pytest.mark.parametrize("attack", ATTACKS[:4] + ATTACKS[22:26])
def test_no_attack_becomes_the_name_of_a_user(page_of, guarded, attack):
    eve = page_of(faults=False)
    struck: list[str] = []
    eve.on("dialog", lambda dialog: (struck.append(dialog.message), dialog.dismiss()))
    log_in(eve, guarded, "Eve", wanted="/admin/users")
    eve.get_by_label("Name", exact=True).fill(attack)
    eve.get_by_label("First password").fill(PASSWORD)
    eve.get_by_role("button", name="Add", exact=True).click()
    expect(eve.get_by_text("A name cannot hold").first).to_be_visible()
    assert eve.evaluate("typeof struck") == "undefined"
    assert struck == []


def test_an_admin_adds_somebody_who_logs_in_and_is_shut_out(page_of, guarded):
    eve, zoe = page_of(), page_of()
    log_in(eve, guarded, "Eve", wanted="/admin/users")
    eve.get_by_label("Name", exact=True).fill("Zoe")
    eve.get_by_label("First password").fill(PASSWORD)
    eve.get_by_role("button", name="Add", exact=True).click()
    log_in(zoe, guarded, "Zoe", wanted="/sources")
    assert zoe.url == f"{guarded.address}/sources"
    eve.reload()
    eve.get_by_role("button", name="Disable Zoe").click()
    zoe.reload()
    assert zoe.get_by_role("heading", level=1).inner_text() == "Log in"


def test_a_form_on_a_page_elsewhere_changes_nothing(page_of, guarded):
    page = page_of(faults=False)
    log_in(page, guarded, "Eve", wanted="/admin/users")
    elsewhere = guarded.address.replace("127.0.0.1", "localhost")
    page.route(f"{elsewhere}/trap", lambda route: route.fulfill(content_type="text/html", body=(
        f"<form method=post action='{guarded.address}/admin/users/disable'><input name=name value=Ann></form>"
        "<script>document.forms[0].submit()</script>"
    )))
    with page.expect_response(f"{guarded.address}/admin/users/disable") as answered:
        page.goto(f"{elsewhere}/trap")
    assert answered.value.status in (401, 403), "the cookie did not come along, or the page elsewhere was noticed"
    log_in(page_of(), guarded, "Ann")


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_axe_finds_nothing_on_the_pages_of_access(page_of, guarded, scheme, width):
    page = page_of(scheme=scheme, width=width)
    page.goto(f"{guarded.address}/login")
    assert Axe().run(page).response["violations"] == []
    log_in(page, guarded, "Eve", wanted="/account")
    assert Axe().run(page).response["violations"] == []
    page.goto(f"{guarded.address}/admin/users")
    assert Axe().run(page).response["violations"] == []


def test_the_keyboard_is_enough_to_log_in(page, guarded):
    page.goto(f"{guarded.address}/login")
    expect(page.get_by_label("Name")).to_be_focused()
    page.keyboard.type("Ann")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{guarded.address}/")
    assert page.get_by_role("banner").get_by_role("link", name="Ann analyst", exact=True).count() == 1
