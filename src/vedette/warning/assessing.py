"""The whole way of one scenario on one day: measure, weigh, explain."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from vedette.model import Assessment, Measure, MeasureState, Scenario, Trend
from vedette.warning.composing import built_upon, in_order_of_building
from vedette.warning.confidence import confidence_in, observable_share
from vedette.warning.explaining import effects_of_changes, lowering, raising
from vedette.warning.lapsing import with_lapse
from vedette.warning.measuring import MatchesOf, measure
from vedette.warning.outlook import Outlook
from vedette.warning.weighing import DIGITS, level_of, why_level, with_points


def assess(
    scenario: Scenario, matches: MatchesOf, *, outlook: Outlook, before: Assessment | None = None,
    unchanged: Mapping[str, Measure] | None = None,
) -> Assessment:
    """Say how a scenario stands on a day, and why.

    The same arguments give the same assessment, whatever the order of the matches.

    Args:
        scenario: The scenario, as its file was read.
        matches: All matches of its indicators that can touch their windows, by the id of the indicator;
            others do no harm. What lies after the day, or was not known by then, does not count.
        outlook: The day, and what could be seen.
        before: The assessment before this one, to tell the trend, and which level holds on.
        unchanged: Measures of the same day that need not be taken again, from :func:`untouched`.

    Example:
        >>> from vedette.model import CountRule, EventMatcher, Indicator, LevelRule, Match
        >>> drones = Indicator(id="drones", name="Drones", rule=CountRule(window=7, at_least=2), weight=3,
        ...     matcher=EventMatcher())
        >>> watch = Scenario(id="watch", name="Watch", question="Is it?", indicators=(drones,),
        ...     levels=(LevelRule(name="calm"), LevelRule(name="raised", points=3)))
        >>> told = [Match(scenario="watch", indicator="drones", event=f"e{day}", day=f"2031-05-0{day}",
        ...     last=f"2031-05-0{day}", known=f"2031-05-0{day}", parties=("LT", "PL")) for day in (1, 3)]
        >>> assessed = assess(watch, {"drones": told}, outlook=Outlook(day="2031-05-04"))
        >>> assessed.level_name, assessed.points, assessed.lowering[0].on
        ('raised', 3.0, '2031-05-08')

    """
    measures = _measure_all(scenario, matches, outlook=outlook, unchanged=unchanged or {})
    points = round(sum(one.points for one in measures.values()), DIGITS)
    met = {name for name, one in measures.items() if one.state is MeasureState.MET}
    held = before.level if before is not None and _compares(scenario, before, outlook.day) else 0
    level = level_of(scenario.levels, points, met=met, held=held)
    effects = effects_of_changes(scenario, measures, points=points, level=level)
    observable = observable_share(scenario.indicators, measures)
    upwards = raising(effects, level)
    in_order = tuple(measures[one.id] for one in scenario.indicators)
    sure, why_sure = confidence_in(in_order, observable=observable, level=level, raising=upwards)
    return Assessment(
        scenario=scenario.id, mark=scenario.mark, day=outlook.day, level=level, level_name=scenario.levels[level].name,
        likelihood=scenario.levels[level].likelihood, points=points,
        trend=_trend(scenario, level, points, day=outlook.day, before=before),
        measures=in_order, reasons=why_level(scenario.levels, points, met=met, held=held), raising=upwards,
        lowering=lowering(effects, level), observable=observable, confidence=sure, confidence_reasons=why_sure,
    )


def untouched(scenario: Scenario, today: Assessment, touched: Collection[str]) -> Mapping[str, Measure]:
    """Give the measures of an assessment of today that stay as they are when some indicators have other matches.

    Args:
        scenario: The scenario; where its rules have changed since, everything has to be measured again.
        today: Its assessment of the same day, with the same coverage.
        touched: The ids of the indicators that have other matches now.
    """
    if today.mark != scenario.mark:
        return {}
    again = built_upon(scenario.indicators, touched)
    return {one.indicator: one for one in today.measures if one.indicator not in again}


def _measure_all(
    scenario: Scenario, matches: MatchesOf, *, outlook: Outlook, unchanged: Mapping[str, Measure]
) -> dict[str, Measure]:
    measures: dict[str, Measure] = {}
    for one in in_order_of_building(scenario.indicators):
        if one.id in unchanged:
            measures[one.id] = unchanged[one.id]
            continue
        found = measure(one, matches, outlook=outlook, measured=measures)
        found = with_lapse(one, found, matches, outlook=outlook)
        measures[one.id] = with_points(one, found, day=outlook.day)
    return measures


def _trend(scenario: Scenario, level: int, points: float, *, day: str, before: Assessment | None) -> Trend:
    if before is None or not _compares(scenario, before, day):
        return Trend.FIRST
    now, then = (level, points), (before.level, before.points)
    return Trend.STEADY if now == then else Trend.RISING if now > then else Trend.FALLING


def _compares(scenario: Scenario, before: Assessment, day: str) -> bool:
    """Say whether an assessment is an earlier one by the same rules: by others, its levels are other levels."""
    return before.mark == scenario.mark and before.day <= day
