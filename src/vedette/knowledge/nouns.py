"""From an entry of a pack to the noun that it describes."""

from __future__ import annotations

from dataclasses import dataclass

from vedette.knowledge.entry import Entry
from vedette.model import (
    KnownActor,
    KnownBody,
    KnownEquipment,
    KnownExercise,
    KnownHolder,
    Place,
    PlaceKind,
)

ACTOR_KINDS = ("state", "alliance", "organ", "force", "group")
BODY_KINDS = ("organ", "force", "state")
EQUIPMENT_KINDS = (
    "uav", "balloon", "aircraft", "helicopter", "ship", "submarine", "ballistic_missile", "cruise_missile",
    "air_defence", "artillery", "tank", "armoured_vehicle", "satellite", "radar", "explosive", "nuclear_weapon",
    "small_arms", "vehicle",
)  # fmt: skip
PLACE_KINDS = tuple(kind.value for kind in PlaceKind if kind is not PlaceKind.BORDER)


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPlace:
    """A place of a pack with every name under which it is found."""

    place: Place
    names: tuple[str, ...]


def actor(entry: Entry) -> KnownActor:
    """Make an actor; its own name is a name of it, a state or alliance is its own party."""
    entry.only(("id", "name", "kind", "party", "names", "adjectives", "capital", "bodies"))
    identity, name, kind = entry.text("id"), entry.text("name"), entry.choice("kind", ACTOR_KINDS)
    party = entry.maybe_text("party") or (identity if kind in ("state", "alliance") else entry.text("party"))
    names = entry.by_language("names")
    if name not in names.get("en", ()):
        names["en"] = (name, *names.get("en", ()))
    return KnownActor(
        id=identity, name=name, kind=kind, party=party, names=names,
        adjectives=entry.by_language("adjectives"), capital=entry.by_language("capital"),
        bodies=entry.texts("bodies"),
    )  # fmt: skip


def body(entry: Entry) -> KnownBody:
    """Make a body that every state has."""
    entry.only(("id", "name", "kind", "names"))
    name = entry.text("name")
    if "{state}" not in name:
        entry.fail("name", f"'{name}' leaves the state out.", 'Write name = "Police of {state}", for example.')
    return KnownBody(
        id=entry.text("id"), name=name, kind=entry.choice("kind", BODY_KINDS), names=entry.by_language("names")
    )


def holder(entry: Entry) -> KnownHolder:
    """Make the holder of a public office; the name is a name in English."""
    entry.only(("name", "of", "since", "until", "names"))
    name, names = entry.text("name"), entry.by_language("names")
    names["en"] = tuple(dict.fromkeys((name, *names.get("en", ()))))
    since, until = entry.day("since"), entry.maybe_day("until")
    if until is not None and until <= since:
        entry.fail("until", f"{until} is not after {since}.", "Give the day after the last one in office.")
    return KnownHolder(name=name, of=entry.text("of"), since=since, until=until, names=names)


def exercise(entry: Entry) -> KnownExercise:
    """Make an exercise: a series, or one edition of it where a year is given."""
    entry.only(("id", "name", "series", "year", "stems", "countries"))
    name = entry.text("name")
    series = entry.maybe_text("series") or name
    year = entry.whole("year")
    if year is not None and not 1900 <= year <= 2100:
        entry.fail("year", f"{year} is no year of an exercise.", "Write four digits, as in year = 2025.")
    stems = tuple(dict.fromkeys((series, *entry.texts("stems"))))
    return KnownExercise(
        id=entry.text("id"), name=name, series=series, year=year, stems=stems, countries=entry.countries()
    )


def equipment(entry: Entry) -> KnownEquipment:
    """Make a weapon, vehicle or aircraft."""
    entry.only(("name", "kind", "aliases"))
    return KnownEquipment(
        name=entry.text("name"), kind=entry.choice("kind", EQUIPMENT_KINDS), aliases=entry.texts("aliases")
    )


def place(entry: Entry) -> NamedPlace:
    """Make a place with all its names."""
    entry.only(("id", "name", "kind", "countries", "lat", "lon", "aliases", "geonames", "population"))
    entry.text("id")
    name = entry.text("name")
    found = Place(
        name=name, kind=PlaceKind(entry.choice("kind", PLACE_KINDS)), countries=entry.countries(),
        lat=entry.degrees("lat", 90), lon=entry.degrees("lon", 180), geonames=entry.whole("geonames"),
        population=entry.whole("population") or 0,
    )  # fmt: skip
    return NamedPlace(place=found, names=tuple(dict.fromkeys((name, *entry.texts("aliases")))))


def border(entry: Entry) -> Place:
    """Make the border of two countries; it is named when the countries' names are known."""
    entry.only(("countries", "lat", "lon"))
    pair = entry.countries()
    if len(set(pair)) != 2:
        entry.fail("countries", "has to name two countries.", 'Write countries = ["PL", "BY"].')
    return Place(
        name=f"{pair[0]}-{pair[1]} border", kind=PlaceKind.BORDER, countries=pair,
        lat=entry.degrees("lat", 90), lon=entry.degrees("lon", 180),
    )  # fmt: skip
