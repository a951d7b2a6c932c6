"""How a scenario stands is said in words: how likely and how sure apart, and what would change it."""

from __future__ import annotations

import pytest

import warned
from vedette.model import Change, Confidence, Effect, Likelihood, Reason, Trend
from vedette.model.assessment import ConfidenceReason, LevelReason
from vedette.presentation.assessment_words import (
    confidence_reason,
    confidence_word,
    effect_words,
    is_blind,
    level_reason,
    likelihood_words,
    points_with_sign,
    trend_word,
)
from vedette.presentation.saying import languages, speaking

NAMES = {"arrivals": "Forces arrive"}


def test_every_likelihood_is_said_with_its_range_and_none_twice():
    said = [likelihood_words(one) for one in Likelihood]
    assert said[0] == "almost no chance (1 to 5 percent)" and said[-1] == "almost certain (95 to 99 percent)"
    assert len(set(said)) == 7


def test_all_words_of_an_assessment_are_spoken_in_every_language():
    for language in languages()[1:]:
        with speaking(language):
            said = [*map(trend_word, Trend), *map(confidence_word, Confidence), *map(likelihood_words, Likelihood)]
        english = [*map(trend_word, Trend), *map(confidence_word, Confidence), *map(likelihood_words, Likelihood)]
        assert not set(said) & set(english)


@pytest.mark.parametrize(("kind", "values", "sentence"), [
    (LevelReason.POINTS, {"level": "watch", "points": 4.46, "needed": 3}, "4.46 points; “watch” holds from 3 on"),
    (LevelReason.RAISED_BY, {"level": "alarm", "indicator": "arrivals"},
     "“Forces arrive” is met, and that alone is enough for “alarm”"),
    (LevelReason.HOLDS_ON, {"level": "watch", "points": 2.4, "needed": 3, "falls_below": 2},
     "2.4 points; “watch” was reached with 3, and holds on until there are fewer than 2"),
    (LevelReason.HELD_BACK, {"level": "alarm", "indicator": "gone"},
     "there are points for “alarm”, which also needs “gone”"),
])
def test_why_a_level_is_reached(kind, values, sentence):
    assert level_reason(Reason(kind=kind, values=values), NAMES) == sentence


@pytest.mark.parametrize(("kind", "values", "sentence"), [
    (ConfidenceReason.PARTIES, {"count": 1}, "1 independent party stands behind what is met"),
    (ConfidenceReason.NOTHING_MET, {}, "nothing is met"),
    (ConfidenceReason.OBSERVABLE, {"share": 0.5}, "50 percent of all weight can be observed"),
    (ConfidenceReason.THIN, {"count": 2}, "2 thinly met indicators would each raise the level with one more word"),
])
def test_why_an_assessment_is_as_sure_as_it_is(kind, values, sentence):
    assert confidence_reason(Reason(kind=kind, values=values)) == sentence


@pytest.mark.parametrize(("change", "on", "words"), [
    (Change.MET, None, "“Forces arrive” is met"),
    (Change.CORROBORATED, None, "“Forces arrive” is told by independent parties, too"),
    (Change.LAPSED, None, "“Forces arrive” is met no more"),
    (Change.LAPSED, "2031-09-22",
     "“Forces arrive” is met no more: by itself on 22 September 2031, if nothing new is told"),
])
def test_what_would_have_to_change(change, on, words):
    effect = Effect(indicator="arrivals", change=change, points=3, level=1, on=on)
    assert effect_words(effect, NAMES) == words


def test_points_are_written_with_a_sign_that_can_be_read():
    assert [points_with_sign(points) for points in (1200.5, -0.25, 0)] == ["+1,200.5", "−0.25", "0"]


def test_a_scenario_of_which_less_than_half_can_be_observed_is_blind():
    assert not is_blind(warned.assessed(warned.scenario(), "2031-09-12", warned.match("e1", "2031-09-10")))
    assert is_blind(warned.assessed(warned.scenario(), "2031-09-12"))
