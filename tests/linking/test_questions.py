"""What linking leaves to people: which pairs are asked about, which events, and in which order."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from vedette.linking import relink
from vedette.linking.decided.at_hand import AtHand
from vedette.model import CorrectedField, Correction, Finding, Override, Period, Undo
from vedette.model.held import NothingHeld
from vedette.model.question import Question, QuestionKind

COUNTRY = {"where": ["Lithuania"]}


def asked(newsroom: Any, *decisions: Any, kind: QuestionKind = QuestionKind.PAIR) -> list[Question]:
    relinked = relink(newsroom.claims, reports=newsroom.reports, knowledge=newsroom.knowledge, held=NothingHeld(),
                      decided=AtHand(decisions))
    found = [one for one in relinked.questions if one.kind is kind]
    return sorted(found, key=lambda one: (one.place, one.id))


def near_pair(newsroom: Any) -> tuple[Any, Any]:
    """Drones on a day in a country, told by two: the one names no day."""
    first = newsroom.claim("drone_incident", **COUNTRY, when="2025-09-12", text="A drone fell in a field.")
    return first, newsroom.claim("drone_incident", **COUNTRY, text="Villagers heard an engine at night.")


def test_two_that_come_near_are_asked_about_with_what_was_compared(newsroom: Any) -> None:
    first, second = near_pair(newsroom)

    [question] = asked(newsroom)

    assert set(question.claims) == {first.id, second.id}
    assert {"type", "when", "where"} <= {one.name for one in question.reasons}
    assert 300 - question.place == sum(one.value for one in question.reasons)


def test_what_differs_by_score_is_not_asked_about(newsroom: Any) -> None:
    newsroom.claim("drone_incident", where=["Kaunas"], when="2025-09-12")
    newsroom.claim("drone_incident", where=["Vilnius"], when="2025-09-12")
    newsroom.claim("border_closure", where=["PL-BY"], when="2025-09-12")

    assert asked(newsroom) == []


def test_what_a_person_judged_is_not_asked_again_until_it_is_taken_back(newsroom: Any) -> None:
    pair = near_pair(newsroom)
    before = asked(newsroom)

    for verdict in ("different", "unsure", "same"):
        assert asked(newsroom, newsroom.judge(*pair, verdict)) == []
    given = newsroom.judge(*pair, "unsure")
    taken_back = Undo.of(given.id, by="Ann", at="2025-09-30")
    assert asked(newsroom, replace(given, undone=taken_back.at), taken_back) == before
    assert len(before) == 1


def test_copies_are_asked_about_once(newsroom: Any) -> None:
    near_pair(newsroom)
    for outlet in ("Beta", "Gamma"):
        report = newsroom.report("Villagers heard an engine at night.", outlet=outlet)
        newsroom.claim("drone_incident", **COUNTRY, report=report)

    assert len(asked(newsroom)) == 1


def test_one_origin_a_doubtful_date_and_a_conflict_are_asked_about_in_this_order(newsroom: Any) -> None:
    newsroom.claim("strike", where=["Lublin"], when="2025-03-01", published="2025-03-01")
    doubtful = Period(start="2025-05-02", text="Monday, 2 May", doubt="that was a Friday")
    newsroom.claim("strike", where=["Kaunas"], when=doubtful, published="2025-05-03")
    for outlet, factuality in (("Alpha", "asserted"), ("Beta", "denied")):
        newsroom.claim(
            "shootdown", by=["PL"], where=["Gdynia"], when="2025-09-12", outlet=outlet, factuality=factuality
        )

    questions = asked(newsroom, kind=QuestionKind.CLAIM)

    assert [one.reasons[0].name for one in questions] == ["conflict", "doubt", "origins"]
    assert len(questions[0].claims) == 2


def test_an_event_that_somebody_looked_at_is_not_asked_about(newsroom: Any) -> None:
    claim = newsroom.claim("strike", where=["Lublin"], when="2025-09-12")
    signed = {"by": "Ann", "at": "2025-09-20"}

    assert len(asked(newsroom, kind=QuestionKind.CLAIM)) == 1
    for given in (
        Correction.of(claim.anchor, CorrectedField.CLAIM, Finding.CONFIRMED, **signed),
        Correction.of(claim.anchor, CorrectedField.PERIOD, None, **signed),
        Override.of([claim.anchor], letter="B", digit=2, **signed),
    ):
        assert asked(newsroom, given, kind=QuestionKind.CLAIM) == []
