"""Comparing claims without saying why, each pair of aspects once.

A thousand claims that all differ in something differ in few things: they name some dozens of dates, places and doers
between them. What weighing looks at is an **aspect** of a claim; what two aspects weigh, and all of them together, is
found once. Only figures, of which every report has its own, and the words of claims that stand in one text or in copies
of one are weighed for each pair.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, replace

from vedette.linking.feature import RULED_OUT, Feature
from vedette.linking.kinship import compare_types
from vedette.linking.profile import Profile
from vedette.linking.same.compare_what import (
    WORD_FOR_WORD,
    compare_denial,
    compare_equipment,
    compare_names,
    compare_parts,
    compare_quantities,
    compare_words,
)
from vedette.linking.same.compare_when import compare_when, counts_several
from vedette.linking.same.compare_where import compare_where
from vedette.linking.same.compare_who import compare_who
from vedette.linking.same.same_event import are_agreeing, decided_alone, score_of, verdict_of
from vedette.model import Stage, Verdict

Aspects = tuple[int, ...]
"""The number of each aspect of a claim, and last that of all of them together."""
Scored = tuple[Verdict, float]
_Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Weighed:
    """What two claims come to but for their words: the verdict where one aspect decides alone, else the points.

    ``agreeing`` says whether enough agrees, ``agreeing_in_words`` whether it does where their words agree as well.
    """

    alone: Scored | None
    points: float
    agreeing: bool
    agreeing_in_words: bool

    @property
    def scored(self) -> Scored:
        """The verdict, and its score, where the claims stand in texts that are no copies of one another."""
        if self.alone is not None:
            return self.alone
        score = score_of(self.points)
        return verdict_of(score, agreeing=self.agreeing), score

    def scored_in_words(self, left: Profile, right: Profile) -> Scored:
        """Give the verdict, and its score, where the claims stand in one text, or in copies of one."""
        if compare_parts(left, right).value <= RULED_OUT:
            return Verdict.DIFFERENT, RULED_OUT
        if self.alone is not None:
            return self.alone
        words = compare_words(left, right).value
        score = score_of(self.points + words)
        if words == WORD_FOR_WORD:
            return Verdict.SAME, score
        return verdict_of(score, agreeing=self.agreeing_in_words if words else self.agreeing), score


class WeighedAspects:
    """Compares claims as :func:`vedette.linking.same.same_event.compare` does, without saying why."""

    def __init__(self) -> None:
        self._numbers: list[dict[Hashable, int]] = [{} for _ in (*_ASPECTS, "all of them")]
        self._features: list[dict[_Pair, Feature]] = [{} for _ in _ASPECTS]
        self._weighed: dict[_Pair, Weighed] = {}

    def aspects_of(self, profile: Profile) -> Aspects:
        """Number the aspects of a claim."""
        *each, together = self._numbers
        numbers = tuple(
            known.setdefault(aspect(profile), len(known)) for (aspect, _), known in zip(_ASPECTS, each, strict=True)
        )
        return (*numbers, together.setdefault(numbers, len(together)))

    def weigh(self, left: Profile, right: Profile, *, aspects: tuple[Aspects, Aspects]) -> Weighed:
        """Weigh two claims, but for their words.

        Args:
            left: One claim.
            right: The other.
            aspects: Of each.
        """
        pair = _ordered(aspects[0][-1], aspects[1][-1])
        weighed = self._weighed.get(pair)
        if weighed is None:
            weighed = self._weighed[pair] = self._weigh(left, right, aspects)
        figures = 0.0 if weighed.alone is not None else compare_quantities(left, right).value
        # Points are quarters: in whatever order they are added, they come to the same.
        return replace(weighed, points=weighed.points + figures) if figures else weighed

    def _weigh(self, left: Profile, right: Profile, aspects: tuple[Aspects, Aspects]) -> Weighed:
        seen: list[Feature] = []
        for feature in self._each(left, right, aspects):
            seen.append(feature)
            if (alone := decided_alone(seen)) is not None:
                return Weighed((alone.verdict, alone.score), 0.0, agreeing=False, agreeing_in_words=False)
        return Weighed(
            None, sum(feature.value for feature in seen), agreeing=are_agreeing(seen),
            agreeing_in_words=are_agreeing([*seen, Feature("words", WORD_FOR_WORD, "")]),
        )

    def _each(self, left: Profile, right: Profile, aspects: tuple[Aspects, Aspects]) -> Iterator[Feature]:
        for (_, weigh), known, one, other in zip(_ASPECTS, self._features, *aspects, strict=False):
            pair = _ordered(one, other)
            if pair not in known:
                known[pair] = weigh(left, right)
            yield known[pair]


def _ordered(one: int, other: int) -> _Pair:
    return (one, other) if one < other else (other, one)


def _type(profile: Profile) -> Hashable:
    return profile.claim.type


def _name(profile: Profile) -> Hashable:
    return profile.family, profile.editions, profile.own


def _when(profile: Profile) -> Hashable:
    return (
        profile.family, profile.window, profile.day, profile.report.published is None, profile.denies,
        profile.claim.stage is Stage.PLANNED, counts_several(profile),
    )


def _where(profile: Profile) -> Hashable:
    return profile.family, profile.places


def _who(profile: Profile) -> Hashable:
    return profile.claim.type, profile.doers, profile.recipients


def _denial(profile: Profile) -> Hashable:
    return profile.claim.type, profile.denies, profile.doers


def _equipment(profile: Profile) -> Hashable:
    return tuple((item.name, item.kind) for item in profile.claim.equipment)


# In the order in which a comparison weighs. What is weighed within one text only (words, parts) is no aspect.
_ASPECTS: tuple[tuple[Callable[[Profile], Hashable], Callable[[Profile, Profile], Feature]], ...] = (
    (_type, compare_types), (_name, compare_names), (_when, compare_when), (_where, compare_where), (_who, compare_who),
    (_denial, compare_denial), (_equipment, compare_equipment),
)
