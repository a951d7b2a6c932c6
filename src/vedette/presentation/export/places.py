"""Where an event is put on a map: only where it happened, and only where somebody said so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from vedette.model import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A place with coordinates (WGS 84 degrees), and how exactly it is known: ``precision`` is the kind of place."""

    name: str
    precision: str
    lat: float
    lon: float


def points_of(event: Event) -> tuple[Point, ...]:
    """Give the places where an event happened, as far as they have coordinates."""
    return tuple(
        Point(name=place.name, precision=str(place.kind), lat=place.lat, lon=place.lon)
        for place in event.sites if place.lat is not None and place.lon is not None
    )


def places_to_json(event: Event) -> list[dict[str, Any]]:
    """Give every place of an event with its role; coordinates are ``None`` where nobody knows them."""
    return [
        {
            "name": mention.place.name, "role": str(mention.role), "precision": str(mention.place.kind),
            "lat": mention.place.lat, "lon": mention.place.lon, "countries": list(mention.place.countries),
        }
        for mention in event.places
    ]
