"""One event, with every sentence behind it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from fake_view import FakeView, make_event, recurring_desk

from vedette.model import EventType, Period


def test_an_event_is_told_in_a_sentence_with_its_support(vedette: Any, desk: FakeView) -> None:
    lines = vedette("show", "e1").out.splitlines()
    assert lines[0] == (
        "Poland closed the Poland-Belarus border (from the evening of 11 September 2025); stated as fact by 1 origin"
    )
    assert lines[1] == "2 reports, 2 outlets, 1 origin"


def test_the_chain_runs_from_outlet_to_origin_and_the_trigger_is_set_apart(vedette: Any, desk: FakeView) -> None:
    out = vedette("show", "e1").out
    assert "Border Wire <- Example Post <- State Agency" in out
    assert "Warsaw *shut* the border" in out


def test_figures_that_disagree_stand_side_by_side(vedette: Any, desk: FakeView) -> None:
    lines = vedette("show", "e2").out.splitlines()
    at = lines.index("Sources disagree: how many troops")
    assert lines[at + 1].split("  ")[0] == "12,000 troops"
    assert "30,000 troops" in lines[at + 1]
    assert "Border Wire (claim 1)" in lines[at + 2]
    assert "the ministry (claim 2)" in lines[at + 2]


def test_grade_comes_with_its_reasons_and_history_with_its_claim(vedette: Any, desk: FakeView) -> None:
    out = vedette("show", "e1").out
    assert "B3 (One origin only.)" in out
    assert "happened: first told on 12 September 2025 (claim 1)" in out
    assert "Border 2025" in out


def test_the_beginning_of_an_id_is_enough(vedette: Any, desk: FakeView) -> None:
    assert vedette("show", "e3a").out.startswith("Denied: Belarus violated the airspace")


def test_a_beginning_of_several_ids_is_refused_with_their_names(vedette: Any, desk: FakeView) -> None:
    answer = vedette("show", "e")
    assert answer.code == 2
    assert "e1, e2, e3abcdef" in answer.err


def test_an_unknown_event_is_told_in_a_sentence(vedette: Any, desk: FakeView) -> None:
    answer = vedette("show", "x9")
    assert (answer.code, answer.out) == (1, "")
    assert answer.err == "Error: No event 'x9' on this desk. Run 'vedette events' for the list.\n"


def test_jsonl_is_the_event_and_then_its_claims(vedette: Any, desk: FakeView) -> None:
    first, *rest = [json.loads(line) for line in vedette("show", "e1", "--format", "jsonl").out.splitlines()]
    assert first["claims"] == ["c1", "c2"]
    assert [claim["id"] for claim in rest] == ["c1", "c2"]
    assert rest[0]["trigger"]["text"] == "shut"


def test_escapes_in_a_title_never_reach_the_terminal(vedette: Any, desk: FakeView) -> None:
    for arguments in (("show", "e1"), ("search", "border"), ("show", "e1", "--format", "jsonl"),
                      ("search", "border", "--format", "csv"), ("search", "border", "--format", "jsonl"), ("brief",),
                      ("quarantine", "show", "q1")):
        answer = vedette(*arguments)
        assert answer.code == 0
        assert not {"\x1b", "\x9b", "\u202e", "\x02"} & set(answer.out + answer.err), arguments


def test_colour_is_for_terminals_only_and_ends_with_its_word(
    vedette: Any, desk: FakeView, monkeypatch: Any
) -> None:
    assert "\x1b" not in vedette("show", "e1").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    out = vedette("show", "e1").out
    assert "shut\x1b[0m" in out
    assert "\x1b[31m" not in out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[3" not in vedette("show", "e1").out


def test_a_sum_names_its_parts_and_a_part_its_sum(vedette: Any, desk: FakeView) -> None:
    night = make_event("night1", EventType.DRONE_INCIDENT, period=Period(start="2025-07-10"), part_of=("sum1", "gone"))
    july = make_event("sum1", EventType.DRONE_INCIDENT, period=Period(start="2025-07"), parts=("night1",))
    desk.all_events += (night, july)

    assert "It sums up\n10 July 2025: Drone incident [night1]" in vedette("show", "sum1").out
    assert "It is counted in\n" in vedette("show", "night1").out
    assert "[sum1]" in vedette("show", "night1").out


@pytest.fixture
def recurring(desk: FakeView) -> FakeView:
    other = recurring_desk()
    desk.all_events, desk.all_situations = other.all_events, other.all_situations
    return desk


@pytest.mark.parametrize("wanted", ["s2", "Shield 2025", "shield-25"])
def test_a_situation_is_shown_with_its_earlier_editions(vedette: Any, recurring: FakeView, wanted: str) -> None:
    lines = [line.strip() for line in vedette("show", wanted).out.splitlines()]
    assert lines[:3] == [
        "Shield 2025", "a named exercise, and what happened because of it; one edition", "Also called: SHIELD-25",
    ]
    at = lines.index("Earlier editions")
    assert lines[at + 1] == "Shield 2021 (10–16 September 2021) [s0]"
    assert lines[at + 2] == "30,000 troops"
    assert lines[at + 3].startswith("“The ministry counts 30,000 troops at the drill.” (Border Wire")
    assert lines[at + 5 :][-2] == "followed by" and lines[-1].endswith("[e1]")


def test_a_situation_as_jsonl_is_one_line(vedette: Any, recurring: FakeView) -> None:
    line = json.loads(vedette("show", "s3", "--format", "jsonl").out)
    assert (line["kind"], line["events"]) == ("crisis", ["e1", "e2"])


def test_an_event_names_all_of_its_situations(vedette: Any, recurring: FakeView) -> None:
    assert "Shield 2025; BY–PL: crisis" in vedette("show", "e2").out
