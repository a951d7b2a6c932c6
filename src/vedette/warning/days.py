"""Days of the calendar, written as ISO dates: they sort like words, and only counting needs a calendar."""

from __future__ import annotations

from datetime import date, timedelta


def shift(day: str, days: int) -> str:
    """Give the day so many days later, or earlier where the number is below 0.

    Example:
        >>> shift("2024-02-28", 2), shift("2025-01-01", -1)
        ('2024-03-01', '2024-12-31')
    """
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def days_between(earlier: str, later: str) -> int:
    """Count the days from one day to a later one.

    Example:
        >>> days_between("2025-02-27", "2025-03-01")
        2
    """
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days


def window_start(day: str, window: int) -> str:
    """Give the first day of a window of so many days that ends with a day.

    Example:
        >>> window_start("2025-09-12", 7)
        '2025-09-06'
    """
    return shift(day, 1 - window)


def is_day(text: str) -> bool:
    """Say whether a text is a day of the calendar.

    Example:
        >>> is_day("2025-02-29"), is_day("2024-02-29")
        (False, True)
    """
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
