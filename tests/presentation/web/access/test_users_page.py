"""Admins manage the users, and everybody their own account."""

from __future__ import annotations

import re

import pytest

from vedette.store.accounts import Role


def test_the_list_says_who_there_is_and_what_was_changed(browse):
    page = browse("Eve").get("/admin/users").text
    for words in ("Rita", "Ann", "Eve", "(you)", "Rita was added as reader", "Newest changes"):
        assert words in page


def test_an_admin_adds_somebody_who_then_logs_in(browse, keeper):
    browse("Eve").post("/admin/users", {"name": "Zoë Приклад", "role": "analyst", "password": "a heron by the lake"})
    assert keeper.accounts.users.named("zoë приклад").role is Role.ANALYST
    assert keeper.accounts.log()[-1].by == "Eve"
    assert browse().log_in("Zoë Приклад", "a heron by the lake").status_code == 303


@pytest.mark.parametrize(("form", "status", "words"), [
    ({"name": "Zoe", "role": "reader", "password": "short"}, 422, "at least 12 characters"),
    ({"name": "ann", "role": "reader", "password": "a heron by the lake"}, 409, "&#39;Ann&#39; already"),
    ({"name": "Zoe", "role": "owner", "password": "a heron by the lake"}, 409, "no role"),
    ({"name": "<b>", "role": "reader", "password": "a heron by the lake"}, 409, "cannot hold"),
])
def test_what_cannot_be_added_is_said_on_the_page(browse, keeper, form, status, words):
    answer = browse("Eve").post("/admin/users", form)
    assert answer.status_code == status and words in answer.text
    assert len(keeper.accounts.users.all()) == 3


def test_a_role_is_changed_and_holds_at_once(browse):
    ann, eve = browse("Ann"), browse("Eve")
    assert ann.get("/admin/users").status_code == 403
    eve.post("/admin/users/role", {"name": "Ann", "role": "admin"})
    assert ann.get("/admin/users").status_code == 200


def test_somebody_is_shut_out_and_let_in_again(browse):
    ann, eve = browse("Ann"), browse("Eve")
    eve.post("/admin/users/disable", {"name": "Ann"})
    assert ann.get("/sources").status_code == 303
    assert "disabled" in eve.get("/admin/users").text
    eve.post("/admin/users/enable", {"name": "Ann"})
    assert ann.get("/sources").status_code == 303, "the session stays ended"
    assert ann.log_in("Ann").status_code == 303


def test_sessions_are_ended(browse):
    ann, eve = browse("Ann"), browse("Eve")
    assert eve.post("/admin/users/sessions", {"name": "Ann"}).status_code == 303
    assert ann.get("/sources").status_code == 303


def test_the_last_admin_stays(browse, keeper):
    answer = browse("Eve").post("/admin/users/disable", {"name": "Eve"})
    assert answer.status_code == 409 and "last admin" in answer.text
    assert keeper.accounts.users.has_admin()


def test_somebody_who_is_not_there_is_said_so(browse):
    assert browse("Eve").post("/admin/users/disable", {"name": "Zoe"}).status_code == 404


def test_the_own_password_is_changed_with_the_old_one(browse):
    here, elsewhere = browse("Ann"), browse("Ann")
    new = {"new": "seven loud white geese", "again": "seven loud white geese"}
    before = here.cookie("vedette_session")
    assert here.post("/account/password", {"old": "wrong", **new}).status_code == 422
    assert here.post("/account/password", {"old": "four slow grey herons", **new}).status_code == 303
    assert here.cookie("vedette_session") != before
    assert here.get("/account").status_code == 200 and elsewhere.get("/account").status_code == 303
    assert here.__class__(here.app).log_in("Ann").status_code == 401


@pytest.mark.parametrize(("new", "again", "words"), [
    ("seven loud white geese", "seven loud grey geese", "are not the same"), ("short", "short", "at least 12"),
])
def test_a_new_password_that_is_none_is_refused(browse, new, again, words):
    answer = browse("Ann").post("/account/password", {"old": "four slow grey herons", "new": new, "again": again})
    assert answer.status_code == 422 and words in answer.text


def test_guessing_the_password_in_an_open_session_makes_wait_too(browse):
    browser = browse("Ann")
    form = {"old": "wrong", "new": "seven loud white geese", "again": "seven loud white geese"}
    statuses = [browser.post("/account/password", form).status_code for _ in range(6)]
    assert statuses == [422] * 5 + [429]


def test_a_token_is_shown_once(browse, keeper):
    browser = browse("Ann")
    shown = browser.post("/account/tokens", {"label": "nightly export", "role": "reader", "days": "30"})
    (token,) = re.findall(r"vedette_[0-9a-f]{8}_[\w-]{43}", shown.text)
    assert shown.headers["cache-control"] == "no-store", "nor is it found by going back"
    page = browser.get("/account").text
    assert "nightly export" in page and token not in page
    asked = browse().ask("GET", "/api/v1/events", headers={"authorization": f"Bearer {token}"})
    assert asked.status_code == 200
    browser.post("/account/tokens/revoke", {"id": keeper.accounts.tokens.all("Ann")[0].id})
    asked = browse().ask("GET", "/api/v1/events", headers={"authorization": f"Bearer {token}"})
    assert asked.status_code == 401


def test_nobody_makes_a_token_above_the_own_role(browse, keeper):
    assert browse("Rita").post("/account/tokens", {"label": "x", "role": "admin", "days": "0"}).status_code == 409
    assert keeper.accounts.tokens.all() == ()


def test_nobody_revokes_the_token_of_somebody_else(browse, keeper):
    kept, token = keeper.issue("Eve", role=None, label="", days=None, by="Eve")
    assert browse("Ann").post("/account/tokens/revoke", {"id": kept.id}).status_code == 404
    assert keeper.token(token) is not None


def test_on_this_computer_whoever_runs_the_desk_manages_the_users(local, keeper, monkeypatch):
    monkeypatch.setenv("VEDETTE_BY", "Olena Example")
    local.post("/admin/users", {"name": "Zoe", "role": "reader", "password": "a heron by the lake"})
    assert keeper.accounts.log()[-1].by == "Olena Example"


def test_where_nobody_is_named_the_desk_is_read_and_nothing_goes_on_record(local, keeper, monkeypatch):
    monkeypatch.delenv("VEDETTE_BY", raising=False)
    token = local.csrf()
    monkeypatch.setattr("getpass.getuser", lambda: "")
    assert local.get("/sources").status_code == 200
    form = {"name": "Zoe", "role": "reader", "password": "a heron by the lake"}
    answer = local.post("/admin/users", form, csrf=token)
    assert answer.status_code == 400 and "VEDETTE_BY" in answer.text
    assert len(keeper.accounts.users.all()) == 3


def test_a_name_with_markup_in_it_stays_words(browse, keeper):
    attack = "<script>alert(1)</script>"
    keeper.accounts.users.add("o'neill@desk.example", Role.READER, password=None, by=attack, at=keeper.moment())
    page = browse("Eve").get("/admin/users").text
    assert "<script>alert" not in page and "o&#39;neill@desk.example" in page
