"""Parts: some sets of claims, with all that linking them looks at and nothing else."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from vedette.linking.bulk.connected import Numbers
from vedette.linking.bulk.ledger import Ledger, numbers_of
from vedette.linking.bulk.spreading import Tools
from vedette.linking.decided.at_hand import reports_in
from vedette.model import Claim, Judgement, Override, Report
from vedette.model.held import Held, NothingHeld

PART = 1000
"""Claims in a part: enough that what is looked up once for each is nothing; a set of more is a part by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Claims that are linked as if there were no others.

    ``members`` are their ids. ``reports`` and ``claims`` are what is looked at for them: the reports they were read
    in, copies of these, and whatever hangs together with them by decisions, all as they were read. ``families`` gives
    the family of each report that has copies, ``copies`` the reports of each family; ``closed`` are the blocks in which
    nobody meets.
    """

    members: tuple[str, ...]
    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    families: Mapping[str, str]
    copies: Mapping[str, tuple[str, ...]]
    closed: frozenset[int]


class DeskOfPart(NothingHeld):
    """A desk on which the reports of a part are, and no events yet: see :class:`vedette.model.held.Held`."""

    def __init__(self, part: Part) -> None:
        self._part = part
        self._reports = {report.id: report for report in part.reports}
        self._claims = {claim.id: claim for claim in part.claims}
        self._told: dict[str, list[Claim]] = {}
        for claim in part.claims:
            self._told.setdefault(claim.report, []).append(claim)

    def reports(self, ids: Collection[str]) -> Iterable[Report]:
        """Give reports."""
        return [self._reports[one] for one in ids if one in self._reports]

    def claims(self, ids: Collection[str]) -> Iterable[Claim]:
        """Give claims."""
        return [self._claims[one] for one in ids if one in self._claims]

    def claims_of_reports(self, ids: Collection[str]) -> Iterable[Claim]:
        """Give what is here of the claims of some reports."""
        return [claim for report in ids for claim in self._told.get(report, ())]

    def families(self, reports: Collection[str]) -> Mapping[str, str]:
        """Give the family of each report."""
        return {one: self._part.families.get(one, one) for one in reports}

    def members(self, families: Collection[str]) -> Mapping[str, tuple[str, ...]]:
        """Give the reports of each family."""
        return {one: self._part.copies.get(one, (one,)) for one in families}

    def crowds(self, keys: Collection[int], *, limit: int) -> Mapping[int, int]:
        """Count the claims in each block: one more than the limit where it is closed, else none."""
        return {key: limit + 1 for key in keys if key in self._part.closed}


class Parts:
    """Makes parts of sets.

    Args:
        ledger: All claims.
        families: The family of each report that has copies.
        closed: The blocks that are closed.
        tools: What goes with the decisions.
        held: Gives reports and claims.
    """

    def __init__(
        self, ledger: Ledger, *, families: Mapping[str, str], closed: frozenset[int], tools: Tools, held: Held
    ) -> None:
        self._ledger = ledger
        self._families = families
        self._copies: dict[str, list[str]] = {}
        for report, family in families.items():
            self._copies.setdefault(family, []).append(report)
        self._closed = closed
        self._tools = tools
        self._held = held

    def of(self, sets: Iterable[Numbers]) -> Iterator[Part]:
        """Make parts of about ``PART`` claims, in the order of the sets."""
        waiting: list[int] = []
        for one in sets:
            if waiting and len(waiting) + len(one) > PART:
                yield self.part(waiting)
                waiting = []
            waiting += one.tolist()
        if waiting:
            yield self.part(waiting)

    def part(self, numbers: Sequence[int]) -> Part:
        """Make the part of some claims, by their numbers."""
        members = tuple(self._ledger.ids[number] for number in numbers)
        own = sorted({self._ledger.reports.ids[self._ledger.reports_of[number]] for number in numbers})
        return self._part(own, self._told_with(own), members=members, closed=self._closed_to(numbers))

    def of_decisions(self, decisions: Iterable[Judgement | Override]) -> Part:
        """Make a part of nothing but the reports that decisions are about."""
        own = sorted(frozenset[str]().union(*map(reports_in, decisions)))
        return self._part(own, own)

    def _part(
        self, own: Collection[str], whole: Collection[str], *, members: tuple[str, ...] = (),
        closed: frozenset[int] = frozenset(),
    ) -> Part:
        # In the order of the text where everything is looked at: what is told first there comes first.
        told = {claim.id: claim for claim in self._held.claims_of_reports(sorted(whole))}
        told |= {claim.id: claim for claim in self._held.claims([one for one in members if one not in told])}
        reports = sorted({*own, *whole})
        return Part(
            members=members, reports=tuple(self._held.reports(reports)), claims=tuple(told.values()),
            families={one: self._families[one] for one in reports if one in self._families},
            copies={family: tuple(self._copies[family]) for family in self._families_of(own)}, closed=closed,
        )

    def _closed_to(self, numbers: Sequence[int]) -> frozenset[int]:
        """Give the blocks in which these claims would look for others if they were not closed."""
        claims, crowds = numbers_of(self._ledger.meeting.claims), numbers_of(self._ledger.meeting.crowds)
        starts, ends = np.searchsorted(claims, numbers), np.searchsorted(claims, numbers, side="right")
        rows = (crowds[start:end].tolist() for start, end in zip(starts, ends, strict=True))
        return self._closed.intersection(crowd for some in rows for crowd in some)

    def _told_with(self, reports: Collection[str]) -> frozenset[str]:
        """Name the reports of which everything that they tell is looked at.

        Those are the copies of these reports, and what hangs together with them by decisions.
        """
        rulings = self._tools.rulings
        decided: list[Judgement | Override] = [*rulings.judgements_about(reports), *rulings.overrides_about(reports)]
        copies = {one for family in self._families_of(reports) for one in self._copies[family]}
        corrected = self._tools.corrections.reports_among(reports)
        return corrected.union(copies, *(reports_in(one) for one in decided))

    def _families_of(self, reports: Collection[str]) -> list[str]:
        return sorted({self._families[one] for one in reports if one in self._families})
