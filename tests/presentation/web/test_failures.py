"""What a reader sees when something goes wrong."""

from __future__ import annotations

import logging

import pytest

from vedette.errors import StoreError
from vedette.presentation.web.security import SECURE_HEADERS


@pytest.mark.parametrize("address", ["/events/missing", "/reports/missing", "/situations/missing"])
def test_an_unknown_id_gives_a_page_with_a_way_back(border, address):
    answer = border.get(address)
    assert answer.status_code == 404
    assert "&#39;missing&#39; on this desk" in answer.text
    assert 'href="/events"' in answer.text


@pytest.mark.parametrize("address", [
    "/nowhere", "/events/%00", "/events/a%20b", "/events/" + "a" * 300, "/events/e1/more", "/static/../app.py",
    "/static/%2e%2e/app.py", "/static/nothing.css", "/docs", "/redoc",
])
def test_an_address_that_leads_nowhere_is_not_found(border, address):
    answer = border.get(address)
    assert answer.status_code == 404
    assert "<h1>Not found</h1>" in answer.text


def test_an_unknown_address_of_the_interface_is_a_problem(border):
    answer = border.get("/api/v1/nowhere")
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")


@pytest.mark.parametrize("address", ["/", "/events", "/events/e1", "/search", "/api/v1/events"])
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_can_be_written(border, address, method):
    assert border.get(address, method=method).status_code in (403, 405)  # the gate may be first
    assert border.opened == 0


@pytest.mark.parametrize("failure", [StoreError("The desk /home/ada/secret.sqlite is locked."), ZeroDivisionError("x")])
@pytest.mark.parametrize("address", ["/", "/events", "/api/v1/events", "/healthz"])
def test_a_desk_that_fails_is_logged_and_gives_nothing_away(browse, caplog, failure, address):
    with caplog.at_level(logging.ERROR):
        answer = browse(None, failure).get(address)
    assert answer.status_code == 500
    assert "vedette doctor" in answer.text
    assert "secret" not in answer.text and "ZeroDivision" not in answer.text
    assert str(failure) in caplog.text
    assert answer.headers.items() >= {name.lower(): value for name, value in SECURE_HEADERS.items()}.items()
