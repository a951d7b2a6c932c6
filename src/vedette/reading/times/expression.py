"""A time as the words give it, before any date of publication has been looked at."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from vedette.model.span import Span


class Tense(StrEnum):
    """Which way the sentence looks: what turns "on Friday" into the Friday before or after the report."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    NONE = "none"


class TimeKind(StrEnum):
    """What sort of time the words name."""

    DATE = "date"  # 12 September, the 12th, 2025-09-12
    WEEKDAY = "weekday"  # Friday, last Friday
    RELATIVE = "relative"  # yesterday, three days ago, last week, this year
    WINDOW = "window"  # the past three weeks
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    CLOCK = "clock"  # 6:30 a.m. on Wednesday
    PART = "part"  # the morning of 10 September
    BOUND = "bound"  # since, until, by, from: parts[0] is the moment
    RANGE = "range"  # parts[0] to parts[1]
    LIST = "list"  # 12 and 16 September; taken apart before anyone sees it
    NOW = "now"
    VAGUE = "vague"  # in recent years
    SET = "set"  # every Friday
    DURATION = "duration"  # for five days
    DISTANCE = "distance"  # two days after what is told next; ``direction`` says on which side of that


_DAYS = {"day": 1, "week": 7, "weekend": 2, "month": 30, "quarter": 91, "year": 365, "decade": 3652}


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """The words of a report that say when, and what they say; not yet tied to a date.

    ``rule`` is the rule of the language file that found it. What the words do
    not give is ``None``. ``shift`` counts units from the date of the report
    (-1 in "yesterday" and "last week"), ``direction`` is the way that
    ``count`` units are counted. ``bound`` is ``since``, ``from``, ``until``, ``by``,
    ``before``, ``after`` or ``on``. ``feast`` is ``easter`` or ``pascha``, from which ``count``
    days are counted, ``new_year``, or ``fixed``. ``from_context`` marks times counted from something
    else the text said ("two weeks earlier", "at 23:40"): give
    ``resolve_time`` the date of that as its anchor. ``parts`` are the times a
    range, a bound or a time of day is made of.

    Example:
        >>> TimeExpression(span=Span(0, 8), text="five-day", rule="duration", kind=TimeKind.DURATION, count=5,
        ...                unit="day").days
        5
    """

    span: Span
    text: str
    rule: str
    kind: TimeKind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    hour: int | None = None
    minute: int | None = None
    meridiem: str | None = None
    part: str | None = None
    season: int | None = None
    quarter: int | None = None
    unit: str | None = None
    count: int | None = None
    shift: int | None = None
    direction: int | None = None
    portion: str | None = None
    bound: str | None = None
    feast: str | None = None
    from_context: bool = False
    doubt: str | None = None
    parts: tuple[TimeExpression, ...] = ()

    @property
    def days(self) -> int | None:
        """How many days a duration lasts; ``None`` for another kind, "several days", or hours and minutes."""
        if self.kind is not TimeKind.DURATION or self.count is None or self.unit not in _DAYS:
            return None
        return self.count * _DAYS[self.unit]
