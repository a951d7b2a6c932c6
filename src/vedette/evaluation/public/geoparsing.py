"""Places: toponyms of English news with the coordinates that people gave them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vedette.evaluation.public.data_files import files_of, load_items, part_name
from vedette.evaluation.public.kit import Kit
from vedette.evaluation.public.result import Result
from vedette.evaluation.public.scoring import kilometres, share
from vedette.model import Gazetteer, Place, PlaceKind, Span
from vedette.reading.inflection import load_inflection
from vedette.reading.place_lookup import look_up_place
from vedette.reading.places import countries_named

NEAR_KM = 161.0  # a hundred miles: what the field counts as found
AIMS = {"lgl": 0.85, "trnews": 0.90, "geowebnews": 0.95}
BASELINES = {"lgl": 0.38, "geovirus": 0.35}  # the most populous place of the name


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """A name in a text, and where it lies. ``country`` and ``geonames`` where the annotation has them."""

    phrase: str
    span: Span
    point: tuple[float, float]
    country: str | None = None
    geonames: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedText:
    """A text with its toponyms."""

    text: str
    toponyms: tuple[Toponym, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A toponym and the place that was found for it, if any."""

    toponym: Toponym
    place: Place | None

    @property
    def is_near(self) -> bool:
        """Say whether the place lies within 161 km; the same entry of GeoNames does, wherever its point was put."""
        place = self.place
        if place is None:
            return False
        if place.geonames is not None and place.geonames == self.toponym.geonames:
            return True
        if place.lat is None or place.lon is None:
            return False
        return kilometres(self.toponym.point, (place.lat, place.lon)) <= NEAR_KM


def load_placed_text(entry: Any) -> PlacedText:
    """Make a text of an entry; toponyms without coordinates are left out."""
    toponyms = (
        Toponym(
            phrase=each["phrase"], span=Span(each["start"], each["end"]), point=(each["lat"], each["lon"]),
            country=each.get("country"), geonames=_number(each.get("geonameid")),
        )
        for each in entry["toponyms"] if each.get("lat") is not None
    )
    return PlacedText(text=entry["text"], toponyms=tuple(toponyms))


def _number(written: str | int | None) -> int | None:
    return int(written) if written and str(written).isdigit() else None


def measure_geoparsing(folder: Path, kit: Kit) -> Iterator[Result]:
    """Measure where the toponyms of each file are placed, each looked up in the context of its text."""
    for file in files_of(folder):
        part = part_name(file)
        placed = [each for text in load_items(file, load_placed_text, limit=kit.limit) for each in resolve(text, kit)]
        yield Result(
            benchmark="geoparsing", part=part, metric="within 161 km", value=share([each.is_near for each in placed]),
            count=len(placed), aim=AIMS.get(part), baseline=BASELINES.get(part),
        )
        if rights := country_rights(placed, kit.knowledge.gazetteer):
            yield Result(
                benchmark="geoparsing", part=part, metric="country right", value=share(rights), count=len(rights)
            )


def resolve(text: PlacedText, kit: Kit) -> list[Placed]:
    """Look up the toponyms of a text, given the states that it names."""
    named = kit.english_names.find(text.text, published=None)
    context = countries_named(named)
    inflection = load_inflection("en")
    return [
        Placed(toponym=each, place=look_up_place(
            each.phrase, gazetteer=kit.knowledge.gazetteer, inflection=inflection, context=context,
        ))
        for each in text.toponyms
    ]


def country_rights(placed: Sequence[Placed], gazetteer: Gazetteer) -> list[bool]:
    """Say of each toponym whose annotation names its country whether the place lies in it."""
    codes: dict[str, str | None] = {}
    rights = []
    for each in placed:
        if each.toponym.country is not None:
            wanted = codes.setdefault(each.toponym.country, _code(each.toponym.country, gazetteer))
            rights.append(wanted is not None and each.place is not None and wanted in each.place.countries)
    return rights


def _code(name: str, gazetteer: Gazetteer) -> str | None:
    """Give the code of a country by its name, or by the code itself."""
    if len(name) == 2 and name.isupper():
        return name
    countries = (place for place in gazetteer.find(name) if place.kind is PlaceKind.COUNTRY)
    return next((place.countries[0] for place in countries), None)
