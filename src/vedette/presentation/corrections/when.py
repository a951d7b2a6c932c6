"""Dates as people write them in a correction: ISO 8601, cut where knowledge ends."""

from __future__ import annotations

import re
from datetime import datetime

from vedette.errors import UsageError
from vedette.model import Period, Precision

_OPEN = ".."
_MOMENT = re.compile(r"\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2})?)?)?")
_FORMS = {4: "%Y", 7: "%Y-%m", 10: "%Y-%m-%d", 16: "%Y-%m-%dT%H:%M"}
_PRECISION = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY, 16: Precision.MINUTE}
_HOW = (
    "Write a date as 2025-09-11, 2025-09 or 2025, a time as 2025-09-11T18:00, from and to as 2025-09-11/2025-09-16, "
    "and '..' for an end that nobody knows, as in 2025-09-11/.."
)


def understand_period(written: str) -> Period:
    """Understand a date, a time, or two with a stroke between them.

    Raises:
        UsageError: It is none of these.

    Example:
        >>> period = understand_period("2025-09-11/2025-09-16")
        >>> period.start, period.end, period.precision.value, understand_period("../2025-09").end
        ('2025-09-11', '2025-09-16', 'day', '2025-09')
    """
    first, stroke, last = (part.strip() for part in written.partition("/"))
    start = None if first == _OPEN and stroke else _moment(first)
    end = _moment(last) if stroke and last != _OPEN else None
    if start is None and end is None:
        raise UsageError(f"'{written}' says neither from when nor until when. {_HOW}")
    period = Period(
        start=start, end=end, precision=_PRECISION[min(len(one) for one in (start, end) if one)],
        open_end=bool(stroke) and end is None, text=written,
    )
    if period.first_day and period.last_day and period.first_day > period.last_day:
        raise UsageError(f"'{written}' ends before it begins. Swap the two.")
    return period


def write_period(period: Period) -> str:
    """Write a period as it is understood."""
    if period.end is None:
        return f"{period.start or period.text or ''}{'/' + _OPEN if period.open_end else ''}"
    return f"{period.start or _OPEN}/{period.end}"


def _moment(written: str) -> str:
    moment = written.upper().replace(" ", "T")
    try:
        if _MOMENT.fullmatch(moment) is None:
            raise ValueError(written)
        datetime.strptime(moment, _FORMS[len(moment)])
    except ValueError:
        raise UsageError(f"'{written}' is no date. {_HOW}") from None
    return moment
