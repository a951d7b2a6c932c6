"""Days that have a name: those of the calendar, and those that are counted from Easter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta


def easter(year: int) -> date:
    """Give Easter Sunday of the western churches.

    The tables of the Gregorian calendar as Gauss and his correctors put them into arithmetic.

    Example:
        >>> easter(2025).isoformat(), easter(2026).isoformat()
        ('2025-04-20', '2026-04-05')
    """
    golden, century = year % 19, year // 100
    skipped = century - century // 4 - (8 * century + 13) // 25
    epact = (19 * golden + skipped + 15) % 30
    full_moon = epact - (epact // 28) * (1 - (epact // 28) * (29 // (epact + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + full_moon + 2 - century + century // 4) % 7
    march = full_moon - weekday  # days from 28 March to the Sunday after the full moon
    return date(year, 3, 28) + timedelta(days=march)


def pascha(year: int) -> date:
    """Give Easter Sunday of the eastern churches, in the calendar that everyone else uses.

    Example:
        >>> pascha(2025).isoformat(), pascha(2026).isoformat()
        ('2025-04-20', '2026-04-12')
    """
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    julian = date(year, 3, 22) + timedelta(days=moon + weekday)
    return julian + timedelta(days=year // 100 - year // 400 - 2)  # how far the Julian calendar is behind


_MOVABLE: Mapping[str, Callable[[int], date]] = {"easter": easter, "pascha": pascha}
NEW_YEAR = "new_year"


def is_movable(feast: str | None) -> bool:
    """Say whether a feast is counted from Easter."""
    return feast in _MOVABLE


def movable_days(feast: str, days_after: int, *, around: int) -> list[date]:
    """Give a feast that is counted from Easter in the years around one.

    Example:
        >>> [day.isoformat() for day in movable_days("easter", 49, around=2025)]
        ['2024-05-19', '2025-06-08', '2026-05-24']
    """
    return [_MOVABLE[feast](year) + timedelta(days=days_after) for year in (around - 1, around, around + 1)]
