"""Which documents tell one story, by the words that they share."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

ALIKE = 0.15
"""Mean likeness from which two groups of documents are one story: what did best on the training part of ECB+."""
AS_WITHIN = 0.45
"""Share of the likeness inside of two stories that the likeness between them must reach for them to be one."""
BELONGS = 0.2
"""Likeness to the whole of a story from which a document belongs to it: what keeps alone what is like nothing.

This and the share: from the middle of what did equally well on half of the dev part of ECB+.
"""
_A_STORY = 3  # documents of which it can be said how alike they are
_ROUNDS = 10
_NOTHING = 1e-6  # what is left of a story without its only document, but for rounding

Words = Mapping[str, float]


def stories_of(documents: Sequence[Words]) -> list[list[int]]:
    """Group documents, as positions, by average linkage over the cosine of their words (tf-idf).

    Two stories of a kind ("a fire", "another fire") share words, but less than each has in common with itself: they
    stay two. Then each document goes to the story that it is most like, taken as a whole: a short document shares few
    words with each other one, but many with all of them together.

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
    """Join the two most alike, again and again, while they are alike enough."""
    groups = {number: [number] for number in range(len(likeness))}
    within = dict.fromkeys(groups, 1.0)
    between = likeness.copy()
    np.fill_diagonal(between, -1.0)
    apart = np.zeros(likeness.shape, dtype=bool)
    while len(groups) > 1:
        into, other = sorted(divmod(int(np.where(apart, -1.0, between).argmax()), len(likeness)))
        if apart[into, other] or between[into, other] < ALIKE:
            break
        pair = (groups[into], groups[other])
        if min(map(len, pair)) >= _A_STORY and between[into, other] < AS_WITHIN * min(within[into], within[other]):
            apart[into, other] = apart[other, into] = True
            continue
        _join(between, into, other, sizes=(len(pair[0]), len(pair[1])))
        apart[into], apart[:, into] = False, False  # what has grown is compared anew
        groups[into] = sorted(groups[into] + groups.pop(other))
        within[into] = _within(likeness, groups[into])
    return sorted(groups.values())


def _join(between: NDArray[np.float64], into: int, other: int, *, sizes: tuple[int, int]) -> None:
    ours, theirs = sizes
    mean = (between[into] * ours + between[other] * theirs) / (ours + theirs)
    between[into], between[:, into] = mean, mean
    between[other], between[:, other] = -1.0, -1.0
    between[into, into] = -1.0


def _within(likeness: NDArray[np.float64], members: list[int]) -> float:
    """Give the mean likeness of the pairs inside of a group."""
    count = len(members)
    return float((likeness[np.ix_(members, members)].sum() - count) / (count * (count - 1)))


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
