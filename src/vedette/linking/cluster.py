"""From verdicts on pairs to groups of claims that tell of one event.

Method: agglomeration, strongest pair first. Two groups are joined only where
**no pair across them is different** and at least half of the pairs across them are
the same. So one report that could be either of two events cannot merge the two:
it goes to the one that it is most like. A person's judgement comes before any score.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from vedette.linking.blocking import candidate_pairs
from vedette.linking.judged import Judged, Pair, apply_judgements
from vedette.linking.profile import Profile
from vedette.linking.same_event import Comparison, compare
from vedette.model import Judgement, Verdict

AGREEING_SHARE = 0.5

Compare = Callable[[Profile, Profile], Comparison]


@dataclass(slots=True)
class _Verdicts:
    """Compares units (groups of claims that are one by a person's word), each pair once."""

    profiles: Sequence[Profile]
    judged: Judged
    compare: Compare
    seen: dict[Pair, tuple[Verdict, float]] = field(default_factory=dict)

    def of(self, left: int, right: int) -> tuple[Verdict, float]:
        """Give the verdict on two units; the lower comes first."""
        pair = (min(left, right), max(left, right))
        if pair not in self.seen:
            self.seen[pair] = self._decide(*pair)
        return self.seen[pair]

    def _decide(self, left: int, right: int) -> tuple[Verdict, float]:
        if (left, right) in self.judged.apart:
            return Verdict.DIFFERENT, 0.0
        compared = [
            self.compare(self.profiles[one], self.profiles[other])
            for one in self.judged.units[left] for other in self.judged.units[right]
        ]
        best = max(comparison.score for comparison in compared)
        verdicts = {comparison.verdict for comparison in compared}
        if (left, right) in self.judged.undecided:
            verdicts.discard(Verdict.SAME)
        for verdict in (Verdict.SAME, Verdict.DIFFERENT):
            if verdict in verdicts:
                return verdict, best
        return Verdict.UNSURE, best


def cluster(
    profiles: Sequence[Profile], *, judgements: Sequence[Judgement] = (), compare: Compare = compare
) -> tuple[tuple[Profile, ...], ...]:
    """Group the claims that tell of one event.

    Rule for judgements: the newest comes first; an older one that contradicts
    it, directly or through others, does not count, nor does one that was taken
    back or names a claim that is not here. *Unsure* means that no score may join the two.

    Args:
        profiles: In canonical order; the groups keep it.
        judgements: What people decided.
        compare: Decides on two claims.
    """
    judged = apply_judgements([profile.claim.anchor for profile in profiles], judgements)
    units = judged.units
    unit_of = {index: number for number, unit in enumerate(units) for index in unit}
    verdicts = _Verdicts(profiles, judged, compare)
    pairs = {tuple(sorted((unit_of[one], unit_of[other]))) for one, other in candidate_pairs(profiles)}
    groups = _agglomerate(len(units), sorted((low, high) for low, high in pairs if low != high), verdicts)
    members = (sorted(index for unit in group for index in units[unit]) for group in groups)
    return tuple(tuple(profiles[index] for index in group) for group in sorted(members))


def _agglomerate(count: int, pairs: Sequence[Pair], verdicts: _Verdicts) -> list[list[int]]:
    group_of = list(range(count))
    groups: dict[int, list[int]] = {unit: [unit] for unit in range(count)}
    same = [(-score, pair) for pair in pairs for verdict, score in (verdicts.of(*pair),) if verdict is Verdict.SAME]
    waiting = [pair for _, pair in sorted(same)]
    while waiting:
        # A pair that found no agreement is tried again after the groups have grown.
        refused: list[Pair] = []
        for left, right in waiting:
            into, other = sorted((group_of[left], group_of[right]))
            if into == other:
                continue
            if not _agree(groups[into], groups[other], verdicts):
                refused.append((left, right))
                continue
            for unit in groups[other]:
                group_of[unit] = into
            groups[into] += groups.pop(other)
        if len(refused) == len(waiting):
            break
        waiting = refused
    return list(groups.values())


def _agree(left: Iterable[int], right: Sequence[int], verdicts: _Verdicts) -> bool:
    agreeing = compared = 0
    for one in left:
        for other in right:
            verdict, _ = verdicts.of(one, other)
            if verdict is Verdict.DIFFERENT:
                return False
            compared += 1
            agreeing += verdict is Verdict.SAME
    return agreeing >= AGREEING_SHARE * compared
