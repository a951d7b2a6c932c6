"""Which types of events make a crisis or bring a place under watch, and between whom they stand.

======== ================================================================= ==========================
strand   types                                                             between
======== ================================================================= ==========================
air      airspace_violation, drone_incident                                doer or where from, and where
air      shootdown, interception                                           doer, and whom or where from
sea      maritime_incident                                                 doer or where from, and where
attack   strike                                                            doer or where from, and where
hybrid   sabotage, cyber_attack, jamming                                   doer or where from, and where
border   border_closure, movement_restriction                              doer, and whom or where from
airspace airspace_restriction                                              doer, and whom or where from
force    deployment, weapon_deployment, mobilisation                       doer, and whom
(none)   border_reopening, withdrawal, accusation, warning_statement,      doer, and whom
         threat, denial, expulsion, sanction, diplomatic_meeting
======== ================================================================= ==========================

Whatever stands at a border stands between its two states. Types without a strand make
nothing; they accompany. An exercise, and every type that is not in the table, does neither. Nor does a
sum of incidents, whose parts stand for themselves, nor what is dated more roughly than to a weekend. What is
planned, called off, denied or only possible accompanies at most.
"""

from __future__ import annotations

from collections.abc import Iterable

from vedette.linking.profile import is_state, party_of
from vedette.linking.threads.sums import is_sum
from vedette.linking.when import window_of
from vedette.linking.whereabouts import countries_of, scene_of
from vedette.model import ActorRole, Event, EventType, Factuality, PlaceKind, PlaceRole, Stage

STRANDS = {
    EventType.AIRSPACE_VIOLATION: "air", EventType.DRONE_INCIDENT: "air", EventType.SHOOTDOWN: "air",
    EventType.INTERCEPTION: "air", EventType.MARITIME_INCIDENT: "sea", EventType.STRIKE: "attack",
    EventType.SABOTAGE: "hybrid", EventType.CYBER_ATTACK: "hybrid", EventType.JAMMING: "hybrid",
    EventType.BORDER_CLOSURE: "border", EventType.MOVEMENT_RESTRICTION: "border",
    EventType.AIRSPACE_RESTRICTION: "airspace", EventType.DEPLOYMENT: "force",
    EventType.WEAPON_DEPLOYMENT: "force", EventType.MOBILISATION: "force",
}
ACCOMPANYING = frozenset({
    EventType.BORDER_REOPENING, EventType.WITHDRAWAL, EventType.ACCUSATION, EventType.WARNING_STATEMENT,
    EventType.THREAT, EventType.DENIAL, EventType.EXPULSION, EventType.SANCTION, EventType.DIPLOMATIC_MEETING,
})
_AGAINST_THE_PLACE = frozenset({
    EventType.AIRSPACE_VIOLATION, EventType.DRONE_INCIDENT, EventType.MARITIME_INCIDENT, EventType.STRIKE,
    EventType.SABOTAGE, EventType.CYBER_ATTACK, EventType.JAMMING,
})
_SURE = (Factuality.ASSERTED, Factuality.PROBABLE)
_DONE = (Stage.UNDER_WAY, Stage.HAPPENED)

Pair = tuple[str, str]


def takes_part(event: Event) -> bool:
    """Say whether an event can belong to a crisis at all: by its type, and dated to a day or a weekend."""
    window = window_of(event.period)
    dated = window is not None and window.start > 0 and not window.coarse
    return dated and (event.type in STRANDS or event.type in ACCOMPANYING) and not is_sum(event)


def strand_of(event: Event) -> str:
    """Give the strand as which an event counts; empty where it only accompanies."""
    counts = event.factuality in _SURE and event.stage in _DONE and takes_part(event)
    return STRANDS.get(event.type, "") if counts else ""


def pairs_of(event: Event) -> frozenset[Pair]:
    """Give the pairs of states between which an event stands, by the table at the top of this module."""
    borders = [
        frozenset(place.countries) for place in scene_of(event.places)
        if place.kind in (PlaceKind.BORDER, PlaceKind.CROSSING) and len(place.countries) == 2
    ]
    doers, others = _states(event, ActorRole.INITIATOR), _states(event, ActorRole.RECIPIENT)
    senders = countries_of(one.place for one in event.places if one.role is PlaceRole.ORIGIN)
    if event.type in _AGAINST_THE_PLACE:
        scene = [place for place in scene_of(event.places) if len(place.countries) == 1]
        pairs = [*_between(doers | senders, countries_of(scene)), *_between(doers, others)]
    else:
        pairs = _between(doers, others | (senders if event.type in STRANDS else frozenset()))
    return frozenset(_ordered(pair) for pair in (*borders, *pairs) if len(pair) == 2)


def _states(event: Event, role: ActorRole) -> frozenset[str]:
    parties = (party_of(actor) for actor in event.actors if actor.role is role)
    return frozenset(party for party in parties if is_state(party))


def _between(ones: Iterable[str], others: Iterable[str]) -> list[frozenset[str]]:
    return [frozenset((one, other)) for one in ones for other in others]


def _ordered(pair: Iterable[str]) -> Pair:
    first, second = sorted(pair)
    return first, second
