"""Lists of events as files, as a feed and as a calendar, at addresses with the filters of the page."""

from __future__ import annotations

import csv
import io
import re
from html import unescape

import feedparser
import icalendar
import pytest
from fake_view import FakeView, border_desk

import builders
from vedette.errors import StoreError
from vedette.presentation.export import FORMS, Addresses, ExportForm, export
from vedette.presentation.web.exports import EXPORTS
from vedette.presentation.web.security import SECURE_HEADERS
from vedette.store.ports import EventFilter

HERE = "http://127.0.0.1:8765"
FORMS_AND_ADDRESSES = pytest.mark.parametrize(("form", "address"), [
    (form, f"/events.{facts.suffix}") for form, facts in FORMS.items()
])


@FORMS_AND_ADDRESSES
def test_an_address_gives_the_export_with_its_kind_and_a_name(border, form, address):
    answer = border.get(f"{address}?country=PL")
    wanted = export(
        border_desk(), EventFilter(country="PL"), form=form,
        addresses=Addresses(desk=HERE, own=f"{HERE}{address}?country=PL"),
    )
    assert (answer.status_code, answer.content) == (200, b"".join(wanted))
    assert answer.headers["content-type"] == FORMS[form].media_type
    assert answer.headers["content-disposition"].endswith(f'filename="vedette-events.{FORMS[form].suffix}"')
    assert (border.opened, border.closed) == (1, 1)
    assert {name: answer.headers.get(name) for name in SECURE_HEADERS} == dict(SECURE_HEADERS)


@pytest.mark.parametrize("query", [
    "type=exercise", "country=lt", "actor=BY", "situation=s1", "factuality=denied", "stage=planned",
    "since=2025-09-15", "until=2025-09-15", "type=&country=",
])
def test_the_filters_are_those_of_the_page(border, query):
    border.get(f"/events?{query}")
    page = border.view.asked[0]
    rows = csv.DictReader(io.StringIO(border.get(f"/events.csv?{query}").text))
    table = border.get(f"/events?{query}").text
    assert [row["id"] for row in rows] == re.findall(r'href="/events/(\w+)"', table)
    assert (page.type, page.country) == (border.view.asked[-1].type, border.view.asked[-1].country)


def test_the_whole_list_comes_unless_a_limit_is_set(browse):
    events = [builders.event([builders.claim(f"r{number:03}", "strike")]) for number in range(120)]
    browser = browse(FakeView(all_events=tuple(events)))
    assert len(browser.get("/events.jsonl?offset=50").text.splitlines()) == 120
    assert len(browser.get("/events.jsonl?limit=7").text.splitlines()) == 7


@pytest.mark.parametrize(("query", "field"), [
    ("since=abc", "since"), ("limit=0", "limit"), ("limit=many", "limit"), ("country=Poland", "country"),
    ("type=nonsense", "type"), ("since=2025-09-12&until=2025-09-11", "address"),
])
def test_a_wrong_filter_is_named_before_the_desk_is_opened(border, query, field):
    answer = border.get(f"/events.csv?{query}")
    assert answer.status_code == 422 and f"<dt>{field}</dt>" in answer.text
    assert border.opened == 0


def test_the_events_page_leads_to_every_form_with_its_filter(border):
    page = border.get("/events?type=exercise&country=lt&offset=0&limit=1").text
    links = [unescape(link) for link in re.findall(r'<a href="(/events\.[^"]*)"', page)]
    assert links == [f"/events.{facts.suffix}?type=exercise&country=LT" for facts in FORMS.values()]
    for link in links:
        assert border.get(link).status_code == 200
    assert f'<a href="{EXPORTS[0][0]}" download>' in border.get("/events").text
    assert '<a href="/events.ics">' in border.get("/events").text


def test_a_browser_finds_the_feed_of_the_filter_by_itself(border):
    page = border.get("/events?country=PL").text.partition("</head>")[0]
    assert 'type="application/atom+xml" title="Events of this filter" href="/events.atom?country=PL"' in page
    assert "atom+xml" not in border.get("/").text


def test_the_feed_leads_back_to_the_pages(border):
    feed = feedparser.parse(border.get("/events.atom").content)
    links = [entry.link for entry in feed.entries]
    assert links == [f"{HERE}/events/{event.id}" for event in border.view.all_events]
    assert all(border.get(link.removeprefix(HERE)).status_code == 200 for link in links)


def test_the_calendar_can_be_subscribed_to(border):
    answer = border.get("/events.ics")
    entry, = icalendar.Calendar.from_ical(answer.content).walk("VEVENT")
    assert entry["url"] == f"{HERE}/events/e2"
    assert answer.headers["content-disposition"].startswith("inline")


def test_what_is_not_installed_is_said_and_is_no_fault_of_the_desk(border, monkeypatch):
    monkeypatch.setattr("vedette.presentation.export.find_spec", lambda name: None)
    answer = border.get("/events.parquet")
    assert answer.status_code == 501 and "pip install" in answer.text and "vedette[export]" in answer.text
    assert (border.opened, border.closed) == (1, 1)
    assert border.get("/events.csv").status_code == 200


def test_a_desk_that_fails_at_once_is_told_as_a_page(border, monkeypatch):
    monkeypatch.setattr(border.view, "situations", lambda: (_ for _ in ()).throw(StoreError("gone")))
    answer = border.get("/events.csv")
    assert answer.status_code == 500 and "vedette serve" in answer.text
    assert (border.opened, border.closed) == (1, 1)


def test_a_name_that_is_not_of_this_machine_gets_no_export(border):
    assert border.get("/events.csv", host="evil.example").status_code == 421


def test_every_form_has_an_address():
    assert len(EXPORTS) == len(ExportForm)
