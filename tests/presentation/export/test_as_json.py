"""Lines of JSON that are read back, and features on a map that are where somebody said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from export_desk import CLOSED, DENIED, EVIL, POSSIBLE, id_of, told, view_of, whole, written
from jsonschema import Draft202012Validator

from vedette.model.codec import event_from_json

SCHEMA = json.loads(
    (Path(__file__).parents[3] / "docs" / "schema" / "event.schema.json").read_text(encoding="utf-8")
)


def lines() -> list[dict]:
    return [json.loads(line) for line in written(whole(), "jsonl").decode("utf-8").splitlines()]


def features() -> dict[str, dict]:
    collection = json.loads(written(whole(), "geojson"))
    assert collection["type"] == "FeatureCollection"
    return {feature["id"]: feature for feature in collection["features"]}


def test_each_line_is_the_event_in_its_public_form() -> None:
    assert tuple(event_from_json(line) for line in lines()) == whole().all_events


def test_each_line_fits_the_published_schema_which_describes_every_key() -> None:
    validator = Draft202012Validator(SCHEMA)
    evidence = SCHEMA["properties"]["evidence"]["items"]["properties"]
    for line in lines():
        validator.validate(line)
        assert set(line) <= set(SCHEMA["properties"])
        assert all(set(said) == set(evidence) for said in line["evidence"])


def test_each_line_carries_its_sentence_and_who_says_so() -> None:
    closed = next(line for line in lines() if line["id"] == id_of(CLOSED))
    said, = closed["evidence"]
    assert (said["sentence"], said["chain"]) == ("Poland closed the crossing.", ["Example Post"])
    assert (said["factuality"], said["url"]) == ("asserted", "https://post.example/a?x=1&y=2")


def test_a_feature_stands_where_it_happened() -> None:
    closed = features()[id_of(CLOSED)]
    assert closed["geometry"] == {"type": "MultiPoint", "coordinates": [[25.28, 54.69], [-166.7, -77.85]]}
    assert [place["precision"] for place in closed["properties"]["places"]] == ["city", "base"]
    assert features()[id_of(EVIL)]["geometry"] == {"type": "Point", "coordinates": [2.5, 1.5]}


@pytest.mark.parametrize("item", [DENIED, POSSIBLE], ids=["known is where from", "known is a name"])
def test_a_feature_without_a_known_place_has_no_geometry(item) -> None:
    feature = features()[id_of(item)]
    assert feature["geometry"] is None
    assert len(feature["properties"]["places"]) == 1


def test_a_feature_says_how_sure_it_is_and_who_says_so() -> None:
    properties = features()[id_of(DENIED)]["properties"]
    assert properties["factuality"] == "denied" and properties["summary"].startswith("Denied: ")
    assert (properties["origin_names"], properties["grade"]) == (["State Agency"], "B3")
    assert properties["evidence"][0]["sentence"] == "Belarus denied that its drones crossed."


def test_nothing_found_is_a_collection_of_nothing() -> None:
    assert json.loads(written(whole(), "geojson", type="protest")) == {"type": "FeatureCollection", "features": []}
    assert written(whole(), "jsonl", type="protest") == b""


@pytest.mark.parametrize("form", ["jsonl", "geojson", "timelinejs"])
def test_hostile_words_and_halves_of_characters_are_escaped(form: str) -> None:
    half = told("Half \ud83d closed.", period="2025-09-01")
    text = written(view_of(half, EVIL), form).decode("utf-8")
    assert not {"\x1b", "\u202e"} & set(text)
    for line in text.splitlines() if form == "jsonl" else [text]:
        json.loads(line)
