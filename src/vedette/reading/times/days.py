"""Times no longer than a day: dates, weekdays, clock times, parts of a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from vedette.model.period import Period, Precision
from vedette.reading.times.anchor import Anchor, chosen, monday_of, month_after, same_day_in_years
from vedette.reading.times.expression import Tense, TimeExpression
from vedette.reading.times.feasts import is_movable, movable_days

# The hours of the parts of a day; the last figure is the day it ends on, counted from the day it is named after.
_HOURS = {
    "early": ("00:00", "06:00", 0),
    "dawn": ("04:00", "07:00", 0),
    "morning": ("06:00", "12:00", 0),
    "afternoon": ("12:00", "18:00", 0),
    "evening": ("18:00", "22:00", 0),
    "night": ("22:00", "06:00", 1),
    "tonight": ("18:00", "06:00", 1),
    "late": ("18:00", "23:59", 0),
}
_ONE_DAY = timedelta(days=1)
_FAR = timedelta(days=330)


def day_of_date(expression: TimeExpression, *, anchor: Anchor | None, tense: Tense) -> date | None:
    """Give the day of "12 September 2025", "Easter" or "the 12th"; ``None`` where nothing tells the year."""
    if is_movable(expression.feast):
        return _day_of_feast(expression, anchor=anchor, tense=tense)
    if expression.day is None:
        return None
    if expression.month is not None and expression.year is not None:
        return date(expression.year, expression.month, expression.day)
    if anchor is None:
        return None
    if expression.month is not None:
        days = same_day_in_years(expression.month, expression.day, around=anchor.day.year)
        found = chosen(days, anchor=anchor.day, tense=tense)
        # The tense of a sentence errs more often than a writer leaves out the year of a day so far away.
        far = found is not None and tense is Tense.PAST and anchor.day - found > _FAR
        return chosen(days, anchor=anchor.day, tense=Tense.NONE) if far else found
    days = _same_day_in_months(expression.day, anchor.day)
    return chosen(days, anchor=anchor.day, tense=tense)


def _day_of_feast(expression: TimeExpression, *, anchor: Anchor | None, tense: Tense) -> date | None:
    year = expression.year or (anchor.day.year if anchor else None)
    if year is None or expression.feast is None:
        return None
    days = movable_days(expression.feast, expression.count or 0, around=year)
    if expression.year is not None:
        return next(day for day in days if day.year == year)
    return chosen(days, anchor=anchor.day, tense=tense) if anchor else None


def _same_day_in_months(day: int, around: date) -> list[date]:
    found = []
    for steps in range(-2, 3):
        year, month = month_after(around.year, around.month, steps)
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    return found


def of_date(expression: TimeExpression, *, anchor: Anchor | None, tense: Tense) -> Period | None:
    """Resolve a date; a weekday that contradicts it, or an order that is not sure, is a doubt."""
    day = day_of_date(expression, anchor=anchor, tense=tense)
    if day is None:
        return None
    doubt = expression.doubt
    if expression.weekday is not None and expression.weekday != day.weekday():
        doubt = f"the weekday contradicts the date: {day.isoformat()} is a {_WEEKDAYS[day.weekday()]}"
    if expression.hour is not None:
        return Period(start=_at(day, expression.hour, expression.minute), precision=Precision.MINUTE, doubt=doubt)
    return Period(start=day.isoformat(), precision=Precision.DAY, doubt=doubt)


_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def of_weekday(
    expression: TimeExpression, *, anchor: Anchor | None, tense: Tense, week: Period | None
) -> Period | None:
    """Resolve "Friday", "last Friday", "Friday of next week"."""
    if anchor is None or expression.weekday is None:
        return None
    if expression.direction == 1:
        tense = Tense.FUTURE  # "was set for Friday": whatever the verb does, the day lay ahead
    ahead = (expression.weekday - anchor.day.weekday()) % 7
    if week is not None and week.start is not None:
        day = date.fromisoformat(week.start) + timedelta(days=expression.weekday)
    elif expression.shift == -1:
        day = anchor.day - timedelta(days=7 - ahead)
    elif expression.shift == 1:
        day = anchor.day + timedelta(days=ahead or 7)
    elif expression.shift == 0 and tense is not Tense.FUTURE:
        day = monday_of(anchor.day) + timedelta(days=expression.weekday)
    elif tense is Tense.FUTURE or ahead == 0:
        day = anchor.day + timedelta(days=ahead)
    else:
        day = anchor.day - timedelta(days=7 - ahead)
    if tense is Tense.PAST and day > anchor.day and expression.shift != 1:
        # "It closed on Saturday of this week", told on a Monday: the days behind, as people count them.
        day -= timedelta(days=7)
    return Period(start=day.isoformat(), precision=Precision.DAY)


def of_clock(expression: TimeExpression, *, day: Period | None) -> Period | None:
    """Resolve an hour on a day that is known by now."""
    if day is None or day.start is None or len(day.start) < 10 or expression.hour is None:
        return None
    hour = expression.hour % 24
    if expression.meridiem is not None:
        if hour > 12 and expression.meridiem == "am":
            return None
        # "19:00 in the evening" has said it all with the figures.
        hour = hour if hour > 12 else hour % 12 + (12 if expression.meridiem == "pm" else 0)
    precision = Precision.HOUR if expression.minute is None else Precision.MINUTE
    start = _at(date.fromisoformat(day.start[:10]), hour, expression.minute)
    return Period(start=start, precision=precision, doubt=day.doubt or expression.doubt)


def of_part(expression: TimeExpression, *, day: Period | None, until: Period | None = None) -> Period | None:
    """Resolve a part of a day, or a night between two days.

    A night is that which begins on the day it is named after, except "the
    night into Wednesday", which ends on it.
    """
    if day is None or day.start is None or len(day.start) < 10:
        return None
    first = date.fromisoformat(day.start[:10])
    if expression.part == "night_into":
        return _hours(first - _ONE_DAY, "22:00", first, "06:00", doubt=day.doubt)
    if expression.part == "night_between" and until is not None and until.start is not None:
        return _hours(first, "22:00", date.fromisoformat(until.start[:10]), "06:00", doubt=day.doubt or until.doubt)
    if expression.part not in _HOURS:
        return None
    begins, ends, later = _HOURS[expression.part]
    return _hours(first, begins, first + later * _ONE_DAY, ends, doubt=day.doubt)


def _hours(first: date, begins: str, last: date, ends: str, *, doubt: str | None) -> Period:
    return Period(
        start=f"{first.isoformat()}T{begins}",
        end=f"{last.isoformat()}T{ends}",
        precision=Precision.PART_OF_DAY,
        doubt=doubt,
    )


def _at(day: date, hour: int, minute: int | None) -> str:
    return f"{day.isoformat()}T{hour:02d}:{minute or 0:02d}"


def night_days(expression: TimeExpression) -> tuple[TimeExpression, TimeExpression]:
    """Give both days of a night, each with the month and year that one of them may lack ("9 to 10 September")."""
    first, last = expression.parts[0], expression.parts[1]
    return filled(first, last), filled(last, first)


def filled(part: TimeExpression, other: TimeExpression) -> TimeExpression:
    """Lend a bare day the month, and a date the year, of the other end."""
    if part.day is None or other.month is None:
        return part
    month = part.month or other.month
    return replace(part, month=month, year=part.year or other.year)
