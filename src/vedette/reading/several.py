"""Several things over weeks ("two drones in July") are told of beside one of them ("a drone on 10 July").

What counts several is no telling of one: the two are claims of their own, and
linking puts the part below its sum.
"""

from __future__ import annotations

from datetime import date

from vedette.model import Claim, Period, type_definition

# Of what happens in a moment, and again: of all else a figure is how many were in it at once.
_INCIDENTS = frozenset({"air", "sea", "attack", "hybrid"})
_MEASURES = frozenset({"kg", "g", "t", "tonnes", "km", "m", "cm", "km/h", "hours", "days", "weeks", "years", "%"})
MOST_DAYS = 3  # what goes on for so long may be one incident still: a night, a weekend


def is_sum(claim: Claim, *, plural: bool = False) -> bool:
    """Say whether a claim tells of several incidents over more than three days.

    Args:
        claim: What is told.
        plural: Whether its words are of several things, without a figure.
    """
    counts = plural or any(each.value > 1 and each.unit not in _MEASURES for each in claim.quantities)
    return type_definition(claim.type).family in _INCIDENTS and counts and _days(claim.period) > MOST_DAYS


def is_of_days(period: Period | None) -> bool:
    """Say whether a time is exact enough for one incident.

    Example:
        >>> is_of_days(Period(start="2026-04-18")), is_of_days(Period(start="2026-04"))
        (True, False)
    """
    return 0 < _days(period) <= MOST_DAYS


def _days(period: Period | None) -> int:
    """Count the days of a time that words name; none where they name none, or no beginning and end."""
    if period is None or not period.is_named or period.first_day is None or period.last_day is None:
        return 0
    return (date.fromisoformat(period.last_day) - date.fromisoformat(period.first_day)).days + 1
