"""Texts about the past: there a date without a year is counted from the date told before, not from the report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vedette.reading.times.expression import Tense, TimeExpression, TimeKind
from vedette.reading.times.resolve import resolve_time

FAR = 2  # years between a report and what is history to it
ENOUGH = 3  # dates with a year that make a history
_COUNTED = (TimeKind.DATE, TimeKind.MONTH, TimeKind.SEASON, TimeKind.RANGE, TimeKind.BOUND, TimeKind.PART)
_OF_THESE_DAYS = ("day", "week", "weekend")


def anchors_of(times: Sequence[TimeExpression], *, published: str | None) -> list[str | None]:
    """Say from which day each time of a text is counted: that of the report, or in a history the one told before.

    A text is a history where it gives several years, and hardly one that is near its own; so are yesterday,
    Monday and last week.

    Args:
        times: All times of the text, in its order.
        published: Date of the text.
    """
    if published is None or not _is_history(times, published):
        return [published] * len(times)
    return list(_told_before(times, published))


def _is_history(times: Sequence[TimeExpression], published: str) -> bool:
    years = [year for time in times for year in _years(time)]
    near = [year for year in years if year > int(published[:4]) - FAR]
    today = [time for time in times if _is_of_these_days(time)]
    return len(years) >= ENOUGH and (len(near) + len(today)) * 4 < len(years)


def _years(time: TimeExpression) -> list[int]:
    own = [time.year] if time.year is not None else []
    return own + [year for part in time.parts for year in _years(part)]


def _told_before(times: Sequence[TimeExpression], published: str) -> Iterator[str]:
    last = published
    for time in times:
        yield last
        if time.kind not in _COUNTED and time.kind is not TimeKind.YEAR:
            continue
        period = resolve_time(time, anchor=last, tense=Tense.NONE)
        day = period.first_day if period is not None else None
        if day is not None and (_years(time) or last != published):
            last = f"{day[:4]}-07-01" if time.kind is TimeKind.YEAR else day


def _is_of_these_days(time: TimeExpression) -> bool:
    """Say whether a time looks from the report itself: a weekday, yesterday, last week, or since then."""
    if time.kind is TimeKind.WEEKDAY or (time.kind is TimeKind.RELATIVE and time.unit in _OF_THESE_DAYS):
        return not time.from_context
    return any(_is_of_these_days(part) for part in time.parts)
