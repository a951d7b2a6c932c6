"""Which decisions of people hang together, so that only those are looked at that can matter.

Judgements hang together where they are about claims of one report: which of two counts that contradict
one another may depend on a third that shares a claim with both. Nothing passes from one
such company to another.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cached_property

from vedette.linking.decided.at_hand import AtHand, fresh_in, reports_in
from vedette.linking.decided.found_again import FoundAgain, brought_up_to_date, report_of
from vedette.linking.decided.judged import Judged, apply_judgements
from vedette.linking.profile import Profile
from vedette.linking.workbench import Workbench
from vedette.model import Decision, Judgement, Override, Rating
from vedette.model.decided import Decided, anchors_of


class Rulings:
    """The decisions of people, by the reports that they are about; those of a report are looked up once.

    ``fresh`` are those that a desk has not been linked with; what was undone since counts as such.
    """

    def __init__(self, decided: Decided, *, fresh: Collection[str] = ()) -> None:
        self._decided = decided
        self._fresh = fresh_in(decided, fresh) if fresh else []
        self._judgements: dict[str, list[Judgement]] = {}
        self._overrides: dict[str, list[Override]] = {}

    @classmethod
    def among(cls, decisions: Iterable[Decision]) -> Rulings:
        """Look decisions up among those that are at hand."""
        return cls(AtHand(decisions))

    @cached_property
    def ratings(self) -> list[Rating]:
        """All ratings of sources."""
        return list(self._decided.ratings())

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
        waiting, seen = frozenset(reports), frozenset[str]()
        found: dict[str, Judgement] = {}
        while waiting:
            self._look_up(waiting)
            seen |= waiting
            met = {one.id: one for report in sorted(waiting) for one in self._judgements[report]}
            found |= met
            waiting = frozenset[str]().union(*map(reports_in, met.values())) - seen
        return list(found.values())

    def overrides_about(self, reports: Iterable[str]) -> list[Override]:
        """Give the overrides that were given for claims of these reports."""
        wanted = tuple(dict.fromkeys(reports))
        self._look_up(wanted)
        return list({one.id: one for report in wanted for one in self._overrides[report]}.values())

    def _look_up(self, reports: Iterable[str]) -> None:
        missing = sorted(one for one in reports if one not in self._judgements)
        if not missing:
            return
        self._judgements |= {one: [] for one in missing}
        self._overrides |= {one: [] for one in missing}
        wanted = frozenset(missing)
        for one in self._decided.about(missing):
            for report in wanted & reports_in(one):
                if isinstance(one, Judgement):
                    self._judgements[report].append(one)
                elif isinstance(one, Override):
                    self._overrides[report].append(one)


def found_claims(decisions: Sequence[Judgement] | Sequence[Override], bench: Workbench) -> frozenset[str]:
    """Give the claims that some decisions are about, as far as they are here."""
    found = lookup_for(decisions, bench)
    anchors = {anchor for one in decisions for anchor in found.find_all(anchors_of(one))}
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
