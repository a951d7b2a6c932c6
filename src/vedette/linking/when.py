"""Periods as stretches of hours, so that "the evening of the 11th" can meet "the 12th".

Hours are counted from the first day of the calendar. A stretch runs from
``start`` up to, not including, ``end``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from vedette.model import Period, Precision

FOREVER = 10**9
MIDNIGHT_HOURS = 12
"""How far apart a part of a day and another date may lie and still be one moment, told from either side of midnight."""
ORDER = tuple(Precision)
"""From the finest to the coarsest."""
_HOURS = {
    Precision.MINUTE: 1, Precision.HOUR: 1, Precision.PART_OF_DAY: 6, Precision.DAY: 24, Precision.WEEKEND: 48,
    Precision.WEEK: 168, Precision.MONTH: 744, Precision.SEASON: 2208, Precision.YEAR: 8784, Precision.VAGUE: 8784,
}


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of hours, with the precision of the words; ``open_end`` means that nobody said when it ends."""

    start: int
    end: int
    precision: Precision
    open_end: bool = False

    @property
    def finer_than_day(self) -> bool:
        """Whether the words name a part of a day, an hour or a minute."""
        return ORDER.index(self.precision) < ORDER.index(Precision.DAY)

    @property
    def within_a_day(self) -> bool:
        """Whether it is one day or less."""
        return self.end - self.start <= 24

    @property
    def coarse(self) -> bool:
        """Whether the words name no day at all."""
        return ORDER.index(self.precision) > ORDER.index(Precision.WEEKEND)

    @property
    def opening(self) -> Window:
        """The moment at which it begins, as exactly as the words tell it."""
        return Window(self.start, self.start + _HOURS[self.precision], self.precision)

    def overlaps(self, other: Window) -> bool:
        """Say whether the two share an hour."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Window) -> bool:
        """Say whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def gap(self, other: Window) -> int:
        """Count the hours between the two; 0 where they touch or overlap."""
        return max(0, other.start - self.end, self.start - other.end)


def day_number(day: str | None) -> int | None:
    """Count the days of the calendar up to this one; ``None`` where it is no date.

    Example:
        >>> day_number("2025-09-12") - day_number("2025-09-11T18:00")
        1
    """
    try:
        return date.fromisoformat(day[:10]).toordinal() if day else None
    except ValueError:
        return None


def window_of(period: Period | None) -> Window | None:
    """Give the hours that a period can mean; ``None`` where it names no date.

    Example:
        >>> evening = window_of(Period(start="2025-09-11T18:00", precision=Precision.PART_OF_DAY))
        >>> next_day = window_of(Period(start="2025-09-12"))
        >>> evening.overlaps(next_day), evening.gap(next_day)
        (False, 0)
    """
    if period is None:
        return None
    first, last = day_number(period.first_day), day_number(period.last_day)
    if first is None and last is None:
        return None
    start = -FOREVER if first is None else first * 24 + _hour(period.start)
    end = _end(period, start, last)
    return Window(start, max(end, start + 1), period.precision, open_end=period.open_end and period.end is None)


def disagree(left: Window, right: Window) -> bool:
    """Say whether two dates of one thing cannot both hold.

    Rule: they share no hour. Where one names a part of a day, up to twelve
    hours between them are two ways to tell one night. Of two beginnings
    without an end ("since"), the beginnings are compared.
    """
    if left.open_end and right.open_end:
        left, right = left.opening, right.opening
    if left.overlaps(right):
        return False
    return left.gap(right) > MIDNIGHT_HOURS if left.finer_than_day or right.finer_than_day else True


def _hour(moment: str | None) -> int:
    return int(moment[11:13]) if moment and len(moment) > 12 and moment[11:13].isdigit() else 0


def _end(period: Period, start: int, last: int | None) -> int:
    if last is None:
        return FOREVER
    if period.end is not None:
        return last * 24 + (_hour(period.end) + 1 if len(period.end) > 10 else 24)
    if period.start is not None and len(period.start) > 10:
        return start + min(_HOURS[period.precision], 24)
    return last * 24 + 24
