"""Finds the claims that a decision was made about after a newer reader has read their reports anew.

A decision hangs on anchors: report, words, type. A better reader may take other
words for the trigger, or call the event by another type; the sentence that the
person saw still stands there. Rule for an anchor that is no longer here, among the
claims of its report: the claim whose trigger shares words with it (of the same type
before others, the longer overlap first); else the claim of the same type in the same
sentence, the nearest first; else it is lost, and what was decided about it waits on record.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from vedette.model import Claim, Judgement, Override, Span, Verdict

_ANCHOR = re.compile(r"(?P<report>.*):(?P<start>\d+)-(?P<end>\d+):(?P<type>[^:#]*)(?:#(?P<part>\d+))?", re.S)
_Rank = tuple[int, bool, bool, int, int, str]


@dataclass(frozen=True, slots=True)
class FoundAgain:
    """Where the claims of old anchors stand now: looks up anchors of any age among claims of today."""

    here: frozenset[str]
    by_report: Mapping[str, tuple[Claim, ...]]

    @classmethod
    def among(cls, claims: Iterable[Claim]) -> FoundAgain:
        """Make the lookup; all claims of a report have to be there for its anchors to be found."""
        by_report: dict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            by_report[claim.report].append(claim)
        here = frozenset(claim.anchor for told in by_report.values() for claim in told)
        return cls(here=here, by_report={report: tuple(told) for report, told in by_report.items()})

    def find(self, anchor: str) -> str | None:
        """Give the anchor of today, ``None`` where the claim is lost."""
        if anchor in self.here:
            return anchor
        match = _ANCHOR.fullmatch(anchor)
        if match is None:
            return None
        words = Span(int(match["start"]), int(match["end"]))
        ranked = [
            rank for claim in self.by_report.get(match["report"], ())
            if (rank := _rank(claim, words, type=match["type"], part=int(match["part"] or 0)))
        ]
        return min(ranked)[-1] if ranked else None

    def find_all(self, anchors: Iterable[str]) -> tuple[str, ...]:
        """Give the anchors of today of those that are not lost."""
        return tuple(sorted({found for anchor in anchors if (found := self.find(anchor)) is not None}))


def report_of(anchor: str) -> str | None:
    """Give the report that an anchor points into.

    Example:
        >>> report_of("r1f:120-126:border_closure")
        'r1f'
    """
    match = _ANCHOR.fullmatch(anchor)
    return match["report"] if match else None


def brought_up_to_date(judgements: Sequence[Judgement], found: FoundAgain) -> tuple[Judgement, ...]:
    """Give the judgements that can be applied, on anchors of today.

    Two claims that a newer reader takes for one cannot be kept apart: they leave a
    *different* or *unsure*, and the rest of it holds. A judgement with an empty side is left out.
    """
    brought = (_today(judgement, found) for judgement in judgements)
    return tuple(judgement for judgement in brought if judgement.left and judgement.right)


def overrides_up_to_date(overrides: Sequence[Override], found: FoundAgain) -> tuple[Override, ...]:
    """Give the overrides with at least one claim that is here, on anchors of today."""
    brought = (replace(override, anchors=found.find_all(override.anchors)) for override in overrides)
    return tuple(override for override in brought if override.anchors)


def _today(judgement: Judgement, found: FoundAgain) -> Judgement:
    left, right = found.find_all(judgement.left), found.find_all(judgement.right)
    if judgement.verdict is not Verdict.SAME:
        both = set(left) & set(right)
        left, right = (tuple(anchor for anchor in side if anchor not in both) for side in (left, right))
    return replace(judgement, left=left, right=right)


def _rank(claim: Claim, words: Span, *, type: str, part: int) -> _Rank | None:
    """Say how well a claim fits the lost words, the best lowest; ``None`` where it does not."""
    trigger = claim.trigger
    shared = min(trigger.end, words.end) - max(trigger.start, words.start)
    if shared > 0:
        return (0, claim.type != type, claim.part != part, -shared, trigger.start, claim.anchor)
    if claim.type == type and claim.sentence.start <= words.start < claim.sentence.end:
        return (1, False, claim.part != part, -shared, trigger.start, claim.anchor)
    return None
