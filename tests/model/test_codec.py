"""What `vedette read` and `vedette events` print can be read back without loss."""

import dataclasses
import json

import pytest
from hypothesis import given
from strategies import claims, events, reports, situations

import builders as build
from vedette.model import Claim, Event, Report, Situation
from vedette.model.codec import claim_from_json, claim_to_json, event_from_json, event_to_json, name_claim
from vedette.model.situation_codec import situation_from_json, situation_to_json


def through_json(form):
    return json.loads(json.dumps(form, ensure_ascii=False))


@given(claim=claims, report=reports)
def test_a_claim_comes_back_from_its_line(claim: Claim, report: Report) -> None:
    claim = dataclasses.replace(claim, report=report.id)
    assert claim_from_json(through_json(claim_to_json(claim, report))) == claim


@given(event=events)
def test_an_event_comes_back_from_its_line(event: Event) -> None:
    assert event_from_json(through_json(event_to_json(event))) == event


@given(situation=situations)
def test_a_situation_comes_back_from_its_line(situation: Situation) -> None:
    assert situation_from_json(through_json(situation_to_json(situation))) == situation


def test_a_line_quotes_the_words_that_express_the_event() -> None:
    told = build.report("Наприкінці Poland closed its border.")
    line = claim_to_json(build.claim(told, words="closed its border"), told)
    assert line["trigger"] == {"text": "closed its border", "start": 18, "end": 35}


def test_a_line_holds_no_text_of_the_report_but_the_words() -> None:
    told = build.report()
    assert "text" not in claim_to_json(build.claim(told), told)["report"]


def test_whole_numbers_have_no_fraction() -> None:
    told = build.report()
    line = claim_to_json(build.claim(told, quantities=[build.quantity(13000.0), build.quantity(2.5, "km")]), told)
    assert [str(item["value"]) for item in line["quantities"]] == ["13000", "2.5"]


@pytest.mark.parametrize("change", [
    {"stage": "planned"}, {"factuality": "denied"}, {"evidence": "imagery"}, {"section": "background"},
    {"type": "border_reopening"}, {"start": 3}, {"sentence": (0, 40)}, {"period": "2025-09-11"},
    {"places": [build.place("Brest", countries=["BY"])]}, {"actors": [build.actor("Poland", "PL")]},
    {"equipment": [build.equipment("Gerbera")]}, {"quantities": [build.quantity(2, "drones")]},
    {"names": ["Zapad 2025"]}, {"attribution": [build.link("BelTA", "agency")]}, {"source": "r2"},
])
def test_whatever_differs_in_content_has_another_id(change) -> None:
    assert build.claim(**{"source": "r1", **change}).id != build.claim("r1").id


def test_equal_content_has_one_id_whatever_id_it_had() -> None:
    made = build.claim("r1")
    assert name_claim(dataclasses.replace(made, id="c-other")) == made.id


@pytest.mark.parametrize(("key", "value"), [("type", "picnic"), ("stage", "soon"), ("factuality", "true")])
def test_a_word_that_the_form_does_not_know_is_refused(key: str, value: str) -> None:
    told = build.report()
    line = {**claim_to_json(build.claim(told), told), key: value}
    with pytest.raises(ValueError, match=value):
        claim_from_json(line)
