"""Where: a place with an identity, coordinates and a precision."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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
