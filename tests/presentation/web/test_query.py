"""What an address may ask for, what the desk is asked then, and what is refused."""

from __future__ import annotations

import pytest
from fake_view import FakeView

import builders
from vedette.model import EventType, Factuality, Stage
from vedette.presentation.selecting import Selection
from vedette.presentation.web.query import EventQuery, ExportQuery
from vedette.store.sightings import Box

WRONG = {
    "since=abc": "since", "since=2025-13-01": "since", "since=20250912": "since", "until=2025-02-30": "until",
    "limit=-1": "limit", "limit=0": "limit", "limit=501": "limit", "limit=many": "limit", "limit=": "limit",
    "offset=-1": "offset", "offset=99999999999999999999": "offset", "type=nonsense": "type", "stage=soon": "stage",
    "factuality=sure": "factuality", "country=Poland": "country", "country=%00%00": "country", "text=%00": "text",
    "text=" + "a" * 201: "text", "actor=%1b[31m": "actor", "since=2025-09-12&until=2025-09-11": "address",
    "bbox=1,2,3": "bbox", "bbox=a,b,c,d": "bbox", "bbox=20,57,26,53": "bbox", "bbox=20,53,190,57": "bbox",
    "bbox=1e1,2,3,4": "bbox", "bbox=nan,2,3,4": "bbox", "bbox=0,0,0,91": "bbox", "origins=0": "origins",
    "origins=many": "origins", "grade=G1": "grade", "grade=B7": "grade", "grade=2B": "grade",
    "language=Polish": "language",
}


def asked(browser, address: str):
    assert browser.get(address).status_code == 200
    return browser.view.asked[-1]


def test_an_address_is_asked_of_the_desk_as_it_stands(border):
    wanted = asked(
        border, "/events?type=exercise&since=2025-09-01&until=2025-09-30&country=lt&actor=LT&situation=s1"
        "&stage=planned&factuality=asserted&text=drill&limit=7&offset=0",
    )
    assert (wanted.type, wanted.stage, wanted.factuality) == (EventType.EXERCISE, Stage.PLANNED, Factuality.ASSERTED)
    assert (wanted.since, wanted.until, wanted.country) == ("2025-09-01", "2025-09-30", "LT")
    assert (wanted.actor, wanted.situation, wanted.text) == ("LT", "s1", "drill")
    assert (wanted.limit, wanted.offset) == (7, 0)


def test_region_origins_grade_and_language_are_asked_of_the_desk(border):
    wanted = asked(border, "/events?bbox=20.5,53.9,26.9,56.5&origins=2&grade=b2&language=UK")
    assert wanted.box == Box(20.5, 53.9, 26.9, 56.5)
    assert (wanted.origins, wanted.letter, wanted.digit, wanted.language) == (2, "B", 2, "uk")
    assert (asked(border, "/events?grade=C").digit, asked(border, "/events?grade=4").letter) == (None, None)
    assert asked(border, "/events?bbox=&origins=&grade=&language=") == asked(border, "/events")


def test_empty_fields_of_the_form_ask_for_nothing(border):
    wanted = asked(border, "/events?type=&since=&until=&country=&actor=&situation=&stage=&factuality=&text=")
    assert wanted == asked(border, "/events")
    assert wanted.type is None and wanted.text is None


@pytest.mark.parametrize(("query", "shown"), [
    ("type=exercise", ["e2"]), ("country=PL", ["e1"]), ("country=pl", ["e1"]), ("actor=BY", ["e3abcdef"]),
    ("situation=s1", ["e1", "e2"]), ("factuality=denied", ["e3abcdef"]), ("stage=planned", ["e2"]),
    ("since=2025-09-15", ["e1", "e2"]), ("until=2025-09-15", ["e1"]), ("bbox=23,52,24,53", ["e1"]),
    ("bbox=20,50,30,60", ["e1", "e2"]), ("origins=2", ["e2"]), ("origins=1", ["e1", "e2"]), ("grade=B3", ["e1"]),
    ("grade=b", ["e1"]), ("grade=3", ["e1"]), ("grade=A", []),
])
def test_a_filter_narrows_the_table_and_the_interface_alike(border, query, shown):
    table = border.get(f"/events?{query}").text
    events = border.get(f"/api/v1/events?{query}").json()["events"]
    assert [event["id"] for event in events] == shown
    assert [event for event in ("e1", "e2", "e3abcdef") if f'href="/events/{event}"' in table] == shown


def test_the_form_keeps_what_was_asked(border):
    answer = border.get("/events?type=exercise&since=2025-09-01&country=lt&text=a+%22b%22").text
    assert '<option value="exercise" selected>' in answer
    assert 'value="2025-09-01"' in answer
    assert 'value="LT"' in answer
    assert 'value="a &#34;b&#34;"' in answer


@pytest.mark.parametrize("query", WRONG)
def test_a_wrong_value_is_named_on_a_page(border, query):
    answer = border.get(f"/events?{query}")
    assert answer.status_code == 422
    assert f"<dt>{WRONG[query]}</dt>" in answer.text
    assert border.opened == 0, "what is wrong is found before the desk is opened"


@pytest.mark.parametrize("query", WRONG)
def test_a_wrong_value_is_named_to_a_program(border, query):
    answer = border.get(f"/api/v1/events?{query}")
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    # A blank value asks for nothing in a form; a program leaves it out.
    named = "address" if query.endswith("=") else WRONG[query]
    assert [error["field"] for error in answer.json()["errors"]] == [named]


def test_a_wrong_day_is_answered_with_the_right_form(border):
    assert "&#39;abc&#39; is not a day. Write it as YYYY-MM-DD" in border.get("/events?since=abc").text


def test_two_wrong_values_are_both_named(border):
    errors = border.get("/api/v1/events?since=abc&limit=-1").json()["errors"]
    assert {error["field"] for error in errors} == {"since", "limit"}


@pytest.fixture
def hundred(browse):
    events = [builders.event([builders.claim(f"r{number:03}", "strike")]) for number in range(120)]
    return browse(FakeView(all_events=tuple(events)))


def test_paging_meets_every_event_once(hundred):
    address, seen = "/api/v1/events?type=strike&limit=50", []
    while address:
        answer = hundred.get(address).json()
        seen += [event["id"] for event in answer["events"]]
        address = answer["next"]
    assert seen == [event.id for event in hundred.view.all_events]


def test_the_pages_of_the_table_keep_the_filter(hundred):
    answer = hundred.get("/events?type=strike&offset=50").text
    assert "51–100 of 120 events" in answer
    assert 'rel="prev" href="/events?type=strike"' in answer
    assert 'rel="next" href="/events?type=strike&amp;offset=100"' in answer


def test_the_last_page_has_no_next_and_one_behind_it_says_so(hundred):
    assert 'rel="next"' not in hundred.get("/events?offset=100").text
    beyond = hundred.get("/events?offset=5000").text
    assert "This page lies behind the last of 120 events" in beyond
    assert 'rel="prev" href="/events?offset=' in beyond


@pytest.mark.parametrize("kind", [EventQuery, ExportQuery])
def test_every_field_of_a_form_may_be_left_blank(kind):
    blank = dict.fromkeys(Selection.model_fields, "") | ({"limit": ""} if kind is ExportQuery else {})
    assert kind.model_validate(blank).selected() == {}
