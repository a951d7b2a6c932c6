"""What is told to be so long before or after another: "a day after the drones flew in, Latvia closed its airspace"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from vedette.model import Claim, EventType, Period, Precision, Report, Stage
from vedette.reading.anchors import tell_when
from vedette.reading.dated import ISO_DAY
from vedette.reading.times import Tense, TimeExpression, TimeKind
from vedette.reading.times.anchor import month_after

COUNTED = "its own words name no day; it is counted from that of what it is told with"
_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_HOURS = ("hour", "minute", "second")


@dataclass(frozen=True, slots=True)
class Apart:
    """Two things told with how far they are from each other; both by their places among the claims.

    ``later`` says of the one that is told behind the words ("a day after ...") that the ``other`` came later.
    Where the other is no claim, ``day`` is its time, if it has one ("they came on Friday, a day after ...").
    """

    behind: int
    other: int | None
    distance: TimeExpression
    day: Period | None = None

    @property
    def later(self) -> bool:
        """Whether what is not behind the words came later."""
        return self.distance.direction == 1


def find_apart(claims: Sequence[Claim], times: Sequence[TimeExpression], report: Report) -> list[Apart]:
    """Find what is told so many days before or after another, in the order of the text.

    Args:
        claims: Of a report.
        times: All that the report names; hours are no distance.
        report: The report.
    """
    distances = [time for time in times if time.kind is TimeKind.DISTANCE and time.unit not in _HOURS]
    found = (apart for distance in distances for apart in _told_around(distance, claims, report.text))
    return [
        replace(apart, day=_day_beside(apart, claims, times, report.published)) if apart.other is None else apart
        for apart in found
    ]


def _day_beside(
    apart: Apart, claims: Sequence[Claim], times: Sequence[TimeExpression], published: str | None
) -> Period | None:
    """Give the time that the sentence names last before a distance."""
    start, end = claims[apart.behind].sentence.start, apart.distance.span.start
    before = [time for time in times if start <= time.span.start and time.span.end <= end]
    past = Tense.PAST if claims[apart.behind].stage is Stage.HAPPENED else Tense.NONE
    return tell_when(before[-1], times, published=published, tense=past) if before else None


def _told_around(distance: TimeExpression, claims: Sequence[Claim], text: str) -> Iterator[Apart]:
    told = sorted(
        (at for at, claim in enumerate(claims) if claim.sentence.holds(distance.span)),
        key=lambda at: claims[at].trigger,
    )
    behind = [at for at in told if claims[at].trigger.start >= distance.span.end]
    before = [at for at in told if claims[at].trigger.end <= distance.span.start]
    if not behind:
        return
    first = claims[behind[0]].trigger
    # "A day after the drones flew in, Latvia closed its airspace": the other is behind the comma.
    apart = (at for at in behind[1:] if "," in text[first.end : claims[at].trigger.start])
    yield Apart(behind[0], before[-1] if before else next(apart, None), distance)


def date_named(claims: Sequence[Claim], found: Sequence[Apart], *, day: str | None) -> list[Claim]:
    """Date what stands apart from something that has a day of its own words.

    A time that is named before the distance is that of the other: "on Friday, a week before the drills began".
    """
    dated = list(claims)
    for apart in found:
        behind, told = dated[apart.behind], _named(dated[apart.behind])
        if told is None or _is_of_other(told, behind, apart):
            behind = dated[apart.behind] = replace(behind, period=None)
        if apart.other is None:
            if behind.period is None and apart.day is not None:
                dated[apart.behind] = _counted(behind, apart.day, apart, back=apart.later, day=day)
            continue
        other = dated[apart.other]
        if behind.period is None and _named(other) is None and told is not None:
            other = dated[apart.other] = replace(other, period=told)
        known = _named(other)
        if behind.period is None and known is not None:
            dated[apart.behind] = _counted(behind, known, apart, back=apart.later, day=day)
        elif behind.period is not None and known is None:
            dated[apart.other] = _counted(other, behind.period, apart, back=not apart.later, day=day)
    return dated


def date_behind(claims: Sequence[Claim], found: Sequence[Apart], *, day: str | None) -> list[Claim]:
    """Date what is still open, from days that were not named but found otherwise; it is never of the same day."""
    dated = list(claims)
    for apart in found:
        behind = dated[apart.behind]
        other = dated[apart.other].period if apart.other is not None else None
        if behind.period is None and other is not None:
            dated[apart.behind] = _counted(behind, other, apart, back=apart.later, day=day)
    return dated


def _named(claim: Claim) -> Period | None:
    """Give the time that its own words name, not one that was passed on to it."""
    return claim.period if claim.period is not None and claim.period.is_named else None


def _is_of_other(told: Period, behind: Claim, apart: Apart) -> bool:
    """Say whether a time cannot be that of what stands behind a distance: it is named before it, in one sentence."""
    span = told.span
    return span is not None and behind.sentence.holds(span) and span.end <= apart.distance.span.start


def _counted(claim: Claim, known: Period, apart: Apart, *, back: bool, day: str | None) -> Claim:
    """Give a claim the day that lies a distance from a known one; what was done was not done after the report."""
    if claim.type is EventType.EXERCISE and back and apart.later:
        return claim  # "two days after the drills ended" tells nothing of when they began
    base = known.first_day if back or apart.distance.direction == -1 else known.last_day or known.first_day
    start = _off(base, apart.distance, back=back)
    if start is None or (claim.stage is Stage.HAPPENED and day is not None and start > day[: len(start)]):
        return claim
    precision = Precision.DAY if len(start) == ISO_DAY else Precision.MONTH
    return replace(claim, period=Period(start=start, precision=precision, doubt=COUNTED))


def _off(base: str | None, distance: TimeExpression, *, back: bool) -> str | None:
    if base is None or len(base) < ISO_DAY or distance.count is None or distance.unit is None:
        return None
    steps = -distance.count if back else distance.count
    start = date.fromisoformat(base)
    try:
        if distance.unit in _DAYS:
            return (start + timedelta(days=_DAYS[distance.unit] * steps)).isoformat()
        if distance.unit in _MONTHS:
            year, month = month_after(start.year, start.month, _MONTHS[distance.unit] * steps)
            return f"{year:04d}-{month:02d}"
    except OverflowError:
        pass  # far beyond the calendar
    return None
