"""When: the time of an event, from the words that are linked to it and the calendar."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from vedette.model import Period, Span, Stage
from vedette.reading.anchors import tell_when
from vedette.reading.dated import (
    ISO_MONTH,
    LASTING,
    MEASURES,
    Length,
    days_listed,
    ended,
    inherited,
    is_from_now_on,
    with_length,
)
from vedette.reading.facts.page import Page
from vedette.reading.tags import TaggedEvent, TaggedLink
from vedette.reading.tags.labels import Role, SpanKind
from vedette.reading.times import Tense, TimeExpression, TimeKind, anchors_of

_TENSES = {Stage.PLANNED: Tense.FUTURE, Stage.HAPPENED: Tense.PAST, Stage.UNDER_WAY: Tense.PRESENT}
_ENTRY = re.compile(r"\d{1,2}[.:]\d{2}\b(?![.:]?\d)")  # the clock time that opens an entry of a live blog
_OF_NO_DAY = (TimeKind.DURATION, TimeKind.DISTANCE, TimeKind.NOW)
NEAR = 15  # characters between an event and a time that is taken for its own though nothing links them


def find_period(event: TaggedEvent, page: Page) -> Period | None:
    """Give the time of an event; a start and an "until" that are both linked to it are one period.

    What has none of its own has, with a doubt, that of the larger event of which
    it is a part, else the one time of its sentence that nothing else has.
    Times counted from others ("two days earlier") are counted from the last
    day that the text named before.
    """
    wholes = [link.right for link in page.linked(event, Role.PART) if isinstance(link.right, TaggedEvent)]
    for own in (event, *wholes):
        period = _told_of(own, times_of(own, page), page)
        if period is not None:
            return period if own is event else inherited(period)
    period = _told_of(event, _unclaimed(event, page, within=None), page)
    exact = period is not None and len(period.start or "") >= ISO_MONTH
    return inherited(period) if exact and period is not None else None


def _told_of(event: TaggedEvent, expressions: Sequence[TimeExpression], page: Page) -> Period | None:
    own = [expression for expression in expressions if not is_from_now_on(expression)]
    openly = event.type in MEASURES and len(own) < len(expressions)
    period = _put_together([
        _resolved(expression, page, _tense(event, expression)) for expression in own or expressions if own or openly
    ], event)
    if openly and period is not None and period.start is not None and period.end is None:
        period = replace(period, open_end=True)
    return with_length(period, _length(expressions), type=event.type)


def find_length(event: TaggedEvent, page: Page) -> Length | None:
    """Give how long an event lasts, as the words linked to it say."""
    return _length(times_of(event, page)) if event.type in LASTING else None


def _length(expressions: Sequence[TimeExpression]) -> Length | None:
    return next((length for expression in expressions if (length := Length.of(expression)) is not None), None)


def _put_together(found: Sequence[Period | None], event: TaggedEvent) -> Period | None:
    """Make one period of several: days that are listed, a start and an end told apart; else the surest."""
    periods = [period for period in found if period is not None and (period.start or period.end)]
    if not periods:
        return None
    first = periods[0]
    starts = [period for period in periods if period.start is not None]
    ends = [period for period in periods if period.start is None and period.end is not None]
    days = sorted({period.start for period in days_listed(sorted(starts, key=_place)) if period.start is not None})
    if len(days) > 1 and first in starts:
        return replace(first, start=days[0], end=days[-1])
    if starts and ends and starts[0].end is None:
        return ended(starts[0], ends[0].end)
    return first


def _place(period: Period) -> int:
    return period.span.start if period.span is not None else 0


def times_of(event: TaggedEvent, page: Page) -> list[TimeExpression]:
    """Give the times that the words linked to an event hold; else the nearest free one.

    Those of its own sentence come first, of these what is no more surely another event's, then the surest link.
    What stands in another sentence, and is more surely that of an event there, is left to that.
    """
    sentence = page.line_of(event.span).span
    links = [(link, sentence.holds(link.right.span), _is_rather_of_another(link, page))
             for link in page.linked(event, Role.WHEN)]
    links.sort(key=lambda judged: (not judged[1], judged[2]))
    found = [
        time for link, inside, lent in links if inside or not lent
        for time in page.times if time.span.overlaps(link.right.span)
    ]
    return list(dict.fromkeys(found)) or _unclaimed(event, page, within=NEAR)


def _is_rather_of_another(link: TaggedLink, page: Page) -> bool:
    """Say whether an event that is told in the sentence of a time is more surely linked to it."""
    sentence = page.line_of(link.right.span).span
    return any(
        other.role is Role.WHEN and other.right.span == link.right.span and other.score > link.score
        and sentence.holds(other.left.span)
        for other in page.tags.links
    )


def _unclaimed(event: TaggedEvent, page: Page, *, within: int | None) -> list[TimeExpression]:
    """Give the nearest time of the sentence, where no event has it and no other event is nearer to it.

    ``within`` is how many characters away it may stand; anywhere in the sentence, if ``None``.
    """
    line = page.line_of(event.span)
    told = [*(tag.span for tag in page.tags.events), *(tag.span for tag in page.tags.of(SpanKind.CUE))]
    others = [span for span in told if line.span.holds(span)]
    free = [
        time for time in page.times
        if line.span.holds(time.span) and time.kind not in _OF_NO_DAY and not _is_claimed(time, page)
        and (within is None or time.span.gap(event.span) <= within)
    ]
    nearest = min(free, key=lambda time: time.span.gap(event.span), default=None)
    if nearest is None or any(span.gap(nearest.span) < event.span.gap(nearest.span) for span in others):
        return []
    return [nearest]


def _is_claimed(time: TimeExpression, page: Page) -> bool:
    return any(link.role is Role.WHEN and link.right.span.overlaps(time.span) for link in page.tags.links)


def _tense(event: TaggedEvent, expression: TimeExpression) -> Tense:
    """Give the side on which a time lies: what was called off "from Friday" would have begun on the Friday to come."""
    if event.stage is Stage.CANCELLED and any(part.kind is TimeKind.WEEKDAY for part in expression.parts):
        return Tense.FUTURE if expression.kind in (TimeKind.BOUND, TimeKind.RANGE) else Tense.NONE
    return _TENSES.get(event.stage, Tense.NONE)


def _resolved(expression: TimeExpression, page: Page, tense: Tense) -> Period | None:
    told = _anchors(page.times, page.report.published)[expression.span]
    return tell_when(expression, _told_with(expression, page), published=told, tense=tense)


def _told_with(expression: TimeExpression, page: Page) -> Sequence[TimeExpression]:
    """Give the times from which one may be counted: an entry of a live blog counts from no other."""
    paragraph = page.line_of(expression.span).paragraph
    lines = [line.span for line in page.lines if line.paragraph == paragraph]
    if not _ENTRY.match(lines[0].of(page.text)):
        return page.times
    return [time for time in page.times if lines[0].start <= time.span.start < lines[-1].end]


@lru_cache(maxsize=1)
def _anchors(times: tuple[TimeExpression, ...], published: str | None) -> dict[Span, str | None]:
    """Say from which day each time of a report is counted; the same for all its events."""
    return {time.span: anchor for time, anchor in zip(times, anchors_of(times, published=published), strict=True)}
