"""Short codes for when something is, as the corpus writes them.

A code is a point (``2025``, ``2025-09``, ``2025-09-12``, ``2025-09-12T14``,
``2025-09-12T14:30``), a named stretch (``2025-W37``, ``2025-W37-weekend``,
``2025-Q3``, ``2025-summer``, ``2025-09-mid``, ``2025-09-12-evening``), two of
them with ``..`` between, before or behind (a range, until, since), a length
(``P2W``), or ``vague``. Each means what ``reading.times`` makes of the same
words: a night begins on the day it is named after, a winter in the year it is.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import replace
from datetime import date, timedelta

from vedette.evaluation.values import TimeValue
from vedette.model.period import Period, Precision

_POINT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d)(?::(\d\d))?)?)?)?\Z")
_NAMED = re.compile(r"(\d{4}(?:-\d\d){0,2})-([a-z]+|Q\d)\Z")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-weekend)?\Z")
_LENGTH = re.compile(r"P(?:\d+[YMWD]|T\d+[HMS])\Z")
_HOURS = {
    "early": ("00:00", "06:00", 0), "dawn": ("04:00", "07:00", 0), "morning": ("06:00", "12:00", 0),
    "afternoon": ("12:00", "18:00", 0), "evening": ("18:00", "22:00", 0), "night": ("22:00", "06:00", 1),
    "tonight": ("18:00", "06:00", 1), "late": ("18:00", "23:59", 0),
}  # fmt: skip
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_PORTIONS = {"early": 0, "mid": 1, "late": 2}


def read_time_code(words: str) -> TimeValue:
    """Say which period a code of the corpus stands for.

    Args:
        words: A code, and behind it, where needed, a precision (``month``) and
            ``doubt`` for a weekday that contradicts its date in the text.

    Raises:
        ValueError: The words are no code; the message says why.

    Example:
        >>> read_time_code("2025-09-12..2025-09-16").period.last_day
        '2025-09-16'
        >>> read_time_code("2025-09-11-evening").period.start
        '2025-09-11T18:00'
        >>> read_time_code("P2W").duration
        'P2W'
    """
    code, _, rest = words.strip().partition(" ")
    if _LENGTH.match(code) and not rest:
        return TimeValue(code=code, period=None, duration=code)
    period = Period(precision=Precision.VAGUE) if code == "vague" else _range(code)
    for word in rest.split():
        if word == "doubt":
            period = replace(period, doubt="weekday")
        elif word in {precision.value for precision in Precision}:
            period = replace(period, precision=Precision(word))
        else:
            raise ValueError(f"'{word}' is no precision.")
    return TimeValue(code=" ".join(words.split()), period=period)


def _range(code: str) -> Period:
    if ".." not in code:
        return _stretch(code)
    first, _, last = code.partition("..")
    if not first and not last:
        raise ValueError("'..' has a time on neither side.")
    if not first:
        end = _stretch(last)
        return replace(end, start=None, end=end.end or end.start)
    begin = _stretch(first)
    if not last:
        return replace(begin, end=None, open_end=True)
    end = _stretch(last)
    period = replace(begin, end=end.end or end.start)
    if (period.first_day or "") > (period.last_day or ""):
        raise ValueError(f"'{first}' is later than '{last}'.")
    return period


def _stretch(code: str) -> Period:
    for read in (_point, _week, _named):
        period = read(code)
        if period is not None:
            return period
    raise ValueError(f"'{code}' is no time.")


def _point(code: str) -> Period | None:
    found = _POINT.match(code)
    if not found:
        return None
    year, month, day, hour, minute = found.groups()
    date(int(year), int(month or 1), int(day or 1))  # raises for a day that no calendar has
    if hour is None:
        precision = Precision.DAY if day else Precision.MONTH if month else Precision.YEAR
        return Period(start=code, precision=precision)
    if int(hour) > 23 or int(minute or 0) > 59:
        raise ValueError(f"'{code}' is no time of day.")
    precision = Precision.MINUTE if minute else Precision.HOUR
    return Period(start=code if minute else f"{code}:00", precision=precision)


def _week(code: str) -> Period | None:
    found = _WEEK.match(code)
    if not found:
        return None
    monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
    first, last = (monday + timedelta(days=5 if found[3] else 0), monday + timedelta(days=6))
    precision = Precision.WEEKEND if found[3] else Precision.WEEK
    return Period(start=first.isoformat(), end=last.isoformat(), precision=precision)


def _named(code: str) -> Period | None:
    found = _NAMED.match(code)
    if not found:
        return None
    stem, name = found[1], found[2]
    if len(stem) == 10 and name in _HOURS:
        begins, ends, later = _HOURS[name]
        day = date.fromisoformat(stem)
        last = day + timedelta(days=later)
        return Period(start=f"{day}T{begins}", end=f"{last}T{ends}", precision=Precision.PART_OF_DAY)
    if len(stem) == 7 and name in _PORTIONS:
        return _portion_of_month(stem, _PORTIONS[name])
    return _part_of_year(stem, name) if len(stem) == 4 else None


def _part_of_year(stem: str, name: str) -> Period | None:
    if name in _PORTIONS:
        first_month = 1 + 4 * _PORTIONS[name]
        return Period(start=f"{stem}-{first_month:02d}", end=f"{stem}-{first_month + 3:02d}", precision=Precision.YEAR)
    if name in _SEASONS:
        return _three_months(int(stem), _SEASONS[name])
    if name in ("Q1", "Q2", "Q3", "Q4"):
        return _three_months(int(stem), 3 * int(name[1]) - 2)
    return None


def _portion_of_month(month: str, third: int) -> Period:
    year, number = int(month[:4]), int(month[5:])
    if not 1 <= number <= 12:
        raise ValueError(f"'{month}' is no month.")
    last = calendar.monthrange(year, number)[1]
    first, end = ((1, 10), (11, 20), (21, last))[third]
    return Period(start=f"{month}-{first:02d}", end=f"{month}-{end:02d}", precision=Precision.MONTH)


def _three_months(year: int, month: int) -> Period:
    last_year, last_month = (year, month + 2) if month <= 10 else (year + 1, month - 10)
    return Period(start=f"{year:04d}-{month:02d}", end=f"{last_year:04d}-{last_month:02d}", precision=Precision.SEASON)
