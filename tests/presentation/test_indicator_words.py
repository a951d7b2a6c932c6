"""How an indicator is measured is said in words, in every language."""

from __future__ import annotations

import pytest

import warned
from vedette.model import (
    AbsenceRule,
    AllRule,
    AnyRule,
    BaselineRule,
    CountRule,
    EditionsRule,
    EventMatcher,
    EventType,
    FigureFilter,
    FigureRule,
    HealthRule,
    OrderRule,
    RhythmRule,
    SumRule,
)
from vedette.presentation.indicator_words import matcher_words, points_words, rule_words
from vedette.presentation.saying import languages, speaking

NAMES = {"drill": "An exercise", "arrivals": "Forces arrive"}
SAID = {
    CountRule(window=14, at_least=3): "3 or more events in 14 days",
    SumRule(window=7, at_least=20000): "20,000 or more in all, in 7 days",
    FigureRule(window=7, at_least=10): "one event with 10 or more, in 7 days",
    RhythmRule(window=14, at_least=4, every=2): "on 4 or more of 14 days, at most 2 days apart",
    OrderRule(window=30, first="drill", then="arrivals"): "“An exercise” before “Forces arrive”, in 30 days",
    AbsenceRule(window=20): "no event in 20 days, though there were reports",
    BaselineRule(window=14, baseline=60, factor=2.5, at_least=5):
        "5 or more events in 14 days, and 2.5 times as many as usual in the 60 days before",
    EditionsRule(window=60, factor=1.5, at_least=2): "1.5 times what 2 or more earlier editions had, in 60 days",
    HealthRule(at_least=2): "2 or more sources: quiet or blind",
    AllRule(of=("drill", "arrivals")): "all of: An exercise, Forces arrive",
    AnyRule(of=("drill", "gone"), at_least=1): "1 or more of: An exercise, gone",
}


@pytest.mark.parametrize(("rule", "words"), SAID.items(), ids=lambda one: str(getattr(one, "kind", "")))
def test_a_rule_is_said_with_the_names_of_its_parts(rule, words):
    assert rule_words(rule, NAMES) == words
    for language in languages()[1:]:
        with speaking(language):
            assert rule_words(rule, NAMES) != words


def test_a_matcher_is_said_without_any_word_of_programs():
    matcher = EventMatcher(
        types=(EventType.WEAPON_DEPLOYMENT,), countries=("BY",), borders=(("BY", "PL"),), equipment=("cruise_missile",),
        figure=FigureFilter(units=("troops",), at_least=1000), parties=2, letter="C",
    )
    assert matcher_words(matcher) == (
        "weapon deployment; under way, happened; stated as fact, called probable; in BY; on the border BY–PL; "
        "with cruise missile; with a figure of troops from 1,000; at least so many parties: 2; graded C or better"
    )
    with speaking("uk"):
        said = matcher_words(matcher)
    assert "Білорусь" in said and "under" not in said and matcher_words(None) == ""


def test_points_are_said_with_their_sign_and_half_life():
    assert points_words(warned.indicator("a", half_life=14)) == "+2, half after 14 days"
    assert points_words(warned.indicator("a", against=True)) == "-2"
