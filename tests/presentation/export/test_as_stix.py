"""A bundle as a program for threat intelligence takes it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import stix2
from export_desk import CALLED_OFF, CLOSED, DENIED, EVIL, HELD_OFF, PLANNED, POSSIBLE, told, view_of, whole, written

from vedette.presentation.export.columns import COLUMNS
from vedette.presentation.export.identity import uuid_of


def objects(view=None) -> dict[str, stix2.v21._STIXBase21]:
    bundle = stix2.parse(written(view or whole(), "stix"), version="2.1")
    made = {one["id"]: one for one in bundle.objects}
    assert len(made) == len(bundle.objects), "nothing stands in a bundle twice"
    return made


def of_event(item, made=None):
    key = uuid_of("event", item[2].id)
    return next(one for name, one in (made or objects()).items() if name.endswith(f"--{key}"))


def test_whatever_is_referred_to_is_in_the_bundle() -> None:
    made = objects()
    for one in made.values():
        named = [*one.get("object_refs", []), *(one[name] for name in ("source_ref", "target_ref") if name in one)]
        named += [one["created_by_ref"]] if "created_by_ref" in one else []
        assert set(named) <= set(made)


def test_an_incident_is_only_what_is_stated_as_fact_and_there() -> None:
    kinds = {name: of_event(item)["type"] for name, item in (
        ("closed", CLOSED), ("denied", DENIED), ("possible", POSSIBLE), ("planned", PLANNED),
        ("called off", CALLED_OFF), ("plan denied", HELD_OFF),
    )}
    assert kinds == {
        "closed": "incident", "denied": "note", "possible": "note", "planned": "note", "called off": "note",
        "plan denied": "note",
    }


def test_what_is_denied_says_so_and_is_about_who_and_where() -> None:
    made = objects()
    denied = of_event(DENIED, made)
    assert denied["abstract"].startswith("Denied: ") and "factuality:denied" in denied["labels"]
    assert sorted(made[one]["name"] for one in denied["object_refs"]) == ["Belarus", "Belarus"]
    assert "disputed" in of_event(POSSIBLE, made)["labels"]


def test_an_incident_is_tied_to_its_places_and_actors_by_their_roles() -> None:
    made = objects()
    closed = of_event(CLOSED, made)
    ties = {
        made[one["target_ref"]]["name"]: one["description"] for one in made.values()
        if one["type"] == "relationship" and one["source_ref"] == closed["id"]
    }
    assert ties == {"Poland": "initiator", "Vilnius": "at", "Southern base": "at"}


def test_a_place_says_how_exactly_it_is_known_and_none_is_invented() -> None:
    places = {one["name"]: one for one in objects().values() if one["type"] == "location"}
    assert (places["Vilnius"]["latitude"], places["Vilnius"]["labels"]) == (54.69, ["precision:city"])
    assert "latitude" not in places["An unknown hamlet"] and places["An unknown hamlet"]["country"] == "PL"
    assert all("precision" not in place for place in places.values()), "metres are not known"


def test_every_sentence_is_a_note_with_who_says_so_and_where_to_read_it() -> None:
    made = objects()
    closed = of_event(CLOSED, made)
    said = next(one for one in made.values() if one["type"] == "note" and closed["id"] in one["object_refs"])
    assert (said["content"], said["authors"]) == ("Poland closed the crossing.", ["Example Post"])
    assert said["external_references"][0]["url"] == "https://post.example/a?x=1&y=2"
    sentences = [one for one in made.values() if one["type"] == "note" and "evidence:told" in one["labels"]]
    assert len(sentences) == 7


def test_grade_and_columns_travel_with_the_event() -> None:
    closed = of_event(CLOSED)
    (name, row), = closed["extensions"].items()
    assert closed["confidence"] == 50 and row["grade"] == "B3"
    assert set(row) - {"extension_type"} <= {column.name for column in COLUMNS}
    assert (row["lat"], row["place_precision"], row["origin_names"]) == (54.69, "city", ["State Agency"])
    assert objects()[name]["type"] == "extension-definition"


def test_what_cannot_be_judged_has_no_confidence() -> None:
    item = told("It closed.", event={"grade": CLOSED[2].grade.__class__()})
    assert "confidence" not in of_event(item, objects(view_of(item)))


def test_the_same_desk_gives_the_same_bundle_and_one_event_the_same_ids_in_every_bundle() -> None:
    assert written(whole(), "stix") == written(whole(), "stix")
    alone = objects(view_of(CLOSED))
    assert set(alone) <= set(objects())


def test_hostile_words_are_words() -> None:
    incident = of_event(EVIL)
    assert "<script>alert(1)</script>" in incident["description"]
    text = written(whole(), "stix").decode("utf-8")
    assert not {"\x1b", "\u202e"} & set(json.dumps(json.loads(text), ensure_ascii=False))
    assert "javascript:" not in text


@pytest.mark.parametrize("words", ["", "\u202e", "\ud83d"])
def test_words_of_which_nothing_can_be_shown_stop_nothing(words: str) -> None:
    odd = told(f"{words} closed.", outlet=words or "x", title=words)
    assert of_event(odd, objects(view_of(odd)))["type"] == "incident"


def test_every_kind_of_object_is_explained() -> None:
    page = (Path(__file__).parents[3] / "docs" / "exports.md").read_text(encoding="utf-8").partition("## STIX 2.1")[2]
    described = set(re.findall(r"^\| `([a-z-]+)` \|", page, re.M))
    assert described == {one["type"] for one in objects().values()}
