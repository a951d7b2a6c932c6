"""Whose word a claim is, after copies and relays are seen through, and how many voices that makes.

Rule for one claim:

1. The **last link** of its attribution is the origin. An outlet that writes
   "the agency reports" adds no voice: the agency is the origin.
2. Without a link, the **publishing outlet** speaks; for a sentence copied from
   another report, whoever speaks in the report that had it first, unless the copy turned it into
   its contrary. Of outlets that printed it in the same moment nobody knows which had it first: they are one voice,
   that of one of them, under all their names. An outlet that names itself as its source is no link.
3. An **unnamed** last link ("sources", "experts") is the voice of whoever
   relays it: the link before it, else the publishing outlet. It is shown under
   its own words, and never counts beside that relay or beside another unnamed
   voice of that relay, because nobody can tell whether they are the same people.
4. Without a link and an outlet, the origin is **unknown**: shown, never counted.

What the other claims of one event tell of the lineage is seen in
:mod:`vedette.linking.lineage.voices`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from vedette.linking.folding import fold_name, without_description, words_of
from vedette.linking.kinship import kin_of
from vedette.linking.lineage.copies import SENTENCE_SHARE, CopyFamilies
from vedette.model import (
    Attribution,
    Bodies,
    Claim,
    Factuality,
    Knowledge,
    KnownActor,
    KnownOutlet,
    LinkKind,
    Report,
    one_of,
)
from vedette.model.attribution import WHOLE_REPORT_CUES

UNKNOWN = "unknown"
_MEDIA = (LinkKind.OUTLET, LinkKind.AGENCY)


@dataclass(frozen=True, slots=True)
class Body:
    """Somebody who speaks: ``key`` is the identity, ``party`` the state, alliance or house behind it.

    ``relay`` is who passes on a voice that has no name; ``general`` says that it is a
    state, or its "officials", and not said which body of it; ``unlisted`` that no pack knows the name. Of a voice
    that is one of several, key, name and party are those of all of them (:func:`vedette.model.one_of`).
    """

    key: str
    name: str
    kind: LinkKind
    party: str | None = None
    known: bool = True
    state_controlled: bool = False
    relay: str | None = None
    general: bool = False
    unlisted: bool = False


_NOBODY = Body(key=UNKNOWN, name=UNKNOWN, kind=LinkKind.OUTLET, known=False)


@dataclass(frozen=True, slots=True)
class Lineage:
    """Tells the origin of claims, from the reports, their copies and what the packs know."""

    reports: Mapping[str, Report]
    copies: CopyFamilies
    outlets: Mapping[str, KnownOutlet]
    actors: Mapping[str, KnownActor]
    bodies: Bodies
    credited: Mapping[str, Attribution]
    claims: Mapping[str, tuple[Claim, ...]]
    publishers: dict[str, Body] = field(default_factory=dict)
    """Filled as outlets are met: a name is looked up once."""

    @classmethod
    def of(
        cls, reports: Mapping[str, Report], *, copies: CopyFamilies, knowledge: Knowledge, claims: Iterable[Claim] = ()
    ) -> Lineage:
        """Make the lookup of outlets and actors from the packs, and of agencies that reports credit as a whole."""
        by_report: dict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            by_report[claim.report].append(claim)
        credited = {
            claim.report: claim.attribution[0] for claims_in in by_report.values() for claim in claims_in
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
        told = {report: tuple(told_in) for report, told_in in by_report.items()}
        return cls(
            reports=reports, copies=copies, outlets=outlets, actors=actors, bodies=Bodies.known(knowledge),
            credited=credited, claims=told,
        )

    def body(self, claim: Claim) -> Body:
        """Say whose word a claim is."""
        if not claim.attribution or self.names_itself(claim):
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
            party=relay.party or relay.name, state_controlled=relay.state_controlled, relay=relay.name,
        )

    def publisher(self, report: Report) -> Body:
        """Say which outlet published a report, copied or not."""
        name = report.outlet or ""
        if name not in self.publishers:
            self.publishers[name] = self._outlet(name, None) if fold_name(name) else _NOBODY
        return self.publishers[name]

    def names_itself(self, claim: Claim) -> bool:
        """Say whether the chain of a claim ends at the outlet that publishes it: "Example Post reports", in it."""
        outlet = self.reports[claim.report].outlet
        if not claim.attribution or not outlet:
            return False
        own = fold_name(outlet)
        last = fold_name(claim.attribution[-1].name)
        known = self.outlets.get(own)
        return last == own or (known is not None and known == self.outlets.get(last))

    def _publisher(self, claim: Claim) -> Body:
        report = self.reports[claim.report]
        sentence = claim.sentence.of(report.text)
        first = self.copies.first_to_say(report.id, sentence)
        if first != report.id and (earlier := self._told_in(first, claim)):
            agreeing = [one for one in earlier if _denies(one) is _denies(claim)]
            # A copy that says the contrary of what it copied speaks for itself.
            return self.body(agreeing[0]) if agreeing else self.publisher(report)
        beside = self.copies.beside(first, sentence)
        firsts = [one for one in beside if one == first or not self._contradicts(one, claim)]
        for one in firsts:
            if one != report.id and one in self.credited:  # a copy without the dateline is the agency's all the same
                return self._linked(self.credited[one])
        return _one_of({self.publisher(self.reports[one]) for one in firsts})

    def _told_in(self, report: str, claim: Claim) -> list[Claim]:
        """Give the claims that the sentence of a copied claim makes in the report that had it first."""
        wanted = set(words_of(claim.sentence.of(self.reports[claim.report].text)))
        text = self.reports[report].text
        return [
            one for one in self.claims.get(report, ())
            if kin_of(one.type) == kin_of(claim.type)
            and len(wanted.intersection(words_of(one.sentence.of(text)))) >= SENTENCE_SHARE * len(wanted)
        ]

    def _contradicts(self, report: str, claim: Claim) -> bool:
        told = self._told_in(report, claim)
        return bool(told) and all(_denies(one) is not _denies(claim) for one in told)

    def _relay(self, claim: Claim) -> Body:
        named = [link for link in claim.attribution[:-1] if not is_unnamed(link)]
        return self._linked(named[-1]) if named else self._publisher(claim)

    def _linked(self, link: Attribution) -> Body:
        known = self.outlets.get(fold_name(link.id or link.name)) or self.outlets.get(fold_name(link.name))
        if link.kind in _MEDIA or (known and link.kind is LinkKind.INVESTIGATION):
            return self._outlet(link.name, link)
        named = self.actors.get(fold_name(link.name))
        actor = self.bodies.find(link.id) if link.id is not None else named
        party = link.party or (actor.party if actor is not None else None)
        if actor is not None:  # under one name, whatever the report calls it
            return Body(
                key=actor.id, name=actor.name, kind=link.kind, party=party, general=actor.kind == "state",
            )
        key = link.id or f"{fold_name(link.name)}:{party or ''}"
        general, unlisted = self._is_general(link), link.id is None and link.name != link.name.lower()
        return Body(key=key, name=link.name, kind=link.kind, party=party, general=general, unlisted=unlisted)

    def _is_general(self, link: Attribution) -> bool:
        """Say whether a link names no body of a state: "officials", by a common noun alone."""
        state = self.bodies.actors.get(link.party or "")
        return link.id is None and link.name == link.name.lower() and state is not None and state.kind == "state"

    def _outlet(self, name: str, link: Attribution | None, *, kind: LinkKind = LinkKind.OUTLET) -> Body:
        known = self.outlets.get(fold_name(link.id)) if link and link.id else None
        known = known or self.outlets.get(fold_name(name))
        given = link.party if link else None
        name = without_description(name)  # as another report may write it
        known = known or self.outlets.get(fold_name(name))
        if known is None:
            key = link.id if link and link.id else fold_name(name)
            return Body(key=f"outlet:{key}", name=name, kind=link.kind if link else kind, party=given)
        behind = known.country if known.state_controlled else known.owner
        return Body(
            key=f"outlet:{known.id}", name=known.name, kind=known.kind, party=given or behind,
            state_controlled=known.state_controlled,
        )


def _one_of(publishers: Collection[Body]) -> Body:
    """Give the one voice of outlets that printed one text in the same moment: that of one of them."""
    known = {body.key: body for body in publishers if body.known}
    if len(known) <= 1:
        return next(iter(known.values()), _NOBODY)
    bodies = [known[key] for key in sorted(known)]
    kinds = {body.kind for body in bodies}
    return Body(
        key=one_of(known), name=one_of(body.name for body in bodies),
        kind=kinds.pop() if len(kinds) == 1 else LinkKind.OUTLET,
        party=one_of(body.party or body.name for body in bodies) if any(body.party for body in bodies) else None,
        state_controlled=any(body.state_controlled for body in bodies),
    )


def _denies(claim: Claim) -> bool:
    return claim.factuality is Factuality.DENIED


def is_unnamed(link: Attribution) -> bool:
    """Say whether a link names nobody in particular.

    Rule: it is marked unnamed, or is a common noun ("officials", "witnesses") that
    no identity and no party belongs to. In scripts with capitals, a name has one.
    """
    if link.kind is LinkKind.UNNAMED:
        return True
    return link.id is None and link.party is None and link.kind not in _MEDIA and link.name == link.name.lower()
