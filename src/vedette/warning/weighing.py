"""Step three: the indicators of a scenario give points, and points a level."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace

from vedette.model import Indicator, LevelReason, LevelRule, Measure, MeasureState, Reason
from vedette.warning.days import days_between

DIGITS = 2
"""Points are kept to hundredths, so that they look the same wherever they are added up."""


def with_points(indicator: Indicator, found: Measure, *, day: str) -> Measure:
    """Add to a measure the points that it gives today.

    Rule: met gives the weight of the indicator, halved every ``half_life`` days since it was last told, and taken
    away where the indicator speaks against. Whatever is not met, or thinly, gives nothing.

    Args:
        indicator: The indicator.
        found: How it stands.
        day: Today.
    """
    if found.state is not MeasureState.MET:
        return replace(found, points=0.0)
    fresh = 1.0
    if indicator.half_life is not None and found.last is not None:
        fresh = 0.5 ** (max(0, days_between(found.last, day)) / indicator.half_life)
    return replace(found, points=round(full_points(indicator) * fresh, DIGITS))


def full_points(indicator: Indicator) -> float:
    """Give the points of an indicator that was told today; below 0 where it speaks against."""
    return -indicator.weight if indicator.against else indicator.weight


def level_of(levels: tuple[LevelRule, ...], points: float, met: Container[str]) -> int:
    """Give the index of the highest level that holds; the first one always does.

    Args:
        levels: The levels of a scenario, in order.
        points: The points of all its indicators together.
        met: The ids of the indicators that are met.

    Example:
        >>> levels = (LevelRule(name="calm"), LevelRule(name="alarm", points=3, needs=("a",), raised_by=("b",)))
        >>> level_of(levels, 5, {"c"}), level_of(levels, 3, {"a"}), level_of(levels, 0, {"b"})
        (0, 1, 1)
    """
    return max(number for number, level in enumerate(levels) if number == 0 or _holds(level, points, met))


def why_level(levels: tuple[LevelRule, ...], points: float, met: Container[str]) -> tuple[Reason, ...]:
    """Say why a level is reached, and which higher one is held back by what it needs."""
    reached = level_of(levels, points, met)
    rule = levels[reached]
    raising = [name for name in rule.raised_by if name in met]
    if raising:
        reasons = [_reason(LevelReason.RAISED_BY, rule, indicator=name) for name in raising]
    else:
        reasons = [_reason(LevelReason.POINTS, rule, points=points, needed=rule.points)]
    for higher in levels[reached + 1:]:
        if points >= higher.points:
            lacking = [name for name in higher.needs if name not in met]
            reasons += [_reason(LevelReason.HELD_BACK, higher, indicator=name) for name in lacking]
    return tuple(reasons)


def _holds(level: LevelRule, points: float, met: Container[str]) -> bool:
    if any(name in met for name in level.raised_by):
        return True
    return points >= level.points and all(name in met for name in level.needs)


def _reason(kind: LevelReason, level: LevelRule, **values: str | float) -> Reason:
    return Reason(kind=kind, values={"level": level.name, **values})
