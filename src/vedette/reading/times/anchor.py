"""The date that times are counted from, and the steps of the calendar."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from vedette.errors import UsageError
from vedette.reading.times.expression import Tense

_FAR_AHEAD, _NOT_LONG_AGO = timedelta(days=300), timedelta(days=32)
GRACE = timedelta(days=3)
"""How far a date may lie on the wrong side of the report: papers print tomorrow's date, agencies yesterday's tense."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """When the report was published; ``moment`` only where the hour is known."""

    day: date
    moment: datetime | None = None


def anchor_of(published: str | None) -> Anchor | None:
    """Read the date of a report.

    Raises:
        UsageError: It is neither an ISO date nor an ISO date with a time.

    Example:
        >>> anchor_of("2025-09-12T08:15").day
        datetime.date(2025, 9, 12)
    """
    if published is None:
        return None
    try:
        day = date.fromisoformat(published[:10])
        moment = datetime.fromisoformat(published).replace(tzinfo=None) if len(published) > 10 else None
    except ValueError as wrong:
        raise UsageError(f"'{published}' is no date to count from. Give 2025-09-12 or 2025-09-12T08:15.") from wrong
    return Anchor(day=day, moment=moment)


def month_after(year: int, month: int, steps: int) -> tuple[int, int]:
    """Count months on from a month.

    Example:
        >>> month_after(2025, 11, 3), month_after(2025, 1, -1)
        ((2026, 2), (2024, 12))
    """
    index = year * 12 + month - 1 + steps
    if not 12 <= index < 120000:
        raise OverflowError(f"month {index} is outside the calendar")
    return index // 12, index % 12 + 1


def monday_of(day: date) -> date:
    """Give the Monday of the week that a day lies in."""
    return day - timedelta(days=day.weekday())


def last_of_month(year: int, month: int) -> date:
    """Give the last day of a month."""
    following = month_after(year, month, 1)
    return date(*following, 1) - timedelta(days=1)


def chosen(candidates: Iterable[date], *, anchor: date, tense: Tense, grace: timedelta = GRACE) -> date | None:
    """Pick the candidate that the tense means: the last before, the first after, or the nearest.

    Example:
        >>> days = [date(2024, 9, 12), date(2025, 9, 12)]
        >>> chosen(days, anchor=date(2025, 3, 1), tense=Tense.PAST)
        datetime.date(2024, 9, 12)
    """
    days = sorted(candidates)
    before = [day for day in days if day <= anchor + grace]
    after = [day for day in days if day >= anchor - grace]
    if tense is Tense.PAST and before:
        return before[-1]
    if tense is Tense.FUTURE and after and not (before and _is_rather_gone(before[-1], after[0], anchor)):
        return after[0]
    return min(days, key=lambda day: (abs(day - anchor), day), default=None)


def _is_rather_gone(before: date, after: date, anchor: date) -> bool:
    """Say whether a day of weeks ago is meant and not that in a year, whatever the tense: a far year is told."""
    return after - anchor > _FAR_AHEAD and anchor - before < _NOT_LONG_AGO


def same_day_in_years(month: int, day: int, *, around: int) -> list[date]:
    """Give a day of a month in the years around one; 29 February in fewer of them.

    Example:
        >>> [day.year for day in same_day_in_years(2, 29, around=2025)]
        [2024, 2028]
    """
    reach = 4 if (month, day) == (2, 29) else 1
    found = []
    for year in range(around - reach, around + reach + 1):
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    return found
