"""Which decisions of people hang together, so that only those are looked at that can matter.

Judgements hang together where they are about claims of one report: which of two counts that contradict
one another may depend on a third that shares a claim with both. Nothing passes from one
such company to another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import TypeVar

from vedette.linking.decided.found_again import FoundAgain, brought_up_to_date, report_of
from vedette.linking.decided.judged import Judged, apply_judgements
from vedette.linking.profile import Profile
from vedette.linking.workbench import Workbench
from vedette.model import Decision, Judgement, Override, Rating, Undo

Anchored = TypeVar("Anchored", Judgement, Override)


class Rulings:
    """The decisions of people, by the reports that they are about.

    ``fresh`` are those that a desk has not been linked with; what was undone since counts as such.
    """

    def __init__(self, decisions: Iterable[Decision], *, fresh: Collection[str] | None = None) -> None:
        held = {decision.id: decision for decision in decisions}
        new = held if fresh is None else {one: held[one] for one in fresh if one in held}
        undone = {one.undoes for one in new.values() if isinstance(one, Undo)}
        self._fresh = [held[one] for one in dict.fromkeys((*new, *undone)) if one in held]
        self.ratings = [one for one in held.values() if isinstance(one, Rating)]
        self._judgements = _by_report(one for one in held.values() if isinstance(one, Judgement))
        self._overrides = _by_report(one for one in held.values() if isinstance(one, Override))

    @property
    def fresh_ratings(self) -> list[Rating]:
        """Ratings that a desk has not been linked with, or was linked with before they were undone."""
        return [one for one in self._fresh if isinstance(one, Rating)]

    @property
    def fresh_reports(self) -> frozenset[str]:
        """The reports that fresh judgements are about."""
        return frozenset(report for one in self._fresh if isinstance(one, Judgement) for report in reports_in(one))

    @property
    def fresh_overrides(self) -> list[Override]:
        """Overrides that are fresh."""
        return [one for one in self._fresh if isinstance(one, Override)]

    def judgements_about(self, reports: Iterable[str]) -> list[Judgement]:
        """Give the judgements about claims of these reports, and all that hang together with them."""
        waiting, seen = [report for report in reports if report in self._judgements], set[str]()
        found: dict[str, Judgement] = {}
        while waiting:
            report = waiting.pop()
            if report not in seen:
                seen.add(report)
                for judgement in self._judgements[report]:
                    found[judgement.id] = judgement
                    waiting.extend(reports_in(judgement) - seen)
        return list(found.values())

    def overrides_about(self, reports: Iterable[str]) -> list[Override]:
        """Give the overrides that were given for claims of these reports."""
        found = {one.id: one for report in dict.fromkeys(reports) for one in self._overrides.get(report, ())}
        return list(found.values())


def found_claims(decisions: Sequence[Judgement] | Sequence[Override], bench: Workbench) -> frozenset[str]:
    """Give the claims that some decisions are about, as far as they are here."""
    found = lookup_for(decisions, bench)
    anchors = {anchor for one in decisions for anchor in found.find_all(_anchors(one))}
    reports = {report for anchor in anchors if (report := report_of(anchor)) is not None}
    return frozenset(claim.id for report in reports for claim in bench.told[report] if claim.anchor in anchors)


def lookup_for(decisions: Sequence[Judgement] | Sequence[Override], bench: Workbench) -> FoundAgain:
    """Give what finds the claims of some decisions."""
    reports = sorted({report for one in decisions for report in reports_in(one)})
    bench.take_told(reports)
    return FoundAgain.among(claim for report in reports for claim in bench.as_read[report])


def judged_among(profiles: Sequence[Profile], rulings: Rulings, bench: Workbench) -> Judged:
    """Say what people decided about some claims.

    Args:
        profiles: In canonical order; all claims of each of their events.
        rulings: The decisions.
        bench: Looks up the claims that they are about.
    """
    judgements = rulings.judgements_about({profile.report.id for profile in profiles})
    found = lookup_for(judgements, bench)
    standing = brought_up_to_date(judgements, found)
    return apply_judgements([profile.claim.anchor for profile in profiles], standing, elsewhere=found.here)


def _by_report(decisions: Iterable[Anchored]) -> dict[str, list[Anchored]]:
    found: dict[str, list[Anchored]] = defaultdict(list)
    for decision in decisions:
        for report in sorted(reports_in(decision)):
            found[report].append(decision)
    return dict(found)


def _anchors(decision: Judgement | Override) -> tuple[str, ...]:
    return (*decision.left, *decision.right) if isinstance(decision, Judgement) else decision.anchors


def reports_in(decision: Judgement | Override) -> frozenset[str]:
    """Name the reports that a decision is about."""
    return frozenset(report for anchor in _anchors(decision) if (report := report_of(anchor)) is not None)
