"""How alike two ways are to put mentions into groups: MUC, B-cubed, CEAF-e, and their mean, the CoNLL score.

Pradhan and others, "Scoring Coreference Partitions of Predicted Mentions" (2014), for mentions that
both ways hold. Own code: tests compare it with cases that were counted by hand.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Groups = Sequence[frozenset[Hashable]]


@dataclass(frozen=True, slots=True, kw_only=True)
class CoreferenceScore:
    """F1 of each metric, 0..1.

    MUC counts links and so says nothing of what stands alone; B-cubed counts
    mentions; CEAF-e pairs each group with at most one other.
    """

    muc: float
    b_cubed: float
    ceaf_e: float

    @property
    def conll(self) -> float:
        """The mean of the three."""
        return (self.muc + self.b_cubed + self.ceaf_e) / 3


def score_coreference(wanted: Iterable[Iterable[Hashable]], given: Iterable[Iterable[Hashable]]) -> CoreferenceScore:
    """Compare groups of mentions, those that stand alone included.

    Args:
        wanted: As people grouped them.
        given: As the program did: the same mentions.

    Raises:
        ValueError: The two do not hold the same mentions, or one stands in two groups.

    Example:
        >>> score_coreference(["ab", "c"], ["ab", "c"]).conll
        1.0
    """
    key, answer = [frozenset(group) for group in wanted], [frozenset(group) for group in given]
    _same_mentions(key, answer)
    overlap, backwards = _overlaps(key, answer), _overlaps(answer, key)
    return CoreferenceScore(
        muc=_f1(_links_kept(key, overlap), _links_kept(answer, backwards)),
        b_cubed=_f1(_mentions_kept(key, overlap), _mentions_kept(answer, backwards)),
        ceaf_e=_ceaf_e(key, answer, overlap),
    )


def _same_mentions(key: Groups, answer: Groups) -> None:
    first, second = ([mention for group in groups for mention in group] for groups in (key, answer))
    if len(set(first)) != len(first) or len(set(second)) != len(second):
        raise ValueError("A mention stands in two groups.")
    if set(first) != set(second):
        raise ValueError("The two do not hold the same mentions.")


def _overlaps(groups: Groups, others: Groups) -> list[dict[int, int]]:
    """Count, for each group, how many of its mentions each of the others holds."""
    holder = {mention: number for number, group in enumerate(others) for mention in group}
    counted: list[dict[int, int]] = []
    for group in groups:
        shared: dict[int, int] = defaultdict(int)
        for mention in group:
            shared[holder[mention]] += 1
        counted.append(shared)
    return counted


def _links_kept(groups: Groups, overlap: Sequence[Mapping[int, int]]) -> float:
    """Give the share of the links that hold groups together and that the others keep (MUC)."""
    needed = sum(len(group) - 1 for group in groups)
    kept = sum(len(group) - len(shared) for group, shared in zip(groups, overlap, strict=True))
    return kept / needed if needed else 0.0


def _mentions_kept(groups: Groups, overlap: Sequence[Mapping[int, int]]) -> float:
    """Give the mean, over mentions, of the share of a mention's group that the others keep with it (B-cubed)."""
    mentions = sum(len(group) for group in groups)
    kept = sum(
        count * count / len(group) for group, shared in zip(groups, overlap, strict=True) for count in shared.values()
    )
    return kept / mentions if mentions else 0.0


def _ceaf_e(key: Groups, answer: Groups, overlap: Sequence[Mapping[int, int]]) -> float:
    """Give the F1 of the best pairing of groups, each pair worth 2|A and B| / (|A| + |B|)."""
    if not key or not answer:
        return 0.0
    worth = np.zeros((len(key), len(answer)))
    for row, shared in enumerate(overlap):
        for column, count in shared.items():
            worth[row, column] = 2 * count / (len(key[row]) + len(answer[column]))
    best = sum(_best_pairing(worth[np.ix_(rows, columns)]) for rows, columns in _connected(worth))
    return _f1(best / len(key), best / len(answer))


def _connected(worth: NDArray[np.float64]) -> list[tuple[list[int], list[int]]]:
    """Take apart what shares nothing: rows and columns that can be paired at all, each lot for itself."""
    left = set(range(len(worth)))
    lots: list[tuple[list[int], list[int]]] = []
    while left:
        rows, columns, waiting = set[int](), set[int](), [min(left)]
        while waiting:
            row = waiting.pop()
            if row in rows:
                continue
            rows.add(row)
            fresh = set(np.flatnonzero(worth[row]).tolist()) - columns
            columns |= fresh
            waiting += [other for column in fresh for other in np.flatnonzero(worth[:, column]).tolist()]
        left -= rows
        lots.append((sorted(rows), sorted(columns)))
    return lots


def _best_pairing(worth: NDArray[np.float64]) -> float:
    """Give the most that a pairing of rows and columns is worth (Kuhn 1955, by shortest augmenting paths)."""
    cost = -worth if worth.shape[0] <= worth.shape[1] else -worth.T
    rows, columns = cost.shape
    paired = [rows] * (columns + 1)  # the row of each column; the last column is where a path begins
    of_row, of_column = np.zeros(rows + 1), np.zeros(columns + 1)
    for row in range(rows):
        paired[columns] = row
        _augment(cost, paired, of_row, of_column)
    return -sum(float(cost[row, column]) for column, row in enumerate(paired[:columns]) if row < rows)


def _augment(
    cost: NDArray[np.float64], paired: list[int], of_row: NDArray[np.float64], of_column: NDArray[np.float64]
) -> None:
    """Pair the row that waits at the end of ``paired``, moving others where that is cheaper."""
    rows, columns = cost.shape
    slack, before = np.full(columns, np.inf), np.full(columns, columns)
    used = np.zeros(columns + 1, dtype=bool)
    column = columns
    while paired[column] != rows:
        used[column] = True
        row = paired[column]
        reduced = cost[row] - of_row[row] - of_column[:columns]
        nearer = ~used[:columns] & (reduced < slack)
        slack[nearer], before[nearer] = reduced[nearer], column
        following = int(np.where(used[:columns], np.inf, slack).argmin())
        step = slack[following]
        for touched in np.flatnonzero(used).tolist():
            of_row[paired[touched]] += step
            of_column[touched] -= step
        slack[~used[:columns]] -= step
        column = following
    while column != columns:
        earlier = int(before[column])
        paired[column] = paired[earlier]
        column = earlier


def _f1(recall: float, precision: float) -> float:
    return 2 * recall * precision / (recall + precision) if recall + precision else 0.0
