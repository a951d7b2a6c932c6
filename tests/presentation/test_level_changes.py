"""When the level of a scenario changed."""

from __future__ import annotations

from dataclasses import replace

import warned
from vedette.model import Trend
from vedette.presentation.level_changes import change_words, level_changes

CALM = warned.assessed(warned.scenario(), "2031-09-10")
WATCH = replace(warned.assessed(warned.scenario(), "2031-09-11", warned.match("e1", "2031-09-11")), trend=Trend.RISING)


def days(*assessments):
    return [(change.now.day, change_words(change)) for change in level_changes(assessments)]


def test_only_a_change_of_level_is_one_and_the_newest_stands_first():
    later, down = replace(WATCH, day="2031-09-12"), replace(CALM, day="2031-09-13")
    assert days(down, later, WATCH, CALM) == [
        ("2031-09-13", "falls from “watch” to “calm”"), ("2031-09-11", "rises from “calm” to “watch”"),
    ]


def test_the_first_assessment_of_all_is_a_change_where_it_is_not_calm():
    assert days(replace(WATCH, trend=Trend.FIRST)) == [("2031-09-11", "begins at “watch”")]
    assert days(CALM) == []


def test_what_came_before_the_oldest_is_not_guessed():
    assert days(WATCH) == []


def test_a_change_of_the_rules_is_noted():
    (change,) = level_changes((replace(WATCH, mark="other"), CALM))
    assert change.rules_changed and change.rises
