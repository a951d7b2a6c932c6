"""One reason for or against, with the words that show it."""

from __future__ import annotations

from dataclasses import dataclass

RULED_OUT = -100.0
"""The value of a reason that no other reason can outweigh."""
NEUTRAL = 0.0


@dataclass(frozen=True, slots=True)
class Feature:
    """What was compared, what it is worth, and what was seen.

    ``value`` is in points: above 0 speaks for one event, below 0 against it,
    :data:`RULED_OUT` decides alone.
    """

    name: str
    value: float
    words: str
