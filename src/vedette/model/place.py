"""Where: a place with an identity, coordinates and a precision."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import asin, cos, radians, sin, sqrt

_EARTH_KM = 6371.0


class PlaceKind(StrEnum):
    """What kind of place it is; this is also how exactly the place is known."""

    COUNTRY = "country"
    REGION = "region"  # a part of a country, or several countries ("Baltic states")
    CITY = "city"  # any populated place
    AIRFIELD = "airfield"
    TRAINING_GROUND = "training_ground"
    BASE = "base"
    CROSSING = "crossing"  # a border crossing point
    BORDER = "border"  # the line between two countries
    WATER = "water"  # sea, strait, gulf, river
    SITE = "site"  # power plant, bridge, factory


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place that the gazetteer or a knowledge pack knows.

    ``lat`` and ``lon`` are WGS 84 degrees of a representative point (for a
    border, a point on the line). ``countries`` are ISO 3166-1 alpha-2 codes,
    two of them for a border. ``geonames`` is the GeoNames id where there is
    one. ``population`` is 0 where unknown.
    """

    name: str
    kind: PlaceKind
    countries: tuple[str, ...] = ()
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None
    population: int = 0


def distance_km(left: Place, right: Place) -> float:
    """Give the great-circle distance of two places in kilometres; infinite without coordinates.

    Example:
        >>> vilnius = Place(name="Vilnius", kind=PlaceKind.CITY, lat=54.69, lon=25.28)
        >>> minsk = Place(name="Minsk", kind=PlaceKind.CITY, lat=53.9, lon=27.57)
        >>> round(distance_km(vilnius, minsk) / 10) * 10
        170
    """
    if left.lat is None or left.lon is None or right.lat is None or right.lon is None:
        return float("inf")
    return kilometres((left.lat, left.lon), (right.lat, right.lon))


def kilometres(first: tuple[float, float], second: tuple[float, float]) -> float:
    """Give the distance of two points (latitude, longitude in degrees) along the surface of the earth.

    Example:
        >>> round(kilometres((0, 0), (0, 1)), 1)
        111.2
    """
    north, south = radians(first[0]), radians(second[0])
    across = sin(radians(second[1] - first[1]) / 2) ** 2
    chord = sin((south - north) / 2) ** 2 + cos(north) * cos(south) * across
    return 2 * _EARTH_KM * asin(sqrt(min(1.0, chord)))
