"""Figures that pass an indicator's bounds, and who says so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vedette.model import Event, FigureFilter, QuantityMention, Support, fold
from vedette.warning.days import days_between, is_day

# "at least 18 drones (Russian)", "6000 to 8000 troops": how the support of an event writes a figure.
_SHOWN = re.compile(r"(?:(about|at least|at most) )?([\d.e+]+)(?: to ([\d.e+]+))? (.+)")


def figure_of(event: Event, wanted: FigureFilter) -> float | None:
    """Give the largest figure of an event that passes; ``None`` where none does.

    Of a range ("6,000 to 8,000") the lower end counts: so much is said, and no more.

    Args:
        event: The event.
        wanted: The units and bounds.
    """
    return max((quantity.value for quantity in event.quantities if passes(quantity, wanted)), default=None)


def passes(quantity: QuantityMention, wanted: FigureFilter) -> bool:
    """Say whether the words of a figure say that it is within bounds.

    Example:
        >>> many = FigureFilter(units=("troops",), at_least=1000)
        >>> passes(QuantityMention(value=6000, unit="troops", qualifier="at_least"), many)
        True
        >>> passes(QuantityMention(value=6000, unit="troops", qualifier="at_most"), many)
        False
    """
    if fold(quantity.unit) not in {fold(unit) for unit in wanted.units}:
        return False
    if wanted.at_least is not None and (quantity.qualifier == "at_most" or quantity.value < wanted.at_least):
        return False
    most = quantity.value if quantity.high is None else quantity.high
    return wanted.at_most is None or (quantity.qualifier != "at_least" and most <= wanted.at_most)


def backers_of_figure(event: Event, wanted: FigureFilter) -> Iterator[Support]:
    """Give the lines of an event's support that say a figure which passes."""
    for line in event.support:
        shown = _SHOWN.fullmatch(line.value) if line.fact.startswith("quantity:") else None
        if shown is not None and any(passes(quantity, wanted) for quantity in _read(shown, wanted)):
            yield line


def _read(shown: re.Match[str], wanted: FigureFilter) -> Iterator[QuantityMention]:
    qualifier, value, high, rest = shown.groups()
    for unit in wanted.units:
        if f"{fold(rest)} ".startswith(f"{fold(unit)} "):
            yield QuantityMention(
                value=float(value), high=float(high) if high else None, unit=unit,
                qualifier=(qualifier or "exactly").replace(" ", "_"),
            )


def length_of(event: Event) -> float | None:
    """Count the days that an event lasts, where both its ends are known."""
    period = event.period
    first, last = (period.first_day, period.last_day) if period is not None and period.end is not None else (None, None)
    if first is None or last is None or not (is_day(first) and is_day(last)) or last < first:
        return None
    return float(days_between(first, last) + 1)
