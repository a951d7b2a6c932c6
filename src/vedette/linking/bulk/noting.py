"""What is noted of each report before anything is linked: by what it, and its claims, could meet others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vedette.linking.bulk.spreading import Tools
from vedette.linking.kinship import kin_of
from vedette.linking.lineage.copies import CopyFamilies, sketch_of
from vedette.linking.profile import Profile, profile_claims
from vedette.linking.same.blocking import keys_of
from vedette.model import Claim, ReadReport, Report
from vedette.model.held import KeptReport

ALWAYS_OPEN = -1


@dataclass(frozen=True, slots=True)
class Meeting:
    """A block in which a claim looks for others.

    ``crowd`` is the number under which its crowd stands, ``ALWAYS_OPEN`` where it is never closed.
    """

    key: int
    crowd: int


@dataclass(frozen=True, slots=True)
class NotedClaim:
    """A claim: what it can be one event with, in which blocks it stands and in which it looks for others."""

    id: str
    kin: str
    stands: frozenset[int]
    meets: tuple[Meeting, ...]


@dataclass(frozen=True, slots=True)
class NotedReport:
    """A report, by itself: as if it had no copies; with those of its claims that nobody rejected."""

    kept: KeptReport
    claims: tuple[NotedClaim, ...]


def told_by(reports: Iterable[Report], claims: Iterable[Claim]) -> tuple[ReadReport, ...]:
    """Put claims beside the reports that they were read in, in their order."""
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        told[claim.report].append(claim)
    return tuple(ReadReport(report=report, claims=tuple(told[report.id])) for report in reports)


def note_reports(portion: Sequence[ReadReport], tools: Tools) -> tuple[NotedReport, ...]:
    """Note some reports.

    Args:
        portion: The reports with their claims, as they were read.
        tools: What goes with the packs and decisions.
    """
    return tuple(_noted(one, tools) for one in portion)


def _noted(read: ReadReport, tools: Tools) -> NotedReport:
    report = read.report
    # In which blocks a claim stands does not depend on copies.
    alone = CopyFamilies({report.id: report.id}, {report.id: (report.id,)}, {report.id: report})
    standing = tools.corrections.hold_in(read.claims)
    profiles = profile_claims(standing, {report.id: report}, names=tools.names, copies=alone)
    return NotedReport(sketch_of(report), tuple(map(_noted_claim, profiles)))


def _noted_claim(profile: Profile) -> NotedClaim:
    keys = keys_of(profile)
    # Where it would meet none but claims that name no country, they look for it as well.
    looked_up = keys.meets - keys.unplaced if profile.countries else keys.meets
    meets = tuple(Meeting(key, keys.crowds.get(key, ALWAYS_OPEN)) for key in sorted(looked_up))
    return NotedClaim(profile.claim.id, kin_of(profile.claim.type), keys.stands, meets)
