"""On which day an indicator that is met lapses by itself, if nothing new is told."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from vedette.model import AbsenceRule, AllRule, AnyRule, HealthRule, Indicator, Match, Measure, MeasureState
from vedette.warning.days import days_between, shift
from vedette.warning.measuring import MatchesOf, measure
from vedette.warning.outlook import Outlook


def with_lapse(indicator: Indicator, found: Measure, matches: MatchesOf, *, outlook: Outlook) -> Measure:
    """Add to a measure the day on which it is met no more, where only time has to pass for that.

    Args:
        indicator: The indicator.
        found: How it stands; one that is not met does not lapse.
        matches: As for :func:`vedette.warning.measuring.measure`.
        outlook: The day on which it stands so.
    """
    rule = indicator.rule
    if found.state is not MeasureState.MET or isinstance(rule, AbsenceRule | HealthRule | AllRule | AnyRule):
        return found
    known = {name: _known(matches.get(name, ()), outlook.day) for name in (indicator.id, *indicator.parts)}
    last = max((one.last for some in known.values() for one in some), default=outlook.day)
    days = range(1, days_between(outlook.day, max(last, outlook.day)) + rule.window + 1)

    def is_over(days_on: int) -> bool:
        later = replace(outlook, day=shift(outlook.day, days_on))
        return measure(indicator, known, outlook=later, measured={}).state is not MeasureState.MET

    place = bisect_left(days, True, key=is_over)
    return replace(found, lapses=shift(outlook.day, days[place]) if place < len(days) else None)


def _known(matches: Sequence[Match], day: str) -> tuple[Match, ...]:
    return tuple(one for one in matches if one.known <= day and one.day <= day)
