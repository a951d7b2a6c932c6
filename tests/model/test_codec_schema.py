"""The published schemas say what the program prints: no key more, no key less, no other words."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator
from strategies import claims, events, reports, situations

import builders as build
from vedette.model import (
    ActorRole,
    Claim,
    Event,
    EventType,
    EvidenceKind,
    Factuality,
    FieldSource,
    LinkKind,
    PlaceKind,
    PlaceRole,
    Precision,
    Report,
    Section,
    Situation,
    SituationKind,
    Stage,
)
from vedette.model.codec import SCHEMA, claim_to_json, event_to_json
from vedette.model.situation_codec import situation_to_json

FOLDER = Path(__file__).parents[2] / "docs" / "schema"


def schema(name: str) -> dict[str, Any]:
    return json.loads((FOLDER / f"{name}.schema.json").read_text(encoding="utf-8"))


def closed(form: Any) -> Any:
    """The same schema, but strict: a key that it does not describe is an error."""
    if isinstance(form, list):
        return [closed(item) for item in form]
    if not isinstance(form, dict):
        return form
    inner = {key: closed(value) for key, value in form.items()}
    return {**inner, "additionalProperties": False} if form.get("type") == "object" else inner


CLAIM = Draft202012Validator(closed(schema("claim")))
EVENT = Draft202012Validator(closed(schema("event")))
SITUATION = Draft202012Validator(closed(schema("situation")))


def words_at(form: dict[str, Any], *path: str) -> list[str]:
    for key in path:
        form = form[key]
    return form["enum"]


@pytest.mark.parametrize("name", ["claim", "event", "situation"])
def test_the_schema_is_one_of_draft_2020_12_and_of_this_version(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))
    assert schema(name)["properties"]["schema"] == {"description": "The version of this form.", "const": SCHEMA}


@given(claim=claims, report=reports)
def test_every_claim_fits_and_every_key_is_described(claim: Claim, report: Report) -> None:
    assert list(CLAIM.iter_errors(claim_to_json(claim, report))) == []


@given(event=events)
def test_every_event_fits_and_every_key_is_described(event: Event) -> None:
    assert list(EVENT.iter_errors(event_to_json(event))) == []


@given(situation=situations)
def test_every_situation_fits_and_every_key_is_described(situation: Situation) -> None:
    assert list(SITUATION.iter_errors(situation_to_json(situation))) == []
    assert list(SITUATION.iter_errors({**situation_to_json(situation), "kind": "picnic"}))


def test_the_kinds_of_the_schema_are_those_of_the_model() -> None:
    assert words_at(schema("situation"), "properties", "kind") == [str(word) for word in SituationKind]


def test_the_schemas_share_their_definitions() -> None:
    common = schema("claim")["$defs"]
    assert schema("event")["$defs"] == common
    assert {name: common[name] for name in schema("situation")["$defs"]} == schema("situation")["$defs"]


@pytest.mark.parametrize(("path", "kind"), [
    (("$defs", "type"), EventType), (("$defs", "stage"), Stage), (("$defs", "factuality"), Factuality),
    (("$defs", "link_kind"), LinkKind), (("$defs", "period", "properties", "precision"), Precision),
    (("$defs", "place", "properties", "role"), PlaceRole), (("$defs", "place", "properties", "precision"), PlaceKind),
    (("$defs", "actor", "properties", "role"), ActorRole), (("properties", "evidence"), EvidenceKind),
    (("properties", "section"), Section), (("properties", "report", "properties", "published_from"), FieldSource),
])
def test_the_words_of_the_schema_are_those_of_the_model(path: tuple[str, ...], kind: Any) -> None:
    assert words_at(schema("claim"), *path) == [str(word) for word in kind]


@pytest.mark.parametrize(("key", "value"), [
    ("schema", 2), ("id", "x1"), ("type", "picnic"), ("period", {}), ("places", None),
    ("sentence", {"start": -1, "end": 0}),
])
def test_a_claim_that_breaks_the_form_is_refused(key: str, value: Any) -> None:
    told = build.report()
    line = {**claim_to_json(build.claim(told), told), key: value}
    assert list(CLAIM.iter_errors(line))


@pytest.mark.parametrize("key", list(event_to_json(build.event([build.claim("r1")]))))
def test_an_event_without_one_of_its_keys_is_refused(key: str) -> None:
    line = event_to_json(build.event([build.claim("r1")]))
    del line[key]
    assert list(EVENT.iter_errors(line))
