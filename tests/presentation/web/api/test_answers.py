"""What a program gets."""

from __future__ import annotations

import pytest
from fake_view import FakeView, border_desk

import builders
from vedette.model import Judgement, Override, Rating, Undo, Verdict
from vedette.model.codec import claim_from_json, claim_to_json, event_from_json


def test_an_event_comes_in_its_public_form(border):
    assert event_from_json(border.get("/api/v1/events/e2").json()) == border.view.event("e2")


def test_a_list_says_how_much_there_is(border):
    answer = border.get("/api/v1/events?limit=2").json()
    assert (answer["schema"], answer["total"], answer["limit"], answer["offset"]) == (1, 3, 2, 0)
    assert (answer["previous"], answer["next"]) == (None, "/api/v1/events?limit=2&offset=2")


def test_a_claim_comes_as_the_command_line_prints_it(border):
    claim = next(iter(border.view.claims(["c1"])))
    line = border.get("/api/v1/claims/c1").json()
    assert line == claim_to_json(claim, border.view.report(claim.report))
    assert claim_from_json(line) == claim


def test_a_report_comes_with_its_text_and_its_claims(border):
    told = border.view.all_reports[0]
    answer = border.get(f"/api/v1/reports/{told.id}").json()
    assert answer["text"] == told.text
    for claim in answer["claims"]:
        trigger = claim["trigger"]
        assert told.text[trigger["start"] : trigger["end"]] == trigger["text"]
    assert [claim["id"] for claim in answer["claims"]] == ["c1", "c5"]


def test_a_situation_names_its_events(border):
    listed = border.get("/api/v1/situations").json()["situations"]
    assert listed == [border.get("/api/v1/situations/s1").json()]
    assert listed[0]["events"] == ["e1", "e2"]


@pytest.fixture
def judged(browse):
    view = border_desk()
    one, other = (claim.anchor for claim in view.all_claims[:2])
    same = Judgement.of(one, other, Verdict.SAME, by="Ann", at="2025-09-13", why="one night")
    grade = Override.of([one], letter="B", by="Ben", at="2025-09-14", why="we were there")
    rated = Rating.of("Example Post", "C", by="Ann", at="2025-09-15")
    view.all_decisions = (same, grade, rated, Undo.of(same.id, by="Ben", at="2025-09-16", why="two nights"))
    return browse(view)


def test_decisions_come_with_who_when_what_why_and_whether_they_hold(judged):
    same, grade, rated, undo = judged.get("/api/v1/decisions").json()["decisions"]
    assert (same["decision"], same["by"], same["at"], same["why"]) == ("same", "Ann", "2025-09-13", "one night")
    assert (len(same["left"]), len(same["right"]), same["events"]) == (1, 1, ["e1"])
    assert same["state"] == "undone by Ben on 2025-09-16" and undo["undoes"] == same["id"]
    assert (grade["letter"], grade["digit"], grade["state"]) == ("B", None, "")
    assert (rated["source"], rated["letter"]) == ("Example Post", "C")
    assert judged.get(f"/api/v1/decisions/{rated['id']}").json() == rated


@pytest.mark.parametrize(("query", "verbs"), [
    ("event=e1", ["same", "override", "undo"]), ("decision=rate", ["rate"]), ("by=Ben", ["override", "undo"]),
    ("decision=undo&by=Ann", []), ("decision=", ["same", "override", "rate", "undo"]),
])
def test_decisions_can_be_filtered(judged, query, verbs):
    assert [one["decision"] for one in judged.get(f"/api/v1/decisions?{query}").json()["decisions"]] == verbs


def test_decisions_are_paged_like_everything_else(judged):
    answer = judged.get("/api/v1/decisions?limit=2&offset=1&by=Ben").json()
    assert (answer["schema"], answer["total"], answer["limit"], answer["offset"]) == (1, 2, 2, 1)
    assert [one["decision"] for one in answer["decisions"]] == ["undo"]
    assert (answer["previous"], answer["next"]) == ("/api/v1/decisions?limit=2&by=Ben", None)


@pytest.mark.parametrize("query", ["decision=guess", "limit=0", "event=missing"])
def test_a_wrong_question_about_decisions_is_told(judged, query):
    assert judged.get(f"/api/v1/decisions?{query}").status_code in (404, 422)


def test_letters_of_any_language_stay_letters(browse):
    told = builders.report("Захад-2025: вучэнні.", outlet="Прыклад")
    answer = browse(FakeView(all_reports=(told,))).get(f"/api/v1/reports/{told.id}")
    assert "Захад-2025" in answer.content.decode()


def test_half_a_character_breaks_neither_page_nor_answer(browse):
    told = builders.report("Poland \ud83d closed its border.", outlet="Example \udc00 Post")
    browser = browse(FakeView(all_reports=(told,)))
    assert browser.get(f"/api/v1/reports/{told.id}").json()["text"] == "Poland ? closed its border."
    assert "Poland ? closed" in browser.get(f"/reports/{told.id}").text


@pytest.mark.parametrize("noun", ["events", "reports", "claims", "situations", "decisions"])
def test_an_unknown_id_is_a_problem_that_names_it(border, noun):
    answer = border.get(f"/api/v1/{noun}/missing")
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json() == {
        "type": "about:blank", "title": "Not Found", "status": 404, "instance": f"/api/v1/{noun}/missing",
        "detail": f"No {noun.removesuffix('s')} 'missing' on this desk.",
    }


def test_the_interface_describes_itself(border):
    paths = border.get("/api/v1/openapi.json").json()["paths"]
    assert "/api/v1/events" in paths
    assert {parameter["name"] for parameter in paths["/api/v1/events"]["get"]["parameters"]} >= {"since", "limit"}
    assert not [path for path in paths if not path.startswith("/api/v1/")]
