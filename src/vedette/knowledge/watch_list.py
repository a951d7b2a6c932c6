"""The watch list of a pack: places, borders and countries that a user wants to keep an eye on."""

from __future__ import annotations

import re

from vedette.knowledge.entry import Entry
from vedette.model import EventType, Gazetteer, Place, WatchedPlace

_BORDER = re.compile(r"([A-Z]{2})-([A-Z]{2})")
_PLACE = re.compile(r"(?P<name>.+?)(?:,\s*(?P<country>[A-Z]{2}))?")


def watched_place(entry: Entry, gazetteer: Gazetteer) -> WatchedPlace:
    """Make a place under watch; its places are looked up like those of reports.

    Raises:
        KnowledgeError: A place or border is not known, or the entry names none.
    """
    entry.only(("id", "name", "places", "borders", "countries", "types", "within_km"))
    borders = tuple(find_border(written, entry, gazetteer) for written in entry.texts("borders"))
    places = tuple(find_place(written, entry, gazetteer) for written in entry.texts("places"))
    countries = entry.countries()
    if not (places or borders or countries):
        entry.fail("places", "names nothing to watch.", 'Write places = ["Brest, BY"] or borders = ["BY-PL"].')
    return WatchedPlace(
        id=entry.text("id"), name=entry.text("name"), places=(*places, *borders), countries=countries,
        types=tuple(_type(written, entry) for written in entry.texts("types")),
        within_km=float(entry.whole("within_km") or 0),
    )


def find_place(written: str, entry: Entry, gazetteer: Gazetteer, *, key: str = "places") -> Place:
    """Give a place by its name, with or without the country: "Brest, BY".

    Raises:
        KnowledgeError: It is not known.
    """
    asked = _PLACE.fullmatch(written)
    name, country = (asked["name"], asked["country"]) if asked else (written, None)
    found = [place for place in gazetteer.find(name) if country is None or country in place.countries]
    if not found:
        entry.fail(key, f"'{written}' is not known.", "Check its spelling, or add it in places.toml.")
    return found[0]


def find_border(written: str, entry: Entry, gazetteer: Gazetteer, *, key: str = "borders") -> Place:
    """Give a border by its countries: "BY-PL".

    Raises:
        KnowledgeError: It is not known.
    """
    asked = _BORDER.fullmatch(written)
    found = gazetteer.border(asked[1], asked[2]) if asked else None
    if found is None:
        entry.fail(key, f"'{written}' is not known.", 'Write it as in "BY-PL", or add it in borders.toml.')
    return found


def _type(written: str, entry: Entry) -> EventType:
    if written not in set(EventType):
        entry.fail("types", f"'{written}' is no event type.", "docs/event-types.md lists them.")
    return EventType(written)
