"""A cheap look at a paragraph, to say whether it could tell of an event; what it keeps out costs almost nothing.

There are two. The first sees the vectors of pieces as the vocabulary has them, before the network reads
anything; the second sees them as the lower layers of the network give them, which know the words around, and
decides whether the upper layers read on. Either makes the vectors narrow, lays a convolution over three of them at
a time, and weighs the strongest answer of each filter and the mean of its answers (a small version of Kim's sentence
classifier, 2014). To it comes what each piece counts by itself, wherever it stands.

A paragraph by itself often does not say what it belongs to ("It was the third such case"), but the one beside it
does. So each look has two thresholds: a paragraph gets through alone, or with less beside one that does. They are set
so that nearly every paragraph with an event gets through.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from vedette.errors import ModelError

Numbers = NDArray[np.float32]
WIDTH = 3  # pieces that a filter sees
NEIGHBOURS = 1  # paragraphs on either side, beside which less is enough
ALONE, BESIDE = "alone", "beside"  # where a look's file keeps its thresholds
FAR = 500.0  # below which a score is no chance at all


class Look:
    """Says of paragraphs whether they are worth reading on.

    Args:
        file: Takes ``vectors`` (pieces, width) and the ``different`` pieces among them; gives one number. From
            ``alone`` on a paragraph is read; from ``beside`` on, if one beside it is.
    """

    def __init__(self, file: Path) -> None:
        if not file.exists():
            raise ModelError(f"There is no {file}. Run `python -m training --looks`, or install a released version.")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # so small a network is slower on more
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
        kept = self._session.get_modelmeta().custom_metadata_map
        self.alone, self.beside = float(kept[ALONE]), float(kept[BESIDE])

    def score(self, pieces: Sequence[int], vectors: Numbers) -> float:
        """Say how much a paragraph looks like one with an event; any number.

        Args:
            pieces: Of the paragraph, in order, at least one.
            vectors: (pieces, width) theirs.
        """
        different = np.unique(np.asarray(pieces, np.int64))
        return float(self._session.run(None, {"vectors": vectors, "different": different})[0])

    def lets_through(self, scores: Sequence[float]) -> list[bool]:
        """Say which paragraphs could tell of an event.

        Args:
            scores: Of all paragraphs of a text that are looked at, in their order.
        """
        tells = [score >= self.alone for score in scores]
        return [
            score >= self.beside and any(tells[max(0, at - NEIGHBOURS) : at + NEIGHBOURS + 1])
            for at, score in enumerate(scores)
        ]


def chance(score: float) -> float:
    """Turn the score of a look into how probable it is, 0..1, that the paragraph tells of an event.

    Example:
        >>> chance(0.0), round(chance(2.0), 2)
        (0.5, 0.88)
    """
    return 1.0 / (1.0 + math.exp(-score)) if score > -FAR else 0.0
