"""How a scenario and each of its indicators stood day by day, as a drawing: one row each, one column a day.

Only numbers are made here; a template writes the SVG, and a table beside it says the same in words. Days on which
nobody assessed the scenario stay empty: nothing is known of them, which is not the same as nothing having happened.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import TypeVar

from vedette.model import Assessment, MeasureState, Period
from vedette.presentation.known_day import known_day
from vedette.presentation.period_words import describe_day, describe_period

_Kind = TypeVar("_Kind")
DAYS = 60
"""So many days are drawn, up to the one that is looked at."""
# In units of the drawing: a day, and the heights of a row and of what stands in it.
_CELL, _LEVELS, _LABEL, _ROW, _GAP, _FOOT = 14, 44, 17, 16, 9, 24
_TICK = 10
# The strip of a list.
_SMALL_CELL, _SMALL = 3, 28
_LEAST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class StateRun:
    """Some days in a row on which an indicator stood the same way."""

    state: MeasureState
    words: str
    x: int
    width: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelRun:
    """Some days in a row on which a scenario had the same level; ``label`` is its name where there is room for it."""

    level: int
    name: str
    words: str
    x: int
    y: int
    width: int
    height: int
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelStrip:
    """The levels of a scenario over some days."""

    width: int
    height: int
    runs: tuple[LevelRun, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StripRow:
    """One indicator over the days: its name, how high its row lies, and its runs, earliest first."""

    id: str
    name: str
    y: int
    runs: tuple[StateRun, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatStrip:
    """The whole drawing; ``ticks`` are days with their place, ``height`` of a cell is ``row``."""

    width: int
    height: int
    row: int
    levels: LevelStrip
    rows: tuple[StripRow, ...]
    ticks: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class _Frame:
    """The days of a drawing and how wide each is."""

    last: date
    cell: int

    @property
    def width(self) -> int:
        return DAYS * self.cell

    def days(self) -> Iterator[str]:
        for back in range(DAYS - 1, -1, -1):
            yield (self.last - timedelta(days=back)).isoformat()

    def x(self, day: str) -> int:
        return (DAYS - 1 - (self.last - date.fromisoformat(day)).days) * self.cell

    def wide(self, first: str, last: str) -> int:
        return self.x(last) - self.x(first) + self.cell


def first_drawn(until: str) -> str:
    """Give the first day of a drawing that ends on a day."""
    return (_last(until) - timedelta(days=DAYS - 1)).isoformat()


def draw_levels(assessments: Iterable[Assessment], *, until: str, levels: int) -> LevelStrip:
    """Draw how high a scenario stood each day, small, for a list.

    Args:
        assessments: Those of one scenario, in any order.
        until: The last day of the drawing.
        levels: How many levels the scenario has.
    """
    frame = _Frame(_last(until), _SMALL_CELL)
    return LevelStrip(
        width=frame.width, height=_SMALL, runs=tuple(_level_runs(assessments, frame, levels=levels, height=_SMALL))
    )


def draw_strip(
    assessments: Sequence[Assessment], names: Mapping[str, str], *, until: str, levels: int
) -> HeatStrip:
    """Draw how a scenario and each of its indicators stood each day.

    Args:
        assessments: Those of one scenario, in any order.
        names: The names of its indicators by id, in the order in which they are drawn.
        until: The last day of the drawing.
        levels: How many levels the scenario has.
    """
    frame = _Frame(_last(until), _CELL)
    states = {
        one.day: {measure.indicator: measure.state for measure in one.measures} for one in assessments
    }
    rows = tuple(
        StripRow(
            id=one, name=names[one], y=_LEVELS + _GAP + place * (_LABEL + _ROW + _GAP) + _LABEL,
            runs=tuple(_state_runs({day: some[one] for day, some in states.items() if one in some}, frame)),
        )
        for place, one in enumerate(names)
    )
    drawn = _level_runs(assessments, frame, levels=levels, height=_LEVELS - _LABEL, top=_LABEL)
    return HeatStrip(
        width=frame.width, height=_LEVELS + _GAP + len(rows) * (_LABEL + _ROW + _GAP) + _FOOT, row=_ROW,
        levels=LevelStrip(width=frame.width, height=_LEVELS, runs=tuple(drawn)), rows=rows, ticks=tuple(_ticks(frame)),
    )


def _last(until: str) -> date:
    """Give the last day of a drawing; no drawing begins before the calendar does."""
    return max(known_day(until) or date.min, date.min + timedelta(days=DAYS))


def _level_runs(
    assessments: Iterable[Assessment], frame: _Frame, *, levels: int, height: int, top: int = 0
) -> Iterator[LevelRun]:
    known = {one.day: (one.level, one.level_name) for one in assessments}
    shown = ""
    for (level, name), first, last in _runs(known, frame):
        high = max(_LEAST, round(height * (level + 1) / max(levels, level + 1)))
        width = frame.wide(first, last)
        # A name stands over the first of several runs of the same level, where there is room for it.
        label = name if name != shown and width >= len(name) * 7 else ""
        shown = name
        yield LevelRun(
            level=level, name=name, words=_said(first, last), x=frame.x(first), y=top + height - high, width=width,
            height=high, label=label,
        )


def _state_runs(states: Mapping[str, MeasureState], frame: _Frame) -> Iterator[StateRun]:
    for state, first, last in _runs(states, frame):
        yield StateRun(state=state, words=_said(first, last), x=frame.x(first), width=frame.wide(first, last))


def _runs(known: Mapping[str, _Kind], frame: _Frame) -> Iterator[tuple[_Kind, str, str]]:
    """Give what is known of days in a row once for all of them, with the first and the last day."""
    for found, group in groupby(frame.days(), key=known.get):
        days = list(group)
        if found is not None:
            yield found, days[0], days[-1]


def _said(first: str, last: str) -> str:
    return describe_period(Period(start=first, end=last))


def _ticks(frame: _Frame) -> Iterator[tuple[int, str]]:
    days = list(frame.days())
    for place in range(len(days) - 1, -1, -_TICK):
        yield frame.x(days[place]) + frame.cell, describe_day(days[place])
