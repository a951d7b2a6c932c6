"""Which documents tell one story, by the words that they share."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

ALIKE = 0.15
"""Likeness from which two groups of documents are one story: what did best on the training part of ECB+."""

Words = Mapping[str, float]


def stories_of(documents: Sequence[Words]) -> list[list[int]]:
    """Group documents, as positions, by average linkage over the cosine of their words (tf-idf).

    Args:
        documents: How much each word of a document counts in it.

    Example:
        >>> flood, vote = {"flood": 2.0, "dam": 1.0}, {"vote": 2.0, "law": 1.0}
        >>> stories_of([flood, vote, {"flood": 1.0, "dam": 1.0, "rain": 1.0}])
        [[0, 2], [1]]
    """
    return _joined(_likeness(documents)) if documents else []


def _likeness(documents: Sequence[Words]) -> NDArray[np.float64]:
    rarity = Counter(word for words in documents for word in words)
    column = {word: number for number, word in enumerate(rarity)}
    weights = np.zeros((len(documents), len(column)))
    for row, words in enumerate(documents):
        for word, count in words.items():
            weights[row, column[word]] = (1 + math.log(max(count, 1.0))) * math.log((1 + len(documents)) / rarity[word])
    lengths = np.linalg.norm(weights, axis=1, keepdims=True)
    weights /= np.where(lengths, lengths, 1.0)
    likeness: NDArray[np.float64] = weights @ weights.T
    return likeness


def _joined(likeness: NDArray[np.float64]) -> list[list[int]]:
    groups = {number: [number] for number in range(len(likeness))}
    np.fill_diagonal(likeness, -1.0)
    while len(groups) > 1:
        into, other = divmod(int(likeness.argmax()), len(likeness))
        if likeness[into, other] < ALIKE:
            break
        into, other = sorted((into, other))
        ours, theirs = len(groups[into]), len(groups[other])
        mean = (likeness[into] * ours + likeness[other] * theirs) / (ours + theirs)
        likeness[into], likeness[:, into] = mean, mean
        likeness[other], likeness[:, other] = -1.0, -1.0
        likeness[into, into] = -1.0
        groups[into] = sorted(groups[into] + groups.pop(other))
    return sorted(groups.values())
