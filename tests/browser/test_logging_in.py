"""A desk that others can reach, in a real browser: each role logs in, and forms of other pages do nothing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from vedette.access import Doorkeeper
from vedette.store import open_store
from vedette.store.accounts import Role

PASSWORD = "four slow grey herons"
PEOPLE = {"Rita": Role.READER, "Ann": Role.ANALYST, "Eve": Role.ADMIN}


@pytest.fixture(scope="module")
def guarded(sample_desk: Path, tmp_path_factory: pytest.TempPathFactory, serve: Any) -> Iterator[Any]:
    """The sample desk with a user of each role, served with a login."""
    desk = Path(shutil.copy(sample_desk, tmp_path_factory.mktemp("guarded") / "desk.sqlite"))
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


@pytest.mark.parametrize("name", PEOPLE)
def test_each_role_logs_in_sees_what_it_wanted_and_logs_out(page, guarded, name):
    log_in(page, guarded, name)
    assert page.url == f"{guarded.address}/events?type=exercise"
    header = page.get_by_role("banner")
    assert header.get_by_role("link", name=f"{name} {PEOPLE[name]}", exact=True).count() == 1
    assert header.get_by_role("link", name="Users").count() == (PEOPLE[name] is Role.ADMIN)
    header.get_by_role("button", name="Log out").click()
    assert page.url == f"{guarded.address}/login"
    page.go_back()
    assert page.get_by_role("heading", level=1).inner_text() == "Log in", "the browser kept no page of the desk"


def test_a_reader_is_told_that_managing_users_takes_an_admin(page_of, guarded):
    page = page_of(faults=False)
    log_in(page, guarded, "Rita")
    assert page.goto(f"{guarded.address}/admin/users").status == 403
    assert page.get_by_text("This takes the role of admin; Rita has that of reader.").count() == 1


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
