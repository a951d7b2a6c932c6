"""On whose ground an act takes place, by what kind of act it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vedette.model import (
    ActorMention,
    ActorRole,
    EventType,
    Gazetteer,
    PlaceKind,
    PlaceMention,
    PlaceRole,
    Span,
)
from vedette.reading.document import Mention, MentionKind

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
# Of these, what comes over a border: a state's own craft are its own doing; whence they come, they no longer are.
COMING = frozenset({EventType.DRONE_INCIDENT, EventType.AIRSPACE_VIOLATION})
# Of what is brought down or turned away, the owner is the one it is done to.
BROUGHT_DOWN = frozenset({EventType.SHOOTDOWN, EventType.INTERCEPTION})
# Words between states: whom they are addressed to is no place.
ADDRESSED = frozenset({
    EventType.THREAT, EventType.ACCUSATION, EventType.REQUEST, EventType.SANCTION, EventType.DENIAL, EventType.PLEDGE,
    EventType.WARNING_STATEMENT, EventType.EXPULSION,
})
# Of these, what is words and nothing else.
SPOKEN = ADDRESSED - {EventType.SANCTION, EventType.EXPULSION}
# Places that are themselves closed, struck or built: as subject or object they are the scene.
ACTED_UPON = frozenset({
    PlaceKind.AIRFIELD, PlaceKind.BASE, PlaceKind.CROSSING, PlaceKind.TRAINING_GROUND, PlaceKind.SITE,
    PlaceKind.WATER, PlaceKind.BORDER,
})
# An exercise that is held in more countries than these is not placed by its name.
MOST_HOSTS = 3


def ground_of(
    type: EventType, actors: Sequence[ActorMention], *, gazetteer: Gazetteer, names: Sequence[Mention] = (),
    others: Sequence[tuple[str, Span | None]] = (),
) -> Iterator[PlaceMention]:
    """Give the countries where an act takes place of which no words say where.

    A known exercise is where its series is held; other acts are where those act
    who act at home, or with those that are acted upon.

    Args:
        type: What kind of act it is.
        actors: Who takes part.
        gazetteer: Gives the places of countries.
        names: Names that the act is told with.
        others: States that are acted upon where no actor is, with the words that name them.
    """
    hosted = list(_hosts(names, gazetteer)) if type is EventType.EXERCISE else []
    if hosted or type not in AT_HOME | AT_RECIPIENT:
        yield from hosted
        return
    wanted = ActorRole.INITIATOR if type in AT_HOME else ActorRole.RECIPIENT
    sides = [(actor.party, actor.span) for actor in actors if actor.role is wanted and actor.party is not None]
    for party, span in sides or (others if type in AT_RECIPIENT else ()):
        country = gazetteer.country(party)
        if country is not None:
            yield PlaceMention(place=country, role=PlaceRole.AT, span=span)


def _hosts(names: Sequence[Mention], gazetteer: Gazetteer) -> Iterator[PlaceMention]:
    """Give the countries in which the exercises that are named are held, where those are few."""
    for name in names:
        if name.kind is not MentionKind.EXERCISE or name.exercise is None:
            continue
        places = [gazetteer.country(code) for code in name.exercise.countries]
        if len(places) <= MOST_HOSTS:
            yield from (PlaceMention(place=place, role=PlaceRole.AT, span=name.span) for place in places if place)
