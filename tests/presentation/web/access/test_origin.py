"""Where a form comes from, where somebody is sent, and what a proxy is believed."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from vedette.presentation.cli.serve import Serving, proxy_options
from vedette.presentation.web.access.origin import local_path

PIECES = st.sampled_from([
    "/", "\\", "//", ":", "@", "evil.example", "http", "https:", "?", "#", ".", "..", "%2f", "%5c", "\t", "\n", " ",
    "\x00", "\u2028", "events", "login", "[", "]", "é",
])


@given(st.lists(PIECES, max_size=7).map("".join))
def test_whatever_is_wanted_somebody_stays_on_the_desk(wanted):
    kept = local_path(wanted)
    assert kept in (wanted, "/")
    landed = urlsplit(urljoin("https://desk.example/login", kept))
    assert (landed.scheme, landed.netloc) == ("https", "desk.example")
    assert not kept.startswith(("//", "/\\")) and "\\" not in kept


@pytest.mark.parametrize("wanted", [
    "/", "/events", "/events?type=exercise&country=PL", "/events/e1#claim-c1", "/search?q=%D0%BC",
])
def test_pages_of_the_desk_are_gone_to(wanted):
    assert local_path(wanted) == wanted


def behind(app, *, trusted: str):
    """The application as ``vedette serve --behind-proxy`` runs it."""
    options = proxy_options(Serving(host="127.0.0.1", port=1, proxy=trusted))
    return ProxyHeadersMiddleware(app, trusted_hosts=options["forwarded_allow_ips"])


def guess(browser, number: int, csrf: str, **headers: str) -> int:
    """Try to log in under a name that nobody has; give the status of the answer."""
    form = {"name": f"guess {number}", "password": "x", "next": "/"}
    return browser.post("/login", form, csrf=csrf, **headers).status_code


def test_through_a_proxy_those_behind_it_are_told_apart(app, browse):
    browser = browse(address="127.0.0.1")
    browser.app = behind(app, trusted="127.0.0.1")
    token = browser.csrf()
    assert [guess(browser, number, token, x_forwarded_for="203.0.113.9") for number in range(22)][-1] == 429
    assert guess(browser, 99, token, x_forwarded_for="203.0.113.10") == 401, "somebody else behind the same proxy"


def test_who_is_no_proxy_cannot_say_to_be_somebody_else(app, browse):
    browser = browse(address="192.0.2.7")
    browser.app = behind(app, trusted="127.0.0.1")
    token = browser.csrf()
    assert [guess(browser, number, token, x_forwarded_for=f"203.0.113.{number}") for number in range(22)][-1] == 429


def test_behind_an_encrypting_proxy_cookies_are_for_https_only(app, browse):
    browser = browse(address="127.0.0.1")
    browser.app = behind(app, trusted="127.0.0.1")
    answer = browser.get("/login", x_forwarded_proto="https")
    assert "__Host-vedette_browser" in answer.headers["set-cookie"] and "Secure" in answer.headers["set-cookie"]
