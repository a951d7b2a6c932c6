"""Where an event or a claim is, in a form that can be compared."""

from __future__ import annotations

from collections.abc import Iterable

from vedette.linking.folding import fold_name
from vedette.model import Place, PlaceKind, PlaceMention, PlaceRole

AREAS = (PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.WATER)
"""Places too wide to say that two things happened at one of them."""


def scene_of(mentions: Iterable[PlaceMention]) -> tuple[Place, ...]:
    """Give the places where it happened or that it was aimed at: where it came from is another place."""
    return tuple(mention.place for mention in mentions if mention.role is not PlaceRole.ORIGIN)


def countries_of(places: Iterable[Place]) -> frozenset[str]:
    """Give the countries of some places."""
    return frozenset(country for place in places for country in place.countries)


def spots_of(places: Iterable[Place]) -> frozenset[tuple[str, ...]]:
    """Identify the exact places and the borders among some places."""
    return frozenset(identity_of(place) for place in places if place.kind not in AREAS)


def identity_of(place: Place) -> tuple[str, ...]:
    """Say which place it is, under whatever name: a border by its two countries, else by GeoNames, else by name.

    Example:
        >>> identity_of(Place(name="the frontier", kind=PlaceKind.BORDER, countries=("PL", "BY")))
        ('border', 'BY', 'PL')
    """
    if place.kind is PlaceKind.BORDER and place.countries:
        return ("border", *sorted(place.countries))
    return (str(place.geonames),) if place.geonames else (fold_name(place.name), *sorted(place.countries))
