"""Whose word a claim is, after copies and relays are seen through, and how many voices that makes.

Rule for one claim:

1. The **last link** of its attribution is the origin. An outlet that writes
   "the agency reports" adds no voice: the agency is the origin.
2. Without a link, the **publishing outlet** speaks; for a sentence copied from
   another report, the outlet that had it first.
3. An **unnamed** last link ("sources", "experts") is the voice of whoever
   relays it: the link before it, else the publishing outlet. It is shown under
   its own words, and never counts beside that relay or beside another unnamed
   voice of that relay, because nobody can tell whether they are the same people.
4. Without a link and an outlet, the origin is **unknown**: shown, never counted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vedette.linking.copies import CopyFamilies
from vedette.linking.folding import fold_name
from vedette.model import Attribution, Claim, Knowledge, KnownActor, KnownOutlet, LinkKind, Origin, Report
from vedette.model.attribution import WHOLE_REPORT_CUES

UNKNOWN = "unknown"
_MEDIA = (LinkKind.OUTLET, LinkKind.AGENCY)


@dataclass(frozen=True, slots=True)
class Body:
    """Somebody who speaks: ``key`` is the identity, ``party`` the state, alliance or house behind it."""

    key: str
    name: str
    kind: LinkKind
    party: str | None = None
    known: bool = True
    state_controlled: bool = False


@dataclass(frozen=True, slots=True)
class Lineage:
    """Tells the origin of claims, from the reports, their copies and what the packs know."""

    reports: Mapping[str, Report]
    copies: CopyFamilies
    outlets: Mapping[str, KnownOutlet]
    actors: Mapping[str, KnownActor]
    credited: Mapping[str, Attribution]

    @classmethod
    def of(
        cls, reports: Mapping[str, Report], *, copies: CopyFamilies, knowledge: Knowledge, claims: Iterable[Claim] = ()
    ) -> Lineage:
        """Make the lookup of outlets and actors from the packs, and of agencies that reports credit as a whole."""
        credited = {
            claim.report: claim.attribution[0] for claim in claims
            if claim.attribution and claim.attribution[0].cue in WHOLE_REPORT_CUES
            and claim.attribution[0].kind in _MEDIA
        }
        outlets: dict[str, KnownOutlet] = {}
        for outlet in knowledge.outlets:
            for name in (outlet.id, outlet.name, *outlet.aliases):
                outlets.setdefault(fold_name(name), outlet)
        actors: dict[str, KnownActor] = {}
        for actor in knowledge.actors:
            for name in (actor.name, *(name for names in actor.names.values() for name in names)):
                actors.setdefault(fold_name(name), actor)
        return cls(reports=reports, copies=copies, outlets=outlets, actors=actors, credited=credited)

    def body(self, claim: Claim) -> Body:
        """Say whose word a claim is."""
        if not claim.attribution:
            return self._publisher(claim)
        last = claim.attribution[-1]
        if not is_unnamed(last):
            return self._linked(last)
        relay = self._relay(claim)
        if not relay.known:
            return Body(key=UNKNOWN, name=UNKNOWN, kind=LinkKind.UNNAMED, known=False)
        return Body(
            key=f"unnamed:{fold_name(last.name)}:{relay.key}", name=f"{last.name} (by {relay.name})",
            kind=LinkKind.UNNAMED,
            party=relay.party or relay.name, state_controlled=relay.state_controlled,
        )

    def publisher(self, report: Report) -> Body:
        """Say which outlet published a report, copied or not."""
        if not report.outlet or not fold_name(report.outlet):
            return Body(key=UNKNOWN, name=UNKNOWN, kind=LinkKind.OUTLET, known=False)
        return self._outlet(report.outlet, None, kind=LinkKind.OUTLET)

    def _publisher(self, claim: Claim) -> Body:
        report = self.reports[claim.report]
        first = self.copies.first_to_say(report.id, claim.sentence.of(report.text))
        if first != report.id and first in self.credited:
            return self._linked(self.credited[first])  # a copy without the dateline is the agency's all the same
        return self.publisher(self.reports[first])

    def _relay(self, claim: Claim) -> Body:
        named = [link for link in claim.attribution[:-1] if not is_unnamed(link)]
        return self._linked(named[-1]) if named else self._publisher(claim)

    def _linked(self, link: Attribution) -> Body:
        known = self.outlets.get(fold_name(link.id or link.name)) or self.outlets.get(fold_name(link.name))
        if link.kind in _MEDIA or (known and link.kind is LinkKind.INVESTIGATION):
            return self._outlet(link.name, link)
        actor = self.actors.get(fold_name(link.name))
        if actor and link.id in (None, actor.id):
            return Body(key=actor.id, name=actor.name, kind=link.kind, party=link.party or actor.party)
        key = link.id or f"{fold_name(link.name)}:{link.party or ''}"
        return Body(key=key, name=link.name, kind=link.kind, party=link.party)

    def _outlet(self, name: str, link: Attribution | None, *, kind: LinkKind = LinkKind.OUTLET) -> Body:
        known = self.outlets.get(fold_name(link.id)) if link and link.id else None
        known = known or self.outlets.get(fold_name(name))
        given = link.party if link else None
        if known is None:
            key = link.id if link and link.id else fold_name(name)
            return Body(key=f"outlet:{key}", name=name, kind=link.kind if link else kind, party=given)
        behind = known.country if known.state_controlled else known.owner
        return Body(
            key=f"outlet:{known.id}", name=known.name, kind=known.kind, party=given or behind,
            state_controlled=known.state_controlled,
        )


def is_unnamed(link: Attribution) -> bool:
    """Say whether a link names nobody in particular.

    Rule: it is marked unnamed, or is a common noun ("officials", "witnesses") that
    no identity and no party belongs to. In scripts with capitals, a name has one.
    """
    if link.kind is LinkKind.UNNAMED:
        return True
    return link.id is None and link.party is None and link.kind not in _MEDIA and link.name == link.name.lower()


def origins_of(claims: Iterable[Claim], bodies: Mapping[str, Body]) -> tuple[Origin, ...]:
    """Give the distinct bodies whose word the claims are, each with its claims, by name.

    Args:
        claims: The claims of one event.
        bodies: The body of each claim, by claim id.
    """
    grouped: dict[str, list[str]] = defaultdict(list)
    heard: dict[str, Body] = {}
    for claim in claims:
        body = bodies[claim.id]
        grouped[body.key].append(claim.id)
        if body.key not in heard or (body.party and not heard[body.key].party):
            heard[body.key] = body
    origins = [
        Origin(name=heard[key].name, kind=heard[key].kind, party=heard[key].party, known=heard[key].known,
               claims=tuple(sorted(ids)))
        for key, ids in grouped.items()
    ]
    return tuple(sorted(origins, key=lambda one: (not one.known, fold_name(one.name), one.party or "", one.claims)))


def independent_bodies(origins: Iterable[Origin]) -> tuple[str, ...]:
    """Name the bodies that count as a voice each: two ministries of one state are two.

    Unknown origins do not count. An unnamed voice counts only where neither its
    relay nor another unnamed voice of that relay does.

    Example:
        >>> army = Origin(name="Army", kind=LinkKind.OFFICIAL, party="PL")
        >>> guard = Origin(name="Border Guard", kind=LinkKind.OFFICIAL, party="PL")
        >>> independent_bodies([army, guard]), independent_parties([army, guard])
        (('Army', 'Border Guard'), ('PL',))
    """
    counted = tuple(origins)
    named = {(origin.name, origin.party) for origin in counted if origin.known and origin.kind is not LinkKind.UNNAMED}
    with_party = {fold_name(name) for name, party in named if party}
    names = [name for name, party in named if party or fold_name(name) not in with_party]
    taken = {word for pair in named for word in pair if word}
    return tuple(sorted([*names, *_unnamed_parties(counted, taken)]))


def independent_parties(origins: Iterable[Origin]) -> tuple[str, ...]:
    """Name the parties behind the origins: what corroboration counts.

    A body whose party is not known is a party of its own, unless a body of the
    same name has one.

    Example:
        >>> independent_parties([Origin(name="unknown", kind=LinkKind.OUTLET, known=False)])
        ()
    """
    counted = tuple(origins)
    named = [origin for origin in counted if origin.known and origin.kind is not LinkKind.UNNAMED]
    with_party = {fold_name(origin.name) for origin in named if origin.party}
    own = [origin for origin in named if origin.party or fold_name(origin.name) not in with_party]
    parties = {origin.party or origin.name for origin in own}
    taken = parties | {origin.name for origin in named}
    return tuple(sorted(parties | _unnamed_parties(counted, taken)))


def _unnamed_parties(origins: tuple[Origin, ...], taken: set[str]) -> set[str]:
    voices = {origin.party or origin.name for origin in origins if origin.known and origin.kind is LinkKind.UNNAMED}
    return voices - taken
