"""Whose word the claims of one event are, once they are seen beside one another.

What one claim alone cannot tell:

1. **The narrator who attributes.** A report that tells an event in its own voice
   and, elsewhere, as somebody's word has it from them: its headline adds no voice.
2. **The relay whose source is at hand.** An outlet cites another one, whose own
   report is here and cites a ministry: the ministry is the origin of both.
3. **The state beside its body.** "Belarus" or "officials in Minsk" is no further voice
   where its ministry speaks for the same event: nobody can tell whether they are two.
4. **The circle.** Two outlets that cite only one another are one voice, that of
   the one which published first; a note says so.
5. **The name that no pack knows.** Its party is guessed from what stands near; in one event it is one body.

Only claims of one stance (denied or not) are seen together: whoever denies an event is
not the source of its assertion.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from vedette.linking.folding import fold_name
from vedette.linking.lineage.origins import Body, Lineage
from vedette.linking.profile import Profile
from vedette.model import LinkKind, who_may_be

Stance = tuple[str, bool]


@dataclass(frozen=True, slots=True)
class Voices:
    """The body behind each claim, by claim id, and what is odd about the lineage, in sentences."""

    bodies: Mapping[str, Body]
    notes: tuple[str, ...] = ()


def voices_of(profiles: Sequence[Profile], lineage: Lineage) -> Voices:
    """Say whose word each claim of an event is.

    Args:
        profiles: The claims of one event, in canonical order.
        lineage: Tells whose word a claim is by itself.
    """
    alone = _under_one_name({profile.claim.id: lineage.body(profile.claim) for profile in profiles})
    told = {**alone, **_narrated(profiles, alone, lineage)}
    seen = _Relays(profiles, told, lineage)
    bodies = _specified(profiles, {profile.claim.id: seen.through(profile) for profile in profiles})
    itself = {
        lineage.publisher(profile.report).name: None for profile in profiles if lineage.names_itself(profile.claim)
    }
    notes = [f"{name} names itself as its source: no further voice" for name in itself]
    circles = [f"{' and '.join(circle)} cite one another: one voice" for circle in sorted(seen.circles)]
    return Voices(bodies=bodies, notes=(*notes, *circles))


def _under_one_name(bodies: Mapping[str, Body]) -> dict[str, Body]:
    """Take a name that no pack knows for one body, whatever party each report seems to give it.

    The party of such a name is that of a state named nearby, another one in another report: one voice would
    corroborate itself. Two bodies of two states that share a name and an event are seldom, and most of those are known.
    """
    parties: dict[str, Counter[str]] = defaultdict(Counter)
    for body in bodies.values():
        if body.unlisted:
            parties[fold_name(body.name)].update([body.party] if body.party else [])
    settled: dict[str, Body] = {}
    for claim, body in bodies.items():
        given = parties[fold_name(body.name)] if body.unlisted else Counter()
        party = min(given, key=lambda one: (-given[one], one), default=None)
        settled[claim] = replace(body, key=f"{fold_name(body.name)}:{party}", party=party) if party else body
    return settled


def _narrated(profiles: Sequence[Profile], alone: Mapping[str, Body], lineage: Lineage) -> dict[str, Body]:
    """Give a narrator the voice that the same report names for the same event: the next, else the last."""
    named: dict[Stance, list[Profile]] = defaultdict(list)
    for profile in profiles:
        if profile.claim.attribution and not lineage.names_itself(profile.claim):
            body = alone[profile.claim.id]
            if body.known and body.kind is not LinkKind.UNNAMED:
                named[profile.report.id, profile.denies].append(profile)
    given: dict[str, Body] = {}
    for profile in profiles:
        sources = named[profile.report.id, profile.denies]
        own = lineage.publisher(profile.report).key in who_may_be(alone[profile.claim.id].key)
        if sources and own and not profile.claim.attribution:
            start = profile.claim.trigger.start
            nearest = next((one for one in sources if one.claim.trigger.start >= start), sources[-1])
            given[profile.claim.id] = alone[nearest.claim.id]
    return given


def _specified(profiles: Sequence[Profile], bodies: Mapping[str, Body]) -> dict[str, Body]:
    """Take the name off a state that speaks beside a body of it: shown, and no voice of its own."""
    named = {
        (body.party, profile.denies) for profile in profiles
        if (body := bodies[profile.claim.id]).kind is LinkKind.OFFICIAL and not body.general
    }
    return {
        profile.claim.id: replace(body, kind=LinkKind.UNNAMED)
        if (body := bodies[profile.claim.id]).general and (body.party, profile.denies) in named else body
        for profile in profiles
    }


class _Relays:
    """Sees through outlets whose own reports of the event are at hand."""

    def __init__(self, profiles: Sequence[Profile], told: Mapping[str, Body], lineage: Lineage) -> None:
        self._told = told
        self._published: dict[Stance, list[Profile]] = defaultdict(list)
        for profile in profiles:
            publisher = lineage.publisher(profile.report)
            if publisher.known:
                self._published[publisher.key, profile.denies].append(profile)
        self.circles: set[tuple[str, ...]] = set()

    def through(self, profile: Profile) -> Body:
        """Give the body at the end, going from outlet to outlet."""
        passed: list[Body] = []
        body, at = self._told[profile.claim.id], profile
        while True:
            own = [one for one in self._published[body.key, profile.denies] if _not_after(one, at)]
            if not own or any(self._told[one.claim.id].key == body.key for one in own):
                return body
            if any(body.key == one.key for one in passed):
                return self._first_of_circle(passed[[one.key for one in passed].index(body.key) :], profile.denies)
            passed.append(body)
            at = own[0]
            body = self._told[at.claim.id]

    def _first_of_circle(self, circle: Sequence[Body], denies: bool) -> Body:
        self.circles.add(tuple(sorted(body.name for body in circle)))
        return min(circle, key=lambda body: self._published[body.key, denies][0].key)


def _not_after(one: Profile, other: Profile) -> bool:
    """Say whether a report can be the source of another: not published on a later day."""
    return one.key[0][:10] <= other.key[0][:10]
