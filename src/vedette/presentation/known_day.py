"""A day as it was written, if it is one."""

from __future__ import annotations

from datetime import date


def known_day(written: str | None) -> date | None:
    """Give the day that a text begins with (``YYYY-MM-DD``), ``None`` where it names none.

    What an outlet gives as the day of its report may be anything.

    Example:
        >>> known_day("2025-09-12T18:00"), known_day("javascript:alert(1)"), known_day(None)
        (datetime.date(2025, 9, 12), None, None)
    """
    try:
        return date.fromisoformat(written[:10]) if written else None
    except ValueError:
        return None
