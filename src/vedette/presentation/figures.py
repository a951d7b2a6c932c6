"""Numbers as the language that is spoken writes them."""

from __future__ import annotations

from vedette.presentation.saying import ENGLISH, spoken

# Outside English, thousands stand apart by a narrow space that no line breaks at.
_NARROW = "\u202f"


def figure(value: float) -> str:
    """Write a number: thousands apart, decimals only where there are any.

    Example:
        >>> figure(34000), figure(2.5)
        ('34,000', '2.5')

    """
    written = f"{int(value):,}" if value == int(value) else f"{value:,}"
    if spoken() == ENGLISH:
        return written
    return written.replace(",", _NARROW).replace(".", ",")
