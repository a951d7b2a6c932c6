"""Places as people write them in a correction: by name, found in the gazetteer."""

from __future__ import annotations

import re

from vedette.errors import UsageError
from vedette.model import Gazetteer, Place, PlaceKind, PlaceMention, PlaceRole
from vedette.presentation.corrections.roles import split_role, with_role

_POINT = re.compile(r"(?P<name>[^@]+)@\s*(?P<lat>-?\d+(\.\d+)?)[ ,]+(?P<lon>-?\d+(\.\d+)?)")
_BORDER = re.compile(r"([A-Z]{2})-([A-Z]{2})")
_ROLES = {"from": PlaceRole.ORIGIN, "to": PlaceRole.TARGET} | {str(role): role for role in PlaceRole}
_HOW = (
    "Write a place as NAME, with its country where there are several (Brest, BY), a border as BY-PL, a country as PL, "
    "and one that nobody knows with its point (NAME @ 52.10 23.70, BY)"
)


def understand_places(written: str, gazetteer: Gazetteer) -> tuple[PlaceMention, ...]:
    """Understand places with a semicolon between them; behind each, in brackets, what it is: at, origin, target.

    Raises:
        UsageError: One is not known, or there are several of its name.
    """
    return tuple(_mention(one.strip(), gazetteer) for one in written.split(";") if one.strip())


def write_place(mention: PlaceMention) -> str:
    """Write a place as it is understood."""
    place = mention.place
    if place.kind is PlaceKind.COUNTRY and len(place.countries) == 1:
        name = place.countries[0]
    elif place.kind is PlaceKind.BORDER and len(place.countries) == 2:
        name = "-".join(place.countries)
    else:
        point = f" @ {place.lat} {place.lon}" if place.geonames is None and place.lat is not None else ""
        name = f"{place.name}{point}" + (f", {place.countries[0]}" if len(place.countries) == 1 else "")
    return with_role(name, mention.role, PlaceRole.AT)


def _mention(written: str, gazetteer: Gazetteer) -> PlaceMention:
    name, role = split_role(written, _ROLES, PlaceRole.AT)
    return PlaceMention(place=_place(name, gazetteer), role=role)


def _place(written: str, gazetteer: Gazetteer) -> Place:
    if border := _BORDER.fullmatch(written.upper()) if written.isupper() else None:
        return _known(gazetteer.border(border[1], border[2]), written)
    if len(written) == 2 and written.isupper():
        return _known(gazetteer.country(written), written)
    name, country = _with_country(written)
    if point := _POINT.fullmatch(name):
        return _point(point, country, written=written)
    found = [place for place in gazetteer.find(name) if country is None or country in place.countries]
    countries = list(dict.fromkeys(place.countries for place in found))
    if len(countries) > 1 and any(len(one) == 1 for one in countries):
        named = ", ".join(sorted("-".join(one) for one in countries))
        raise UsageError(f"There are several places called '{name}': in {named}. Say which, as in '{name}, CC'.")
    return _known(found[0] if found else None, written)


def _with_country(written: str) -> tuple[str, str | None]:
    name, comma, country = written.rpartition(",")
    code = country.strip()
    return (name.strip(), code.upper()) if comma and len(code) == 2 and code.isalpha() else (written, None)


def _point(point: re.Match[str], country: str | None, *, written: str) -> Place:
    lat, lon = float(point["lat"]), float(point["lon"])
    if abs(lat) > 90 or abs(lon) > 180:
        raise UsageError(f"'{written}' is not on the earth: latitude is -90 to 90, longitude -180 to 180 degrees.")
    countries = (country,) if country else ()
    return Place(name=point["name"].strip(), kind=PlaceKind.SITE, countries=countries, lat=lat, lon=lon)


def _known(place: Place | None, written: str) -> Place:
    if place is None:
        raise UsageError(f"No place '{written}' is known. {_HOW}.")
    return place
