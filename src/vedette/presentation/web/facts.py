"""When, where, who, with what and how many: the fields of an event or a claim as rows of words."""

from __future__ import annotations

from dataclasses import dataclass

from vedette.model import (
    ActorMention,
    ActorRole,
    Claim,
    Event,
    Period,
    Place,
    PlaceKind,
    PlaceMention,
    PlaceRole,
    Precision,
    Span,
)
from vedette.presentation.wording import describe_period, describe_quantity

_PLACE_ROLES = {
    PlaceRole.AT: "where it happened", PlaceRole.ORIGIN: "where it came from", PlaceRole.TARGET: "what it was aimed at",
}
_WIDE = frozenset({PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.WATER})
_ACTOR_ROLES = {
    ActorRole.INITIATOR: "did it", ActorRole.RECIPIENT: "it was done to", ActorRole.PARTICIPANT: "took part",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One field: its label, its value, how exactly it is known, and where its words stand, if anywhere."""

    label: str
    value: str
    note: str = ""
    span: Span | None = None


def facts_of(thing: Event | Claim) -> tuple[Fact, ...]:
    """Give the fields of an event or a claim, in the order in which people ask for them."""
    return (
        _when(thing.period),
        *([_where(mention) for mention in thing.places] or [Fact(label="Where", value="place not known")]),
        *([_who(actor) for actor in thing.actors] or [Fact(label="Who", value="nobody named")]),
        *(Fact(label="With what", value=e.name, note=spaced(e.kind), span=e.span) for e in thing.equipment),
        *(Fact(label="How many", value=describe_quantity(q), span=q.span) for q in thing.quantities),
        *(Fact(label="Called", value=name) for name in thing.names),
    )


def _when(period: Period | None) -> Fact:
    if period is None:
        return Fact(label="When", value=describe_period(None))
    exact = "known only roughly" if period.precision is Precision.VAGUE else f"exact to the {spaced(period.precision)}"
    words = f"in the words “{period.text}”" if period.text else "from the date of the report"
    return Fact(
        label="When", value=describe_period(period), note="; ".join(filter(None, (exact, words, period.doubt))),
        span=period.span,
    )


def _where(mention: PlaceMention) -> Fact:
    place = mention.place
    known = f"known as a {spaced(place.kind)}" if place.kind[0] not in "aeiou" else f"known as an {spaced(place.kind)}"
    note = "; ".join(filter(None, (_PLACE_ROLES[mention.role], ", ".join(place.countries), known, _point(place))))
    return Fact(label="Where", value=place.name, note=note, span=mention.span)


def _point(place: Place) -> str:
    """Write the coordinates where they are more than a point somewhere inside."""
    if place.lat is None or place.lon is None or place.kind in _WIDE:
        return ""
    return f"{place.lat:.2f}, {place.lon:.2f}"


def _who(actor: ActorMention) -> Fact:
    party = f"of {actor.party}" if actor.party and actor.party != actor.id else ""
    note = "; ".join(filter(None, (_ACTOR_ROLES[actor.role], actor.id, party)))
    return Fact(label="Who", value=actor.name, note=note, span=actor.span)


def spaced(word: str) -> str:
    """Write a word of the public form as plain words.

    Example:
        >>> spaced("training_ground")
        'training ground'
    """
    return word.replace("_", " ")
