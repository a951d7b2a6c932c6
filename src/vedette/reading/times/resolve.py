"""Tie the words of a time to the calendar, with the date of the report and the tense of the sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Protocol

from vedette.model.period import Period, Precision
from vedette.reading.times.anchor import Anchor, anchor_of, chosen, same_day_in_years
from vedette.reading.times.days import filled, night_days, of_clock, of_date, of_part, of_weekday
from vedette.reading.times.expression import Tense, TimeExpression, TimeKind
from vedette.reading.times.feasts import NEW_YEAR
from vedette.reading.times.stretches import (
    in_decade,
    in_year,
    of_month,
    of_quarter,
    of_relative,
    of_season,
    of_window,
)

_BEGINS = ("since", "from", "after")
ISO_DAY = len("2025-09-12")


def resolve_time(expression: TimeExpression, *, anchor: str | None, tense: Tense = Tense.NONE) -> Period | None:
    """Say which days an expression means, for a report of a given date.

    A date without a year is the last one before the report in a past
    sentence, the first one after it in a future sentence, else the nearest;
    a weekday likewise, else the one in the last seven days, the day of the
    report included. Some days of grace allow for a wrong tense.

    Args:
        expression: What ``find_times`` found.
        anchor: Date of the report (``2025-09-12``, or with a time); for an
            expression ``from_context``, the date it is counted from.
        tense: Which way the sentence looks.

    Returns:
        The period, with the words and their place. ``None`` for a duration,
        for an impossible date ("31 June"), and where the words need an
        anchor that is not there.

    Raises:
        UsageError: The anchor is no date.

    Example:
        >>> from vedette.reading.times import find_times, load_time_words
        >>> (time,) = find_times("closed since Tuesday", words=load_time_words("en"))
        >>> period = resolve_time(time, anchor="2025-09-12", tense=Tense.PAST)
        >>> period.start, period.open_end, period.text
        ('2025-09-09', True, 'since Tuesday')
    """
    counted_from = anchor_of(anchor)
    try:
        period = _resolved(expression, anchor=counted_from, tense=tense)
    except (ValueError, OverflowError):
        return None  # a day that no calendar has
    return period and replace(period, text=expression.text, span=expression.span)


def _resolved(expression: TimeExpression, *, anchor: Anchor | None, tense: Tense) -> Period | None:
    resolver = _RESOLVERS.get(expression.kind)
    return resolver(expression, anchor=anchor, tense=tense) if resolver else None


def _now(expression: TimeExpression, *, anchor: Anchor | None, tense: Tense) -> Period | None:
    """Resolve "now", and what lasts from now on: "until further notice"."""
    if anchor is None:
        return None
    return Period(start=anchor.day.isoformat(), precision=Precision.DAY, open_end=expression.bound is not None)


def _vague(expression: TimeExpression, *, anchor: Anchor | None, tense: Tense) -> Period | None:
    return Period(precision=Precision.VAGUE)


def _years(expression: TimeExpression, *, anchor: Anchor | None, tense: Tense) -> Period | None:
    if expression.year is None:
        return None
    within = in_year if expression.kind is TimeKind.YEAR else in_decade
    return within(expression.year, expression=expression, anchor=anchor)


def _within_years(expression: TimeExpression, *, anchor: Anchor | None, tense: Tense) -> Period | None:
    resolve = {TimeKind.MONTH: of_month, TimeKind.SEASON: of_season, TimeKind.QUARTER: of_quarter}[expression.kind]
    return resolve(expression, anchor=anchor, tense=tense, year=_year_of_part(expression, anchor=anchor))


def _year_of_part(expression: TimeExpression, *, anchor: Anchor | None) -> int | None:
    """Read the year out of "July of last year"."""
    year = _resolved(expression.parts[0], anchor=anchor, tense=Tense.NONE) if expression.parts else None
    return int(year.start[:4]) if year and year.start else None


def _within_days(expression: TimeExpression, *, anchor: Anchor | None, tense: Tense) -> Period | None:
    if expression.kind is TimeKind.DATE:
        year = expression.year or _year_of_part(expression, anchor=anchor)
        return of_date(replace(expression, year=year), anchor=anchor, tense=tense)
    if expression.part == "night_between":
        return _night_between(expression, anchor=anchor, tense=tense)
    if expression.kind is TimeKind.CLOCK and len(expression.parts) == 2:
        _, second = night_days(expression)  # midnight between two days is where the second begins
        return of_clock(expression, day=_resolved(second, anchor=anchor, tense=tense))
    part = expression.parts[0] if expression.parts else None
    inner = _resolved(part, anchor=anchor, tense=tense) if part else None
    if expression.kind is TimeKind.WEEKDAY:
        return of_weekday(expression, anchor=anchor, tense=tense, week=inner)
    if part is None and anchor is not None:
        ahead = expression.hour == 0 and expression.kind is TimeKind.CLOCK and tense in (Tense.FUTURE, Tense.PRESENT)
        today = replace(expression, unit="day", shift=expression.shift or int(ahead))  # midnight is that to come
        inner = of_relative(today, anchor=anchor, tense=tense)
    return of_clock(expression, day=inner) if expression.kind is TimeKind.CLOCK else of_part(expression, day=inner)


def _night_between(expression: TimeExpression, *, anchor: Anchor | None, tense: Tense) -> Period | None:
    """Resolve "the night from Friday to Saturday": the day it ends on says which week."""
    first, last = night_days(expression)
    until = _resolved(last, anchor=anchor, tense=tense)
    if first.kind is TimeKind.WEEKDAY and until is not None and until.start is not None:
        day = _resolved(replace(first, shift=None), anchor=anchor_of(until.first_day), tense=Tense.PAST)
    else:
        day = _resolved(first, anchor=anchor, tense=tense)
    return of_part(expression, day=day, until=until)


def _bound(expression: TimeExpression, *, anchor: Anchor | None, tense: Tense) -> Period | None:
    """Resolve since, from, until, by: the moment, and on which side of it the time lies."""
    inner = _resolved(expression.parts[0], anchor=anchor, tense=_tense_at_bound(expression, tense))
    if inner is None or inner.start is None:
        return inner
    if expression.bound == "on":
        return inner  # "planned for July", where a language says "for" as it says "by"
    if expression.bound in _BEGINS:
        start = inner.start if expression.bound != "after" else inner.end or inner.start
        return replace(inner, start=start, end=None, open_end=True)
    # "Before the end of the month" reaches into its end; "before June" does not reach into June.
    within = expression.bound != "before" or expression.parts[0].portion in ("end", "late")
    end = inner.end or inner.start if within else inner.start
    if _is_eve(expression):
        end = (date.fromisoformat(end) - timedelta(days=1)).isoformat()
    return replace(inner, start=None, end=end)


def _is_eve(expression: TimeExpression) -> bool:
    """Say whether a bound is over before its feast: "before Easter"; "by New Year" is within the old one."""
    feast = expression.parts[0].feast
    return feast == NEW_YEAR or (feast is not None and expression.bound == "before")


def _tense_at_bound(expression: TimeExpression, tense: Tense) -> Tense:
    """Say which way the moment lies: the end of what was decided yesterday may be next week.

    "Since" looks back whatever the verb does; "until", "by" and "from" in a
    past sentence say nothing of the side, so a date is the nearest one.
    """
    if expression.bound == "since" or (expression.bound == "from" and tense is Tense.PRESENT):
        return Tense.PAST  # what goes on has begun
    moment = _day_named(expression.parts[0])
    dated = moment.month is not None
    if tense is Tense.PAST and dated and expression.bound == "from" and moment.day is None:
        return Tense.PAST  # many languages say "from" for "since": "from January the mission has escorted"
    if tense is Tense.PAST and dated:
        return Tense.NONE
    if tense is Tense.PAST and expression.bound in ("until", "on") and moment.season is not None:
        return Tense.FUTURE  # "was closed until spring": a season gone would have been told with its year
    ahead = expression.bound in ("until", "on") or (expression.bound == "by" and moment is expression.parts[0])
    if tense is Tense.PAST and ahead and moment.kind is TimeKind.WEEKDAY:
        return Tense.FUTURE  # "was closed until Friday", "was told to leave by Monday"
    open_side = tense is Tense.PRESENT or (tense is Tense.NONE and not dated)
    if open_side and expression.bound in ("until", "by"):
        return Tense.FUTURE
    return tense


def _day_named(expression: TimeExpression) -> TimeExpression:
    """Give the day of an hour or a part of one: Friday, of "noon on Friday"."""
    within = expression.kind in (TimeKind.CLOCK, TimeKind.PART) and len(expression.parts) == 1
    return _day_named(expression.parts[0]) if within else expression


def _range(expression: TimeExpression, *, anchor: Anchor | None, tense: Tense) -> Period | None:
    """Resolve from A to B; each end lends the other what it lacks."""
    first, last = _dated(expression, anchor=anchor, tense=tense)
    begins = _resolved(first, anchor=anchor, tense=tense)
    if begins is None or begins.start is None:
        return None
    ends = _range_end(last, begins, anchor=anchor, tense=tense)
    if ends is None or ends.start is None:
        return None
    end = _into_next_day(ends.end or ends.start, begins.start, first=first, last=last)
    doubt = begins.doubt or ends.doubt or ("it ends before it begins" if end < begins.start[: len(end)] else None)
    precision = min(begins.precision, ends.precision, key=list(Precision).index)
    return Period(start=begins.start, end=end if end != begins.start else None, precision=precision, doubt=doubt)


def _into_next_day(end: str, start: str, *, first: TimeExpression, last: TimeExpression) -> str:
    """Let hours run past midnight: "from 11 p.m. to 3 a.m." ends on the next day."""
    hours = first.kind is TimeKind.CLOCK and last.kind is TimeKind.CLOCK and "T" in start and "T" in end
    if not hours or end >= start or end[:ISO_DAY] != start[:ISO_DAY]:
        return end
    return (datetime.fromisoformat(end) + timedelta(days=1)).isoformat(timespec="minutes")


def _range_end(last: TimeExpression, begins: Period, *, anchor: Anchor | None, tense: Tense) -> Period | None:
    """Resolve B of "from A to B": a weekday is the next one after a day, and one of the report's after a month."""
    if _day_named(last).kind is not TimeKind.WEEKDAY:
        return _resolved(last, anchor=anchor, tense=tense)
    day = begins.first_day
    if begins.start is not None and begins.start[:ISO_DAY] == day:
        return _resolved(last, anchor=anchor_of(day), tense=Tense.FUTURE)
    return _resolved(last, anchor=anchor, tense=Tense.PAST if tense is Tense.PAST else Tense.FUTURE)


def _dated(expression: TimeExpression, *, anchor: Anchor | None, tense: Tense) -> tuple[TimeExpression, TimeExpression]:
    """Complete both ends of a range: month, year, and the day of a clock time."""
    first, last = _ends(expression)
    if expression.year is not None:
        last = replace(last, year=expression.year)
    first, last = _on_same_day(first, last)
    first, last = _same_month(first, last)
    if first.month is None or last.month is None:
        return first, last
    crosses = (first.month, first.day or 0) > (last.month, last.day or 99)
    if last.year is not None:
        return replace(first, year=first.year or last.year - crosses), last
    if first.year is None and anchor is not None:
        first = replace(first, year=_first_year(first, last, crosses=crosses, anchor=anchor.day, tense=tense))
    return first, replace(last, year=first.year and first.year + crosses)


def _ends(expression: TimeExpression) -> tuple[TimeExpression, TimeExpression]:
    """Give both ends of a range; hours behind a day are hours of that day: "on Friday from 9 to 11"."""
    if len(expression.parts) == 3:
        day = next(part for part in expression.parts if part.kind is not TimeKind.CLOCK)
        first, last = (replace(hour, parts=(day,)) for hour in expression.parts if hour.kind is TimeKind.CLOCK)
        return first, last
    return expression.parts[0], expression.parts[1]


def _on_same_day(first: TimeExpression, last: TimeExpression) -> tuple[TimeExpression, TimeExpression]:
    """Give "from 6 a.m. to 9 p.m. on Friday" its Friday at both ends."""
    if TimeKind.CLOCK in (first.kind, last.kind):
        if last.parts and not first.parts and first.kind is TimeKind.CLOCK:
            first = replace(first, parts=last.parts)
        elif first.parts and not last.parts and last.kind is TimeKind.CLOCK:
            last = replace(last, parts=first.parts)
    if None not in (first.hour, last.hour, last.meridiem) and first.meridiem is None:
        earlier = (first.hour or 0) % 12 < (last.hour or 0) % 12
        first = replace(first, meridiem=last.meridiem if earlier else "am")  # "from 8 to 11 p.m.", "11 to 1 p.m."
    return first, last


def _same_month(first: TimeExpression, last: TimeExpression) -> tuple[TimeExpression, TimeExpression]:
    """Lend a bare day its month: "28 to 3 October" began in September."""
    if first.month is None and first.day and last.month and last.day:
        back = first.day > last.day
        month = (last.month - 2) % 12 + 1 if back else last.month
        return replace(first, month=month, year=last.year and last.year - (back and month == 12)), last
    return first, filled(last, first) if last.month is None else last


def _first_year(
    first: TimeExpression, last: TimeExpression, *, crosses: bool, anchor: date, tense: Tense
) -> int | None:
    """Choose the year a range begins in: a future one has not ended, a past one has begun."""
    later = tense is Tense.FUTURE
    month, day = (last.month or 1, last.day or 28) if later else (first.month or 1, first.day or 1)
    found = chosen(same_day_in_years(month, day, around=anchor.year), anchor=anchor, tense=tense)
    return found.year - (crosses and later) if found else None


class _Resolver(Protocol):
    def __call__(self, expression: TimeExpression, *, anchor: Anchor | None, tense: Tense) -> Period | None: ...


_RESOLVERS: Mapping[TimeKind, _Resolver] = {
    TimeKind.DATE: _within_days,
    TimeKind.WEEKDAY: _within_days,
    TimeKind.CLOCK: _within_days,
    TimeKind.PART: _within_days,
    TimeKind.RELATIVE: of_relative,
    TimeKind.WINDOW: of_window,
    TimeKind.MONTH: _within_years,
    TimeKind.SEASON: _within_years,
    TimeKind.QUARTER: _within_years,
    TimeKind.YEAR: _years,
    TimeKind.DECADE: _years,
    TimeKind.BOUND: _bound,
    TimeKind.RANGE: _range,
    TimeKind.NOW: _now,
    TimeKind.VAGUE: _vague,
    TimeKind.SET: _vague,
}
