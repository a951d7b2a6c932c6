"""Nothing is written that a page elsewhere sent, and nothing is read by whom it does not concern."""

from __future__ import annotations

from contextlib import nullcontext

import pytest
from fastapi import Request

from vedette.errors import StoreError
from vedette.presentation.web import create_app
from vedette.presentation.web.access import Doors, Role, person_of
from vedette.presentation.web.security import SECURE_HEADERS

ADD = {"name": "Zoe", "role": "reader", "password": "a heron by the lake"}


def names(keeper) -> set[str]:
    return {user.name for user in keeper.accounts.users.all()}


def bearer(keeper, name: str, role: Role | None = None) -> dict[str, str]:
    return {"authorization": f"Bearer {keeper.issue(name, role=role, label='', days=None, by='Eve')[1]}"}


def test_a_form_of_ours_is_taken(browse, keeper):
    assert browse("Eve").post("/admin/users", ADD).status_code == 303
    assert "Zoe" in names(keeper)


@pytest.mark.parametrize("csrf", ["", "x", "0" * 64, "\u00e9"])
def test_a_form_without_the_token_of_the_browser_is_refused(browse, keeper, csrf):
    assert browse("Eve").post("/admin/users", ADD, csrf=csrf).status_code == 403
    assert "Zoe" not in names(keeper)


def test_the_token_of_another_session_is_none(browse, keeper):
    stolen = browse("Ann").csrf()
    assert browse("Eve").post("/admin/users", ADD, csrf=stolen).status_code == 403
    earlier = browse().csrf()
    assert browse("Eve").post("/admin/users", ADD, csrf=earlier).status_code == 403
    assert "Zoe" not in names(keeper)


@pytest.mark.parametrize("headers", [
    {"sec_fetch_site": "cross-site"}, {"sec_fetch_site": "same-site"},
    {"sec_fetch_site": "", "origin": "https://evil.example"}, {"sec_fetch_site": "", "origin": "null"},
    {"sec_fetch_site": "", "origin": "http://desk.example:81"}, {"sec_fetch_site": "", "origin": "https://desk.example"},
    {"sec_fetch_site": "cross-site", "origin": "http://desk.example"},
])
def test_a_page_elsewhere_is_refused_even_with_the_token(browse, keeper, headers):
    answer = browse("Eve").post("/admin/users", ADD, **headers)
    assert answer.status_code == 403 and "Another page sent this" in answer.text
    assert "Zoe" not in names(keeper)


@pytest.mark.parametrize("headers", [
    {"sec_fetch_site": "same-origin", "origin": "null"}, {"sec_fetch_site": "none"}, {"sec_fetch_site": ""},
    {"sec_fetch_site": "", "origin": ""},
])
def test_what_browsers_send_from_our_own_pages_is_taken(browse, keeper, headers):
    assert browse("Eve").post("/admin/users", ADD, **headers).status_code == 303


def test_a_token_in_the_header_serves_scripts(browse, keeper):
    browser = browse("Eve")
    answer = browser.ask("POST", "/admin/users", data=ADD, headers={"x-csrf-token": browser.csrf()})
    assert answer.status_code == 303 and "Zoe" in names(keeper)


def test_a_token_in_the_address_does_not_count(browse):
    browser = browse("Eve")
    assert browser.ask("POST", f"/admin/users?csrf={browser.csrf()}", data=ADD).status_code == 403


def test_a_form_with_parts_is_read_as_well(browse, keeper):
    browser = browse("Eve")
    parts = {name: (None, value) for name, value in {**ADD, "csrf": browser.csrf()}.items()}
    assert browser.ask("POST", "/admin/users", files=parts).status_code == 303
    assert "Zoe" in names(keeper)


@pytest.mark.parametrize(("content", "type"), [
    (b"csrf=%ff%fe", "application/x-www-form-urlencoded"), (b"--x\r\nnonsense", "multipart/form-data; boundary=x"),
    (b"--x", "multipart/form-data"), (b'{"csrf": "x"}', "application/json"), (b"", "text/plain"),
])
def test_what_cannot_be_read_as_a_form_is_refused(browse, content, type):
    answer = browse("Eve").ask("POST", "/admin/users", content=content, headers={"content-type": type})
    assert answer.status_code == 403


def test_what_is_far_too_long_is_refused(browse):
    browser = browse("Eve")
    assert browser.post("/admin/users", {**ADD, "more": "x" * 1_100_000}).status_code == 413


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND"])
def test_every_method_that_may_write_needs_the_token(browse, method):
    assert browse("Eve").ask(method, "/events").status_code == 403


def test_on_this_computer_a_page_elsewhere_writes_nothing_either(local, keeper):
    assert local.post("/admin/users", ADD, csrf="").status_code == 403
    assert local.post("/admin/users", ADD, sec_fetch_site="cross-site").status_code == 403
    other = local.__class__(local.app, host="127.0.0.1:8765")
    assert other.post("/admin/users", ADD, csrf=local.csrf()).status_code == 403, "the token of another browser"
    assert "Zoe" not in names(keeper)
    assert local.post("/admin/users", ADD).status_code == 303
    assert "Zoe" in names(keeper)


def test_a_browser_gets_its_key_with_a_form_and_only_then(local):
    assert "set-cookie" not in local.get("/healthz").headers
    assert "vedette_browser" in local.get("/admin/users").headers["set-cookie"]
    assert "vedette_browser" not in local.get("/admin/users").headers.get("set-cookie", "")


def test_a_proxy_before_a_desk_without_a_login_is_noticed(local):
    for name in ("x-forwarded-for", "forwarded", "x-real-ip", "x-forwarded-host"):
        answer = local.ask("GET", "/events", headers={name: "203.0.113.9"})
        assert answer.status_code == 403 and "--behind-proxy" in answer.text


def test_a_program_with_a_token_needs_no_form(browse, keeper):
    answer = browse().ask("POST", "/seen", data={"upto": "nonsense"}, headers=bearer(keeper, "Rita"))
    assert answer.status_code == 303


def test_a_token_manages_no_users_whatever_its_role(browse, local, keeper):
    """Who stole the token of an admin could else make an admin, and stay when the token is revoked."""
    for browser in (browse(), local):
        answer = browser.ask("POST", "/admin/users", data=ADD, headers=bearer(keeper, "Eve"))
        assert answer.status_code == 403 and "a token is not enough" in answer.text
        assert browser.ask("GET", "/admin/users", headers=bearer(keeper, "Eve")).status_code == 403
    assert "Zoe" not in names(keeper)


def test_a_token_of_a_lower_role_does_less_than_its_owner(browse, keeper):
    lower = bearer(keeper, "Eve", Role.READER)
    assert browse().ask("POST", "/api/v1/decisions", json={}, headers=lower).status_code == 403


def test_a_token_that_does_not_hold_opens_less_than_none(browse, local, keeper):
    wrong = {"authorization": "Bearer vedette_3f9a1c77_guessed"}
    for browser in (browse("Eve"), local):
        answer = browser.ask("GET", "/api/v1/events", headers=wrong)
        assert answer.status_code == 401 and answer.headers["www-authenticate"].startswith("Bearer")
        assert browser.ask("GET", "/healthz", headers=wrong).status_code == 401


def test_a_token_works_on_this_computer_too(local, keeper):
    answer = local.ask("GET", "/admin/users", headers=bearer(keeper, "Rita"))
    assert answer.status_code == 403, "it is Rita who asks, and no longer whoever runs the desk"


def test_a_token_makes_no_other_token_and_changes_no_password(browse, keeper):
    for path, form in (("/account/tokens", {"label": "more", "role": "reader", "days": "0"}),
                       ("/account/password", {"old": "x", "new": "y", "again": "y"})):
        assert browse().ask("POST", path, data=form, headers=bearer(keeper, "Eve")).status_code == 403


def test_programs_are_told_in_their_own_form(browse):
    answer = browse().ask("GET", "/api/v1/events")
    assert answer.status_code == 401 and answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["www-authenticate"] == 'Bearer realm="vedette"'


def test_who_watches_over_the_server_learns_that_it_runs_and_nothing_more(browse, local):
    assert browse().ask("GET", "/healthz").json() == {"status": "ok"}
    assert local.ask("GET", "/healthz").json() == {"status": "ok", "reports": 0, "events": 0}


def test_nothing_is_counted_for_whoever_is_not_logged_in(browse, store, monkeypatch):
    monkeypatch.setattr(type(store), "counts", lambda self: pytest.fail("a large desk would be read whole"))
    assert browse().ask("GET", "/healthz").status_code == 200


def test_a_desk_that_cannot_be_read_is_not_well_whoever_asks(browse, store, monkeypatch):
    def fail(self):
        raise StoreError("The file is damaged.")

    monkeypatch.setattr(type(store), "state", fail)
    assert browse().ask("GET", "/healthz").status_code == 500


@pytest.mark.parametrize(("method", "path", "status"), [
    ("GET", "/login", 200), ("GET", "/events", 303), ("GET", "/api/v1/events", 401), ("POST", "/login", 403),
    ("GET", "/static/access.css", 200), ("GET", "/nowhere", 303), ("DELETE", "/events", 401),
])
def test_every_answer_of_the_gate_carries_the_protecting_headers(browse, method, path, status):
    answer = browse().ask(method, path, headers={"accept": "text/html"})
    assert answer.status_code == status
    assert {name.lower() for name in SECURE_HEADERS} <= set(answer.headers)


def test_a_lock_without_a_key_is_refused(store):
    with pytest.raises(ValueError, match="somebody to keep its door"):
        create_app(lambda: nullcontext(store), doors=Doors(login=True))


def test_what_went_round_the_gate_is_answered_by_nothing_that_asks_who_it_is():
    with pytest.raises(KeyError):
        person_of(Request({"type": "http", "method": "GET", "path": "/", "headers": []}))


def test_a_desk_that_is_only_read_manages_nobody(store, local):
    reading = local.__class__(create_app(lambda: nullcontext(store)), host="127.0.0.1:8765")
    assert reading.get("/admin/users").status_code == 404
