"""From verdicts on pairs to groups: agglomeration, strongest pair first.

Two groups are joined only where **no pair across them is different** and at least half of the pairs across them
are the same. So one report that could be either of two events cannot merge the two: it goes to the one that it is
most like.

A story that a thousand reports tell has a thousand claims of some dozens of **classes**: what is of one class
has the same verdicts. Verdicts are asked for, and groups counted, by class, so that such a story costs little more than
its classes.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from vedette.model import Verdict

AGREEING_SHARE = 0.5

Pair = tuple[int, int]
Scored = tuple[Verdict, float]
VerdictOn = Callable[[int, int], Scored]
_Numbers = NDArray[np.int64]


def agglomerate(class_of: Sequence[int], pairs: Iterable[Pair], verdict_on: VerdictOn) -> list[list[int]]:
    """Join what is the same, strongest pair first, by the rule at the top of this module.

    Args:
        class_of: The class of each thing; things are numbered from 0, and so are classes.
        pairs: Pairs of classes of which things may be joined, lower number first; a class with itself, too.
        verdict_on: Gives the verdict, and its score, on things of two classes; on two things of one.

    Returns:
        The numbers of the things in each group.

    Example:
        >>> def alike(one, other):
        ...     return (Verdict.SAME, 5.0) if one == other else (Verdict.DIFFERENT, 0.0)
        >>> agglomerate([0, 1, 0], [(0, 0), (0, 1)], alike)
        [[0, 2], [1]]
    """
    joining = _Joining(class_of, verdict_on)
    levels: dict[float, list[Pair]] = defaultdict(list)
    for pair in pairs:
        verdict, score = joining.verdict(*pair)
        if verdict is Verdict.SAME:
            levels[score].append(pair)
    steps = [joining.step(levels[score]) for score in sorted(levels, reverse=True)]
    # A pair that found no agreement is tried again after the groups have grown.
    while joining.take_all(steps):
        pass
    return joining.groups()


class _Joining:
    """The groups as they are, each with the number of its things of each class."""

    def __init__(self, class_of: Sequence[int], verdict_on: VerdictOn) -> None:
        self._class_of = class_of
        self._verdict_on = verdict_on
        self._verdicts: dict[Pair, Scored] = {}
        self._of_class: dict[int, list[int]] = defaultdict(list)
        for thing, number in enumerate(class_of):
            self._of_class[number].append(thing)
        self._group_of: _Numbers = np.arange(len(class_of), dtype=np.int64)
        self._members = {thing: [thing] for thing in range(len(class_of))}
        self._counts = {thing: Counter((number,)) for thing, number in enumerate(class_of)}
        self._apart: set[tuple[int, int, int, int]] = set()
        """Groups, as large as they were, that found no agreement."""

    def groups(self) -> list[list[int]]:
        """Give the things in each group."""
        return [sorted(group) for group in self._members.values()]

    def verdict(self, one: int, other: int) -> Scored:
        """Give the verdict on two classes."""
        pair = (one, other) if one < other else (other, one)
        if pair not in self._verdicts:
            self._verdicts[pair] = self._verdict_on(*pair)
        return self._verdicts[pair]

    def step(self, pairs: Iterable[Pair]) -> Mapping[int, _Numbers]:
        """Give, for pairs of classes that are equally strong, the things that those of each class are tried with."""
        partners: dict[int, set[int]] = defaultdict(set)
        for one, other in pairs:
            partners[one].update(self._of_class[other])
            partners[other].update(self._of_class[one])
        return {number: np.array(sorted(things), dtype=np.int64) for number, things in partners.items()}

    def take_all(self, steps: Iterable[Mapping[int, _Numbers]]) -> bool:
        """Try each thing of each step, the first first, with all that come after it; say whether any were joined."""
        before = len(self._members)
        for step in steps:
            for thing in sorted(thing for number in step for thing in self._of_class[number]):
                self._try_all(thing, step[self._class_of[thing]])
        return len(self._members) < before

    def _try_all(self, thing: int, partners: _Numbers) -> None:
        after = partners[np.searchsorted(partners, thing, side="right") :]
        waiting = after[self._group_of[after] != self._group_of[thing]]
        while waiting.size:
            other = int(waiting[0])
            if self._join(int(self._group_of[thing]), int(self._group_of[other])):
                # What was refused may agree now that the group has grown, as far as it comes later.
                waiting = after[np.searchsorted(after, other, side="right") :]
                waiting = waiting[self._group_of[waiting] != self._group_of[thing]]
            else:
                waiting = waiting[self._group_of[waiting] != self._group_of[other]]

    def _join(self, one: int, other: int) -> bool:
        into, gone = sorted((one, other))
        state = (into, gone, len(self._members[into]), len(self._members[gone]))
        if state in self._apart or not self._agree(self._counts[into], self._counts[gone]):
            self._apart.add(state)
            return False
        self._group_of[self._members[gone]] = into
        self._members[into] += self._members.pop(gone)
        self._counts[into] += self._counts.pop(gone)
        return True

    def _agree(self, left: Mapping[int, int], right: Mapping[int, int]) -> bool:
        agreeing = compared = 0
        for one, many in left.items():
            for other, more in right.items():
                verdict, _ = self.verdict(one, other)
                if verdict is Verdict.DIFFERENT:
                    return False
                compared += many * more
                if verdict is Verdict.SAME:
                    agreeing += many * more
        return agreeing >= AGREEING_SHARE * compared
