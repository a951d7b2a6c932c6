"""What dates and lengths say of an event, whichever way its words were found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from vedette.model import EventType, Period, Precision, Span, Stage
from vedette.reading.ground import SPOKEN
from vedette.reading.times import Tense, TimeExpression, TimeKind, resolve_time
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
ISO_DAY = 10
ISO_MONTH = 7
_EXACT = {"month": ISO_MONTH, "quarter": ISO_MONTH, "year": 4}  # what a time has to be, for these to be counted from it
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
    if lasts and _goes_on_until(first, second):
        return replace(first, end=second.end, open_end=False)
    if first.start is None and second.start is not None:
        return replace(second, end=second.end or (first.end if lasts else None))
    return first


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
        if found[-1].span is not None and period.span is not None and found[-1].span.gap(period.span) <= LIST_GAP:
            found.append(period)
    return found


def counted_from(
    expression: TimeExpression, times: Sequence[TimeExpression], *, published: str | None, tense: Tense
) -> str | None:
    """Give the day that a time is counted from: the last one named before it, where it is one of a story.

    That is "two days earlier", and in the past also "in a year", which some
    languages say for "a year later". Else it is the day of the report.
    """
    counted = _from_context(expression)
    later = expression.kind is TimeKind.RELATIVE and expression.direction == 1 and tense is Tense.PAST
    if counted is None and not later:
        return published
    exact = _EXACT.get((counted or expression).unit or "", ISO_DAY)
    for other in reversed(times):
        if other.span.start < expression.span.start and not other.from_context:
            period = resolve_time(other, anchor=published, tense=Tense.PAST)
            if period is not None and period.start is not None and len(period.start) >= exact:
                return _not_gone(period.first_day, expression, published=published, tense=tense)
    return published


def _not_gone(day: str | None, expression: TimeExpression, *, published: str | None, tense: Tense) -> str | None:
    """Count an hour to come from the day of the report, where the day told before it is over."""
    within_day = expression.kind in (TimeKind.CLOCK, TimeKind.PART, TimeKind.RANGE, TimeKind.BOUND)
    over = day is not None and published is not None and day < published[:ISO_DAY]
    return published if over and within_day and tense is Tense.FUTURE else day


def _from_context(expression: TimeExpression) -> TimeExpression | None:
    """Give what of a time is counted from others: itself, or the moment of a bound or a range."""
    if expression.from_context:
        return expression
    inside = expression.parts if expression.kind in (TimeKind.BOUND, TimeKind.RANGE) else ()
    return inside[0] if inside and all(part.from_context for part in inside) else None


def inherited(period: Period) -> Period:
    """Give a time to what only stands beside the words for it: with a doubt, and without the words."""
    return replace(period, text=None, span=None, doubt=INHERITED)


def is_from_now_on(expression: TimeExpression) -> bool:
    """Say whether words only tell that something lasts from now on: "until further notice"."""
    return expression.kind is TimeKind.NOW and expression.bound is not None


def tell_when(
    expression: TimeExpression, times: Sequence[TimeExpression], *, published: str | None, tense: Tense
) -> Period | None:
    """Tie one of the times of a text to the calendar, as a sentence of a tense means it.

    Args:
        expression: The time.
        times: All times of the text so far, from which "two days earlier" is counted.
        published: The day of the report, or what stands for it in a history.
        tense: Which way the sentence looks.
    """
    anchor = counted_from(expression, times, published=published, tense=tense)
    if tense is Tense.PAST and anchor == published:
        expression = _just_gone(expression)
    return resolve_time(expression, anchor=anchor, tense=tense)


def _just_gone(expression: TimeExpression) -> TimeExpression:
    """Read "at night" and "in the evening", told of the past without a day, as those before the day of the report."""
    if expression.kind is not TimeKind.PART or expression.parts:
        return expression
    if expression.part == "night" and not expression.shift:
        return replace(expression, part="night_into")
    if expression.shift is not None:
        return expression
    return replace(expression, shift=-1) if expression.part in ("evening", "late") else expression


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


def stage_by_date(stage: Stage, period: Period | None, *, type: EventType, published: str | None) -> Stage:
    """Say "planned" of what is dated after the report, and "under way" of what lasts over its day.

    Nothing happens, or goes on, before it begins; words for what is to come ("will train from the 12th to the 16th")
    tell on the 14th what goes on.
    """
    day = period.first_day if period is not None else None
    today = report_day(published)
    if period is None or day is None or today is None:
        return stage
    if day > today and stage in (Stage.HAPPENED, Stage.UNDER_WAY):
        return Stage.PLANNED
    goes_on = type in LASTING and period.precision is Precision.DAY and day < today <= (period.end or "")
    return Stage.UNDER_WAY if goes_on and stage is Stage.PLANNED else stage
