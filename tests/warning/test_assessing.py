"""How points make a level, what would raise and lower it, and how sure it is."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest

from vedette.model import (
    AllRule,
    AnyRule,
    Change,
    Confidence,
    ConfidenceReason,
    CountRule,
    Coverage,
    Effect,
    LevelReason,
    LevelRule,
    Likelihood,
    SeenBy,
    Trend,
)
from vedette.warning import untouched

from .told import LEVELS, assessed, day, indicator, scenario, told


def test_points_make_a_level_with_the_words_of_its_author() -> None:
    levels = (LevelRule(name="calm"), LevelRule(name="watch", points=2, likelihood=Likelihood.LIKELY))
    watched = scenario(indicator("a", weight=1.5), indicator("b", weight=0.5), levels=levels)
    one = assessed(watched, [told("e", of="a")])
    both = assessed(watched, [told("e", of="a"), told("f", of="b")])
    assert (one.level, one.level_name, one.likelihood, one.points) == (0, "calm", None, 1.5)
    assert (both.level, both.level_name, both.likelihood, both.points) == (1, "watch", Likelihood.LIKELY, 2.0)
    assert both.reasons[0].values == {"level": "watch", "points": 2.0, "needed": 2}


def test_what_speaks_against_takes_points_away() -> None:
    watched = scenario(indicator("come", weight=3), indicator("go", weight=2, against=True))
    coming, going = told("e", of="come"), told("f", of="go")
    assert assessed(watched, [coming]).level == 1
    assert (assessed(watched, [coming, going]).level, assessed(watched, [coming, going]).points) == (0, 1.0)
    assert assessed(watched, [coming, told("f", of="go", by="RU")]).points == 3.0  # thin: it takes nothing away either


@pytest.mark.parametrize(("back", "points"), [(0, 4.0), (7, 2.0), (14, 1.0), (3, 2.97)])
def test_points_fade_by_half(back: int, points: float) -> None:
    watched = scenario(indicator(rule=CountRule(window=30), weight=4, half_life=7))
    assert assessed(watched, [told("e", back)]).points == points


def test_another_word_of_one_party_keeps_nothing_fresh() -> None:
    watched = scenario(indicator(rule=CountRule(window=30), weight=4, half_life=7))
    both = [told("e", 14), told("f", 0, by="PL")]
    assert assessed(watched, both).points == 1.0
    assert assessed(watched, [*both, told("g", 7, by="EE")]).points == 2.0


def test_a_level_may_need_an_indicator_and_one_may_be_enough_for_it() -> None:
    levels = (LevelRule(name="calm"), LevelRule(name="alarm", points=2, needs=("a",), raised_by=("c",)))
    watched = scenario(*(indicator(name, weight=weight) for name, weight in [("a", 1), ("b", 4), ("c", 0)]),
                       levels=levels)
    held = assessed(watched, [told("e", of="b")])
    assert (held.level, held.reasons[-1].kind, held.reasons[-1].values["indicator"]) == (0, LevelReason.HELD_BACK, "a")
    assert assessed(watched, [told("e", of="b"), told("f", of="a")]).level == 1
    raised = assessed(watched, [told("e", of="c")])
    assert (raised.level, raised.reasons[0].kind) == (1, LevelReason.RAISED_BY)


SLOW = (
    LevelRule(name="calm"), LevelRule(name="watch", points=2, falls_below=1.5),
    LevelRule(name="alarm", points=5, falls_below=4, needs=("a",)),
)


@pytest.mark.parametrize(("then", "weight", "level"), [
    (0, 1.75, 0), (1, 1.75, 1), (2, 1.75, 1), (1, 1.4, 0), (2, 4, 2), (2, 3.9, 1), (1, 4, 1), (0, 5, 2),
])
def test_a_level_that_was_reached_holds_on_until_the_points_fall_below_its_lower_threshold(
    then: int, weight: float, level: int
) -> None:
    before = assessed(scenario(indicator("a", weight=9), levels=SLOW))
    watched = scenario(indicator("a", weight=weight), levels=SLOW)
    before = replace(before, mark=watched.mark, level=then, level_name=SLOW[then].name)
    assert assessed(watched, [told("e", of="a")], before=before).level == level


def test_a_level_that_holds_on_says_so_and_falls_with_what_it_needs() -> None:
    watched = scenario(indicator("a", CountRule(window=3), weight=1), indicator("b", weight=4), levels=SLOW)
    both = [told("e", 1, of="a"), told("f", 1, of="b")]
    before = assessed(watched, both)
    fading = assessed(scenario(*watched.indicators, levels=SLOW), [*both, told("g", 0, of="b")], before=before)
    assert (before.level, fading.level, fading.reasons[0].kind) == (2, 2, LevelReason.POINTS)
    less = scenario(indicator("a", weight=1), indicator("b", weight=3.5), levels=SLOW)
    held = assessed(less, both, before=replace(before, mark=less.mark))
    assert held.level == 2
    assert (held.reasons[0].kind, held.reasons[0].values) == (
        LevelReason.HOLDS_ON, {"level": "alarm", "points": 4.5, "needed": 5, "falls_below": 4}
    )
    # Without what it needs it falls to the level below, whatever the points.
    assert assessed(watched, both[1:], before=before).level == 1


def test_of_other_rules_no_level_holds_on() -> None:
    watched = scenario(indicator("a", weight=1.75), levels=SLOW)
    before = assessed(scenario(indicator("a", weight=2), levels=SLOW), [told("e", of="a")])
    assert before.level == 1
    assert assessed(watched, [told("e", of="a")], before=before).level == 0


def test_what_fades_about_a_threshold_changes_its_level_once_and_not_every_day() -> None:
    """Two stories take turns about the threshold of two points."""
    week = [told(f"e{back}", back, of="a") for back in range(0, 40, 6)]

    def levels(rules: Sequence[LevelRule]) -> list[int]:
        watched = scenario(indicator("a", CountRule(window=14), weight=2.2, half_life=14), levels=rules)
        before, found = None, []
        for back in range(30, -1, -1):
            before = assessed(watched, week, on=back, before=before)
            found.append(before.level)
        return found

    assert sum(one != other for one, other in pairwise(levels(LEVELS))) > 5
    assert set(levels(SLOW)) == {1}


def test_it_says_what_would_raise_and_what_would_lower_it() -> None:
    watched = scenario(
        indicator("a", CountRule(window=7), weight=2), indicator("b", weight=1), indicator("c", weight=3),
        indicator("d", weight=2, against=True), indicator("e", weight=0),
    )
    found = assessed(watched, [told("x", 1, of="a"), told("y", of="b", by="PL")])
    assert (found.level, found.points) == (1, 2.0)
    assert found.raising == (
        Effect(indicator="c", change=Change.MET, points=3.0, level=2),
        Effect(indicator="b", change=Change.CORROBORATED, points=1.0, level=1),
    )
    assert found.lowering == (
        Effect(indicator="a", change=Change.LAPSED, points=-2.0, level=0, on=day(-6)),
        Effect(indicator="d", change=Change.MET, points=-2.0, level=0),
    )


def test_what_it_says_would_raise_it_does_raise_it() -> None:
    watched = scenario(
        indicator("a", weight=0), indicator("b", weight=0), indicator("c", weight=0),
        indicator("two", AnyRule(of=("a", "b", "c"), at_least=2), weight=2),
        indicator("both", AllRule(of=("two", "c")), weight=3),
    )
    before = assessed(watched, [told("x", of="a")])
    promised = {effect.indicator: effect for effect in before.raising}
    for name, level in (("b", 1), ("c", 2)):
        after = assessed(watched, [told("x", of="a"), told("y", of=name)])
        assert (promised[name].level, promised[name].points) == (after.level, after.points - before.points)
        assert after.level == level


def test_the_trend_goes_by_level_and_within_it_by_points() -> None:
    watched = scenario(indicator("a", weight=2), indicator("b", weight=1))
    calm = assessed(watched)
    more = assessed(watched, [told("y", of="b")], before=calm)
    up = assessed(watched, [told("x", of="a")], before=more)
    assert [calm.trend, more.trend, up.trend] == [Trend.FIRST, Trend.RISING, Trend.RISING]
    assert assessed(watched, [told("x", of="a")], before=up).trend is Trend.STEADY
    assert assessed(watched, before=up).trend is Trend.FALLING
    changed = scenario(indicator("a", weight=9), indicator("b", weight=1))
    assert assessed(changed, before=up).trend is Trend.FIRST


@pytest.mark.parametrize(("by", "coverage", "confidence"), [
    ("PL LT EE", True, Confidence.HIGH), ("PL LT", True, Confidence.MODERATE),
    ("PL LT EE", False, Confidence.MODERATE), (None, True, Confidence.HIGH), (None, False, Confidence.LOW),
])
def test_how_sure_it_is_follows_from_who_tells_and_from_what_can_be_seen(
    by: str | None, coverage: bool, confidence: Confidence
) -> None:
    far = SeenBy(outlets=("Nobody",))
    watched = scenario(indicator("a"), indicator("b", seen_by=SeenBy() if coverage else far),
                       *([indicator("c", seen_by=far)] if by is None and not coverage else []))
    found = assessed(watched, [told("x", of="a", by=by)] if by else [])
    assert found.confidence is confidence
    assert found.confidence_reasons[0].kind is (ConfidenceReason.PARTIES if by else ConfidenceReason.NOTHING_MET)


def test_it_is_not_high_where_one_more_word_would_raise_the_level() -> None:
    watched = scenario(indicator("a", weight=1), indicator("b", weight=2))
    found = assessed(watched, [told("x", of="a", by="PL LT EE"), told("y", of="b", by="PL")])
    assert (found.level, found.confidence) == (0, Confidence.MODERATE)
    assert found.confidence_reasons[-1].kind is ConfidenceReason.THIN


def test_a_low_level_of_which_little_can_be_seen_is_said_to_be_blind() -> None:
    found = assessed(scenario(indicator("a", weight=3), indicator("b")), coverage=Coverage())
    assert (found.level, found.observable, found.unseen, found.confidence) == (0, 0.0, ("a", "b"), Confidence.LOW)


def test_only_what_is_touched_and_what_is_built_of_it_is_measured_again() -> None:
    watched = scenario(indicator("a"), indicator("b"), indicator("c"), indicator("any", AnyRule(of=("a", "b"))))
    today = assessed(watched, [told("x", of="c")])
    kept = untouched(watched, today, {"b"})
    assert set(kept) == {"a", "c"}
    # The matches of what is kept are not needed any more.
    again = assessed(watched, [told("y", of="b")], unchanged=kept)
    assert again == assessed(watched, [told("x", of="c"), told("y", of="b")])
    assert untouched(scenario(indicator("a"), levels=LEVELS[:2]), today, {"b"}) == {}
