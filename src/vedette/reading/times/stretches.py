"""Times longer than a day: weeks, months, seasons, quarters, years, and what is counted in them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from vedette.model.period import Period, Precision
from vedette.reading.times.anchor import Anchor, chosen, last_of_month, monday_of, month_after
from vedette.reading.times.expression import Tense, TimeExpression

_PRECISION = {
    "second": Precision.MINUTE, "minute": Precision.MINUTE, "hour": Precision.HOUR, "day": Precision.DAY,
    "week": Precision.WEEK, "weekend": Precision.WEEKEND, "month": Precision.MONTH, "quarter": Precision.SEASON,
    "year": Precision.YEAR, "decade": Precision.YEAR, "century": Precision.YEAR,
}  # fmt: skip
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_NO_GRACE = timedelta(0)
WITHIN = "within"  # begins the names of rules for what is done before so much time is over
_SEASON = 3  # months
_TENS = {"early": (0, 10), "mid": (10, 20), "late": (20, 31)}  # of a month, whatever its length


def of_relative(expression: TimeExpression, *, anchor: Anchor | None, tense: Tense) -> Period | None:
    """Resolve what is counted in units from the report: yesterday, last week, three months ago."""
    if anchor is None or expression.unit is None:
        return None
    if expression.day is not None:
        return _in_a_row(expression, anchor=anchor, tense=tense)
    steps = expression.shift
    if steps is None and expression.direction is not None:
        if expression.count is None:
            return Period(precision=Precision.VAGUE)
        steps = expression.direction * expression.count
    if expression.unit == "weekend":
        return _weekend(steps, anchor=anchor.day, tense=tense)
    if expression.unit in _MONTHS:
        return _calendar(expression.unit, steps or 0, expression=expression, anchor=anchor)
    return _days_off(expression, steps or 0, anchor=anchor)


def _in_a_row(expression: TimeExpression, *, anchor: Anchor, tense: Tense) -> Period | None:
    """Resolve "for the third day": it began two days before, and goes on."""
    begun = of_relative(replace(expression, day=None, shift=1 - (expression.day or 1)), anchor=anchor, tense=tense)
    return begun and replace(begun, end=None, open_end=True)


def _days_off(expression: TimeExpression, steps: int, *, anchor: Anchor) -> Period:
    if expression.unit == "week":
        monday = monday_of(anchor.day) + timedelta(weeks=steps)
        return _cut([(monday + timedelta(days=n)).isoformat() for n in range(7)], Precision.WEEK, expression, anchor)
    if expression.unit == "day":
        return Period(start=(anchor.day + timedelta(days=steps)).isoformat(), precision=Precision.DAY)
    return _hours_off(expression.unit or "hour", steps, anchor=anchor)


def _calendar(unit: str, steps: int, *, expression: TimeExpression, anchor: Anchor) -> Period | None:
    today = anchor.day
    if unit == "month":
        return in_month(*month_after(today.year, today.month, steps), expression=expression, anchor=anchor)
    if unit == "quarter":
        first = month_after(today.year, (today.month - 1) // 3 * 3 + 1, 3 * steps)
        return of_months(first, count=3, expression=expression, anchor=anchor)
    if unit == "year" and steps == -1 and expression.count == 1 and not expression.from_context:  # "a year ago"
        return in_month(*month_after(today.year, today.month, 12 * steps), expression=expression, anchor=anchor)
    if unit == "year":
        return in_year(today.year + steps, expression=expression, anchor=anchor)
    if unit == "decade":
        return in_decade(today.year // 10 * 10 + 10 * steps, expression=expression, anchor=anchor)
    return Period(precision=Precision.VAGUE)


def _hours_off(unit: str, steps: int, *, anchor: Anchor) -> Period:
    """Count hours from the hour of the report; without one, only the day is known."""
    if anchor.moment is None:
        return Period(start=anchor.day.isoformat(), precision=Precision.DAY)
    moment = anchor.moment + timedelta(**{f"{unit}s": steps})
    written = moment.strftime("%H:00" if unit == "hour" else "%H:%M")
    return Period(start=f"{moment.date().isoformat()}T{written}", precision=_PRECISION[unit])


def _weekend(steps: int | None, *, anchor: date, tense: Tense) -> Period:
    saturday = monday_of(anchor) + timedelta(days=5)
    if steps is not None:
        saturday += timedelta(weeks=steps)
    elif tense is not Tense.FUTURE and saturday > anchor:
        saturday -= timedelta(weeks=1)
    end = saturday + timedelta(days=1)
    return Period(start=saturday.isoformat(), end=end.isoformat(), precision=Precision.WEEKEND)


def of_window(expression: TimeExpression, *, anchor: Anchor | None, tense: Tense) -> Period | None:
    """Resolve "the past three weeks" and "within two months": from the report back, or on."""
    if anchor is None or expression.unit is None or expression.direction is None:
        return None
    if expression.count is None:
        return Period(precision=Precision.VAGUE)
    today, steps = anchor.day, expression.direction * expression.count
    ahead = expression.unit == "hour" or expression.rule.startswith(WITHIN)
    if (expression.unit == "hour" and expression.count < 24) or (ahead and tense is Tense.PAST):
        return None  # no whole day, or a length: "was fired at for 48 hours", "nine were shot down within a week"
    if expression.unit in _MONTHS:
        year, month = month_after(today.year, today.month, steps * _MONTHS[expression.unit])
        by_months = expression.unit in ("month", "quarter") or steps in (1, -1)  # "the past year" is twelve of them
        far = f"{year:04d}-{month:02d}" if by_months else f"{year:04d}"
        near = today.isoformat()[: len(far)]
    else:
        far, near = (today + _whole_days(expression.unit, steps)).isoformat(), today.isoformat()
    start, end = sorted((far, near))
    return Period(start=start, end=end if end != start else None, precision=_PRECISION[expression.unit])


def _whole_days(unit: str, count: int) -> timedelta:
    """Count in days, as far as whole ones come together: "within 72 hours" is within three days."""
    if unit == "hour":
        return timedelta(days=int(count / 24))
    return timedelta(days={"day": 1, "weekend": 7, "week": 7}.get(unit, 0) * count)


def of_month(expression: TimeExpression, *, anchor: Anchor | None, tense: Tense, year: int | None) -> Period | None:
    """Resolve "July", "mid-July 2025", "last March"; the year from the words, else from the tense."""
    if expression.month is None:
        return None
    year = expression.year or year
    if year is None and anchor is not None:
        year = _year_by_tense(expression.month, shift=expression.shift, anchor=anchor.day, tense=tense)
    if year is None:
        return None
    return in_month(year, expression.month, expression=expression, anchor=anchor)


def _year_by_tense(
    month: int, *, shift: int | None, anchor: date, tense: Tense, months: int = 1
) -> int | None:
    """Say which year's month, or season of some months, is meant; that of the report lies on neither side of it."""
    here = anchor.replace(day=1)
    firsts = [date(anchor.year + step, month, 1) for step in (-2, -1, 0, 1)]
    if shift == -1:
        firsts = [first for first in firsts if date(*month_after(first.year, month, months), 1) <= here]
        return max(firsts).year
    firsts = firsts[1:]
    if shift == 1:
        firsts = [first for first in firsts if first > here]
        return min(firsts).year
    if shift == 0:
        return anchor.year
    if tense not in (Tense.PAST, Tense.FUTURE):
        # Counted in months, so that March seen from September is the last one, as half a year back is as near.
        return min(firsts, key=lambda first: (abs(_months_between(here, first)), first)).year
    found = chosen(firsts, anchor=here, tense=tense, grace=_NO_GRACE)
    return found.year if found else None


def _months_between(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month


def of_season(expression: TimeExpression, *, anchor: Anchor | None, tense: Tense, year: int | None) -> Period | None:
    """Resolve "the autumn of 2024"; a winter is named after the year it begins in."""
    if expression.season is None:
        return None
    year = expression.year or year
    if year is None and anchor is not None:
        year = _year_by_tense(
            expression.season, shift=expression.shift, anchor=anchor.day, tense=tense, months=_SEASON
        )
    if year is None:
        return None
    return of_months((year, expression.season), count=_SEASON, expression=expression, anchor=anchor)


def of_quarter(expression: TimeExpression, *, anchor: Anchor | None, tense: Tense, year: int | None) -> Period | None:
    """Resolve "Q3 2025" and "the third quarter": without a year, the last that has begun, or the next."""
    if expression.quarter is None:
        return None
    year, month = expression.year or year, 3 * expression.quarter - 2
    if year is None and anchor is not None:
        firsts = [date(anchor.day.year + step, month, 1) for step in (-1, 0, 1)]
        here = anchor.day if tense is not Tense.FUTURE else date(*month_after(anchor.day.year, anchor.day.month, -2), 1)
        looks = Tense.FUTURE if tense is Tense.FUTURE else Tense.PAST
        found = chosen(firsts, anchor=here, tense=looks, grace=_NO_GRACE)
        year = found.year if found else None
    if year is None:
        return None
    return of_months((year, month), count=3, expression=expression, anchor=anchor)


def in_month(year: int, month: int, *, expression: TimeExpression, anchor: Anchor | None) -> Period:
    """Give a month, or the portion or the week of it that the words name."""
    if expression.unit is not None and expression.day is not None:
        return _week_in_month(year, month, expression.day, weekend=expression.unit == "weekend")
    if expression.portion is None:
        return Period(start=f"{year:04d}-{month:02d}", precision=Precision.MONTH)
    days = [f"{year:04d}-{month:02d}-{day:02d}" for day in range(1, last_of_month(year, month).day + 1)]
    if expression.portion in _TENS:
        first, last = _TENS[expression.portion]
        return Period(start=days[first], end=days[:last][-1], precision=Precision.MONTH)
    return _cut(days, Precision.MONTH, expression, anchor)


def _week_in_month(year: int, month: int, number: int, *, weekend: bool) -> Period:
    """Give the first, second ... week or weekend of a month, the last for -1; a week is where its Thursday is.

    Of a week that the month does not have ("the fifth week of February") only the month is certain.
    """
    decides = 5 if weekend else 3
    first = date(year, month, 1)
    days = [first + timedelta(days=(decides - first.weekday()) % 7 + 7 * step) for step in range(5)]
    inside = [day for day in days if day.month == month]
    if number > len(inside):
        return Period(start=f"{year:04d}-{month:02d}", precision=Precision.MONTH, doubt="the month has no such week")
    day = inside[number - 1 if number > 0 else number]
    monday = monday_of(day)
    start = day if weekend else monday
    precision = Precision.WEEKEND if weekend else Precision.WEEK
    return Period(start=start.isoformat(), end=(monday + timedelta(days=6)).isoformat(), precision=precision)


def in_year(year: int, *, expression: TimeExpression, anchor: Anchor | None) -> Period:
    """Give a year, or the portion of it that the words name."""
    if expression.portion is None:
        return Period(start=f"{year:04d}", precision=Precision.YEAR)
    return _cut([f"{year:04d}-{month:02d}" for month in range(1, 13)], Precision.YEAR, expression, anchor)


def in_decade(year: int, *, expression: TimeExpression, anchor: Anchor | None) -> Period:
    """Give a decade, or the portion of it that the words name."""
    return _cut([f"{year + n:04d}" for n in range(10)], Precision.YEAR, expression, anchor)


def of_months(first: tuple[int, int], *, count: int, expression: TimeExpression, anchor: Anchor | None) -> Period:
    """Give a run of months, such as a season, or the portion of it that the words name."""
    months = ["{:04d}-{:02d}".format(*month_after(*first, n)) for n in range(count)]
    return _cut(months, Precision.SEASON, expression, anchor)


def _cut(cells: list[str], precision: Precision, expression: TimeExpression, anchor: Anchor | None) -> Period:
    """Cut the named portion out of a stretch of days, months or years.

    Early, mid and late are thirds (of a month, its tens of days), start and end
    sixths; "earlier" and "later" end and begin with the report. The precision
    stays that of the whole: the words promise no more.
    """
    first, last = _portion(len(cells), expression.portion)
    start, end = cells[first], cells[last]
    if anchor is not None and expression.portion in ("earlier", "later"):
        today = anchor.day.isoformat()[: len(cells[0])]
        if cells[0] <= today <= cells[-1]:
            start, end = (start, today) if expression.portion == "earlier" else (today, end)
    return Period(start=start, end=end if end != start else None, precision=precision)


def _portion(size: int, portion: str | None) -> tuple[int, int]:
    third, sixth, half = max(1, size // 3), max(1, size // 6), size // 2
    bounds = {
        "early": (0, third - 1),
        "mid": (third, size - third - 1),
        "late": (size - third, size - 1),
        "start": (0, sixth - 1),
        "end": (size - sixth, size - 1),
        "first_half": (0, half - 1),
        "second_half": (half, size - 1),
    }
    return bounds.get(portion or "", (0, size - 1))
