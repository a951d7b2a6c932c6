"""From verdicts on pairs to groups of claims that tell of one event.

Pairs that share a block are compared and joined, strongest first (``agglomerate``). A person's
judgement comes before any score.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence

from vedette.linking.decided.found_again import FoundAgain, brought_up_to_date
from vedette.linking.decided.judged import Judged, Pair, apply_judgements
from vedette.linking.kinship import kin_of
from vedette.linking.profile import Profile
from vedette.linking.same.agglomerate import agglomerate
from vedette.linking.same.aspects import Aspects, Scored, Weighed, WeighedAspects
from vedette.linking.same.blocking import Keys, closed_by, crowds_among, keys_of, pairs_among
from vedette.model import Judgement, Verdict


class Verdicts:
    """Compares claims, each pair of likenesses once.

    A big story has hundreds of claims that differ in nothing but their report:
    those are compared once for all, but for their words. Only points are kept: the reasons of 10^5
    comparisons would fill the memory.
    """

    def __init__(self) -> None:
        self._aspects = WeighedAspects()
        self._numbers: dict[Hashable, tuple[int, Aspects]] = {}
        self._likeness: dict[str, tuple[int, Aspects]] = {}
        self._weighed: dict[Pair, Weighed] = {}

    def of(self, one: Profile, other: Profile) -> Scored:
        """Give the verdict on two claims, and its score."""
        weighed = self._weigh(one, other)
        return weighed.scored_in_words(one, other) if one.text_family == other.text_family else weighed.scored

    def _weigh(self, one: Profile, other: Profile) -> Weighed:
        (first, aspects), (second, others) = self._likeness_of(one), self._likeness_of(other)
        pair = (first, second) if first < second else (second, first)
        weighed = self._weighed.get(pair)
        if weighed is None:
            weighed = self._weighed[pair] = self._aspects.weigh(one, other, aspects=(aspects, others))
        return weighed

    def _likeness_of(self, profile: Profile) -> tuple[int, Aspects]:
        """Number the likeness of a claim, and give its aspects."""
        known = self._likeness.get(profile.claim.id)
        if known is None:
            likeness = profile.likeness
            if likeness not in self._numbers:
                self._numbers[likeness] = len(self._numbers), self._aspects.aspects_of(profile)
            known = self._likeness[profile.claim.id] = self._numbers[likeness]
        return known


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
        left, right = self._judged.units[pair[0]], self._judged.units[pair[1]]
        if len(left) == len(right) == 1 and pair not in self._judged.undecided:
            return self._verdicts.of(self._profiles[left[0]], self._profiles[right[0]])
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
    profiles: Sequence[Profile], *, judgements: Sequence[Judgement] = ()
) -> tuple[tuple[Profile, ...], ...]:
    """Group the claims that tell of one event, where these claims are all there are.

    Rule for judgements: the newest comes first; an older one that contradicts
    it, directly or through others, does not count, nor does one that was taken
    back or whose claims are not here, nor others on their words. *Unsure* means that no score may join the two.

    Args:
        profiles: In canonical order; the groups keep it.
        judgements: What people decided.
    """
    claims = [profile.claim for profile in profiles]
    standing = brought_up_to_date(judgements, FoundAgain.among(claims)) if judgements else ()
    judged = apply_judgements([claim.anchor for claim in claims], standing)
    keys = list(map(keys_of, profiles))
    return join(profiles, keys, judged=judged, closed=closed_by(crowds_among(keys)), verdicts=Verdicts())


def join(
    profiles: Sequence[Profile], keys: Sequence[Keys], *, judged: Judged, closed: frozenset[int], verdicts: Verdicts
) -> tuple[tuple[Profile, ...], ...]:
    """Group claims, whatever else there is.

    Args:
        profiles: In canonical order; the groups keep it.
        keys: The blocks of each.
        judged: What people decided about them.
        closed: The blocks in which nobody meets (see ``blocking``).
        verdicts: Decides on two claims.
    """
    units = _Units(profiles, judged, verdicts)
    unit_of = {index: number for number, unit in enumerate(judged.units) for index in unit}
    class_of = _classes(profiles, judged)
    shown = _shown(judged.units, class_of)
    claims = sorted(index for some in shown.values() for unit in some for index in judged.units[unit])
    some = [profiles[index] for index in claims]
    pairs: set[Pair] = set()
    for left, right in pairs_among(some, [keys[index] for index in claims], closed=closed):
        one, other = unit_of[claims[left]], unit_of[claims[right]]
        if one != other and verdicts.of(some[left], some[right])[0] is Verdict.SAME:
            first, second = class_of[one], class_of[other]
            pairs.add((first, second) if first < second else (second, first))

    def verdict_on(one: int, other: int) -> Scored:
        return units.of(shown[one][0], shown[other][-1])

    groups = agglomerate(class_of, sorted(pairs), verdict_on)
    members = (sorted(index for unit in group for index in judged.units[unit]) for group in groups)
    return tuple(tuple(profiles[index] for index in group) for group in sorted(members))


def _classes(profiles: Sequence[Profile], judged: Judged) -> list[int]:
    """Number the units so that those of one number have the same verdicts with all others, and among themselves.

    Claims of one likeness are such, where no text is a copy of another; in copies the sentence counts
    as well. Whatever people decided about, and claims of one kind in one report, are classes of their own.
    """
    decided = {unit for pair in (*judged.apart, *judged.undecided) for unit in pair}
    kin = [kin_of(profile.claim.type) for profile in profiles]
    families = Counter((profile.text_family, own) for profile, own in zip(profiles, kin, strict=True))
    reports = Counter((profile.report.id, own) for profile, own in zip(profiles, kin, strict=True))
    numbers: dict[Hashable, int] = {}
    found = []
    for number, unit in enumerate(judged.units):
        profile = profiles[unit[0]]
        own: Hashable = (profile.likeness, None)
        if len(unit) > 1 or number in decided or reports[profile.report.id, kin[unit[0]]] > 1:
            own = number
        elif families[profile.text_family, kin[unit[0]]] > 1:
            own = (profile.likeness, profile.text_family, profile.sentence)
        found.append(numbers.setdefault(own, len(numbers)))
    return found


def _shown(units: Sequence[Sequence[int]], class_of: Sequence[int]) -> dict[int, list[int]]:
    """Give the first two units of each class: as one is with another class, all are, and as these two are, all are."""
    shown: dict[int, list[int]] = defaultdict(list)
    for unit in range(len(units)):
        if len(shown[class_of[unit]]) < 2:
            shown[class_of[unit]].append(unit)
    return dict(shown)
