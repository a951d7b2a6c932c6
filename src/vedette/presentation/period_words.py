"""Dates in plain words, never more exact than they are known.

Every phrase is a message of its own, since languages do not put them together alike: what stands after
"from" or "until" has another form in many, so those messages carry the context "after a preposition".
"""

from __future__ import annotations

from datetime import date

from vedette.model import Period, Precision
from vedette.presentation.saying import ENGLISH, pgettext, spoken
from vedette.presentation.saying import gettext as _

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)
_ALONE, _AFTER = "alone", "after a preposition"


def describe_period(period: Period | None) -> str:
    """Say when something happened, as exactly as it is known and no more.

    Example:
        >>> describe_period(Period(start="2025-09-11T18:00", precision=Precision.PART_OF_DAY, open_end=True))
        'from the evening of 11 September 2025'
        >>> describe_period(Period(start="2025-09-12", end="2025-09-16"))
        '12–16 September 2025'

    """
    if period is None:
        return undated()
    start, end = period.start, period.end
    if start is None:
        if end is not None:
            return _("until %(moment)s") % {"moment": _moment(end, period.precision, form=_AFTER)}
        return period.text or undated()
    if period.precision is Precision.VAGUE and period.text:
        return period.text
    if end is None or end == start:
        if period.open_end and end is None:
            return _("from %(moment)s") % {"moment": _moment(start, period.precision, form=_AFTER)}
        return _moment(start, period.precision)
    return _interval(start, end, period.precision)


def describe_day(moment: str | None) -> str:
    """Say an ISO 8601 date or date and time in words, to the day.

    Example:
        >>> describe_day("2025-09-12T08:15:00Z"), describe_day("2025-09"), describe_day(None)
        ('12 September 2025', 'September 2025', 'date not known')

    """
    return undated() if moment is None else _day(moment[:10])


def undated() -> str:
    """Say that nobody knows when.

    Example:
        >>> undated()
        'date not known'

    """
    return _("date not known")


def _interval(start: str, end: str, precision: Precision) -> str:
    season = _season(start, end) if precision is Precision.SEASON else None
    if season is not None:
        return season
    if start[:10] == end[:10]:
        return _same_day(start, end, precision)
    if precision is Precision.PART_OF_DAY and start[11:13] >= "20" and "T" in end and end[11:13] <= "12":
        return _("the night of %(days)s") % {"days": _days(start[:10], end[:10])}
    if precision is Precision.WEEK:
        return _("week of %(days)s") % {"days": _days(start[:10], end[:10])}
    if precision is Precision.WEEKEND:
        return _("weekend of %(days)s") % {"days": _days(start[:10], end[:10])}
    if "T" in start or "T" in end:
        return _("%(start)s to %(end)s") % {"start": _moment(start, precision), "end": _moment(end, precision)}
    return _days(start, end)


def _same_day(start: str, end: str, precision: Precision) -> str:
    if precision is Precision.PART_OF_DAY:
        return _moment(start, precision)
    day = _day(start[:10])
    if "T" not in end:
        return _("%(day)s, from %(clock)s") % {"day": day, "clock": start[11:16]}
    if "T" in start:
        return f"{day}, {start[11:16]}–{end[11:16]}"
    return _("%(day)s, until %(clock)s") % {"day": day, "clock": end[11:16]}


def _days(start: str, end: str) -> str:
    """Write two dates as one range that names month and year once."""
    if len(start) == len(end) == 10 and start[:7] == end[:7]:
        return f"{int(start[8:])}–{_day(end)}"
    if len(start) == len(end) >= 7 and start[:4] == end[:4]:
        return f"{_day(start)[:-5]} – {_day(end)}"
    return f"{_day(start)} – {_day(end)}"


def _season(start: str, end: str) -> str | None:
    years = start[:4] if start[:4] == end[:4] else f"{start[:4]}/{end[2:4]}"
    match start[5:7], end[5:7]:
        case "03", "05":
            return _("spring %(year)s") % {"year": years}
        case "06", "08":
            return _("summer %(year)s") % {"year": years}
        case "09", "11":
            return _("autumn %(year)s") % {"year": years}
        case "12", "02":
            return _("winter %(year)s") % {"year": years}
    return None


def _moment(moment: str, precision: Precision, *, form: str = _ALONE) -> str:
    if "T" not in moment:
        return _day(moment, form=form)
    day, clock = _day(moment[:10]), moment[11:16]
    if precision is Precision.PART_OF_DAY:
        return _part_of(day, int(clock[:2]), form=form)
    return _("%(day)s, midnight") % {"day": day} if clock == "00:00" else f"{day}, {clock}"


def _part_of(day: str, hour: int, *, form: str) -> str:
    after = form == _AFTER
    if 5 <= hour < 12:
        said = (
            pgettext("after a preposition", "the morning of %(day)s") if after
            else pgettext("alone", "the morning of %(day)s")
        )
    elif 12 <= hour < 17:
        said = (
            pgettext("after a preposition", "the afternoon of %(day)s") if after
            else pgettext("alone", "the afternoon of %(day)s")
        )
    elif 17 <= hour < 22:
        said = (
            pgettext("after a preposition", "the evening of %(day)s") if after
            else pgettext("alone", "the evening of %(day)s")
        )
    else:
        said = (
            pgettext("after a preposition", "the night of %(day)s") if after
            else pgettext("alone", "the night of %(day)s")
        )
    return said % {"day": day}


def _day(day: str, *, form: str = _ALONE) -> str:
    parts = day.split("-")
    if not all(part.isdigit() for part in parts):
        return day
    if len(parts) == 1:
        year = {"year": day}
        return pgettext("after a preposition", "%(year)s") % year if form == _AFTER else pgettext(
            "alone", "%(year)s") % year
    if not 1 <= int(parts[1]) <= 12:
        return day
    if spoken() != ENGLISH:
        return _as_spoken(day, parts, form=form)
    month = f"{_MONTHS[int(parts[1]) - 1]} {parts[0]}"
    return month if len(parts) == 2 else f"{int(parts[2])} {month}"


def _as_spoken(day: str, parts: list[str], *, form: str) -> str:
    """Write a day or a month as the Unicode project (CLDR) knows it; a month alone has a form of its own."""
    from babel.dates import format_date  # noqa: PLC0415 - needed outside English only

    try:
        known = date(*map(int, parts)) if len(parts) == 3 else date(int(parts[0]), int(parts[1]), 1)
    except ValueError:
        return day
    pattern = "d MMMM y" if len(parts) == 3 else "MMMM y" if form == _AFTER else "LLLL y"
    return str(format_date(known, pattern, locale=spoken()))
