"""What a program gets: lists by the part, one thing, tags, problems."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from api_desk import CLOSURES
from fake_view import FakeView

import builders
from vedette.model import ReadReport
from vedette.model.codec import claim_from_json, claim_to_json, event_from_json, event_to_json
from vedette.presentation.selecting import cursor_of
from vedette.presentation.web.api import API, API_ROOT
from vedette.store.accounts import Role

LISTS = [one.path.format(scenario="build-up") for one in API if one.answer.endswith("List")]


def whole(desk, address, noun):
    """Follow a list to its end."""
    found = []
    while address:
        answer = desk.get(address).json()
        found += answer[noun]
        address = answer["next"]
    return found


@pytest.mark.parametrize("limit", [1, 2, 3, 500])
@pytest.mark.parametrize(("path", "noun", "many"), [
    ("/events?", "events", 4), ("/reports?", "reports", 3), ("/claims?", "claims", 6), ("/outlets?", "outlets", 2),
    ("/event-types?", "event_types", 34), ("/exports?", "exports", 9), ("/situations?", "situations", 1),
])
def test_the_parts_of_a_list_make_the_list(read_desk, path, noun, many, limit):
    found = whole(read_desk, f"{API_ROOT}{path}limit={limit}", noun)
    assert found == read_desk.get(f"{API_ROOT}{path}limit=500").json()[noun]
    assert len(found) == many and len({str(one) for one in found}) == many


def test_a_list_says_where_it_goes_on_in_the_answer_and_in_the_header(read_desk):
    answer = read_desk.get(f"{API_ROOT}/claims?limit=2&outlet=Border Wire")
    told = answer.json()
    assert (told["schema"], told["total"], told["limit"]) == (1, 3, 2)
    links = {link["rel"]: link["url"] for link in answer.links.values()}
    assert links == {"first": "/api/v1/claims?limit=2&outlet=Border+Wire", "next": told["next"]}
    last = read_desk.get(told["next"])
    assert last.json()["next"] is None and list(last.links) == ["first"]


def test_what_comes_later_follows_the_cursor_of_the_end(desk):
    end = desk.get(f"{API_ROOT}/reports").json()["cursor"]
    assert desk.get(f"{API_ROOT}/reports?cursor={end}").json()["reports"] == []
    late = builders.report("A late report.", ref="late")
    desk.store.add([ReadReport(report=late, claims=())])
    answer = desk.get(f"{API_ROOT}/reports?cursor={end}").json()
    assert [report["ref"] for report in answer["reports"]] == ["late"]
    assert answer["cursor"] != end


def test_the_events_of_a_list_are_counted_once_as_long_as_the_desk_shows_the_same(desk, monkeypatch):
    counted, really = [], desk.store.count_events
    monkeypatch.setattr(desk.store, "count_events", lambda every: counted.append(every) or really(every))
    assert len(whole(desk, f"{API_ROOT}/events?limit=1&country=PL", "events")) == 1
    assert len(whole(desk, f"{API_ROOT}/events?limit=1", "events")) == 4
    assert [every.country for every in counted] == ["PL", None]
    assert desk.get(f"{API_ROOT}/events?limit=2").json()["total"] == 4
    assert len(counted) == 2
    desk.store.add([ReadReport(report=builders.report("A late report.", ref="late"), claims=())])
    assert desk.get(f"{API_ROOT}/events?limit=2").json()["total"] == 4
    assert len(counted) == 3


def test_filters_are_those_of_the_pages(read_desk):
    assert [event["type"] for event in read_desk.events(country="BY", stage="planned")] == ["exercise"]
    assert [event["factuality"] for event in read_desk.events(factuality="denied")] == ["denied"]
    assert read_desk.events(since="2025-09-12", until="2025-09-15") == []


def test_the_address_that_the_events_page_gives_is_answered(read_desk):
    page = read_desk.get("/events?country=BY&grade=F6&limit=1&offset=1&text=border").text
    address = re.search(r'href="(/api/v1/events[^"]*)"', page)[1].replace("&amp;", "&")
    assert "country=BY" in address and read_desk.get(address).status_code == 200


def test_an_event_comes_in_its_public_form_with_its_sentences(read_desk):
    listed = read_desk.events(type="border_closure")[0]
    event = read_desk.get(f"{API_ROOT}/events/{listed['id']}").json()
    assert event_from_json(event) == read_desk.store.event(listed["id"])
    assert listed == event_to_json(read_desk.store.event(listed["id"]))
    assert event["summary"].startswith("Poland closed the Poland-Belarus border")
    assert {said["sentence"] for said in event["evidence"]} == {
        "Poland shut the border with Belarus.", "Warsaw shut the border, the agency reports.",
    }
    assert all(said["chain"][-1] == "State Agency" for said in event["evidence"])


def test_a_claim_comes_as_the_command_line_prints_it(read_desk):
    claim = next(iter(read_desk.store.claims()))
    line = read_desk.get(f"{API_ROOT}/claims/{claim.id}").json()
    assert line == {**claim_to_json(claim, read_desk.store.report(claim.report)), "corrections": []}
    assert claim_from_json(line) == claim


def test_a_report_comes_with_its_text_and_its_claims(read_desk):
    for listed in read_desk.get(f"{API_ROOT}/reports").json()["reports"]:
        report = read_desk.get(f"{API_ROOT}/reports/{listed['id']}").json()
        assert report["claims"] and report["first_seen"]
        for claim in report["claims"]:
            trigger = claim["trigger"]
            assert report["text"][trigger["start"] : trigger["end"]] == trigger["text"]


def test_a_search_gives_the_words_around_the_match_and_the_events(read_desk):
    hits = read_desk.get(f"{API_ROOT}/search", params={"q": '"shut the border"'}).json()["hits"]
    assert {hit["report"]["ref"] for hit in hits} == {"post", "wire"}
    assert all("\x02" in hit["snippet"] and hit["events"] for hit in hits)


def test_outlets_say_how_much_of_each_there_is(read_desk):
    wire, post = read_desk.get(f"{API_ROOT}/outlets").json()["outlets"]
    assert (wire["name"], wire["reports"], wire["first"], wire["letter"]) == ("Border Wire", 1, "2025-09-13", None)
    assert post["name"] == "Example Post"


def test_an_export_is_what_the_page_gives(read_desk):
    forms = read_desk.get(f"{API_ROOT}/exports").json()["exports"]
    for form in forms:
        answer = read_desk.get(form["address"], params={"type": "border_closure"})
        assert answer.status_code == 200 and answer.headers["content-type"] == form["media_type"]
    assert len(read_desk.get(f"{API_ROOT}/exports/jsonl?limit=2").text.splitlines()) == 2


@pytest.mark.parametrize("path", LISTS)
def test_a_list_that_has_not_changed_is_not_sent_again(desk, path):
    address = API_ROOT + path + ("?q=border" if path == "/search" else "")
    tag = desk.get(address).headers["etag"]
    for known in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        again = desk.get(address, headers={"If-None-Match": known})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    desk.post({"decision": "rate", "source": "Example Post", "letter": "B", "why": "known for years"})
    assert desk.get(address, headers={"If-None-Match": tag}).status_code == 200


def test_the_tag_of_one_thing_stays_while_others_change(desk):
    one, other = (event["id"] for event in desk.events()[:2])
    tags = {event: desk.get(f"{API_ROOT}/events/{event}").headers["etag"] for event in (one, other)}
    desk.post({"decision": "override", "event": one, "grade": "A1", "why": "we were there"})
    statuses = {
        event: desk.get(f"{API_ROOT}/events/{event}", headers={"If-None-Match": tag}).status_code
        for event, tag in tags.items()
    }
    assert statuses == {one: 200, other: 304}


@pytest.mark.parametrize("path", [one.path for one in API if one.method == "GET" and "{" not in one.path])
def test_head_is_get_without_the_content(read_desk, path):
    address = API_ROOT + path + ("?q=border" if path == "/search" else "")
    got, head = read_desk.get(address), read_desk.ask("HEAD", address)
    assert (head.status_code, head.content, head.headers["etag"]) == (200, b"", got.headers["etag"])


@pytest.mark.parametrize(("path", "kind"), [
    ("events", "event"), ("reports", "report"), ("claims", "claim"), ("situations", "situation"),
    ("decisions", "decision"),
])
def test_an_unknown_id_is_a_problem_that_names_it(read_desk, path, kind):
    answer = read_desk.get(f"{API_ROOT}/{path}/missing")
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json() == {
        "type": "about:blank", "title": "Not Found", "status": 404, "instance": f"{API_ROOT}/{path}/missing",
        "detail": f"No {kind} 'missing' on this desk.",
    }


@pytest.mark.parametrize(("address", "status", "field"), [
    ("/events?countri=PL", 422, "countri"), ("/events?limit=501", 422, "limit"), ("/events?since=soon", 422, "since"),
    ("/events?offset=5", 422, "offset"), ("/search", 422, "q"), ("/decisions?decision=guess", 422, "decision"),
    ("/nothing", 404, None), ("/event-types/picnic", 404, None), ("/exports/exe", 404, None), ("", 404, None),
    ("/events/a%2Fb", 404, None), ("/decisions?event=missing", 404, None),
])
def test_what_cannot_be_answered_is_a_problem(read_desk, address, status, field):
    answer = read_desk.get(API_ROOT + address)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    problem = answer.json()
    assert problem["status"] == status and problem["detail"]
    assert [error["field"] for error in problem.get("errors", [])] == ([field] if field else [])


@pytest.mark.parametrize("cursor", [
    "x", "W10", "WzFd", "WyJhIl0", "W251bGwsbnVsbCwxXQ", "bm9uZQ", "é", "W1tdXQ", "=" * 9, "W05hTiwiYSJd",
    "Wzk5OTk5OTk5OTk5OTk5OTk5OTk5OTldCg",
])
@pytest.mark.parametrize("path", ["/events", "/claims", "/situations", "/search?q=border"])
def test_a_cursor_of_another_list_is_refused(read_desk, path, cursor):
    answer = read_desk.get(API_ROOT + path, params={"cursor": cursor} | ({"q": "border"} if "?" in path else {}))
    assert answer.status_code == 422 and "cursor" in answer.json()["detail"]


@pytest.mark.parametrize(("method", "path", "allowed"), [
    ("DELETE", "/decisions", "GET, HEAD, POST"), ("POST", "/events", "GET, HEAD"), ("PUT", "/events/e1", "GET, HEAD"),
])
def test_what_is_not_answered_says_what_is(read_desk, method, path, allowed):
    token = read_desk.tokens[Role.READER]
    answer = read_desk.ask(method, API_ROOT + path, headers={"Authorization": f"Bearer {token}"})
    assert (answer.status_code, answer.headers["allow"]) == (405, allowed)
    assert answer.headers["content-type"] == "application/problem+json"


def test_another_name_of_the_machine_is_a_problem_too(read_desk):
    answer = read_desk.get(f"{API_ROOT}/events", headers={"Host": "desk.example"})
    assert (answer.status_code, answer.json()["status"]) == (421, 421)


def test_a_desk_that_fails_tells_the_program_no_more_than_that(browse):
    answer = browse(FakeView(), RuntimeError("a secret of the machine")).get(f"{API_ROOT}/events")
    assert (answer.status_code, answer.json()["title"]) == (500, "Internal Server Error")
    assert "secret" not in answer.text


def test_half_a_character_breaks_no_answer(desk):
    told = builders.report("Poland \ud83d closed its border. Захад-2025.", outlet="Example \udc00 Post")
    desk.store.add([ReadReport(report=told, claims=())])
    answer = desk.get(f"{API_ROOT}/reports/{told.id}")
    assert answer.json()["text"] == "Poland ? closed its border. Захад-2025."
    assert "Захад-2025" in answer.content.decode()


def test_a_warning_says_how_a_scenario_stands_and_by_which_rules(read_desk):
    (listed,) = read_desk.get(f"{API_ROOT}/warnings").json()["warnings"]
    one = read_desk.get(f"{API_ROOT}/warnings/build-up").json()
    assert one == {**listed, "rules": one["rules"]}
    assert (listed["scenario"], listed["day"], listed["question"]) == ("build-up", "2025-09-13", "Is it?")
    assert [rule["id"] for rule in one["rules"]["indicators"]] == [found["indicator"] for found in one["measures"]]
    assert "file" not in one["rules"], "where files lie on this machine is nobody's business"


def test_a_warning_is_given_as_it_stood(read_desk):
    before = read_desk.get(f"{API_ROOT}/warnings/build-up?day=2025-09-05").json()
    assert before["day"] == "2025-09-01"
    assert read_desk.get(f"{API_ROOT}/warnings?day=2020-01-01").json()["warnings"] == []
    for address in ("/warnings/build-up?day=2020-01-01", "/warnings/none", "/warnings/none/history"):
        assert read_desk.get(API_ROOT + address).status_code == 404


def test_the_history_of_a_warning_comes_newest_first_and_in_parts(read_desk):
    address = f"{API_ROOT}/warnings/build-up/history"
    assert [one["day"] for one in whole(read_desk, f"{address}?limit=1", "warnings")] == ["2025-09-13", "2025-09-01"]
    days = [one["day"] for one in read_desk.get(f"{address}?until=2025-09-05").json()["warnings"]]
    assert days == ["2025-09-01"]
    assert read_desk.get(f"{address}?since=2025-09-02").json()["total"] == 1


def follow(desk, *ids):
    """Let a desk follow these scenarios and no other."""
    desk.desk.assess([replace(CLOSURES, id=one) for one in ids], today="2025-09-14")


@pytest.mark.parametrize("limit", [1, 2, 3, 500])
def test_the_parts_of_the_warnings_make_the_list(desk, limit):
    follow(desk, "b-two", "a-one", "d-four", "c-three")
    found = whole(desk, f"{API_ROOT}/warnings?limit={limit}", "warnings")
    assert [one["scenario"] for one in found] == ["a-one", "b-two", "c-three", "d-four"]


@pytest.mark.parametrize(("then", "rest"), [
    (("a-one", "a-zero", "b-two", "c-three"), ["c-three"]), (("c-three",), ["c-three"]), (("a-one",), []),
    (("a-one", "b-two", "b-two-and-a-half", "c-three"), ["b-two-and-a-half", "c-three"]),
])
def test_warnings_go_on_where_they_ended_though_scenarios_come_and_go(desk, then, rest):
    follow(desk, "a-one", "b-two", "c-three")
    first = desk.get(f"{API_ROOT}/warnings?limit=2").json()
    assert [one["scenario"] for one in first["warnings"]] == ["a-one", "b-two"]
    follow(desk, *then)
    second = desk.get(first["next"]).json()
    assert [one["scenario"] for one in second["warnings"]] == rest
    assert (second["total"], second["next"]) == (len(then), None)


def test_a_number_is_no_place_among_warnings(read_desk):
    assert read_desk.get(f"{API_ROOT}/warnings", params={"cursor": cursor_of((1,))}).status_code == 422
