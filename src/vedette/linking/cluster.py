"""From verdicts on pairs to groups of claims that tell of one event.

Method: agglomeration, strongest pair first. Two groups are joined only where
**no pair across them is different** and at least half of the pairs across them are
the same. So one report that could be either of two events cannot merge the two:
it goes to the one that it is most like. A person's judgement comes before any score.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence

from vedette.linking.blocking import closed_by, crowds_among, keys_of, pairs_among
from vedette.linking.found_again import FoundAgain, brought_up_to_date
from vedette.linking.judged import Judged, Pair, apply_judgements
from vedette.linking.profile import Profile
from vedette.linking.same_event import Comparison, compare
from vedette.model import Judgement, Verdict

AGREEING_SHARE = 0.5

Compare = Callable[[Profile, Profile], Comparison]
Scored = tuple[Verdict, float]
VerdictOn = Callable[[int, int], Scored]


class Verdicts:
    """Compares claims, each pair of likenesses once.

    A big story has hundreds of claims that differ in nothing but their report:
    those are compared once for all. Only verdict and score are kept: the reasons of 10^5
    comparisons would fill the memory.
    """

    def __init__(self, compare: Compare = compare) -> None:
        self._compare = compare
        self._numbers: dict[Hashable, int] = {}
        self._likeness: dict[str, int] = {}
        self._by_likeness: dict[Pair, Scored] = {}

    def of(self, one: Profile, other: Profile) -> Scored:
        """Give the verdict on two claims, and its score."""
        if one.text_family == other.text_family:
            return self._decide(one, other)
        first, second = self._likeness_of(one), self._likeness_of(other)
        pair = (first, second) if first < second else (second, first)
        if pair not in self._by_likeness:
            self._by_likeness[pair] = self._decide(one, other)
        return self._by_likeness[pair]

    def _decide(self, one: Profile, other: Profile) -> Scored:
        comparison = self._compare(one, other)
        return comparison.verdict, comparison.score

    def _likeness_of(self, profile: Profile) -> int:
        if profile.claim.id not in self._likeness:
            self._likeness[profile.claim.id] = self._numbers.setdefault(profile.likeness, len(self._numbers))
        return self._likeness[profile.claim.id]


class _Units:
    """Verdicts on units: claims that are one by a person's word."""

    def __init__(self, profiles: Sequence[Profile], judged: Judged, verdicts: Verdicts) -> None:
        self._profiles = profiles
        self._judged = judged
        self._verdicts = verdicts
        self._decided: dict[Pair, Scored] = {}

    def of(self, left: int, right: int) -> Scored:
        """Give the verdict on two units."""
        pair = (left, right) if left < right else (right, left)
        if pair not in self._decided:
            self._decided[pair] = self._decide(pair)
        return self._decided[pair]

    def _decide(self, pair: Pair) -> Scored:
        if pair in self._judged.apart:
            return Verdict.DIFFERENT, 0.0
        left, right = (self._judged.units[unit] for unit in pair)
        compared = [
            self._verdicts.of(self._profiles[one], self._profiles[other]) for one in left for other in right
        ]
        best = max(score for _, score in compared)
        verdicts = {verdict for verdict, _ in compared}
        if pair in self._judged.undecided:
            verdicts.discard(Verdict.SAME)
        for verdict in (Verdict.SAME, Verdict.DIFFERENT):
            if verdict in verdicts:
                return verdict, best
        return Verdict.UNSURE, best


def cluster(
    profiles: Sequence[Profile], *, judgements: Sequence[Judgement] = (), compare: Compare = compare
) -> tuple[tuple[Profile, ...], ...]:
    """Group the claims that tell of one event, where these claims are all there are.

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
    crowds = crowds_among(map(keys_of, profiles))
    return join(profiles, judged=judged, closed=closed_by(crowds), verdicts=Verdicts(compare))


def join(
    profiles: Sequence[Profile], *, judged: Judged, closed: frozenset[int], verdicts: Verdicts
) -> tuple[tuple[Profile, ...], ...]:
    """Group claims, whatever else there is.

    Args:
        profiles: In canonical order; the groups keep it.
        judged: What people decided about them.
        closed: The blocks in which nobody meets (see ``blocking``).
        verdicts: Decides on two claims.
    """
    unit_of = {index: number for number, unit in enumerate(judged.units) for index in unit}
    pairs: set[Pair] = set()
    for left, right in pairs_among(profiles, list(map(keys_of, profiles)), closed=closed):
        if verdicts.of(profiles[left], profiles[right])[0] is Verdict.SAME:
            one, other = unit_of[left], unit_of[right]
            pairs.add((one, other) if one < other else (other, one))
    units = _Units(profiles, judged, verdicts)
    groups = agglomerate(len(judged.units), sorted(pair for pair in pairs if pair[0] != pair[1]), units.of)
    members = (sorted(index for unit in group for index in judged.units[unit]) for group in groups)
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
