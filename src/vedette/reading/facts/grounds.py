"""Of which country a text speaks: whose "the police", "the minister" or "the port" is that it names without a state.

The text says so by the states, capitals and places that it names. What it named
most often before decides, not what it named last: whoever answers, is accused or
attacked is named between a speaker and the country the speaker belongs to.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vedette.model import Gazetteer, Place, PlaceKind, Span
from vedette.reading.document import Form, Mention
from vedette.reading.inflection import Inflection
from vedette.reading.place_lookup import look_up_place
from vedette.reading.places import SMALL_TOWN
from vedette.reading.tags import TaggedSpan, Tags
from vedette.reading.tags.labels import SpanKind

# Measured on the annotated corpus; between half and twice of each, nothing changes by more than a hundredth.
_NAMED_BEHIND = 0.1
_DEMONYM = 0.1  # "Russian drones" says whose they are, not where the report is at home
_ORGAN = 0.3
_OWN = 5.0  # of its own state a report speaks without a name; that it names it at all says much
_NOWHERE = (PlaceKind.WATER, PlaceKind.BORDER)  # in several countries, or in none
_WHO = (SpanKind.ACTOR, SpanKind.SOURCE)


@dataclass(frozen=True, slots=True)
class Ground:
    """Words that name a country, or something in it, and how much they say of where a report is at home."""

    span: Span
    country: str
    weight: float = 1.0
    place: Place | None = None  # where it was looked up as one


def named_grounds(mentions: Sequence[Mention]) -> list[Ground]:
    """Give the states that names stand for, as far as each is one state's.

    "Defence ministry" is a name in every country of a language: in a text on
    Rwanda it is that of none of them.
    """
    named = [(mention, mention.actor) for mention in mentions if mention.actor is not None]
    states = {mention.state.id for mention, _ in named if mention.state is not None}
    return [
        Ground(mention.span, actor.party, _weight(mention)) for mention, actor in named
        if len(actor.party) == 2 and (not states or actor.party in states)
    ]


def _weight(mention: Mention) -> float:
    if mention.form is Form.HOLDER:
        return _DEMONYM
    if mention.state is None:
        return _ORGAN
    return _DEMONYM if mention.form is Form.ADJECTIVE else 1.0


def placed_grounds(
    text: str, tags: Tags, named: Sequence[Ground], *, gazetteer: Gazetteer, inflection: Inflection
) -> Iterator[Ground]:
    """Look up the countries of the places, and of whoever is called after a place: "the mayor of Narva".

    Args:
        text: The text of the report.
        tags: What was tagged in it.
        named: What its names say; words that hold one of them are not looked up.
        gazetteer: Where places are looked up.
        inflection: How the language of the text inflects.
    """
    context = frozenset(ground.country for ground in named)
    for tag in tags.spans:
        if tag.kind not in (SpanKind.PLACE, *_WHO) or _kind(tag) in _NOWHERE:
            continue
        if any(ground.span.overlaps(tag.span) for ground in named):
            continue
        words = tag.span.of(text)
        place = look_up_place(words, gazetteer=gazetteer, inflection=inflection, context=context, kind=_kind(tag))
        if place is not None and len(place.countries) == 1:
            yield Ground(tag.span, place.countries[0], _weight_of(place, context), place)


def _weight_of(place: Place, context: frozenset[str]) -> float:
    """Say how much a place tells of where a report is: little, if it may be a namesake in a country not named."""
    small = place.kind is PlaceKind.CITY and place.population < SMALL_TOWN
    return _DEMONYM if small and place.countries[0] not in context else 1.0


def _kind(tag: TaggedSpan) -> PlaceKind | None:
    return PlaceKind(tag.value) if tag.kind is SpanKind.PLACE and tag.value else None


def country_at(
    span: Span, grounds: Sequence[Ground], *, home: str | None, own: str | None = None, least: float = 0.0
) -> str | None:
    """Say of which country a text speaks where some words stand.

    Args:
        span: The words; a place among them decides.
        grounds: What the text names.
        home: The country that is meant where a text names none, and ``least`` is 0.
        own: The country of who publishes, which counts more than any other where the text names it.
        least: How much of all that it names has to be of that country, 0..1.

    Example:
        >>> grounds = [Ground(Span(0, 6), "LV"), Ground(Span(20, 26), "LV"), Ground(Span(40, 46), "RU")]
        >>> country_at(Span(50, 60), grounds, home=None)
        'LV'
        >>> country_at(Span(42, 60), grounds, home=None)
        'RU'
    """
    inside = next((ground.country for ground in grounds if ground.span.overlaps(span)), None)
    if inside is not None:
        return inside
    weights: defaultdict[str, float] = defaultdict(float)
    for ground in sorted(grounds, key=lambda ground: (ground.span, ground.country)):
        near = ground.weight * (1.0 if ground.span.start < span.start else _NAMED_BEHIND)
        weights[ground.country] += near * (_OWN if ground.country == own else 1.0)
    if not weights:
        return home if not least else None
    first = max(weights, key=lambda country: weights[country])
    return first if weights[first] >= least * sum(weights.values()) else None
