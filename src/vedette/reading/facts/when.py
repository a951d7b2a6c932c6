"""When: the time of an event, from the words that are linked to it and the calendar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vedette.model import Period, Stage
from vedette.reading.facts.page import Page
from vedette.reading.tags import TaggedEvent
from vedette.reading.tags.labels import Role
from vedette.reading.times import Tense, TimeExpression, resolve_time

_TENSES = {Stage.PLANNED: Tense.FUTURE, Stage.HAPPENED: Tense.PAST, Stage.UNDER_WAY: Tense.PRESENT}


def find_period(event: TaggedEvent, page: Page) -> Period | None:
    """Give the time of an event; a start and an "until" that are both linked to it are one period.

    Times counted from others ("two days earlier") are counted from the last
    day that the text named before.
    """
    tense = _TENSES.get(event.stage, Tense.NONE)
    resolved = [_resolved(expression, page, tense) for expression in _linked(event, page)]
    periods = [period for period in resolved if period is not None and (period.start or period.end)]
    if not periods:
        return None
    first = periods[0]
    starts = [period for period in periods if period.start is not None]
    ends = [period for period in periods if period.start is None and period.end is not None]
    if starts and ends and starts[0].end is None:
        return replace(starts[0], end=ends[0].end, open_end=False)
    return first


def _linked(event: TaggedEvent, page: Page) -> list[TimeExpression]:
    """Give the time expressions that the words linked to an event hold, the surest link first."""
    found: list[TimeExpression] = []
    for link in page.linked(event, Role.WHEN):
        for expression in page.times:
            if expression.span.overlaps(link.right.span) and expression not in found:
                found.append(expression)
    return found


def _resolved(expression: TimeExpression, page: Page, tense: Tense) -> Period | None:
    anchor = page.report.published
    if expression.from_context:
        anchor = _day_before(expression, page.times, anchor) or anchor
    return resolve_time(expression, anchor=anchor, tense=tense)


def _day_before(expression: TimeExpression, times: Sequence[TimeExpression], published: str | None) -> str | None:
    """Give the last day named before an expression."""
    for other in reversed(times):
        if other.span.start < expression.span.start and not other.from_context:
            period = resolve_time(other, anchor=published, tense=Tense.PAST)
            day = period.first_day if period is not None else None
            if day is not None:
                return day
    return None
