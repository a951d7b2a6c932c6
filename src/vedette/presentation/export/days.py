"""On which days of a calendar an event stands, as far as its words say."""

from __future__ import annotations

from datetime import date

from vedette.model import Period, Precision
from vedette.presentation.known_day import known_day


def days_of(period: Period | None) -> tuple[date, date] | None:
    """Give the first and the last day that a period can mean, ``None`` where no day is known.

    Where only one end is known it is both: "until 16 September" stands on the 16th,
    "from 12 September" on the 12th. "In recent years" names no day.

    Example:
        >>> [day.isoformat() for day in days_of(Period(start="2025-09"))]
        ['2025-09-01', '2025-09-30']

    """
    if period is None or period.precision is Precision.VAGUE:
        return None
    first, last = known_day(period.first_day), known_day(period.last_day)
    start, end = first or last, last or first
    return (start, max(start, end)) if start and end else None
