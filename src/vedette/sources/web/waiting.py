"""How long a server asks to be left alone."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

DAY = 86_400.0
_SECONDS = re.compile("[0-9]{1,20}")


def retry_after(value: str | None, *, now: datetime, sent: str | None = None) -> float | None:
    """Read a ``Retry-After``: in how many seconds a server wants to be asked again.

    It is a number of seconds, or a moment. A moment is counted from the
    ``Date`` that the server sent, so that a wrong clock there or here does no
    harm. Nothing is longer than a day, after which one may ask whether it
    still holds; what has passed is none; what cannot be read is ``None``.

    Args:
        value: The header.
        now: The moment of the answer.
        sent: The ``Date`` of the answer.

    Example:
        >>> now = datetime(2025, 9, 12, 8, tzinfo=UTC)
        >>> retry_after("120", now=now), retry_after("Fri, 12 Sep 2025 08:05:00 GMT", now=now)
        (120.0, 300.0)
    """
    value = (value or "").strip()
    if _SECONDS.fullmatch(value):
        return min(float(value), DAY)
    then = _moment(value)
    if then is None:
        return None
    return max(0.0, min((then - (_moment(sent or "") or now)).total_seconds(), DAY))


def _moment(value: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(value[:60])
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
