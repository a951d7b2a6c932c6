"""From verdicts on pairs to groups of claims that tell of one event.

Method: agglomeration, strongest pair first. Two groups are joined only where
**no pair across them is different** and at least half of the pairs across them are
the same. So one report that could be either of two events cannot merge the two:
it goes to the one that it is most like. A person's judgement comes before any score.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence

from vedette.linking.blocking import candidate_pairs
from vedette.linking.found_again import FoundAgain, brought_up_to_date
from vedette.linking.judged import Judged, Pair, apply_judgements
from vedette.linking.profile import Profile
from vedette.linking.same_event import Comparison, compare
from vedette.model import Judgement, Verdict

AGREEING_SHARE = 0.5

Compare = Callable[[Profile, Profile], Comparison]
VerdictOn = Callable[[int, int], tuple[Verdict, float]]


class _Verdicts:
    """Compares units (claims that are one by a person's word), each pair, and each pair of likenesses, once.

    A big story has hundreds of claims that differ in nothing but their report:
    those are compared once for all.
    """

    def __init__(self, profiles: Sequence[Profile], judged: Judged, compare: Compare) -> None:
        self._profiles = profiles
        self._judged = judged
        self._compare = compare
        numbers: dict[Hashable, int] = {}
        self._likeness = [numbers.setdefault(profile.likeness, len(numbers)) for profile in profiles]
        self._by_likeness: dict[Pair, tuple[Verdict, float]] = {}
        self._by_unit: dict[Pair, tuple[Verdict, float]] = {}

    def of(self, left: int, right: int) -> tuple[Verdict, float]:
        """Give the verdict on two units."""
        pair = (left, right) if left < right else (right, left)
        if pair not in self._by_unit:
            self._by_unit[pair] = self._decide(pair)
        return self._by_unit[pair]

    def _decide(self, pair: Pair) -> tuple[Verdict, float]:
        if pair in self._judged.apart:
            return Verdict.DIFFERENT, 0.0
        left, right = (self._judged.units[unit] for unit in pair)
        compared = [self._of_claims(one, other) for one in left for other in right]
        best = max(score for _, score in compared)
        verdicts = {verdict for verdict, _ in compared}
        if pair in self._judged.undecided:
            verdicts.discard(Verdict.SAME)
        for verdict in (Verdict.SAME, Verdict.DIFFERENT):
            if verdict in verdicts:
                return verdict, best
        return Verdict.UNSURE, best

    def _of_claims(self, left: int, right: int) -> tuple[Verdict, float]:
        # Only verdict and score are kept: the reasons of 10^5 comparisons would fill the memory.
        one, other = self._profiles[left], self._profiles[right]
        if one.text_family == other.text_family:
            comparison = self._compare(one, other)
            return comparison.verdict, comparison.score
        first, second = self._likeness[left], self._likeness[right]
        pair = (first, second) if first < second else (second, first)
        if pair not in self._by_likeness:
            comparison = self._compare(one, other)
            self._by_likeness[pair] = comparison.verdict, comparison.score
        return self._by_likeness[pair]


def cluster(
    profiles: Sequence[Profile], *, judgements: Sequence[Judgement] = (), compare: Compare = compare
) -> tuple[tuple[Profile, ...], ...]:
    """Group the claims that tell of one event.

    Rule for judgements: the newest comes first; an older one that contradicts
    it, directly or through others, does not count, nor does one that was taken
    back or whose claims are not here, nor others on their words. *Unsure* means that no score may join the two.

    Args:
        profiles: In canonical order; the groups keep it.
        judgements: What people decided.
        compare: Decides on two claims, by nothing but their likeness where their texts are no copies.
    """
    claims = [profile.claim for profile in profiles]
    standing = brought_up_to_date(judgements, FoundAgain.among(claims)) if judgements else ()
    judged = apply_judgements([claim.anchor for claim in claims], standing)
    units = judged.units
    unit_of = {index: number for number, unit in enumerate(units) for index in unit}
    verdicts = _Verdicts(profiles, judged, compare)
    pairs = {tuple(sorted((unit_of[one], unit_of[other]))) for one, other in candidate_pairs(profiles)}
    groups = agglomerate(len(units), sorted((low, high) for low, high in pairs if low != high), verdicts.of)
    members = (sorted(index for unit in group for index in units[unit]) for group in groups)
    return tuple(tuple(profiles[index] for index in group) for group in sorted(members))


def agglomerate(count: int, pairs: Sequence[Pair], verdict_on: VerdictOn) -> list[list[int]]:
    """Join what is the same, strongest pair first, by the rule at the top of this module.

    Args:
        count: How many things there are; they are numbered from 0.
        pairs: Those that may be joined, lower number first, sorted.
        verdict_on: Gives the verdict on any two of them, and its score.
    """
    group_of = list(range(count))
    groups: dict[int, list[int]] = {unit: [unit] for unit in range(count)}
    same = [(-score, pair) for pair in pairs for verdict, score in (verdict_on(*pair),) if verdict is Verdict.SAME]
    waiting = [pair for _, pair in sorted(same)]
    apart: set[tuple[int, int, int, int]] = set()  # groups, as large as they were, that found no agreement
    while waiting:
        # A pair that found no agreement is tried again after the groups have grown.
        refused: list[Pair] = []
        for left, right in waiting:
            into, other = sorted((group_of[left], group_of[right]))
            if into == other:
                continue
            state = (into, other, len(groups[into]), len(groups[other]))
            if state in apart or not _agree(groups[into], groups[other], verdict_on):
                apart.add(state)
                refused.append((left, right))
                continue
            for unit in groups[other]:
                group_of[unit] = into
            groups[into] += groups.pop(other)
        if len(refused) == len(waiting):
            break
        waiting = refused
    return list(groups.values())


def _agree(left: Iterable[int], right: Sequence[int], verdict_on: VerdictOn) -> bool:
    agreeing = compared = 0
    for one in left:
        for other in right:
            verdict, _ = verdict_on(one, other)
            if verdict is Verdict.DIFFERENT:
                return False
            compared += 1
            agreeing += verdict is Verdict.SAME
    return agreeing >= AGREEING_SHARE * compared
