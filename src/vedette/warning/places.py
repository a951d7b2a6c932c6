"""Whether an event is where an indicator looks."""

from __future__ import annotations

from collections.abc import Iterable

from vedette.model import Event, EventMatcher, Place, PlaceKind, distance_km, fold

_AT_BORDERS = frozenset({PlaceKind.BORDER, PlaceKind.CROSSING})


def is_where(event: Event, matcher: EventMatcher) -> bool:
    """Say whether one place of an event, in a role that counts, is all that the matcher asks of a place.

    Args:
        event: The event; one without a place is nowhere.
        matcher: What is looked for; one that asks nothing of places lets every event through.
    """
    if not asks_for_place(matcher):
        return True
    return any(_is_there(one.place, matcher) for one in event.places if one.role in matcher.place_roles)


def asks_for_place(matcher: EventMatcher) -> bool:
    """Say whether a matcher asks anything of places."""
    return bool(matcher.countries or matcher.areas or matcher.near or matcher.borders or matcher.place_kinds)


def _is_there(place: Place, matcher: EventMatcher) -> bool:
    return (
        (not matcher.countries or not set(matcher.countries).isdisjoint(place.countries))
        and (not matcher.place_kinds or place.kind in matcher.place_kinds)
        and (not matcher.borders or _on_border(place, matcher.borders))
        and (not matcher.areas or _in_area(place, matcher))
        and (not matcher.near or any(_near(place, there, within_km=matcher.within_km) for there in matcher.near))
    )


def _on_border(place: Place, borders: Iterable[tuple[str, str]]) -> bool:
    return place.kind in _AT_BORDERS and any(set(pair) <= set(place.countries) for pair in borders)


def _in_area(place: Place, matcher: EventMatcher) -> bool:
    """Say whether a place has a point of its own, and that lies in an area.

    The point of a country is its middle; that something happened in the country does not put it there.
    """
    wide = place.kind is PlaceKind.COUNTRY or (place.kind is PlaceKind.REGION and len(place.countries) > 1)
    if wide or place.lat is None or place.lon is None:
        return False
    return any(area.holds(lat=place.lat, lon=place.lon) for area in matcher.areas)


def _near(place: Place, there: Place, *, within_km: float) -> bool:
    if place.kind is PlaceKind.COUNTRY:
        return place.kind is there.kind and place.countries == there.countries
    return _identity(place) == _identity(there) or distance_km(place, there) <= within_km


def _identity(place: Place) -> tuple[str, ...]:
    return (str(place.geonames),) if place.geonames else (fold(place.name), place.kind, *sorted(place.countries))
