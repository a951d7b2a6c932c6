"""Logging in and out, and what a browser keeps of it."""

from __future__ import annotations

import asyncio
import threading
from http.cookies import SimpleCookie

import httpx
import pytest

from vedette.access import Passwords, Refused


def cookies_set(answer) -> dict[str, dict[str, str]]:
    """The cookies that an answer sets, with their attributes."""
    found = {}
    for header in answer.headers.get_list("set-cookie"):
        for name, morsel in SimpleCookie(header).items():
            found[name] = {"value": morsel.value, **{key: value for key, value in morsel.items() if value}}
    return found


def test_who_logs_in_sees_the_page_that_they_wanted(browse):
    browser = browse()
    asked = browser.get("/events?type=exercise&country=PL")
    assert asked.status_code == 303
    assert asked.headers["location"] == "/login?next=/events%3Ftype%3Dexercise%26country%3DPL"
    form = browser.get(asked.headers["location"]).text
    assert 'name="next" value="/events?type=exercise&amp;country=PL"' in form
    admitted = browser.log_in("Ann", next="/events?type=exercise&country=PL")
    assert (admitted.status_code, admitted.headers["location"]) == (303, "/events?type=exercise&country=PL")
    page = browser.get("/sources")
    assert page.status_code == 200 and "Ann" in page.text and "analyst" in page.text


def test_nothing_of_the_desk_is_on_the_page_to_log_in(browse):
    page = browse().get("/login").text
    assert 'href="/events"' not in page and "/search" not in page and "Log out" not in page


@pytest.mark.parametrize(("name", "password"), [
    ("Ann", "wrong"), ("Nobody", "wrong"), ("Nobody", "four slow grey herons"), ("", ""),
])
def test_a_wrong_name_and_a_wrong_password_look_alike(browse, name, password):
    answer = browse().log_in(name, password)
    assert answer.status_code == 401
    assert "The name or the password is wrong, or this user is not let in." in answer.text
    assert "vedette_session" not in answer.headers.get("set-cookie", "")


def test_answers_to_a_known_and_an_unknown_name_differ_in_the_name_only(browse):
    answers = []
    for name in ("Ann", "Nobody"):
        browser = browse()
        token = browser.csrf()
        answer = browser.post("/login", {"name": name, "password": "wrong", "next": "/"}, csrf=token)
        answers.append((answer.status_code, answer.text.replace(name, "X").replace(token, "T")))
    assert answers[0] == answers[1]


def test_a_disabled_user_is_told_what_everybody_is_told(browse, keeper):
    keeper.accounts.users.disable("Ann", by="Eve", at=keeper.moment())
    assert "wrong, or this user is not let in" in browse().log_in("Ann").text


def test_a_user_who_is_disabled_meanwhile_is_out_with_the_next_page(browse, keeper):
    browser = browse("Ann")
    assert browser.get("/sources").status_code == 200
    keeper.accounts.users.disable("Ann", by="Eve", at=keeper.moment())
    assert browser.get("/sources").status_code == 303
    assert browser.ask("GET", "/api/v1/events").status_code == 401


def test_the_session_cookie_is_out_of_reach(browse):
    cookie = cookies_set(browse().log_in("Ann"))["vedette_session"]
    assert cookie["httponly"] is True and cookie["samesite"] == "Lax" and cookie["path"] == "/"
    assert "secure" not in cookie and "domain" not in cookie and "max-age" not in cookie and "expires" not in cookie


def test_over_https_cookies_are_for_this_host_over_https_only(browse):
    browser = browse(scheme="https")
    assert cookies_set(browser.get("/login"))["__Host-vedette_browser"]["secure"] is True
    cookie = cookies_set(browser.log_in("Ann"))["__Host-vedette_session"]
    assert cookie["secure"] is True and cookie["httponly"] is True and cookie["path"] == "/" and "domain" not in cookie
    browser.origin = "http://desk.example"
    assert browser.get("/sources").status_code == 303, "what was given over https does not open without"


def test_a_key_that_somebody_planted_is_no_session_after_the_login(browse):
    victim = browse()
    victim.cookies.set("vedette_session", "planted", domain="desk.example")
    assert victim.get("/sources").status_code == 303
    victim.log_in("Ann")
    assert victim.cookie("vedette_session") != "planted"
    attacker = browse()
    attacker.cookies.set("vedette_session", "planted", domain="desk.example")
    assert attacker.get("/sources").status_code == 303


def test_logging_in_again_ends_the_session_before(browse, keeper):
    browser = browse("Ann")
    first = browser.cookie("vedette_session")
    again = keeper.log_in("Ann", "four slow grey herons", address="192.0.2.7", before=first)
    assert not isinstance(again, Refused)
    assert browser.get("/sources").status_code == 303


def test_logging_out_ends_the_session_on_both_sides(browse):
    browser = browse("Ann")
    key = browser.cookie("vedette_session")
    answer = browser.post("/logout")
    assert (answer.status_code, answer.headers["location"]) == (303, "/login")
    assert cookies_set(answer)["vedette_session"]["max-age"] == "0"
    assert answer.headers["clear-site-data"] == '"cache"'
    browser.cookies.set("vedette_session", key, domain="desk.example")
    assert browser.get("/sources").status_code == 303


def test_logging_out_takes_a_form(browse):
    browser = browse("Ann")
    assert browser.get("/logout").status_code in (404, 405)
    assert browser.get("/sources").status_code == 200


def test_a_session_ends_by_itself(browse, clock):
    browser = browse("Ann")
    clock.move(hours=8, seconds=1)
    assert browser.get("/sources").status_code == 303


@pytest.mark.parametrize("next", [
    "https://evil.example/", "//evil.example", "/\\evil.example", "\\\\evil.example", "javascript:alert(1)",
    "/\t/evil.example",
    "http:evil.example", "///evil.example", "/login?next=/events", "/logout", " //evil.example", "evil.example", "//[",
    "\n//evil.example",
])
def test_nobody_is_sent_elsewhere_after_the_login(browse, next):
    assert browse().log_in("Ann", next=next).headers["location"] == "/"
    assert 'name="next" value="/"' in browse().ask("GET", "/login", params={"next": next}).text


def test_who_guesses_is_told_to_wait(browse, clock):
    for _ in range(5):
        assert browse().log_in("Ann", "wrong").status_code == 401
    answer = browse().log_in("Ann")
    assert answer.status_code == 429 and answer.headers["retry-after"] == "2"
    assert "Try again in 2 seconds." in answer.text
    clock.move(seconds=2)
    assert browse().log_in("Ann").status_code == 303


def test_the_log_of_the_server_names_the_address_and_not_what_was_typed(browse, caplog):
    browse().log_in("my secret passphrase", "another secret")
    assert "192.0.2.7" in caplog.text and "secret" not in caplog.text


def test_a_desk_without_a_login_has_no_page_to_log_in(local):
    assert local.get("/login").headers["location"] == "/"
    assert local.post("/login", {"name": "Eve", "password": "x", "next": "/"}).headers["location"] == "/"
    assert "Log out" not in local.get("/sources").text


def test_a_crowd_at_the_door_holds_nobody_up_who_is_in(browse, monkeypatch):
    inside = browse("Ann")
    door_opens = threading.Event()
    monkeypatch.setattr(Passwords, "matches", lambda self, held, typed: not door_opens.wait(20))
    crowd = browse()
    form = {"csrf": crowd.csrf(), "password": "x", "next": "/"}

    async def knock(number: int) -> int:
        async with client_of(crowd, address=f"198.51.100.{number}") as outside:
            return (await outside.post("/login", data={**form, "name": f"guess {number}"})).status_code

    async def everybody() -> tuple[int, list[int]]:
        waiting = [asyncio.create_task(knock(number)) for number in range(60)]
        await asyncio.sleep(0.5)
        async with client_of(inside, address="192.0.2.7") as reader:
            page = await asyncio.wait_for(reader.get("/sources"), 10)
        door_opens.set()
        return page.status_code, await asyncio.gather(*waiting)

    assert asyncio.run(everybody()) == (200, [401] * 60)


def client_of(browser, *, address: str) -> httpx.AsyncClient:
    transport = httpx.ASGITransport(app=browser.app, client=(address, 50000))
    return httpx.AsyncClient(transport=transport, base_url=browser.origin, cookies=browser.cookies)


def test_what_is_typed_stays_words(browse):
    page = browse().log_in('"><script>alert(1)</script>', "x").text
    assert "<script" not in page
