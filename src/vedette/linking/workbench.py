"""What linking has before it: what is new, and whatever of a desk it has had to look up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Set

from vedette.linking.decided.corrected import Corrections
from vedette.linking.lineage.copies import CopyFamilies, Joined
from vedette.linking.names import ExerciseNames
from vedette.linking.ordering import report_key
from vedette.linking.profile import Profile, profile_claims
from vedette.linking.same.blocking import CROWD, Keys, closed_by, crowds_among, keys_of
from vedette.linking.taken_out import TakenOut
from vedette.model import AppliedCorrection, Claim, Report
from vedette.model.held import Held


class Workbench:
    """New reports and claims, and those of a desk that were looked up; each is looked up once.

    ``reports``, ``told`` (all claims of a report, as people corrected them), ``as_read`` (all of them, as they were
    read) and ``profiles`` hold what was taken so far. ``taken`` is what comes anew since people corrected it.
    """

    def __init__(
        self, reports: Mapping[str, Report], claims: Iterable[Claim], *, joined: Joined, names: ExerciseNames,
        held: Held, corrections: Corrections, taken: TakenOut,
    ) -> None:
        self._held = held
        self._names = names
        self._corrections = corrections
        self.taken = taken
        self.reports = dict(reports)
        self._new_reports = frozenset(reports)
        self.told: dict[str, tuple[Claim, ...]] = dict.fromkeys(self.reports, ())
        self.as_read: dict[str, tuple[Claim, ...]] = dict.fromkeys(self.reports, ())
        self.applied: dict[str, tuple[AppliedCorrection, ...]] = {}
        self.profiles: dict[str, Profile] = {}
        self._keys: dict[str, Keys] = {}
        self._events: dict[str, str | None] = {}
        self._crowds: dict[int, int] = {}
        self._family_of = {kept.report: kept.family for kept in joined.new} | dict(joined.moved)
        self._members: dict[str, tuple[str, ...]] = {}
        self._met = joined.met
        self.copies = CopyFamilies(self._family_of, self._members, self.reports)
        read = {claim.id: claim for claim in (*claims, *(one for told in taken.told.values() for one in told))}
        new = self._keep_told(read.values())
        self._profile(new)
        self.new = frozenset(claim.id for claim in new)
        self._events |= dict.fromkeys(self.new)
        self.new_crowds = crowds_among(map(self.keys, self.new))
        self._left = taken.crowds

    def keys(self, claim: str) -> Keys:
        """Give the blocks of a claim that was taken."""
        if claim not in self._keys:
            self._keys[claim] = keys_of(self.profiles[claim])
        return self._keys[claim]

    def take(self, claims: Iterable[str]) -> None:
        """Look claims up, with their reports, as far as they were not taken yet."""
        missing = [one for one in dict.fromkeys(claims) if one not in self.profiles]
        if missing:
            found = list(self._held.claims(missing))
            corrected = self._corrections.reports_among(claim.report for claim in found)
            self.take_told(claim.report for claim in found if claim.report in corrected)
            self._profile([claim for claim in found if claim.report not in corrected])

    def take_told(self, reports: Iterable[str]) -> None:
        """Look up all that some reports tell."""
        missing = [one for one in dict.fromkeys(reports) if one not in self.told]
        if missing:
            found = list(self._held.claims_of_reports(missing))
            self.told |= dict.fromkeys(missing, ())
            self.as_read |= dict.fromkeys(missing, ())
            self._profile(self._keep_told(found))

    def take_families(self, reports: Iterable[str]) -> None:
        """Look up the families of some reports, and all that their members tell where there are several."""
        wanted = tuple(dict.fromkeys(reports))
        self._take_reports(wanted)
        families = {self._family_of[report] for report in wanted} - self._members.keys()
        unmet = [family for family in families if family not in self._met]
        listed = dict(self._held.members(unmet))
        listed |= {
            family: tuple(one for group in self._met[family] for one in group) for family in families - set(unmet)
        }
        self._take_reports(one for members in listed.values() for one in members)
        for family, members in listed.items():
            self._members[family] = tuple(sorted(members, key=lambda one: report_key(self.reports[one])))
        several = [one for report in wanted for one in self.family(report) if len(self.family(report)) > 1]
        self.take_told(several)

    def family(self, report: str) -> tuple[str, ...]:
        """Give the reports of the family of a report that was taken with its family."""
        return self._members[self._family_of[report]]

    def event_of(self, claims: Collection[str]) -> Mapping[str, str]:
        """Give the events in which claims stand up to now; new ones stand in none."""
        missing = [one for one in claims if one not in self._events]
        if missing:
            self._events |= dict.fromkeys(missing)
            self._events |= self._held.events_of(missing)
        return {claim: event for claim in claims if (event := self._events[claim]) is not None}

    def closed(self, keys: Iterable[Keys]) -> frozenset[int]:
        """Give those blocks of some claims that are closed."""
        wanted = frozenset[int]().union(*(own.crowded for own in keys))
        self._count(wanted)
        return closed_by({key: self._crowds[key] for key in wanted})

    def is_closed(self, crowd: int | None) -> bool:
        """Say whether a block is closed, by the number of its crowd; without one it never is."""
        if crowd is None:
            return False
        self._count({crowd})
        return self._crowds[crowd] > CROWD

    def _count(self, crowds: Set[int]) -> None:
        missing = crowds - self._crowds.keys()
        if missing:
            held = self._held.crowds(missing, limit=CROWD)
            self._crowds |= {key: held.get(key, 0) + self.new_crowds.get(key, 0) for key in missing}

    def was_open(self, crowd: int) -> bool:
        """Say whether a block was open before the new claims came, and others were taken out."""
        stayed = self._crowds[crowd] - self.new_crowds.get(crowd, 0)
        return stayed + self._left.get(crowd, 0) <= CROWD

    def is_new(self, report: str) -> bool:
        """Say whether a report is new."""
        return report in self._new_reports

    def ordered(self, claims: Iterable[str]) -> list[Profile]:
        """Give claims that were taken in canonical order."""
        return sorted((self.profiles[claim] for claim in claims), key=lambda profile: profile.key)

    def _profile(self, claims: Collection[Claim]) -> None:
        new = [claim for claim in claims if claim.id not in self.profiles]
        self._take_reports(claim.report for claim in new)
        profiles = profile_claims(new, self.reports, names=self._names, copies=self.copies)
        self.profiles |= {profile.claim.id: profile for profile in profiles}

    def _take_reports(self, reports: Iterable[str]) -> None:
        wanted = tuple(dict.fromkeys(reports))
        missing = [one for one in wanted if one not in self.reports]
        if missing:
            self.reports |= {report.id: report for report in self._held.reports(missing)}
        homeless = [one for one in wanted if one not in self._family_of]
        if homeless:
            self._family_of |= self._held.families(homeless)

    def _keep_told(self, claims: Iterable[Claim]) -> list[Claim]:
        """Keep all claims of some reports, and give them as they hold."""
        read: dict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            read[claim.report].append(claim)
        self._corrections.look_up(read)
        holding = {report: tuple(self._corrections.hold_in(some)) for report, some in read.items()}
        for some in read.values():
            self.applied |= self._corrections.applied_in(some)
        self.as_read |= {report: tuple(some) for report, some in read.items()}
        self.told |= holding
        return [claim for some in holding.values() for claim in some]
