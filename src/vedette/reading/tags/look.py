"""A cheap look at a paragraph, to say whether it could tell of an event; what it keeps out costs almost nothing.

There are two. The first sees the vectors of pieces as the vocabulary has them, before the network reads
anything; the second sees them as the lower layers of the network give them, which know the words around, and
decides whether the upper layers read on. Either makes the vectors narrow, lays a convolution over three of them at
a time, and weighs the strongest answer of each filter and the mean of its answers (a small version of Kim's sentence
classifier, 2014). To it comes what each piece counts by itself, wherever it stands. Each is set so that it lets
nearly every paragraph with an event through.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from vedette.errors import ModelError

Numbers = NDArray[np.float32]
WIDTH = 3  # pieces that a filter sees


@dataclass(frozen=True, slots=True)
class Look:
    """Says of paragraphs whether they are worth reading on.

    Args:
        narrowing: (width of a vector, narrow width).
        filters: (WIDTH * narrow width, filters).
        bias: (filters,).
        weights: (2 * filters,) how much the strongest answer of each counts, then how much the mean of its answers.
        alone: (pieces of the vocabulary,) how much each counts by itself.
        threshold: From which sum on a paragraph is read.
    """

    narrowing: Numbers
    filters: Numbers
    bias: Numbers
    weights: Numbers
    alone: Numbers
    threshold: float

    @classmethod
    def load(cls, file: Path) -> Look:
        """Load what was learned."""
        with np.load(file) as kept:
            if "narrowing" not in kept:
                message = f"{file} is of another version of Vedette. Run `python -m training --looks`."
                raise ModelError(message)
            narrowing, filters, bias, weights, alone = (
                kept[name].astype(np.float32) for name in ("narrowing", "filters", "bias", "weights", "alone")
            )
            return cls(narrowing, filters, bias, weights, alone, float(kept["threshold"]))

    def save(self, file: Path) -> None:
        """Write it to a file."""
        np.savez(
            file, narrowing=self.narrowing, filters=self.filters, bias=self.bias, weights=self.weights,
            alone=self.alone.astype(np.float16), threshold=np.float32(self.threshold),
        )

    def score(self, pieces: Sequence[int], vectors: Numbers) -> float:
        """Say how much a paragraph looks like one with an event; any number.

        Args:
            pieces: Of the paragraph, in order.
            vectors: (pieces, width) theirs.
        """
        padded = np.zeros((len(vectors) + 2, self.narrowing.shape[1]), np.float32)
        padded[1:-1] = vectors @ self.narrowing
        seen = np.concatenate([padded[step : len(vectors) + step] for step in range(WIDTH)], axis=1)
        answers = np.maximum(seen @ self.filters + self.bias, 0)
        together = np.concatenate([answers.max(axis=0), answers.mean(axis=0)]) @ self.weights
        different = np.unique(np.asarray(pieces, np.int64))
        return float(together + self.alone[different].sum() / len(different) ** 0.5)

    def is_worth_reading(self, pieces: Sequence[int], vectors: Numbers) -> bool:
        """Say whether a paragraph, or a stretch of a long one, could tell of an event."""
        return len(pieces) > 0 and self.score(pieces, vectors) >= self.threshold
