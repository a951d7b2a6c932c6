"""Places by name: the compiled gazetteer, corrected and extended by the packs."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from vedette.errors import KnowledgeError
from vedette.knowledge.folding import fold_name
from vedette.knowledge.nouns import NamedPlace
from vedette.knowledge.packs import Packs, border_key
from vedette.model import KnownActor, Place, PlaceKind

GAZETTEER_FILE = Path(__file__).parent / "data" / "gazetteer.sqlite"
BUILD_COMMAND = "python -m vedette.knowledge.build_gazetteer"
SCHEMA_VERSION = 1
_CACHED_NAMES = 20_000
_SAME_PLACE_DEGREES = 0.15

_FIND = """
SELECT place.name, kind, country, lat, lon, geonames, population
FROM name JOIN place ON place.id = name.place
WHERE name.folded = ?
ORDER BY population DESC, place.id
"""


class SqliteGazetteer:
    """Looks places up in the compiled gazetteer and in the packs.

    Places of the packs come first, in the order of the packs, because a person
    wrote them for that name; then the compiled places, most populous first. A
    pack's place takes the place of the compiled one with the same GeoNames id,
    and of one of the same name and kind a few kilometres away.

    It can be pickled: the copy opens the file again. Lookups are remembered.

    Args:
        file: The compiled gazetteer.
        places: Folded name -> places of the packs, in order.
        countries: Code -> country.
        borders: Pair of codes in order -> border.

    Raises:
        KnowledgeError: The file is missing or was compiled for another version.
    """

    def __init__(
        self,
        file: Path,
        *,
        places: Mapping[str, tuple[Place, ...]],
        countries: Mapping[str, Place],
        borders: Mapping[tuple[str, str], Place],
    ) -> None:
        self._file, self._places, self._countries, self._borders = file, places, countries, borders
        self._replaced = frozenset(p.geonames for row in places.values() for p in row if p.geonames is not None)
        self._process = os.getpid()
        self._connection = _connect(file)
        self._find: Callable[[str], tuple[Place, ...]] = lru_cache(maxsize=_CACHED_NAMES)(self._look_up)

    @classmethod
    def open(cls, file: Path = GAZETTEER_FILE, *, packs: Packs) -> SqliteGazetteer:
        """Open the compiled gazetteer with the places, countries and borders of the packs."""
        countries = _countries(packs.places, _connect(file))
        borders = {key: _named(border, countries) for key, border in packs.borders.items()}
        return cls(file, places=_by_name(packs, countries, borders), countries=countries, borders=borders)

    def find(self, name: str) -> tuple[Place, ...]:
        """Give every place of this name: the packs' first, then the most populous.

        Args:
            name: In any script; case, accents and hyphens do not matter.

        Returns:
            The places; empty where there is none.
        """
        folded = fold_name(name)
        return self._find(folded) if folded else ()

    def border(self, first: str, second: str) -> Place | None:
        """Give the land border between two countries, in either order; ``None`` where they share none."""
        return self._borders.get(border_key(first.upper(), second.upper()))

    def country(self, code: str) -> Place | None:
        """Give a country by its ISO 3166-1 alpha-2 code."""
        return self._countries.get(code.upper())

    def __reduce__(self) -> tuple[Callable[..., SqliteGazetteer], tuple[object, ...]]:
        """Pickle the address of the file, not the open connection."""
        return _reopen, (self._file, self._places, self._countries, self._borders)

    def _look_up(self, folded: str) -> tuple[Place, ...]:
        own = self._places.get(folded, ())
        compiled = map(_place, self._open().execute(_FIND, (folded,)).fetchall())
        new = (p for p in compiled if p.geonames not in self._replaced and not any(_same(p, o) for o in own))
        return (*own, *new)

    def _open(self) -> sqlite3.Connection:
        # A forked process shares the file offset of its parent: it needs a connection of its own.
        if self._process != os.getpid():
            self._process, self._connection = os.getpid(), _connect(self._file)
        return self._connection


def _reopen(
    file: Path,
    places: Mapping[str, tuple[Place, ...]],
    countries: Mapping[str, Place],
    borders: Mapping[tuple[str, str], Place],
) -> SqliteGazetteer:
    return SqliteGazetteer(file, places=places, countries=countries, borders=borders)


def _connect(file: Path) -> sqlite3.Connection:
    if not file.is_file():
        raise KnowledgeError(f"{file}: the gazetteer has not been built. Build it with: {BUILD_COMMAND}")
    try:
        address = f"{file.absolute().as_uri()}?mode=ro&immutable=1"
        connection = sqlite3.connect(address, uri=True, check_same_thread=False)
        version = connection.execute("PRAGMA user_version").fetchone()[0]
    except sqlite3.Error as error:
        raise KnowledgeError(
            f"{file}: the gazetteer cannot be read: {error}. Build it again with: {BUILD_COMMAND}"
        ) from error
    if version != SCHEMA_VERSION:
        connection.close()
        raise KnowledgeError(f"{file}: the gazetteer is of another version. Build it again with: {BUILD_COMMAND}")
    return connection


def _place(row: tuple[str, str, str, float, float, int | None, int]) -> Place:
    name, kind, country, lat, lon, geonames, population = row
    return Place(
        name=name, kind=PlaceKind(kind), countries=(country,), lat=lat, lon=lon, geonames=geonames,
        population=population,
    )  # fmt: skip


def _same(compiled: Place, own: Place) -> bool:
    """Say whether a pack and the gazetteer list one place twice: same kind, a few kilometres apart."""
    if compiled.kind is not own.kind or None in (compiled.lat, compiled.lon, own.lat, own.lon):
        return False
    north, east = (compiled.lat or 0) - (own.lat or 0), (compiled.lon or 0) - (own.lon or 0)
    return max(abs(north), abs(east)) < _SAME_PLACE_DEGREES


def _countries(places: Mapping[str, NamedPlace], connection: sqlite3.Connection) -> dict[str, Place]:
    """Give the countries of the packs, with the population and id that the gazetteer knows."""
    known = {code: (number, count) for code, number, count in connection.execute("SELECT * FROM country")}
    connection.close()
    found: dict[str, Place] = {}
    for place in (named.place for named in places.values() if named.place.kind is PlaceKind.COUNTRY):
        number, count = known.get(place.countries[0], (None, 0))
        found[place.countries[0]] = replace(
            place, geonames=place.geonames or number, population=place.population or count
        )
    return found


def _named(border: Place, countries: Mapping[str, Place]) -> Place:
    """Name a border after its two countries, where the packs know them."""
    first, second = (countries[c].name if c in countries else c for c in border.countries)
    return replace(border, name=f"{first}-{second} border")


def _by_name(
    packs: Packs, countries: Mapping[str, Place], borders: Mapping[tuple[str, str], Place]
) -> dict[str, tuple[Place, ...]]:
    """Index the places of the packs under all their names, countries first."""
    index: dict[str, dict[Place, None]] = {}

    def add(name: str, place: Place) -> None:
        if folded := fold_name(name):
            index.setdefault(folded, {})[place] = None

    for code, country in countries.items():
        for name in (country.name, *_state_names(packs.actors.get(code))):
            add(name, country)
    for named in packs.places.values():
        is_country = named.place.kind is PlaceKind.COUNTRY
        for name in named.names:
            add(name, countries[named.place.countries[0]] if is_country else named.place)
    for border in borders.values():
        for pair in (border.countries, border.countries[::-1]):
            add(_named(replace(border, countries=pair), countries).name, border)
    return {name: tuple(places) for name, places in index.items()}


def _state_names(actor: KnownActor | None) -> tuple[str, ...]:
    return tuple(name for names in actor.names.values() for name in names) if actor else ()
