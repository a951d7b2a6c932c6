"""How scenarios stand, each with its rules, while others take scenarios up and leave them."""

from __future__ import annotations

from dataclasses import replace

from warned_desk import LAST, pressure, warned_desk

from vedette.presentation.assessment_lines import standings


def test_every_scenario_stands_with_its_own_rules():
    one, other = pressure("a"), pressure("b")
    found = list(standings(warned_desk(other, one)))
    assert [(now.scenario, rules.id, now.day) for now, rules in found] == [
        ("a", "a", LAST.isoformat()), ("b", "b", LAST.isoformat())
    ]
    assert [now.day for now, _ in standings(warned_desk(one), "2025-09-10")] == ["2025-09-10"]


def test_a_scenario_that_is_taken_up_between_two_looks_is_left_to_the_next(monkeypatch):
    old, new = pressure("old"), pressure("young")
    view = warned_desk(old, new)
    before = replace(view, all_scenarios=(old,))
    monkeypatch.setattr(view, "scenarios", before.scenarios)
    monkeypatch.setattr(view, "assessments", warned_desk(old, new).assessments)
    assert [rules.id for _, rules in standings(view)] == ["old"]
