"""From which day a time is counted: that of the report, or one that the text named before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from vedette.model import Period, Precision
from vedette.reading.dated import ISO_DAY, ISO_MONTH
from vedette.reading.times import Tense, TimeExpression, TimeKind, resolve_time

AHEAD = "in_future"
"""The rule of a language for what is counted from the day on which it is said: "in two weeks"."""
THEN = "then"
"""The rule of a language for words that mean the time told last: "back then"."""
_EXACT = {"month": ISO_MONTH, "quarter": ISO_MONTH, "year": 4}  # what a time has to be, for these to be counted from it
_WITHIN_DAY = (TimeKind.CLOCK, TimeKind.PART, TimeKind.RANGE, TimeKind.BOUND)
_OF_A_YEAR = (TimeKind.DATE, TimeKind.MONTH, TimeKind.SEASON, TimeKind.QUARTER)  # "24 February of that year"
_TO_THE_DAY = (Precision.MINUTE, Precision.HOUR, Precision.PART_OF_DAY, Precision.DAY)
_EARLY_PARTS = ("early", "dawn", "morning")
_OF_A_DAY = ("hour", "minute", "second")
_SMALL_HOURS = 6
_DUSK = "T18:00"


def tell_when(
    expression: TimeExpression, times: Sequence[TimeExpression], *, published: str | None, tense: Tense
) -> Period | None:
    """Tie one of the times of a text to the calendar, as a sentence of a tense means it.

    Args:
        expression: The time.
        times: All times of the text so far, from which "two days earlier" is counted.
        published: The day of the report, or what stands for it in a history.
        tense: Which way the sentence looks.
    """
    if expression.rule == THEN:
        return _of_then(expression, times, published=published) if tense in (Tense.PAST, Tense.NONE) else None
    anchor = counted_from(expression, times, published=published, tense=tense)
    if tense is Tense.PAST and anchor == published:
        if expression.rule == AHEAD:
            return None  # "the second in a week", "built in two months": so long it took, and it lies not ahead
        if _is_later(expression) and expression.from_context and expression.unit not in _OF_A_DAY:
            return None  # "two days later", and no day was told from which to count
        expression = _just_gone(expression)
    if expression.part == "night" and (tense is Tense.PRESENT or (tense is Tense.PAST and _is_of(anchor, published))):
        # What goes on "since the night" began in that before the report; so did what was done on its day, "at night".
        expression = _just_gone(expression)
    return resolve_time(expression, anchor=anchor, tense=tense)


def _is_of(anchor: str | None, published: str | None) -> bool:
    """Say whether a time is counted from the day of the report, whose own hour may be known."""
    return anchor is not None and published is not None and anchor[:ISO_DAY] == published[:ISO_DAY]


def _of_then(
    expression: TimeExpression, times: Sequence[TimeExpression], *, published: str | None
) -> Period | None:
    """Give the time told last before a word such as "then", as far as it is gone by."""
    before = [time for time in times if time.span.start < expression.span.start and time.rule != THEN]
    for other in reversed(before):
        told = tell_when(other, before, published=published, tense=Tense.PAST)
        day = told.first_day if told is not None else None
        if told is not None and day is not None and (published is None or day <= published[:ISO_DAY]):
            return replace(told, text=expression.text, span=expression.span)
    return None


def counted_from(
    expression: TimeExpression, times: Sequence[TimeExpression], *, published: str | None, tense: Tense
) -> str | None:
    """Give the day that a time is counted from: the last one named before it, where it is one of a story.

    That is "two days earlier", and in the past also "in a year", which some
    languages say for "a year later". Else it is the day of the report.
    """
    counted = _from_context(expression)
    if counted is None and not (_is_later(expression) and tense is Tense.PAST):
        return published
    within_day = expression.kind in _WITHIN_DAY
    if within_day and tense is Tense.PRESENT:
        return published  # what goes on "since dawn" does so since the dawn of the report's day
    for told in _named_before(expression, times, published=published):
        day = told.first_day
        if day is None or not _is_exact(told, (counted or expression).unit):
            continue
        if published is not None and tense is Tense.PAST and day > published[:ISO_DAY]:
            continue  # what was done "in the evening" or "the day before" is not of a day to come
        if published is None or not within_day:
            return day
        if tense is Tense.FUTURE and day < published[:ISO_DAY]:
            return published
        return _next_morning(day, told, counted or expression, published)
    return published


def _named_before(
    expression: TimeExpression, times: Sequence[TimeExpression], *, published: str | None
) -> Iterator[Period]:
    """Give the times that the text names before one, the last first, but for those that are counted from others."""
    for other in reversed(times):
        if other.span.start < expression.span.start and not other.from_context:
            period = resolve_time(other, anchor=published, tense=Tense.PAST)
            if period is not None and period.start is not None:
                yield period


def _is_exact(told: Period, unit: str | None) -> bool:
    """Say whether a unit can be counted from a time: days from a day, not from a week; years also from a year."""
    exact = _EXACT.get(unit or "", ISO_DAY)
    if exact == ISO_DAY and told.precision not in _TO_THE_DAY:
        return unit == "week" and told.precision in (Precision.WEEK, Precision.WEEKEND)
    return told.start is not None and len(told.start) >= exact


def _next_morning(day: str, told: Period, counted: TimeExpression, published: str) -> str:
    """Give the day after an evening or a night to the morning that is told next, if it is over by the report."""
    hour = counted.hour
    early = counted.part in _EARLY_PARTS if hour is None else hour <= _SMALL_HOURS and counted.meridiem != "pm"
    if not early or counted.shift is not None or (told.start or "")[ISO_DAY:] < _DUSK:
        return day
    following = (date.fromisoformat(day) + timedelta(days=1)).isoformat()
    return following if following <= published[:ISO_DAY] else day


def _is_later(expression: TimeExpression) -> bool:
    return expression.kind is TimeKind.RELATIVE and expression.direction == 1


def _from_context(expression: TimeExpression) -> TimeExpression | None:
    """Give what of a time is counted from others: itself, the moment of a bound or a range, the year of a day."""
    if expression.from_context:
        return expression
    inside = expression.parts if expression.kind in (TimeKind.BOUND, TimeKind.RANGE, *_OF_A_YEAR) else ()
    return inside[0] if inside and all(part.from_context for part in inside) else None


def _just_gone(expression: TimeExpression) -> TimeExpression:
    """Read "at night" and "in the evening", told of the past without a day, as those before the day of the report."""
    if expression.kind is not TimeKind.PART or expression.parts:
        return expression
    if expression.part == "night" and not expression.shift:
        return replace(expression, part="night_into")
    if expression.shift is not None:
        return expression
    return replace(expression, shift=-1) if expression.part in ("evening", "late") else expression
