"""When two figures for one thing cannot both hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import combinations

from vedette.linking.kinship import INCIDENTS
from vedette.linking.lineage.stated import Bodies, Said, scope_of, speaker_of
from vedette.model import QuantityMention

ROUNDING = 0.10
"""Share by which two figures may differ and still be one figure, rounded."""

Figure = Said[QuantityMention]


def interval_of(quantity: QuantityMention) -> tuple[float, float]:
    """Give the least and the most that a figure can mean.

    Example:
        >>> interval_of(QuantityMention(value=18, unit="drones", qualifier="at_least"))
        (18, inf)
    """
    if quantity.high is not None:
        return quantity.value, quantity.high
    if quantity.qualifier == "at_least":
        return quantity.value, float("inf")
    return (0.0 if quantity.qualifier == "at_most" else quantity.value), quantity.value


def coarseness_of(quantity: QuantityMention) -> float:
    """Give how far "about" so many may be off: half a unit of its last digit that is not a nought.

    Example:
        >>> coarseness_of(QuantityMention(value=30_000, unit="troops", qualifier="about"))
        5000.0
        >>> coarseness_of(QuantityMention(value=30_000, unit="troops"))
        0.0
    """
    if quantity.qualifier != "about" or quantity.value != int(quantity.value) or not quantity.value:
        return 0.0
    digits = str(int(quantity.value))
    return float(10 ** (len(digits) - len(digits.rstrip("0")))) / 2


def figures_differ(figures: Sequence[Figure], bodies: Bodies) -> Callable[[Figure, Figure], bool]:
    """Make the comparison of two figures for one thing, which knows what else is said of it.

    Rule: of one scope, they differ where their ranges, with rounding, have nothing
    in common. Of a part and the whole ("8,000 in Belarus", "13,000"), where the part is larger.
    Of two parts, never. Two figures that one speaker gives in one report are
    taken for part and whole by everybody; so are a figure and those that add up to it.
    A running total ("40 since January") may have grown until a later day.
    """
    together = _told_together(figures, bodies)

    def differ(one: Figure, other: Figure) -> bool:
        if frozenset((one.shown, other.shown)) in together or _grown(one, other) or _grown(other, one):
            return False
        if scope_of(one) == scope_of(other):
            return _apart(one.value, other.value)
        part, whole = (one, other) if scope_of(one) else (other, one)
        return not scope_of(whole) and interval_of(part.value)[0] > interval_of(whole.value)[1] and _apart(
            part.value, whole.value
        )

    return differ


def _grown(early: Figure, late: Figure) -> bool:
    """Say whether both count from a time on, and the larger was told later."""
    first, then = early.profile, late.profile
    if first.window is None or then.window is None or first.day is None or then.day is None:
        return False
    running = first.window.open_end and then.window.open_end and first.family in INCIDENTS
    return running and first.day < then.day and early.value.value < late.value.value


def _apart(one: QuantityMention, other: QuantityMention) -> bool:
    (low, high), (least, most) = interval_of(one), interval_of(other)
    floor, ceiling = max(low, least), min(high, most)
    return floor - max(ROUNDING * floor, coarseness_of(one), coarseness_of(other)) > ceiling


def _told_together(figures: Sequence[Figure], bodies: Bodies) -> frozenset[frozenset[str]]:
    """Pair the figures that one speaker gives in one report, and each with the whole that they add up to."""
    told: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for one in figures:
        told[speaker_of(one, bodies), one.profile.report.id].append(one)
    pairs = {
        frozenset((one.shown, other.shown))
        for given in told.values() for one, other in combinations(given, 2) if scope_of(one) == scope_of(other)
    }
    for given in told.values():
        sums = {sum(one.value.value for one in given), sum({one.shown: one.value.value for one in given}.values())}
        pairs |= {
            frozenset((one.shown, whole.shown))
            for whole in figures if whole.value.value in sums and len({one.shown for one in given}) > 1 for one in given
        }
    return frozenset(pairs)
