"""Figures as people write them in a correction."""

from __future__ import annotations

import re

from vedette.errors import UsageError
from vedette.model import QuantityMention
from vedette.presentation.quantity_words import describe_quantity

_QUALIFIERS = {"about": "about", "at least": "at_least", "at most": "at_most", "exactly": "exactly"}
_FIGURE = r"\d+(?:,\d{3})*(?:\.\d+)?"
_QUANTITY = re.compile(
    rf"(?:(?P<how>about|at least|at most|exactly)\s+)?(?P<value>{_FIGURE})(?:\s*[-–]\s*(?P<high>{_FIGURE}))?\s+"
    r"(?P<unit>[^()]+?)(?:\s+of\s+(?P<of>[^()]+?))?(?:\s*\((?P<scope>[^()]+)\))?",
    re.IGNORECASE,
)
_HOW = "Write a figure as '34,000 troops', 'about 2 kg of explosives', 'at least 18 drones' or '6000-8000 troops'"


def understand_quantities(written: str) -> tuple[QuantityMention, ...]:
    """Understand figures with a semicolon between them.

    Raises:
        UsageError: One of them is none.

    Example:
        >>> [count] = understand_quantities("at least 18 drones (in Poland)")
        >>> count.value, count.unit, count.qualifier, count.scope
        (18.0, 'drones', 'at_least', 'in Poland')
    """
    return tuple(_quantity(one.strip()) for one in written.split(";") if one.strip())


def write_quantity(quantity: QuantityMention) -> str:
    """Write a figure as it is understood."""
    return describe_quantity(quantity)


def _quantity(written: str) -> QuantityMention:
    match = _QUANTITY.fullmatch(written)
    if match is None:
        raise UsageError(f"'{written}' is no figure. {_HOW}.")
    value, high = _number(match["value"]), _number(match["high"]) if match["high"] else None
    if high is not None and high < value:
        raise UsageError(f"'{written}' runs backwards. Give the smaller number first.")
    return QuantityMention(
        value=value, high=high, unit=match["unit"].strip(), qualifier=_QUALIFIERS[(match["how"] or "exactly").lower()],
        of=match["of"], scope=match["scope"],
    )


def _number(written: str) -> float:
    return float(written.replace(",", ""))
