"""Gather what the pages of situations show: the thread, the editions before, the figures over time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from vedette.model import Event, Situation
from vedette.presentation.editions import EditionRow, describe_kind, edition_rows
from vedette.presentation.known_day import known_day
from vedette.presentation.quantity_words import describe_quantity
from vedette.presentation.saying import gettext as _
from vedette.presentation.web.contexts import EventRow, PageContext
from vedette.presentation.web.event_page import event_row
from vedette.presentation.web.overview_page import AFTER, BEFORE, FIRST_DRAWN, SituationRow
from vedette.presentation.web.sparkline import sparkline
from vedette.store import EventFilter, View

# Two figures make a line; of more units than these, the most told of are drawn.
_FEWEST_FIGURES = 2
_UNITS = 4
# A list that nobody reads to its end; the search finds the rest by name.
_LISTED = 300
# In units of the drawing.
WIDTH, HEIGHT, _EDGE = 640.0, 140.0, 14.0


@dataclass(frozen=True, slots=True, kw_only=True)
class FigurePoint:
    """One figure: where it stands in the drawing, what it says, on which day, and whose event it is."""

    x: float
    y: float
    said: str
    day: str
    event: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureSeries:
    """The figures of one unit, earliest first."""

    unit: str
    points: tuple[FigurePoint, ...]
    width: float = WIDTH
    height: float = HEIGHT


@dataclass(frozen=True, slots=True, kw_only=True)
class SituationContext(PageContext):
    """Events that develop together, in order."""

    TEMPLATE: ClassVar[str] = "situation.html"
    situation: Situation
    kind: str
    rows: tuple[EventRow, ...]
    editions: tuple[tuple[EditionRow, tuple[EventRow, ...]], ...]
    figures: tuple[FigureSeries, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SituationsContext(PageContext):
    """All situations, those first in which most went on of late."""

    TEMPLATE: ClassVar[str] = "situations.html"
    rows: tuple[tuple[SituationRow, str], ...]
    more: int


def situation_context(view: View, id: str) -> SituationContext:
    """Gather a situation with its events, earliest first.

    Raises:
        UnknownId: No such situation.
    """
    situation = view.situation(id)
    events = view.events(EventFilter(situation=id))
    editions = tuple((row, tuple(map(event_row, row.followed))) for row in edition_rows(view, situation))
    return SituationContext(
        title=situation.name, section="situations", situation=situation, kind=describe_kind(situation.kind),
        rows=tuple(map(event_row, events)), editions=editions, figures=tuple(figure_series(events)),
    )


def situations_context(view: View) -> SituationsContext:
    """Gather all situations with their events of the last weeks."""
    newest = view.last_published()
    today = max(known_day(newest) or FIRST_DRAWN, FIRST_DRAWN)
    activity = view.activity((today - timedelta(days=BEFORE)).isoformat(), (today + timedelta(days=AFTER)).isoformat())
    rows = [
        SituationRow(situation=one, line=sparkline(activity.get(one.id, {}), today=today, before=BEFORE, after=AFTER))
        for one in view.situations()
    ]
    rows.sort(key=lambda row: (-row.line.past - row.line.ahead, -len(row.situation.events), row.situation.name))
    return SituationsContext(
        title=_("Situations"), section="situations",
        rows=tuple((row, describe_kind(row.situation.kind)) for row in rows[:_LISTED]),
        more=max(0, len(rows) - _LISTED),
    )


def figure_series(events: Iterable[Event]) -> Iterator[FigureSeries]:
    """Give the figures that dated events name, by unit: those units first that have most."""
    by_unit: dict[str, list[tuple[date, float, str, str]]] = defaultdict(list)
    for event in events:
        day = known_day(event.period.first_day) if event.period else None
        for quantity in event.quantities if day else ():
            value = quantity.high or quantity.value
            told = (day or date.min, value, describe_quantity(quantity), event.id)
            by_unit[quantity.unit.casefold()].append(told)
    ordered = sorted(by_unit.items(), key=lambda item: (-len(item[1]), item[0]))
    for unit, figures in ordered[:_UNITS]:
        if len({one[0] for one in figures}) >= _FEWEST_FIGURES:
            yield FigureSeries(unit=unit, points=tuple(_points(sorted(figures))))


def _points(told: Sequence[tuple[date, float, str, str]]) -> Iterator[FigurePoint]:
    first, last = told[0][0], told[-1][0]
    span, peak = max(1, (last - first).days), max(one[1] for one in told) or 1
    for day, value, said, event in told:
        x = _EDGE + (WIDTH - 2 * _EDGE) * (day - first).days / span
        y = HEIGHT - _EDGE - (HEIGHT - 2 * _EDGE) * value / peak
        yield FigurePoint(x=round(x, 1), y=round(y, 1), said=said, day=day.isoformat(), event=event)
