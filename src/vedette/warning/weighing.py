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


def level_of(levels: tuple[LevelRule, ...], points: float, *, met: Container[str], held: int = 0) -> int:
    """Give the index of the highest level that holds; the first one always does.

    Rule: a level holds with its points, or as soon as one indicator that is enough for it is met. One that was
    reached before holds on until the points fall below its ``falls_below``, as long as what it needs is met.

    Args:
        levels: The levels of a scenario, in order.
        points: The points of all its indicators together.
        met: The ids of the indicators that are met.
        held: The index of the level on which it stood before.

    Example:
        >>> levels = (LevelRule(name="calm"), LevelRule(name="alarm", points=3, needs=("a",), raised_by=("b",)))
        >>> level_of(levels, 5, met={"c"}), level_of(levels, 3, met={"a"}), level_of(levels, 0, met={"b"})
        (0, 1, 1)
        >>> slow = (LevelRule(name="calm"), LevelRule(name="alarm", points=3, falls_below=2))
        >>> level_of(slow, 2.5, met=()), level_of(slow, 2.5, met=(), held=1), level_of(slow, 1.9, met=(), held=1)
        (0, 1, 0)
    """
    return max(
        number for number, level in enumerate(levels)
        if number == 0 or _is_reached(level, points, met) or (number <= held and _holds_on(level, points, met))
    )


def why_level(
    levels: tuple[LevelRule, ...], points: float, *, met: Container[str], held: int = 0
) -> tuple[Reason, ...]:
    """Say why a level is reached or holds on, and which higher one is held back by what it needs."""
    reached = level_of(levels, points, met=met, held=held)
    rule = levels[reached]
    raising = [name for name in rule.raised_by if name in met]
    if raising:
        reasons = [_reason(LevelReason.RAISED_BY, rule, indicator=name) for name in raising]
    elif rule.falls_below is not None and not _is_reached(rule, points, met):
        reasons = [
            _reason(LevelReason.HOLDS_ON, rule, points=points, needed=rule.points, falls_below=rule.falls_below)
        ]
    else:
        reasons = [_reason(LevelReason.POINTS, rule, points=points, needed=rule.points)]
    for higher in levels[reached + 1:]:
        if points >= higher.points:
            lacking = [name for name in higher.needs if name not in met]
            reasons += [_reason(LevelReason.HELD_BACK, higher, indicator=name) for name in lacking]
    return tuple(reasons)


def _is_reached(level: LevelRule, points: float, met: Container[str]) -> bool:
    return any(name in met for name in level.raised_by) or _has_points(level, points, met, needed=level.points)


def _holds_on(level: LevelRule, points: float, met: Container[str]) -> bool:
    return level.falls_below is not None and _has_points(level, points, met, needed=level.falls_below)


def _has_points(level: LevelRule, points: float, met: Container[str], *, needed: float) -> bool:
    return points >= needed and all(name in met for name in level.needs)


def _reason(kind: LevelReason, level: LevelRule, **values: str | float) -> Reason:
    return Reason(kind=kind, values={"level": level.name, **values})
