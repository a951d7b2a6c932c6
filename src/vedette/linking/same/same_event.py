"""Whether two claims tell of one event: same, different, or not to be decided.

A score in points, made of features that each say what was seen. To merge what
is two hides an event; to keep apart what is one only shows it twice. Hence the
asymmetry: *same* asks for a high score **and** for agreement on at least two of
when, where, who and what (name, words, denial), with nothing against in when or where. *Different*
asks for one reason that rules it out, or for a clearly negative score. The rest
is *unsure*, and is not merged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from vedette.linking.feature import NEUTRAL, RULED_OUT, Feature
from vedette.linking.kinship import compare_types
from vedette.linking.profile import Profile
from vedette.linking.same.compare_what import (
    NAMED,
    WORD_FOR_WORD,
    compare_denial,
    compare_equipment,
    compare_names,
    compare_parts,
    compare_quantities,
    compare_words,
)
from vedette.linking.same.compare_when import compare_when
from vedette.linking.same.compare_where import compare_where
from vedette.linking.same.compare_who import compare_who
from vedette.model import Verdict

SAME_AT = 3.5
"""Points from which two claims are one event."""
DIFFERENT_AT = -2.0
"""Points at which they are two."""
NEAR_AT = 2.0
"""Points from which it is worth a person's time to say whether they are one."""
_AGREES_AT = {"when": 0.5, "where": 1.0, "who": 1.0, "name": 2.5, "words": 1.5, "denial": 1.0}
_AGREEMENTS = 2
WEIGHED: tuple[Callable[[Profile, Profile], Feature], ...] = (
    compare_types, compare_parts, compare_names, compare_when, compare_where, compare_who, compare_words,
    compare_denial, compare_equipment, compare_quantities,
)
"""What is weighed, from the cheapest reason to the dearest."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A verdict on two claims, with its score (in points) and every feature that made it."""

    verdict: Verdict
    score: float
    features: tuple[Feature, ...]


def compare(left: Profile, right: Profile) -> Comparison:
    """Say whether two claims tell of one event, and why.

    Rule: as told at the top of this module. The same edition of a named
    exercise is one event whatever its stage, its dates and its sites. A denial
    is compared like any other claim: it joins the event that it denies.

    Args:
        left: One claim.
        right: The other; their order does not matter.
    """
    return conclude(weigh(left, right) for weigh in WEIGHED)


def conclude(features: Iterable[Feature]) -> Comparison:
    """Give the verdict that features make, as far as one of them decides alone, else by all of them.

    Args:
        features: One for each of ``WEIGHED``, in their order.
    """
    seen: list[Feature] = []
    for feature in features:
        seen.append(feature)
        if (alone := decided_alone(seen)) is not None:
            return alone
    return decide(seen)


def decided_alone(features: Sequence[Feature]) -> Comparison | None:
    """Give the verdict of the last of some features where it decides alone: by ruling out, or as one named exercise."""
    last = features[-1]
    if last.value <= RULED_OUT:
        return Comparison(Verdict.DIFFERENT, RULED_OUT, tuple(features))
    if last.name == "name" and last.value == NAMED:
        return Comparison(Verdict.SAME, NAMED + features[0].value, tuple(features))
    return None


def decide(features: Sequence[Feature]) -> Comparison:
    """Give the verdict that the features of two things make, where none of them decides alone."""
    score = score_of(sum(feature.value for feature in features))
    if any(feature.name == "words" and feature.value == WORD_FOR_WORD for feature in features):
        return Comparison(Verdict.SAME, score, tuple(features))
    return Comparison(verdict_of(score, agreeing=are_agreeing(features)), score, tuple(features))


def score_of(points: float) -> float:
    """Give a score, which has three places: sums in another order are equal."""
    return round(points, 3)


def are_agreeing(features: Iterable[Feature]) -> bool:
    """Say whether enough of what can agree does, with nothing against it in when and where."""
    value = {feature.name: feature.value for feature in features}
    agreements = sum(value.get(name, NEUTRAL) >= least for name, least in _AGREES_AT.items())
    return agreements >= _AGREEMENTS and min(value.get("when", NEUTRAL), value.get("where", NEUTRAL)) >= 0


def verdict_of(score: float, *, agreeing: bool) -> Verdict:
    """Give the verdict that a score makes.

    Args:
        score: In points.
        agreeing: Whether enough agrees.
    """
    if score >= SAME_AT and agreeing:
        return Verdict.SAME
    return Verdict.DIFFERENT if score <= DIFFERENT_AT else Verdict.UNSURE


def is_near(verdict: Verdict, score: float) -> bool:
    """Say whether two claims are the same, or come near to it.

    Example:
        >>> is_near(Verdict.UNSURE, 3.0), is_near(Verdict.UNSURE, 0.5)
        (True, False)
    """
    return verdict is Verdict.SAME or (verdict is Verdict.UNSURE and score >= NEAR_AT)
