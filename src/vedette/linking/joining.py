"""Which claims tell of one event, where only some of them can have changed.

Touched claims and all claims of their events are joined anew. With them are joined the **neighbours**: events of
which one claim is the same as one of theirs. Why that is enough: groups only grow. A neighbour that comes out as
it was has been mixed with nothing, at no step; so each of its steps was what it would have been by itself, and what
it is the same as farther off has met at each step what it met the last time, and was refused again. A neighbour that
does not come out as it was is touched as well, and all is joined anew with its own neighbours.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from vedette.linking.decided.rulings import Rulings, judged_among
from vedette.linking.kinship import kin_of
from vedette.linking.profile import Profile
from vedette.linking.same.cluster import Verdicts, join
from vedette.linking.same.same_event import is_near
from vedette.linking.workbench import Workbench
from vedette.model import Verdict
from vedette.model.held import Held

Group = tuple[Profile, ...]


@dataclass(slots=True)
class JoinedAnew:
    """The groups of all touched claims, and the events in which they stood before.

    ``near`` are pairs of one of their claims and one of the desk that come near to being the same; ``verdicts``
    tells how claims that were held against one another came out.
    """

    groups: tuple[Group, ...] = ()
    dissolved: set[str] = field(default_factory=set)
    near: Sequence[tuple[str, str]] = ()
    verdicts: Verdicts = field(default_factory=Verdicts)


def join_anew(touched: Iterable[str], *, bench: Workbench, rulings: Rulings, held: Held) -> JoinedAnew:
    """Group the claims that tell of one event, as far as touched claims can have changed it.

    Args:
        touched: Every claim that is new, or whose comparing with others may have changed: of each such pair one.
        bench: What was looked up.
        rulings: What people decided.
        held: The desk.
    """
    return _Joiner(bench, rulings, held).join(frozenset(touched))


class _Joiner:
    def __init__(self, bench: Workbench, rulings: Rulings, held: Held) -> None:
        self._bench = bench
        self._rulings = rulings
        self._held = held
        self._verdicts = Verdicts()
        self._inside: set[str] = set()
        self._dissolved: set[str] = set()
        self._neighbours: dict[str, frozenset[str]] = {}
        self._near: list[tuple[str, str]] = []

    def join(self, touched: frozenset[str]) -> JoinedAnew:
        """Join, and again with whatever did not stay as it was."""
        pending: Collection[str] = touched
        while pending:
            self._take_in(pending)
            claims = self._inside.union(*self._neighbours.values())
            profiles = self._bench.ordered(claims)
            keys = [self._bench.keys(profile.claim.id) for profile in profiles]
            groups = join(
                profiles, keys, judged=judged_among(profiles, self._rulings, self._bench),
                closed=self._bench.closed(keys), verdicts=self._verdicts,
            )
            whole = {frozenset(profile.claim.id for profile in group) for group in groups}
            mixed = [members for members in self._neighbours.values() if members not in whole]
            pending = frozenset[str]().union(*mixed)
        ours = tuple(group for group in groups if group[0].claim.id in self._inside) if touched else ()
        return JoinedAnew(ours, self._dissolved, self._near, self._verdicts)

    def _take_in(self, claims: Collection[str]) -> None:
        """Count claims, and all of their events, among those that are touched; look for their neighbours."""
        stood = set(self._bench.event_of(claims).values())
        members = self._held.claims_in(stood - self._dissolved)
        new = {*claims, *(one for event in members.values() for one in event)} - self._inside
        self._dissolved |= stood
        self._inside |= new
        self._bench.take(new)
        for event in stood:
            self._neighbours.pop(event, None)
        events = self._events_like(new) - self._dissolved - self._neighbours.keys()
        near = {event: frozenset(claims) for event, claims in self._held.claims_in(events).items()}
        self._bench.take(claim for claims in near.values() for claim in claims)
        self._neighbours |= near

    def _events_like(self, claims: Collection[str]) -> set[str]:
        """Give the events with a claim that is the same as one of these."""
        partners = self._partners(claims)
        profiles = self._bench.profiles
        self._bench.take(one for met in partners.values() for one in met)
        same = set[str]()
        for claim, met in partners.items():
            for other in met:
                scored = self._verdicts.of(profiles[claim], profiles[other])
                if is_near(*scored):
                    self._near.append((claim, other))
                if scored[0] is Verdict.SAME:
                    same.add(other)
        return set(self._bench.event_of(same).values())

    def _partners(self, claims: Collection[str]) -> dict[str, set[str]]:
        """Give the claims with which these share a block, those that are touched themselves left out."""
        keys = {claim: self._bench.keys(claim) for claim in claims}
        closed = self._bench.closed(keys.values())
        looked_up = {
            claim: [key for key in own.meets if own.crowds.get(key) not in closed] for claim, own in keys.items()
        }
        standing = self._held.standing({key for some in looked_up.values() for key in some})
        found: dict[str, set[str]] = defaultdict(set)
        for claim, some in looked_up.items():
            for key in some:
                found[claim].update(standing.get(key, ()))
        self._add_of_one_text(found, claims)
        return {claim: met - self._inside for claim, met in found.items()}

    def _add_of_one_text(self, found: dict[str, set[str]], claims: Collection[str]) -> None:
        profiles = [self._bench.profiles[claim] for claim in claims]
        reports = {profile.report.id for profile in profiles}
        self._bench.take_families(reports)
        self._bench.take_told(reports)
        for profile in profiles:
            kin = kin_of(profile.claim.type)
            for report in self._bench.family(profile.report.id):
                told = self._bench.told[report]
                found[profile.claim.id].update(one.id for one in told if kin_of(one.type) == kin)
