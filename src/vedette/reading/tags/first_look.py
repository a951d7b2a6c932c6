"""A cheap look at a paragraph before the network reads it, to say whether it could tell of an event.

A convolution over the vectors of three pieces at a time, the strongest answer
of each filter, and a sum of them (a small version of Kim's sentence classifier,
2014). It is set so that it lets nearly every paragraph with an event through;
what it keeps out costs almost nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float32]
WIDTH = 3  # pieces that a filter sees


@dataclass(frozen=True, slots=True)
class FirstLook:
    """Says of paragraphs whether they are worth reading.

    Args:
        filters: (WIDTH * width of a vector, filters).
        bias: (filters,).
        weights: (filters,) how much the strongest answer of each counts.
        threshold: From which sum on a paragraph is read.
    """

    filters: Numbers
    bias: Numbers
    weights: Numbers
    threshold: float

    @classmethod
    def load(cls, file: Path) -> FirstLook:
        """Load what was learned."""
        with np.load(file) as kept:
            return cls(kept["filters"], kept["bias"], kept["weights"], float(kept["threshold"]))

    def save(self, file: Path) -> None:
        """Write it to a file."""
        np.savez(file, filters=self.filters, bias=self.bias, weights=self.weights, threshold=np.float32(self.threshold))

    def score(self, vectors: Numbers) -> float:
        """Say how much a paragraph looks like one with an event; any number.

        Args:
            vectors: (pieces, width) of its pieces, in order.
        """
        edge = np.zeros((1, vectors.shape[1]), np.float32)
        padded = np.concatenate([edge, vectors, edge])
        seen = np.concatenate([padded[step : len(vectors) + step] for step in range(WIDTH)], axis=1)
        answers = np.maximum(seen @ self.filters + self.bias, 0).max(axis=0)
        return float(answers @ self.weights)

    def is_worth_reading(self, vectors: Sequence[Numbers]) -> bool:
        """Say whether any stretch of a paragraph could tell of an event."""
        return any(len(each) > 0 and self.score(each) >= self.threshold for each in vectors)
