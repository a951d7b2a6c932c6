"""Decisions through the interface: who may, what is recorded, two at once, the same request twice."""

from __future__ import annotations

import pytest

from vedette.errors import KeyReused, Outdated
from vedette.presentation.web.api import API_ROOT
from vedette.presentation.web.api.limits import MOST_BYTES
from vedette.store.accounts import Role


def ids(desk):
    return {event["type"]: event["id"] for event in desk.events()}


def version(desk, event):
    return desk.get(f"{API_ROOT}/events/{event}").headers["etag"].strip('"')


def different(desk, **more):
    """Two claims of the closed border, kept apart."""
    first, second = desk.get(f"{API_ROOT}/claims", params={"type": "border_closure"}).json()["claims"]
    return {"decision": "different", "left": first["id"], "right": second["id"], "why": "two nights", **more}


def test_a_judgement_is_recorded_under_the_name_of_whose_token_it_is_and_changes_the_events(desk):
    answer = desk.post(different(desk))
    told = answer.json()
    assert answer.status_code == 201
    assert (told["decision"], told["by"], told["why"]) == ("different", "analyst", "two nights")
    assert desk.get(answer.headers["location"]).json() == told
    assert len(desk.events(type="border_closure")) == 2
    undone = desk.post({"decision": "undo", "undoes": told["id"], "why": "one night after all"})
    assert undone.status_code == 201
    assert len(desk.events(type="border_closure")) == 1
    assert desk.get(answer.headers["location"]).json()["state"].startswith("undone by analyst")


def test_a_grade_and_a_letter_are_set(desk):
    border = ids(desk)["border_closure"]
    graded = desk.post({"decision": "override", "event": border, "grade": "A1", "why": "we were there"}).json()
    assert (graded["letter"], graded["digit"]) == ("A", 1)
    assert desk.get(f"{API_ROOT}/events/{border}").json()["grade"] == "A1"
    desk.post({"decision": "rate", "source": "Border Wire", "letter": "D", "why": "invents places"})
    assert [one["letter"] for one in desk.get(f"{API_ROOT}/outlets").json()["outlets"]] == ["D", None]


def test_a_field_of_a_claim_is_corrected(desk):
    claim = desk.get(f"{API_ROOT}/claims?type=exercise").json()["claims"][0]["id"]
    given = {"decision": "correct", "claim": claim, "field": "stage", "value": "under way", "why": "it has begun"}
    told = desk.post(given).json()
    assert (told["decision"], told["field"], told["value"]) == ("correct", "stage", "under_way")
    assert desk.get(f"{API_ROOT}/claims/{claim}").json()["stage"] == "planned"
    assert desk.post({**given, "value": "a guess"}).status_code == 400
    assert desk.post({**given, "claim": "c0"}).status_code == 404


def test_decisions_can_be_narrowed_and_paged(desk):
    border = ids(desk)["border_closure"]
    desk.post({"decision": "rate", "source": "Border Wire", "letter": "D", "why": "x"}, role=Role.ADMIN)
    desk.post({"decision": "override", "event": border, "grade": "5", "why": "x"})
    desk.post({"decision": "rate", "source": "Example Post", "letter": "B", "why": "x"})

    def verbs(query):
        return [one["decision"] for one in desk.get(f"{API_ROOT}/decisions?{query}").json()["decisions"]]

    assert verbs("") == ["rate", "override", "rate"]
    assert verbs("decision=rate&by=admin") == ["rate"] and verbs(f"event={border}") == ["override"]
    first = desk.get(f"{API_ROOT}/decisions?limit=1&decision=rate").json()
    desk.post({"decision": "rate", "source": "Example Post", "letter": "C", "why": "x"})
    rest = desk.get(first["next"].replace("limit=1", "limit=9")).json()
    assert [one["letter"] for one in rest["decisions"]] == ["B", "C"]
    assert (first["total"], rest["total"]) == (2, 3), "the whole list, wherever in it one stands"


@pytest.mark.parametrize(("role", "status"), [(Role.READER, 403), (Role.ANALYST, 201), (Role.ADMIN, 201)])
def test_deciding_takes_the_role_of_an_analyst(desk, role, status):
    answer = desk.post({"decision": "rate", "source": "Example Post", "letter": "B", "why": "x"}, role=role)
    assert answer.status_code == status
    assert (len(desk.store.decisions()) == 1) is (status == 201)


def test_a_page_elsewhere_cannot_decide_in_somebodys_name(desk):
    given = {"decision": "rate", "source": "Example Post", "letter": "B", "why": "x"}
    answer = desk.ask("POST", f"{API_ROOT}/decisions", json=given, headers={"Origin": "https://evil.example"})
    assert (answer.status_code, answer.headers["content-type"]) == (403, "application/problem+json")
    assert desk.store.decisions() == ()


def test_what_was_decided_on_what_is_no_longer_so_is_refused(desk):
    border = ids(desk)["border_closure"]
    seen = version(desk, border)
    given = {"decision": "override", "event": border, "grade": "A", "why": "x", "versions": {border: seen}}
    assert desk.post({**given, "grade": "B"}).status_code == 201
    late = desk.post(given)
    assert (late.status_code, late.json()["type"]) == (409, Outdated.problem)
    assert len(desk.store.decisions()) == 1
    assert desk.post({**given, "versions": {border: version(desk, border)}}).status_code == 201
    gone = desk.post({**given, "versions": {"e0": "x"}})
    assert gone.status_code == 409


def test_the_same_request_twice_decides_once(desk):
    given = {"decision": "rate", "source": "Example Post", "letter": "B", "why": "x"}
    first, again = (desk.post(given, Idempotency_Key="k-1") for _ in range(2))
    assert (first.status_code, again.status_code) == (201, 201)
    assert first.json() == again.json() and first.headers["location"] == again.headers["location"]
    assert len(desk.store.decisions()) == 1
    other = desk.post({**given, "letter": "C"}, Idempotency_Key="k-1")
    assert (other.status_code, other.json()["type"]) == (422, KeyReused.problem)
    assert desk.post(given, role=Role.ADMIN, Idempotency_Key="k-1").json()["by"] == "admin"
    assert len(desk.store.decisions()) == 2


def test_what_contradicts_the_log_or_is_not_there_is_refused(desk):
    apart = different(desk)
    desk.post(apart)
    assert desk.post({**apart, "decision": "same"}).status_code == 409
    assert desk.post({**apart, "left": apart["right"]}).status_code == 400
    assert desk.post({**apart, "left": "nothing"}).status_code == 404
    assert desk.post({"decision": "undo", "undoes": "j0", "why": "x"}).status_code == 404
    assert len(desk.store.decisions()) == 1


@pytest.mark.parametrize("wrong", [
    {}, {"decision": "guess"}, {"why": ""}, {"why": "   "}, {"left": 5}, {"extra": 1}, {"why": "x" * 2001},
    {"why": "a\x00b"}, {"left": "a b"}, {"versions": {"e1": 1}}, {"versions": dict.fromkeys(map(str, range(11)), "x")},
])
def test_a_body_that_cannot_be_understood_is_a_problem(desk, wrong):
    given = {**different(desk), **wrong} if wrong else {}
    answer = desk.post(given)
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")
    assert answer.json()["errors"]


@pytest.mark.parametrize("body", [b"{", b"[]", b"\xff", b"null", b""])
def test_a_body_that_is_no_json_is_a_problem(desk, body):
    headers = {"Authorization": f"Bearer {desk.tokens[Role.ANALYST]}", "Content-Type": "application/json"}
    answer = desk.ask("POST", f"{API_ROOT}/decisions", content=body, headers=headers)
    assert answer.status_code in (400, 422) and answer.headers["content-type"] == "application/problem+json"


def test_a_body_that_is_too_large_is_refused_whether_it_says_so_or_not(desk):
    async def pieces():
        for _ in range(MOST_BYTES // 1024 + 1):
            yield b"x" * 1024

    headers = {"Authorization": f"Bearer {desk.tokens[Role.ANALYST]}", "Content-Type": "application/json"}
    for content in (b"x" * (MOST_BYTES + 1), pieces()):
        answer = desk.ask("POST", f"{API_ROOT}/decisions", content=content, headers=headers)
        assert (answer.status_code, answer.json()["status"]) == (413, 413)


def test_a_desk_that_is_only_read_says_so(desk):
    desk.app.state.open_desk = None
    answer = desk.post({"decision": "rate", "source": "Example Post", "letter": "B", "why": "x"})
    assert answer.status_code == 403 and "only read" in answer.json()["detail"]
