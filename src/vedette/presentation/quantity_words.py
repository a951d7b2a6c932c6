"""Figures in plain words."""

from __future__ import annotations

from vedette.model import QuantityMention

_QUALIFIERS = {"about": "about ", "at_least": "at least ", "at_most": "at most "}


def describe_quantity(quantity: QuantityMention) -> str:
    """Say how much or how many.

    Example:
        >>> describe_quantity(QuantityMention(value=34000, unit="troops", qualifier="about"))
        'about 34,000 troops'

    """
    figure = _figure(quantity.value) + (f"–{_figure(quantity.high)}" if quantity.high is not None else "")
    rest = (f" of {quantity.of}" if quantity.of else "") + (f" ({quantity.scope})" if quantity.scope else "")
    return f"{_QUALIFIERS.get(quantity.qualifier, '')}{figure} {quantity.unit}{rest}".strip()


def _figure(value: float) -> str:
    return f"{int(value):,}" if value == int(value) else f"{value:,}"
