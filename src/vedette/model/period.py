"""When something happened: an interval, and how exactly it is known."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from vedette.model.span import Span


class Precision(StrEnum):
    """How exactly a period is known; never finer than the words."""

    MINUTE = "minute"
    HOUR = "hour"
    PART_OF_DAY = "part_of_day"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    VAGUE = "vague"  # "in recent years", "repeatedly"


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """When something happened or will, as far as the words give it.

    ``start`` and ``end`` are ISO 8601, cut where knowledge ends: ``2025``,
    ``2025-09``, ``2025-09-11``, ``2025-09-11T18:00``. ``end`` is inclusive
    and ``None`` for a single day (month, year) or an end that is not known;
    ``open_end`` tells the second case apart ("since", "from the evening of").
    A period with only ``end`` is "until". ``text`` and ``span`` are the words;
    both are ``None`` where the date of the report itself is meant.
    ``doubt`` names what does not fit, such as a weekday that contradicts its date.

    Example:
        >>> Period(start="2025-09-11T18:00", precision=Precision.PART_OF_DAY, open_end=True).first_day
        '2025-09-11'
    """

    start: str | None = None
    end: str | None = None
    precision: Precision = Precision.DAY
    open_end: bool = False
    text: str | None = None
    span: Span | None = None
    doubt: str | None = None

    @property
    def is_named(self) -> bool:
        """Whether words name it; the day of the report, taken with a doubt in their place, is nobody's word."""
        return self.text is not None or self.doubt is None

    @property
    def first_day(self) -> str | None:
        """The earliest day it can mean, ``YYYY-MM-DD``; ``None`` without a start."""
        if self.start is None:
            return None
        return {4: f"{self.start}-01-01", 7: f"{self.start}-01"}.get(len(self.start), self.start[:10])

    @property
    def last_day(self) -> str | None:
        """The latest day it can mean, ``YYYY-MM-DD``; ``None`` where the end is open or unknown."""
        if self.end is None and self.open_end:
            return None
        last = self.end or self.start
        if last is None:
            return None
        if len(last) == 4:
            return f"{last}-12-31"
        if len(last) == 7:
            return f"{last}-{_days_in_month(last):02d}"
        return last[:10]


def _days_in_month(month: str) -> int:
    year, number = int(month[:4]), int(month[5:7])
    if number == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if number in (4, 6, 9, 11) else 31
