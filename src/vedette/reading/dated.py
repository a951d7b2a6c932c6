"""What dates and lengths say of an event, whichever way its words were found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from vedette.model import EventType, Period, Precision, Span, Stage
from vedette.reading.ground import SPOKEN
from vedette.reading.times import TimeExpression, TimeKind
from vedette.reading.times.anchor import last_of_month, month_after

# Acts that last: an end or a length that is told of them elsewhere in the sentence is theirs.
LASTING = frozenset({
    EventType.EXERCISE, EventType.BORDER_CLOSURE, EventType.AIRSPACE_RESTRICTION, EventType.MOVEMENT_RESTRICTION,
    EventType.DEPLOYMENT, EventType.WEAPON_DEPLOYMENT,
})
# Measures: they begin when they are ordered, unless another day is told.
MEASURES = frozenset({EventType.BORDER_CLOSURE, EventType.AIRSPACE_RESTRICTION, EventType.MOVEMENT_RESTRICTION})
# Acts of a moment: an end that another sentence tells is that of something else.
AT_ONCE = SPOKEN | {
    EventType.LAW_OR_VOTE, EventType.SHOOTDOWN, EventType.INTERCEPTION, EventType.ARREST, EventType.EXPULSION,
    EventType.AIRSPACE_VIOLATION, EventType.DRONE_INCIDENT, EventType.MILITARY_AID,
}
LIST_GAP = 16  # characters between two dates of one list
_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_DAYS = {"day": 1, "week": 7}
_TO_THE_DAY = (Precision.DAY, Precision.PART_OF_DAY, Precision.HOUR, Precision.MINUTE)
ISO_DAY = 10
ISO_MONTH = 7
DEADLINE = "then at the latest"
COUNTED = "the text names no day; its length is counted from that of the report"
INHERITED = "its own words name no day; that of what it is told with is taken"


@dataclass(frozen=True, slots=True)
class Length:
    """How long something lasts: "for seven days"."""

    count: int
    unit: str
    text: str
    span: Span

    @classmethod
    def of(cls, expression: TimeExpression) -> Length | None:
        """Take the length out of a time expression; ``None`` where it gives no whole days."""
        if expression.days is None or expression.count is None or expression.rule == "distance":
            return None
        unit = expression.unit or "day"
        return cls(expression.count, unit, expression.text, expression.span) if unit in _MONTHS | _DAYS else None

    def end_from(self, start: str, type: EventType) -> str:
        """Give the last day, counted from the first.

        The days of an exercise are counted themselves ("a five-day drill"); the
        term of a measure begins to run on the day after.
        """
        first = date.fromisoformat(start[:ISO_DAY])
        if self.unit in _MONTHS:
            year, month = month_after(first.year, first.month, self.count * _MONTHS[self.unit])
            last = date(year, month, min(first.day, last_of_month(year, month).day))
        else:
            last = first + timedelta(days=self.count * _DAYS[self.unit])
        return (last - timedelta(days=type not in MEASURES)).isoformat()


def with_length(period: Period | None, length: Length | None, *, type: EventType) -> Period | None:
    """Give a period its end where it has a first day, and the text says how long it lasts."""
    if period is None or length is None or type not in LASTING or period.end is not None:
        return period
    if period.start is None or len(period.start) < ISO_DAY:
        return period
    return replace(period, end=length.end_from(period.start, type), open_end=False)


def ended(period: Period, end: str | None) -> Period:
    """Give a period the end that is told apart from its start; none that lies before it.

    An hour that was over when it began is one of the day after: shut at ten in the evening, until six.

    Example:
        >>> ended(Period(start="2025-09-12T22:00"), "2025-09-12T06:00").end
        '2025-09-13T06:00'
        >>> ended(Period(start="2025-09-12"), "2025-09-10").end is None
        True
    """
    start = period.start
    if start is None or end is None:
        return replace(period, end=end or period.end, open_end=False)
    exact = min(len(start), len(end))
    if end[:exact] >= start[:exact]:
        return replace(period, end=end, open_end=False)
    if start[:ISO_DAY] != end[:ISO_DAY] or "T" not in end:
        return _a_year_before(period, end)
    following = (date.fromisoformat(end[:ISO_DAY]) + timedelta(days=1)).isoformat()
    return replace(period, end=following + end[ISO_DAY:], open_end=False)


def _a_year_before(period: Period, end: str) -> Period:
    """Let what ends this year have begun in it, where its own words name no year; else it keeps no such end."""
    day = report_day(period.start)
    if day is None or period.text is None or day[:4] in period.text or day[5:] == "02-29":
        return period
    begun = f"{int(day[:4]) - 1}{day[4:]}"
    return replace(period, start=begun, end=end, open_end=False) if begun <= end else period


def joined(first: Period | None, second: Period | None, *, type: EventType) -> Period | None:
    """Make one period of what two tellings of an event say; what is done at once has no end told elsewhere.

    Example:
        >>> start, end = Period(start="2025-09-12"), Period(end="2025-09-16")
        >>> joined(start, end, type=EventType.EXERCISE).end, joined(start, end, type=EventType.LAW_OR_VOTE).end
        ('2025-09-16', None)
    """
    if first is None or second is None:
        return first or second
    if second.is_named and not first.is_named:
        return second
    lasts = type not in AT_ONCE
    if lasts and _goes_on_until(first, second) and _may_end_with(first, second):
        return ended(first, second.end)
    if first.start is None and second.start is not None:
        ends_here = lasts and second.end is None and _may_end_with(second, first)
        return ended(second, first.end) if ends_here else second
    return first


def _may_end_with(started: Period, until: Period) -> bool:
    """Say whether what is told of a year, and no more, may be what ends on a day: "in 2021" it went on for a while."""
    within = started.start is not None and until.end is not None and until.end.startswith(started.start)
    return started.open_end or started.precision is not Precision.YEAR or within


def _goes_on_until(first: Period, second: Period) -> bool:
    """Say whether the end that one telling gives is that of what begins in the other: it tells no other beginning."""
    if first.start is None or first.end is not None or second.end is None or second.end <= first.start:
        return False
    return second.start is None or second.start.startswith(first.start) or first.start.startswith(second.start)


def as_deadline(period: Period | None, *, type: EventType, stage: Stage) -> Period | None:
    """Read an end without a start as the day of what is done once: "to be deployed by the end of the year"."""
    if period is None or period.start is not None or period.end is None:
        return period
    if stage is not Stage.PLANNED or type is EventType.EXERCISE or type in MEASURES:
        return period
    return replace(period, start=period.end, doubt=period.doubt or DEADLINE)


def days_listed(periods: Sequence[Period]) -> list[Period]:
    """Give the single days of a list of dates that stand close to one another."""
    days = [
        period for period in periods
        if period.start and period.span and not period.open_end and period.end is None
        and period.precision is Precision.DAY
    ]
    found = days[:1]
    for period in days[1:]:
        if period.start == found[-1].start:
            continue  # "last Sunday, January 26": one day in two ways
        if found[-1].span is not None and period.span is not None and found[-1].span.gap(period.span) <= LIST_GAP:
            found.append(period)
    return found


def inherited(period: Period) -> Period:
    """Give a time to what only stands beside the words for it: with a doubt, and without the words."""
    return replace(period, text=None, span=None, doubt=INHERITED)


def is_from_now_on(expression: TimeExpression) -> bool:
    """Say whether words only tell that something lasts from now on: "until further notice"."""
    return expression.kind is TimeKind.NOW and expression.bound is not None


def of_itself(period: Period | None, *, type: EventType, stage: Stage, published: str | None) -> Period | None:
    """Leave a time that lies ahead out of words that were spoken: it is that of what they demand, promise, threaten."""
    if period is None or type not in SPOKEN or stage is not Stage.HAPPENED:
        return period
    day, today = period.first_day, report_day(published)
    return None if day is None or (today is not None and day > today) else period


def report_day(published: str | None) -> str | None:
    """Give the day on which a report was published, where its date is known to the day.

    Example:
        >>> report_day("2025-09-10T06:40:00+02:00"), report_day("2025-09")
        ('2025-09-10', None)
    """
    return published[:ISO_DAY] if published is not None and len(published) >= ISO_DAY else None


def stage_by_date(
    stage: Stage, period: Period | None, *, type: EventType, published: str | None, may_be_later: bool = False
) -> Stage:
    """Say "planned" of what is dated after the report, and "under way" of what lasts over its day.

    Nothing happens, or goes on, before it begins; words for what is to come ("will train from the 12th to the 16th")
    tell on the 14th what goes on.

    Args:
        stage: What the words say.
        period: When it is.
        type: What it is.
        published: The date of the report.
        may_be_later: The report has no date of its own, and this is the latest day that it names: what it tells as
            done ("the drills, which ran from the 12th to the 16th") was done by then.
    """
    day = period.first_day if period is not None else None
    today = report_day(published)
    if period is None or day is None or today is None:
        return stage
    if day > today and not may_be_later and stage in (Stage.HAPPENED, Stage.UNDER_WAY):
        return Stage.PLANNED
    lasts = period.open_end or today <= (period.end or "")
    goes_on = type in LASTING and period.precision in _TO_THE_DAY and day < today and lasts
    return Stage.UNDER_WAY if goes_on and stage is Stage.PLANNED else stage
