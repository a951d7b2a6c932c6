"""On whose ground an act takes place, by what kind of act it is."""

from __future__ import annotations

from vedette.model import EventType, PlaceKind

# Acts that a state does on its own ground: there, the doer tells the place.
AT_HOME = frozenset({
    EventType.BORDER_CLOSURE, EventType.BORDER_REOPENING, EventType.AIRSPACE_RESTRICTION,
    EventType.MOVEMENT_RESTRICTION, EventType.BASE_CONSTRUCTION, EventType.LAW_OR_VOTE, EventType.EVACUATION,
    EventType.MOBILISATION, EventType.EXERCISE, EventType.ARREST, EventType.EXPULSION, EventType.PROTEST,
})
# Of these, what several states do together: it is one event, not one each.
TOGETHER = frozenset({EventType.EXERCISE})
# Of these, what takes place where the decision is made, whatever the decision is about.
DECIDED_AT_HOME = frozenset({EventType.LAW_OR_VOTE})
# Acts upon a state: there, the one acted upon tells the place.
AT_RECIPIENT = frozenset({
    EventType.AIRSPACE_VIOLATION, EventType.DRONE_INCIDENT, EventType.STRIKE, EventType.CYBER_ATTACK,
    EventType.SABOTAGE,
})
# Acts that go somewhere: there, "to" names the place.
MOVING = frozenset({
    EventType.DEPLOYMENT, EventType.WEAPON_DEPLOYMENT, EventType.WITHDRAWAL, EventType.MILITARY_AID,
    EventType.DRONE_INCIDENT, EventType.AIRSPACE_VIOLATION,
})
# Of what is brought down or turned away, the owner is the one it is done to.
BROUGHT_DOWN = frozenset({EventType.SHOOTDOWN, EventType.INTERCEPTION})
# Words between states: whom they are addressed to is no place.
ADDRESSED = frozenset({
    EventType.THREAT, EventType.ACCUSATION, EventType.REQUEST, EventType.SANCTION, EventType.DENIAL, EventType.PLEDGE,
    EventType.WARNING_STATEMENT, EventType.EXPULSION,
})
# Places that are themselves closed, struck or built: as subject or object they are the scene.
ACTED_UPON = frozenset({
    PlaceKind.AIRFIELD, PlaceKind.BASE, PlaceKind.CROSSING, PlaceKind.TRAINING_GROUND, PlaceKind.SITE,
    PlaceKind.WATER, PlaceKind.BORDER,
})
