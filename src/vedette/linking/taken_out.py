"""Reports in which people corrected something since: they are taken out of the desk, and come to it anew.

A corrected claim stands in other blocks, agrees with others and speaks for somebody else. Rather than telling each
rule of linking what that means, its report is treated as if it had not been linked: :class:`DeskWithout` is the desk
without its claims, which then come like those of a new report. What they leave behind is touched.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from vedette.linking.decided.corrected import Corrections
from vedette.linking.lineage.copies import CopyFamilies
from vedette.linking.names import ExerciseNames
from vedette.linking.profile import profile_claims
from vedette.linking.same.blocking import Keys, crowds_among, keys_of
from vedette.model import Claim, Event, Report, Situation
from vedette.model.held import Held, Resembling, Stretch
from vedette.model.trace import Trace

_Key = TypeVar("_Key", str, int)


@dataclass(frozen=True, slots=True)
class TakenOut:
    """What is taken out: ``told`` are all claims of each report, as read; ``keys`` the blocks in which they stood.

    ``events`` are those in which any of them stood.
    """

    told: Mapping[str, tuple[Claim, ...]] = field(default_factory=dict)
    keys: Mapping[str, Keys] = field(default_factory=dict)
    events: frozenset[str] = frozenset()

    @property
    def crowds(self) -> Mapping[int, int]:
        """How many of the claims stood in each block that may be closed."""
        return crowds_among(self.keys.values())


def take_out(reports: Collection[str], *, before: Corrections, names: ExerciseNames, held: Held) -> TakenOut:
    """Look up what some reports have on a desk.

    Args:
        reports: Those that a desk is not linked with are passed over.
        before: The corrections that the desk was linked with.
        names: The lookup of exercise names.
        held: The desk.
    """
    by_report: dict[str, list[Claim]] = defaultdict(list)
    for claim in held.claims_of_reports(sorted(reports)) if reports else ():
        by_report[claim.report].append(claim)
    told = {report: tuple(some) for report, some in by_report.items()}
    stood = [claim for some in told.values() for claim in before.hold_in(some)]
    known = {report.id: report for report in held.reports(sorted(told))} if told else {}
    # In which blocks a claim stands does not depend on copies.
    alone = CopyFamilies({one: one for one in known}, {one: (one,) for one in known}, known)
    profiles = profile_claims(stood, known, names=names, copies=alone)
    events = held.events_of([claim.id for claim in stood]) if stood else {}
    return TakenOut(told, {one.claim.id: keys_of(one) for one in profiles}, frozenset(events.values()))


class DeskWithout:
    """A desk without some of its claims: see :class:`vedette.model.held.Held`."""

    def __init__(self, held: Held, taken: TakenOut) -> None:
        self._held = held
        self._gone = frozenset(taken.keys)
        self._crowds: Counter[int] = Counter(taken.crowds)

    def reports(self, ids: Collection[str]) -> Iterable[Report]:
        """Give reports."""
        return self._held.reports(ids)

    def claims(self, ids: Collection[str]) -> Iterable[Claim]:
        """Give claims."""
        return self._held.claims(ids)

    def claims_of_reports(self, ids: Collection[str]) -> Iterable[Claim]:
        """Give all claims of some reports."""
        return self._held.claims_of_reports(ids)

    def events(self, ids: Collection[str]) -> Iterable[Event]:
        """Give events."""
        return self._held.events(ids)

    def families(self, reports: Collection[str]) -> Mapping[str, str]:
        """Give the family of each report."""
        return self._held.families(reports)

    def members(self, families: Collection[str]) -> Mapping[str, tuple[str, ...]]:
        """Give the reports of each family."""
        return self._held.members(families)

    def of_words(self, words: Collection[int]) -> Mapping[int, str]:
        """Give one report for each of these hashes of all words, where there is any."""
        return self._held.of_words(words)

    def resembling(self, hashes: Collection[int], *, days: tuple[int, int] | None) -> Iterable[Resembling]:
        """Give the reports with one of these hashes in their sketch."""
        return self._held.resembling(hashes, days=days)

    def standing(self, keys: Collection[int]) -> Mapping[int, tuple[str, ...]]:
        """Give the claims in each block."""
        return self._staying(self._held.standing(keys))

    def crowds(self, keys: Collection[int], *, limit: int) -> Mapping[int, int]:
        """Count the claims in each block, up to one more than the limit or somewhat further."""
        most = max((self._crowds[key] for key in keys), default=0)
        counted = self._held.crowds(keys, limit=limit + most)
        return {key: count - self._crowds[key] for key, count in counted.items()}

    def events_of(self, claims: Collection[str]) -> Mapping[str, str]:
        """Give the event of each claim."""
        return self._held.events_of([one for one in claims if one not in self._gone])

    def claims_in(self, events: Collection[str]) -> Mapping[str, tuple[str, ...]]:
        """Give the claims of each event; one that has no other is left out."""
        return self._staying(self._held.claims_in(events))

    def hearing(self, sources: Collection[str]) -> frozenset[str]:
        """Give the events for which a rating of one of these sources was looked up."""
        return self._held.hearing(sources)

    def events_in(self, keys: Collection[int]) -> frozenset[str]:
        """Give the events in these blocks of sums."""
        return self._held.events_in(keys)

    def linked_with(self, events: Collection[str]) -> frozenset[str]:
        """Give the parts of some events, and the sums that they are parts of."""
        return self._held.linked_with(events)

    def situations(self, ids: Collection[str]) -> Iterable[Situation]:
        """Give situations."""
        return self._held.situations(ids)

    def traces_of(self, events: Collection[str]) -> Iterable[Trace]:
        """Give the traces of some events."""
        return self._held.traces_of(events)

    def traces_in(self, scopes: Collection[str]) -> Sequence[Trace]:
        """Give all traces of some scopes."""
        return self._held.traces_in(scopes)

    def traces_between(self, stretches: Collection[Stretch]) -> Iterable[Trace]:
        """Give the traces of some days of some scopes."""
        return self._held.traces_between(stretches)

    def timeline(self, scopes: Collection[str]) -> Mapping[str, Sequence[tuple[str, str]]]:
        """Give the day and the event of each trace of some scopes, in any order."""
        return self._held.timeline(scopes)

    def _staying(self, found: Mapping[_Key, tuple[str, ...]]) -> dict[_Key, tuple[str, ...]]:
        kept = ((key, tuple(one for one in some if one not in self._gone)) for key, some in found.items())
        return {key: some for key, some in kept if some}
