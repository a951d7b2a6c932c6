"""What hangs together, in rows of numbers."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]


def connected(count: int, left: Numbers, right: Numbers) -> Numbers:
    """Give, for each of so many things, the lowest number of all that hang together with it.

    Args:
        count: How many things there are; they are numbered from 0.
        left: One end of each link.
        right: The other end.

    Example:
        >>> connected(5, np.array([4, 2]), np.array([0, 4])).tolist()
        [0, 1, 0, 3, 0]
    """
    root = np.arange(count, dtype=np.int64)
    while True:
        ones, others = root[left], root[right]
        apart = ones != others
        if not apart.any():
            return root
        left, right, ones, others = left[apart], right[apart], ones[apart], others[apart]
        np.minimum.at(root, np.maximum(ones, others), np.minimum(ones, others))
        while not np.array_equal(above := root[root], root):
            root = above


def groups_of(root: Numbers) -> list[Numbers]:
    """Give the things of each company, those with the lowest number first.

    Example:
        >>> [group.tolist() for group in groups_of(np.array([0, 1, 0, 3, 0]))]
        [[0, 2, 4], [1], [3]]
    """
    if not root.size:
        return []
    order = np.argsort(root, kind="stable")
    starts = np.flatnonzero(np.diff(root[order])) + 1
    return np.split(order, starts)
