"""Places in plain words."""

from __future__ import annotations

from vedette.model import Place, PlaceKind, PlaceMention, PlaceRole
from vedette.presentation.name_words import place_label
from vedette.presentation.saying import ENGLISH, pgettext, spoken

AREAS = frozenset({PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.BORDER, PlaceKind.WATER})
"""Kinds of places that are no spot: their point only stands for them, and is never shown as one."""
_INSIDE = frozenset({PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.CITY, PlaceKind.WATER})
_WITH_ARTICLE = frozenset({PlaceKind.BORDER, PlaceKind.CROSSING})
# Names of waters are spoken with an article unless they are lakes.
_LAKE = "lake"


def place_name(place: Place) -> str:
    """Name a place as it stands inside a sentence.

    Example:
        >>> place_name(Place(name="Poland-Belarus border", kind=PlaceKind.BORDER))
        'the Poland-Belarus border'

    """
    name = place_label(place)
    if spoken() != ENGLISH or not _takes_article(place):
        return name
    if place.kind is PlaceKind.CROSSING and "crossing" not in name.casefold():
        return f"the {name} crossing"
    return f"the {name}"


def _takes_article(place: Place) -> bool:
    name = place.name.casefold()
    if name.startswith("the "):
        return False
    return place.kind in _WITH_ARTICLE or (place.kind is PlaceKind.WATER and not name.startswith(_LAKE))


def place_phrase(mention: PlaceMention) -> str:
    """Say what a place is to an event: "in Vilnius", "from Belarus", "towards Poland".

    Example:
        >>> place_phrase(PlaceMention(place=Place(name="Vilnius", kind=PlaceKind.CITY)))
        'in Vilnius'

    """
    name = place_name(mention.place)
    if mention.role is PlaceRole.ORIGIN:
        return pgettext("place", "from %(place)s") % {"place": name}
    if mention.role is PlaceRole.TARGET:
        return pgettext("place", "towards %(place)s") % {"place": name}
    if mention.place.kind in _INSIDE:
        return pgettext("place", "in %(place)s") % {"place": name}
    return pgettext("place", "at %(place)s") % {"place": name}
