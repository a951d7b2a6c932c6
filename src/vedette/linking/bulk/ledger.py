"""What was noted of all reports, in rows of numbers: some five hundred bytes a claim, and no object for any."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np

from vedette.linking.bulk.connected import Numbers
from vedette.linking.bulk.noting import NotedClaim, NotedReport
from vedette.model.held import KeptReport

UNKNOWN = -1


def _row() -> array[int]:
    return array("q")


@dataclass(slots=True)
class Reports:
    """The reports by number: ``words``, ``runs`` and ``days`` of each; ``hashes`` of sketches with their ``owners``."""

    ids: list[str] = field(default_factory=list)
    words: array[int] = field(default_factory=_row)
    runs: array[int] = field(default_factory=_row)
    days: array[int] = field(default_factory=_row)
    hashes: array[int] = field(default_factory=_row)
    owners: array[int] = field(default_factory=_row)

    def add(self, kept: KeptReport) -> int:
        """Take a report in, and give its number."""
        number = len(self.ids)
        self.ids.append(kept.report)
        self.words.append(UNKNOWN if kept.words is None else kept.words)
        self.runs.append(kept.runs)
        self.days.append(UNKNOWN if kept.day is None else kept.day)
        self.hashes.extend(kept.sketch)
        self.owners.extend(number for _ in kept.sketch)
        return number


@dataclass(slots=True)
class Rows:
    """Pairs of a block and a claim, of a look-up also its crowd."""

    keys: array[int] = field(default_factory=_row)
    claims: array[int] = field(default_factory=_row)
    crowds: array[int] = field(default_factory=_row)


@dataclass(slots=True)
class Ledger:
    """All reports and all claims that stand somewhere, each by its number, in the order in which they came.

    ``reports_of`` and ``kin_of`` give the report and the kind of each claim; ``standing`` where claims are found,
    ``meeting`` where they look.
    """

    reports: Reports = field(default_factory=Reports)
    ids: list[str] = field(default_factory=list)
    reports_of: array[int] = field(default_factory=_row)
    kin_of: array[int] = field(default_factory=_row)
    standing: Rows = field(default_factory=Rows)
    meeting: Rows = field(default_factory=Rows)
    _kins: dict[str, int] = field(default_factory=dict)

    def take(self, noted: NotedReport) -> None:
        """Take a report in, with its claims."""
        report = self.reports.add(noted.kept)
        for claim in noted.claims:
            self._add(claim, report)

    def numbers(self, claims: Iterable[str]) -> dict[str, int]:
        """Give the numbers of some claims, as far as they are here."""
        wanted = set(claims)
        return {claim: number for number, claim in enumerate(self.ids) if claim in wanted} if wanted else {}

    def _add(self, claim: NotedClaim, report: int) -> None:
        number = len(self.ids)
        self.ids.append(claim.id)
        self.reports_of.append(report)
        self.kin_of.append(self._kins.setdefault(claim.kin, len(self._kins)))
        self.standing.keys.extend(claim.stands)
        self.standing.claims.extend(number for _ in claim.stands)
        self.meeting.keys.extend(meeting.key for meeting in claim.meets)
        self.meeting.crowds.extend(meeting.crowd for meeting in claim.meets)
        self.meeting.claims.extend(number for _ in claim.meets)


def numbers_of(row: array[int]) -> Numbers:
    """Look at a row as numbers that can be reckoned with; the row cannot grow meanwhile."""
    # An empty row has no memory to look at.
    return np.frombuffer(row, dtype=np.int64) if row else np.empty(0, dtype=np.int64)
