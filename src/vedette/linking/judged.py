"""What people decided about pairs of claims, made consistent before any score is looked at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

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


def apply_judgements(anchors: Sequence[str], judgements: Sequence[Judgement]) -> Judged:
    """Join and part claims as people judged them.

    Rule: the newest judgement comes first. One that contradicts a newer one,
    directly or through others, does not count, nor does one that was taken
    back or that names a claim which is not here.

    Args:
        anchors: The anchor of each claim, in canonical order.
        judgements: In any order.

    Example:
        >>> later = Judgement.of("a", "b", Verdict.SAME, by="Ann", at="2025-09-13")
        >>> earlier = Judgement.of("a", "b", Verdict.DIFFERENT, by="Ben", at="2025-09-12")
        >>> apply_judgements(["a", "b"], [earlier, later]).units
        ((0, 1),)
    """
    root = {anchor: anchor for anchor in anchors}
    split: dict[Verdict, list[tuple[str, str]]] = {Verdict.DIFFERENT: [], Verdict.UNSURE: []}
    for judgement in _in_force(judgements, frozenset(anchors)):
        left, right = _root(root, judgement.left), _root(root, judgement.right)
        parted = {frozenset((_root(root, one), _root(root, other))) for pairs in split.values() for one, other in pairs}
        if left == right or frozenset((left, right)) in parted:
            continue
        if judgement.verdict is Verdict.SAME:
            root[max(left, right)] = min(left, right)
        else:
            split[judgement.verdict].append((left, right))
    return _number(anchors, root, split)


def _number(
    anchors: Sequence[str], root: dict[str, str], split: dict[Verdict, list[tuple[str, str]]]
) -> Judged:
    members: dict[str, list[int]] = defaultdict(list)
    for index, anchor in enumerate(anchors):
        members[_root(root, anchor)].append(index)
    number = {anchor: position for position, anchor in enumerate(members)}

    def pairs(verdict: Verdict) -> frozenset[Pair]:
        numbered = [(number[_root(root, one)], number[_root(root, other)]) for one, other in split[verdict]]
        return frozenset((min(pair), max(pair)) for pair in numbered)

    units = tuple(tuple(indexes) for indexes in members.values())
    return Judged(units=units, apart=pairs(Verdict.DIFFERENT), undecided=pairs(Verdict.UNSURE))


def _in_force(judgements: Sequence[Judgement], anchors: frozenset[str]) -> list[Judgement]:
    """Give the judgements that count, the newest first."""
    standing = [one for one in judgements if one.undone is None and {one.left, one.right} <= anchors]
    return sorted(standing, key=lambda judgement: (moment(judgement.at), judgement.id), reverse=True)


def _root(root: dict[str, str], anchor: str) -> str:
    while root[anchor] != anchor:
        anchor = root[anchor]
    return anchor
