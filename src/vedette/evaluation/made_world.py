"""The little world in which claims are made: its states, its towns, what happens there."""

from __future__ import annotations

from vedette.model import ActorMention, ActorRole, EventType, Place, PlaceKind

STATES = ("PL", "LT", "LV", "EE", "BY", "RU", "UA", "FI")
TYPES = (
    EventType.DRONE_INCIDENT, EventType.AIRSPACE_VIOLATION, EventType.BORDER_CLOSURE, EventType.DEPLOYMENT,
    EventType.STRIKE, EventType.REQUEST, EventType.SABOTAGE, EventType.ARREST, EventType.PROTEST, EventType.JAMMING,
)


def make_town(state: str, number: int) -> Place:
    """Make a town of a state; towns of different numbers lie apart.

    Example:
        >>> make_town("LT", 3).name
        'Town LT 3'
    """
    at = STATES.index(state)
    return Place(
        name=f"Town {state} {number}", kind=PlaceKind.CITY, countries=(state,), lat=45.0 + number / 3,
        lon=20.0 + at * 2, geonames=at * 100 + number,
    )


def make_actor(state: str, role: ActorRole = ActorRole.INITIATOR) -> ActorMention:
    """Make a state that does something, or to which something is done."""
    return ActorMention(name=state, id=state, party=state, role=role)
