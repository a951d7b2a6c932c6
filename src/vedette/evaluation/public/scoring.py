"""The arithmetic that the benchmarks share."""

from __future__ import annotations

import math
from collections.abc import Hashable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Agreement:
    """What was wanted, given, and both.

    Example:
        >>> (Agreement(right=3, given=4, wanted=6) + Agreement(right=1, given=1, wanted=1)).f1
        0.6666666666666666
    """

    right: int = 0
    given: int = 0
    wanted: int = 0

    def __add__(self, other: Agreement) -> Agreement:
        return Agreement(self.right + other.right, self.given + other.given, self.wanted + other.wanted)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, 0..1; 0 where there is nothing at all."""
        return 2 * self.right / (self.given + self.wanted) if self.given + self.wanted else 0.0

    @classmethod
    def of(cls, wanted: frozenset[Hashable], given: frozenset[Hashable]) -> Agreement:
        """Compare two sets."""
        return cls(len(wanted & given), len(given), len(wanted))


def share(right: Sequence[bool]) -> float:
    """Give the share of what is right, 0..1; 0 of nothing."""
    return sum(right) / len(right) if right else 0.0


def macro_f1(wanted: Sequence[str], given: Sequence[str | None]) -> float:
    """Give the mean of the F1 of every class that is wanted; what is not given counts for no class.

    Example:
        >>> macro_f1(["yes", "yes", "no"], ["yes", None, "no"])
        0.8333333333333333
    """
    classes = sorted(set(wanted))
    pairs = list(zip(wanted, given, strict=True))
    scores = [
        Agreement(
            sum(a == b == name for a, b in pairs), sum(b == name for _, b in pairs), sum(a == name for a, _ in pairs)
        ).f1
        for name in classes
    ]
    return sum(scores) / len(scores) if scores else 0.0


def correlation(first: Sequence[float], second: Sequence[float]) -> float:
    """Give Pearson's r; 0 where one of the two never varies.

    Example:
        >>> correlation([1, 2, 3], [2, 4, 6])
        1.0
    """
    if len(first) < 2:
        return 0.0
    mean, other = sum(first) / len(first), sum(second) / len(second)
    together = sum((a - mean) * (b - other) for a, b in zip(first, second, strict=True))
    spread = math.sqrt(sum((a - mean) ** 2 for a in first) * sum((b - other) ** 2 for b in second))
    return together / spread if spread else 0.0
