"""Events per day as a few bars, drawn on the server: numbers for an SVG that a template writes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

# In units of the drawing: a bar and the gap after it, and the height of the tallest.
STEP = 3
HEIGHT = 28
_LEAST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """The events of one day: where the bar stands, how tall it is, and whether the day is still to come."""

    x: int
    y: int
    height: int
    day: str
    count: int
    is_ahead: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Sparkline:
    """Some weeks of events. ``now`` is where today ends; ``past`` and ``ahead`` count events."""

    width: int
    height: int
    now: int
    bars: tuple[Bar, ...]
    past: int
    ahead: int
    peak: int


def sparkline(counts: Mapping[str, int], *, today: date, before: int, after: int) -> Sparkline:
    """Draw the events of each day from some days before today to some days after it.

    Example:
        >>> drawn = sparkline({"2025-09-11": 2, "2025-09-13": 1}, today=date(2025, 9, 12), before=2, after=1)
        >>> [(bar.x, bar.height, bar.is_ahead) for bar in drawn.bars], drawn.past, drawn.ahead
        ([(3, 28, False), (9, 14, True)], 2, 1)

    """
    days = [today + timedelta(days=offset) for offset in range(-before, after + 1)]
    shown = [(place, day, counts.get(day.isoformat(), 0)) for place, day in enumerate(days)]
    peak = max((count for _, _, count in shown), default=0)
    bars = tuple(_bar(place, day, count, peak=peak, today=today) for place, day, count in shown if count)
    return Sparkline(
        width=STEP * len(days), height=HEIGHT, now=STEP * (before + 1), bars=bars, peak=peak,
        past=sum(bar.count for bar in bars if not bar.is_ahead), ahead=sum(bar.count for bar in bars if bar.is_ahead),
    )


def _bar(place: int, day: date, count: int, *, peak: int, today: date) -> Bar:
    height = max(_LEAST, round(HEIGHT * count / peak))
    return Bar(
        x=STEP * place, y=HEIGHT - height, height=height, day=day.isoformat(), count=count, is_ahead=day > today
    )
