"""How many voices stand behind something: distinct bodies, and the parties behind them.

Who counts is written in :mod:`vedette.linking.lineage.origins`; here they are counted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from vedette.linking.folding import fold_name
from vedette.linking.lineage.origins import Body
from vedette.model import Claim, LinkKind, Origin, independent


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
               claims=tuple(sorted(ids)), relay=heard[key].relay)
        for key, ids in grouped.items()
    ]
    return tuple(sorted(origins, key=lambda one: (not one.known, fold_name(one.name), one.party or "", one.claims)))


def independent_bodies(origins: Iterable[Origin]) -> tuple[str, ...]:
    """Name the bodies that count as a voice each: two ministries of one state are two.

    Unknown origins do not count. An unnamed voice counts only where neither its
    relay nor another unnamed voice of that relay does; one that no relay passes on
    (a state, beside a body of it) only where no named voice has its party.

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
    nameless = [origin for origin in counted if origin.known and origin.kind is LinkKind.UNNAMED]
    parties = {party for _, party in named if party}
    relays = {origin.relay or origin.name for origin in nameless if origin.relay or origin.party not in parties}
    counted_names = [*names, *(relays - set(names))]  # two bodies may have one name
    apart = set(independent(counted_names))
    return tuple(sorted(name for name in counted_names if name in apart))


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
    return independent(parties | _unnamed_parties(counted, taken))


def _unnamed_parties(origins: tuple[Origin, ...], taken: set[str]) -> set[str]:
    voices = {origin.party or origin.name for origin in origins if origin.known and origin.kind is LinkKind.UNNAMED}
    return voices - taken
