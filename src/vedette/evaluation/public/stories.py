"""Which documents tell one story, by the words that they share."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

ALIKE = 0.18
"""Mean likeness from which two groups of documents are one story: from the middle of what did best on half of the dev
part of ECB+."""
BELONGS = 0.2
"""Likeness to the whole of a story from which a document belongs to it: what keeps alone what is like nothing."""
_ROUNDS = 10
_NOTHING = 1e-6  # what is left of a story without its only document, but for rounding

Words = Mapping[str, float]


def stories_of(documents: Sequence[Words]) -> list[list[int]]:
    """Group documents, as positions, by average linkage over the cosine of their words (tf-idf).

    Then each goes to the story that it is most like, taken as a whole: a short document shares few words with each
    other one, but many with all of them together.

    Args:
        documents: How much each word of a document counts in it.

    Example:
        >>> flood, vote = {"flood": 2.0, "dam": 1.0}, {"vote": 2.0, "law": 1.0}
        >>> stories_of([flood, vote, {"flood": 1.0, "dam": 1.0, "rain": 1.0}])
        [[0, 2], [1]]
    """
    if not documents:
        return []
    weights = _weights(documents)
    return _settled(weights, _joined(weights @ weights.T))


def _weights(documents: Sequence[Words]) -> NDArray[np.float64]:
    """Give how much each word says of each document: rows of length 1."""
    rarity = Counter(word for words in documents for word in words)
    column = {word: number for number, word in enumerate(rarity)}
    weights = np.zeros((len(documents), len(column)))
    for row, words in enumerate(documents):
        for word, count in words.items():
            weights[row, column[word]] = (1 + math.log(max(count, 1.0))) * math.log((1 + len(documents)) / rarity[word])
    lengths = np.linalg.norm(weights, axis=1, keepdims=True)
    weights /= np.where(lengths, lengths, 1.0)
    return weights


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


def _settled(weights: NDArray[np.float64], stories: list[list[int]]) -> list[list[int]]:
    """Move each document to the story that it is most like, until none moves."""
    story = np.zeros(len(weights), dtype=int)
    for number, members in enumerate(stories):
        story[members] = number
    for _ in range(_ROUNDS):
        moved = _moved(weights, story, count=len(stories))
        if (moved == story).all():
            break
        story = moved
    return sorted(found.tolist() for number in range(len(stories)) if len(found := np.flatnonzero(story == number)))


def _moved(weights: NDArray[np.float64], story: NDArray[np.int64], *, count: int) -> NDArray[np.int64]:
    sums = np.stack([weights[story == number].sum(axis=0) for number in range(count)])
    moved = story.copy()
    for document, own in enumerate(story):
        wholes = sums.copy()
        wholes[own] -= weights[document]
        lengths = np.linalg.norm(wholes, axis=1)
        some = lengths > _NOTHING
        likeness = np.where(some, wholes @ weights[document] / np.where(some, lengths, 1.0), 0.0)
        best = int(likeness.argmax())
        if likeness[best] >= BELONGS and likeness[best] > likeness[own]:
            moved[document] = best
    return moved
