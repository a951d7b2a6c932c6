"""What people decided about claims, made consistent before any score is looked at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from vedette.linking.ordering import moment
from vedette.model import Judgement, Verdict

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Judged:
    """Claims by position, as people joined them.

    ``units`` are claims that are one by a person's word (or stand on the very
    same words); ``apart`` and ``undecided`` are pairs of units that a person kept
    apart, or left open. Lower positions come first.
    """

    units: tuple[tuple[int, ...], ...]
    apart: frozenset[Pair]
    undecided: frozenset[Pair]


def apply_judgements(
    anchors: Sequence[str], judgements: Sequence[Judgement], *, elsewhere: Iterable[str] = ()
) -> Judged:
    """Join and part claims as people judged them.

    Rule: the newest judgement comes first. One that contradicts a newer one,
    directly or through others, does not count, nor does one that was taken
    back or of which one side is not here. What was left open (*unsure*) comes last:
    whatever else people decided settles it.

    Args:
        anchors: The anchor of each claim, in canonical order.
        judgements: In any order, on anchors of today (:func:`vedette.linking.found_again.brought_up_to_date`).
        elsewhere: Anchors of claims that count where judgements hang together, but that nobody asks about.

    Example:
        >>> later = Judgement.of("a", "b", Verdict.SAME, by="Ann", at="2025-09-13")
        >>> earlier = Judgement.of("a", "b", Verdict.DIFFERENT, by="Ben", at="2025-09-12")
        >>> apply_judgements(["a", "b"], [earlier, later]).units
        ((0, 1),)
    """
    here, parts = frozenset((*anchors, *elsewhere)), Partition()
    for judgement in sorted(newest_first(judgements), key=lambda judgement: judgement.verdict is Verdict.UNSURE):
        left, right = here.intersection(judgement.left), here.intersection(judgement.right)
        if left and right and judgement.verdict is Verdict.SAME:
            parts.join(left | right)
        elif left and right:
            parts.part(left, right, judgement.verdict)
    return _number(anchors, parts)


def newest_first(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Give the judgements that were not taken back, the newest first."""
    standing = [judgement for judgement in judgements if judgement.undone is None]
    return sorted(standing, key=lambda judgement: (moment(judgement.at), judgement.id), reverse=True)


@dataclass(slots=True)
class Partition:
    """Things that are one, and things that must not be: what comes later and contradicts is refused."""

    _parent: dict[str, str] = field(default_factory=dict)
    barred: dict[str, dict[str, Verdict]] = field(default_factory=lambda: defaultdict(dict))

    def root(self, anchor: str) -> str:
        """Give the one that stands for all that are one with this."""
        top = anchor
        while (above := self._parent.get(top, top)) != top:
            top = above
        while anchor != top:
            self._parent[anchor], anchor = top, self._parent[anchor]
        return top

    def join(self, anchors: Iterable[str]) -> bool:
        """Make these one, unless some of them must not be; say whether it was done."""
        roots = {self.root(anchor) for anchor in anchors}
        if any(other in self.barred[root] for root in roots for other in roots):
            return False
        top = min(roots)
        for root in roots - {top}:
            self._parent[root] = top
            for other, verdict in self.barred.pop(root, {}).items():
                del self.barred[other][root]
                if self.barred[top].get(other) is not Verdict.DIFFERENT:
                    self._bar(top, other, verdict)
        return True

    def part(self, left: Iterable[str], right: Iterable[str], verdict: Verdict) -> bool:
        """Keep these from those, unless some are one; say whether it was done."""
        ours, theirs = {self.root(anchor) for anchor in left}, {self.root(anchor) for anchor in right}
        if ours & theirs:
            return False
        for one in ours:
            for other in theirs:
                if other not in self.barred[one]:
                    self._bar(one, other, verdict)
        return True

    def _bar(self, one: str, other: str, verdict: Verdict) -> None:
        self.barred[one][other] = self.barred[other][one] = verdict


def _number(anchors: Sequence[str], parts: Partition) -> Judged:
    members: dict[str, list[int]] = defaultdict(list)
    for index, anchor in enumerate(anchors):
        members[parts.root(anchor)].append(index)
    number = {root: position for position, root in enumerate(members)}

    def pairs(wanted: Verdict) -> frozenset[Pair]:
        return frozenset(
            (number[one], number[other]) for one in members for other, verdict in parts.barred.get(one, {}).items()
            if verdict is wanted and other in number and number[one] < number[other]
        )

    units = tuple(tuple(indexes) for indexes in members.values())
    return Judged(units=units, apart=pairs(Verdict.DIFFERENT), undecided=pairs(Verdict.UNSURE))
