"""Which day an event stands for, when an indicator looks at a window of days."""

from __future__ import annotations

from vedette.model import Event, Period, Precision, Stage
from vedette.warning.days import is_day

_DATED = frozenset({Stage.HAPPENED, Stage.UNDER_WAY})
_EXACT = frozenset({Precision.MINUTE, Precision.HOUR, Precision.PART_OF_DAY, Precision.DAY})


def stands_for(event: Event, told: str) -> tuple[str, str]:
    """Give the first and the last day that an event stands for.

    Rule: what happened or is under way stands for its own days; an event of which nobody says when
    it ends for its first one. What is known to a week, a month or worse stands for the last day of that
    on which it was not yet told. What is planned, was called off, or has no date stands
    for the day on which it was first told.

    Args:
        event: The event.
        told: The day on which it was first told.

    """
    period = event.period
    if period is None or event.stage not in _DATED:
        return told, told
    first, last = period.first_day, period.last_day
    if any(day is not None and not is_day(day) for day in (first, last)):
        return told, told
    if period.precision in _EXACT:
        return _exact(period, first, last, told=told)
    latest = min(told, last) if last is not None else told
    day = max(first, latest) if first is not None else latest
    return day, day


def _exact(period: Period, first: str | None, last: str | None, *, told: str) -> tuple[str, str]:
    if first is None:  # "until 16 September": it lasts, and nobody says since when
        return (min(told, last), last) if last is not None else (told, told)
    return (first, max(first, last)) if period.end is not None and last is not None else (first, first)
