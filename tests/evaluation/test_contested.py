"""Are flags and counts held against an annotated set as the set means them?"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

import builders as build
from vedette.evaluation.contested import Read, Verdict, judge_conflicts, judge_origins, main
from vedette.model import Claim, Conflict, ConflictValue, LinkKind, Origin, Report
from vedette.model.codec import claim_to_json, event_to_json

NORTH = build.report("Some 13,000 troops drill by the lake.", ref="north", outlet="North Post")
SOUTH = build.report("The drill by the lake has 30,000 troops.", ref="south", outlet="South Post")
GOLD = {
    "n1": {"article": "north", "type": "exercise", "alt_types": [], "trigger": {"start": 19}},
    "s1": {"article": "south", "type": "exercise", "alt_types": ["made_up_type"], "trigger": {"start": 4}},
}


def drill(report: Report, number: int) -> Claim:
    return build.claim(report, "exercise", words="drill", quantities=[build.quantity(number)])


def read(claims: Sequence[tuple[Report, Claim]], events: Sequence[dict[str, Any]]) -> Read:
    return Read.of([claim_to_json(claim, report) for report, claim in claims], events)


def linked(*, flagged: bool, figures: tuple[int, int] = (13000, 30000)) -> Read:
    one, other = drill(NORTH, figures[0]), drill(SOUTH, figures[1])
    sides = (ConflictValue(value="13000", claims=(one.id,)), ConflictValue(value="30000", claims=(other.id,)))
    origins = (
        Origin(name="Army", kind=LinkKind.OFFICIAL, party="PL", claims=(one.id,)),
        Origin(name="Border Guard", kind=LinkKind.OFFICIAL, party="PL", claims=(other.id,)),
    )
    conflicts = (Conflict(field="quantity:people", values=sides),) if flagged else ()
    event = build.event([one, other], conflicts=conflicts, origins=origins)
    return read([(NORTH, one), (SOUTH, other)], [event_to_json(event)])


def entry(kind: str, values: tuple[float, float] = (13000, 30000)) -> dict[str, Any]:
    stated = zip(GOLD, values, strict=True)
    members = [{"event": mention, "value": value, "unit": "persons"} for mention, value in stated]
    return {"id": "size", "kind": kind, "members": members}


def judged(kind: str, made: Read, **fields: Any) -> Verdict:
    verdict, = judge_conflicts([entry(kind, **fields)], GOLD, made)
    return verdict


@pytest.mark.parametrize(("kind", "flagged", "right"), [
    ("contradiction", True, True), ("contradiction", False, False),
    ("false_conflict", True, False), ("rounding_or_revision", False, True),
])
def test_a_flag_is_right_where_the_set_wants_it(kind: str, flagged: bool, right: bool) -> None:
    assert judged(kind, linked(flagged=flagged)).right is right


def test_a_conflict_whose_figure_was_not_read_cannot_be_judged() -> None:
    assert judged("contradiction", linked(flagged=False, figures=(13000, 77))).right is None


def test_a_conflict_whose_values_agree_cannot_be_judged() -> None:
    assert judged("contradiction", linked(flagged=False), values=(13000, 13000)).right is None


def test_mentions_in_two_events_cannot_be_judged() -> None:
    one, other = drill(NORTH, 13000), drill(SOUTH, 30000)
    apart = read([(NORTH, one), (SOUTH, other)], [event_to_json(build.event([claim])) for claim in (one, other)])

    assert judged("false_conflict", apart).right is None


@pytest.mark.parametrize(("at", "found"), [(12, "1 of 1"), (80, "0 of 1")])
def test_what_is_of_no_type_of_ours_is_found_in_its_own_sentence_alone(at: int, found: str) -> None:
    stated = {"article": "north", "type": "made_up_type", "alt_types": [], "trigger": {"start": at}}
    wanted = {"claim": "a drill", "mentions": ["n2"], "independent_bodies": 1, "independent_parties": 1}

    verdict, = judge_origins([wanted], {"n2": stated}, linked(flagged=False))

    assert (verdict.found, verdict.right) == (found, True if found == "1 of 1" else None)


@pytest.mark.parametrize(("bodies", "parties", "right"), [(2, 1, True), (1, 1, False), (2, 2, False)])
def test_origins_are_counted_by_body_and_by_party(bodies: int, parties: int, right: bool) -> None:
    wanted = {"claim": "a drill", "mentions": ["n1", "s1"], "independent_bodies": bodies,
              "independent_parties": parties}

    verdict, = judge_origins([wanted], GOLD, linked(flagged=False))
    assert verdict.right is right


def test_an_unstated_origin_counts_where_it_is_the_only_one() -> None:
    claim = drill(NORTH, 13000)
    made = read([(NORTH, claim)], [event_to_json(build.event([claim]))])
    wanted = {"claim": "a drill", "mentions": ["n1", "s1"], "independent_bodies": 1, "independent_parties": 1}

    verdict, = judge_origins([wanted], GOLD, made)
    assert verdict.right is True
    assert next(judge_origins([{**wanted, "independent_bodies": 2}], GOLD, made)).right is None


def test_the_command_prints_both_tables_and_fails_where_one_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, other = drill(NORTH, 13000), drill(SOUTH, 30000)
    files = {
        "claims": [claim_to_json(one, NORTH), claim_to_json(other, SOUTH)],
        "events": [event_to_json(build.event([one, other]))],
    }
    for name, lines in files.items():
        (tmp_path / name).write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    (tmp_path / "gold").mkdir()
    for name, mention in GOLD.items():
        page = {"article": mention["article"], "events": [{"id": name, **mention}]}
        (tmp_path / "gold" / f"{mention['article']}.json").write_text(json.dumps(page), encoding="utf-8")
    (tmp_path / "conflicts").write_text(json.dumps({"conflicts": [entry("contradiction")]}), encoding="utf-8")
    (tmp_path / "origins").write_text(json.dumps({"claims": []}), encoding="utf-8")

    code = main([*(str(tmp_path / name) for name in ("gold", "claims", "events")),
                 "--conflicts", str(tmp_path / "conflicts"), "--origins", str(tmp_path / "origins")])

    assert code == 1
    assert "| size | 2 of 2, 2 in one event with 2 of 2 values | conflict | none | WRONG |" in capsys.readouterr().out
