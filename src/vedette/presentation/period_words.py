"""Dates in plain words, never more exact than they are known."""

from __future__ import annotations

from vedette.model import Period, Precision

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)
# First and last month of a season, as two-digit numbers.
_SEASONS = {("03", "05"): "spring", ("06", "08"): "summer", ("09", "11"): "autumn", ("12", "02"): "winter"}
UNDATED = "date not known"


def describe_period(period: Period | None) -> str:
    """Say when something happened, as exactly as it is known and no more.

    Example:
        >>> describe_period(Period(start="2025-09-11T18:00", precision=Precision.PART_OF_DAY, open_end=True))
        'from the evening of 11 September 2025'
        >>> describe_period(Period(start="2025-09-12", end="2025-09-16"))
        '12–16 September 2025'

    """
    if period is None:
        return UNDATED
    start, end = period.start, period.end
    if start is None:
        if end is not None:
            return f"until {_moment(end, period.precision)}"
        return period.text or UNDATED
    if period.precision is Precision.VAGUE and period.text:
        return period.text
    if end is None or end == start:
        return ("from " if period.open_end and end is None else "") + _moment(start, period.precision)
    return _interval(start, end, period.precision)


def describe_day(moment: str | None) -> str:
    """Say an ISO 8601 date or date and time in words, to the day.

    Example:
        >>> describe_day("2025-09-12T08:15:00Z"), describe_day("2025-09"), describe_day(None)
        ('12 September 2025', 'September 2025', 'date not known')

    """
    return UNDATED if moment is None else _day(moment[:10])


def _interval(start: str, end: str, precision: Precision) -> str:
    season = _season(start, end) if precision is Precision.SEASON else None
    if season is not None:
        return season
    if start[:10] == end[:10]:
        return _same_day(start, end, precision)
    if precision is Precision.PART_OF_DAY and start[11:13] >= "20" and "T" in end and end[11:13] <= "12":
        return f"the night of {_days(start[:10], end[:10])}"
    if precision in (Precision.WEEK, Precision.WEEKEND):
        return f"{precision} of {_days(start[:10], end[:10])}"
    if "T" in start or "T" in end:
        return f"{_moment(start, precision)} to {_moment(end, precision)}"
    return _days(start, end)


def _same_day(start: str, end: str, precision: Precision) -> str:
    if precision is Precision.PART_OF_DAY:
        return _moment(start, precision)
    hours = f"{start[11:16]}–{end[11:16]}" if "T" in start and "T" in end else f"until {end[11:16]}"
    return f"{_day(start[:10])}, {hours if 'T' in end else f'from {start[11:16]}'}"


def _days(start: str, end: str) -> str:
    """Write two dates as one range that names month and year once."""
    if len(start) == len(end) == 10 and start[:7] == end[:7]:
        return f"{int(start[8:])}–{_day(end)}"
    if len(start) == len(end) >= 7 and start[:4] == end[:4]:
        return f"{_day(start)[:-5]} – {_day(end)}"
    return f"{_day(start)} – {_day(end)}"


def _season(start: str, end: str) -> str | None:
    name = _SEASONS.get((start[5:7], end[5:7]))
    if name is None:
        return None
    years = start[:4] if start[:4] == end[:4] else f"{start[:4]}/{end[2:4]}"
    return f"{name} {years}"


def _moment(moment: str, precision: Precision) -> str:
    if "T" not in moment:
        return _day(moment)
    day, clock = _day(moment[:10]), moment[11:16]
    if precision is Precision.PART_OF_DAY:
        return f"the {_part(int(clock[:2]))} of {day}"
    return f"{day}, {'midnight' if clock == '00:00' else clock}"


def _part(hour: int) -> str:
    if 5 <= hour < 12:
        return "morning"
    if 12 <= hour < 17:
        return "afternoon"
    return "evening" if 17 <= hour < 22 else "night"


def _day(day: str) -> str:
    parts = day.split("-")
    if len(parts) == 1 or not all(part.isdigit() for part in parts) or not 1 <= int(parts[1]) <= 12:
        return day
    month = f"{_MONTHS[int(parts[1]) - 1]} {parts[0]}"
    return month if len(parts) == 2 else f"{int(parts[2])} {month}"
