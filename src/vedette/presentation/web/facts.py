"""When, where, who, with what and how many: the fields of an event or a claim as rows of words."""

from __future__ import annotations

from dataclasses import dataclass

from vedette.model import ActorMention, Claim, Event, Period, Place, PlaceMention, Span
from vedette.presentation.equipment_words import equipment_word
from vedette.presentation.kind_words import (
    actor_role_words,
    place_kind_words,
    place_role_words,
    precision_words,
)
from vedette.presentation.name_words import actor_label, place_label
from vedette.presentation.place_words import AREAS
from vedette.presentation.reason_words import said_reason
from vedette.presentation.saying import gettext as _
from vedette.presentation.wording import describe_period, describe_quantity


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
        *([_where(mention) for mention in thing.places] or [Fact(label=_("Where"), value=_("place not known"))]),
        *([_who(actor) for actor in thing.actors] or [Fact(label=_("Who"), value=_("nobody named"))]),
        *(Fact(label=_("With what"), value=e.name, note=equipment_word(e.kind), span=e.span) for e in thing.equipment),
        *(Fact(label=_("How many"), value=describe_quantity(q), span=q.span) for q in thing.quantities),
        *(Fact(label=_("Called"), value=name) for name in thing.names),
    )


def _when(period: Period | None) -> Fact:
    if period is None:
        return Fact(label=_("When"), value=describe_period(None))
    words = _("in the words “%(words)s”") % {"words": period.text} if period.text else _("from the date of the report")
    note = "; ".join(filter(None, (precision_words(period.precision), words, said_reason(period.doubt or ""))))
    return Fact(label=_("When"), value=describe_period(period), note=note, span=period.span)


def _where(mention: PlaceMention) -> Fact:
    place = mention.place
    parts = (place_role_words(mention.role), ", ".join(place.countries), place_kind_words(place.kind), _point(place))
    return Fact(label=_("Where"), value=place_label(place), note="; ".join(filter(None, parts)), span=mention.span)


def _point(place: Place) -> str:
    """Write the coordinates where they are more than a point somewhere inside."""
    if place.lat is None or place.lon is None or place.kind in AREAS:
        return ""
    return f"{place.lat:.2f}, {place.lon:.2f}"


def _who(actor: ActorMention) -> Fact:
    party = _("of %(party)s") % {"party": actor.party} if actor.party and actor.party != actor.id else ""
    note = "; ".join(filter(None, (actor_role_words(actor.role), actor.id, party)))
    return Fact(label=_("Who"), value=actor_label(actor), note=note, span=actor.span)


def spaced(word: str) -> str:
    """Write a word of the public form as plain words.

    Example:
        >>> spaced("training_ground")
        'training ground'
    """
    return word.replace("_", " ")
