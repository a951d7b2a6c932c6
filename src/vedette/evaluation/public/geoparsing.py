"""Places: toponyms of English news with the coordinates that people gave them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from vedette.evaluation.public.data_files import files_of, load_items, part_name
from vedette.evaluation.public.kit import Kit
from vedette.evaluation.public.result import Result
from vedette.evaluation.public.scoring import share
from vedette.model import Gazetteer, Place, PlaceKind, Report, Section, Span, fold, kilometres
from vedette.reading.facts.grounds import named_grounds, placed_grounds
from vedette.reading.facts.page import Line, Page
from vedette.reading.facts.where import PlaceFinder
from vedette.reading.inflection import load_inflection
from vedette.reading.tags import TaggedSpan, Tags
from vedette.reading.tags.labels import SpanKind

NEAR_KM = 161.0  # a hundred miles: what the field counts as found
AIMS = {"lgl": 0.85, "trnews": 0.90, "geowebnews": 0.95}
BASELINES = {"lgl": 0.38, "geovirus": 0.35}  # the most populous place of the name


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """A name in a text, and where it lies; the rest where the annotation has it."""

    phrase: str
    span: Span
    point: tuple[float, float]
    country: str | None = None
    geonames: int | None = None
    page: str | None = None  # name of its page in Wikipedia, folded


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
        """Say whether the place lies within 161 km of the point that the annotation gives."""
        if self.place is None or self.place.lat is None or self.place.lon is None:
            return False
        return kilometres(self.toponym.point, (self.place.lat, self.place.lon)) <= NEAR_KM

    @property
    def is_same(self) -> bool:
        """Say whether it is the place of the annotation by its number in GeoNames or its page in Wikipedia.

        The point that stands for a large country can be put anywhere in it. A place
        of which no more than its name is known is none.
        """
        if self.place is None or self.place.lat is None:
            return False
        number = self.place.geonames
        return fold(self.place.name) == self.toponym.page or (number is not None and number == self.toponym.geonames)


def load_placed_text(entry: Any) -> PlacedText:
    """Make a text of an entry; toponyms without coordinates are left out."""
    toponyms = (
        Toponym(
            phrase=each["phrase"], span=Span(each["start"], each["end"]), point=(each["lat"], each["lon"]),
            country=each.get("country"), geonames=_number(each.get("geonameid")),
            page=_page_name(each.get("wiki")),
        )
        for each in entry["toponyms"] if each.get("lat") is not None
    )
    return PlacedText(text=entry["text"], toponyms=tuple(toponyms))


def _number(written: str | int | None) -> int | None:
    return int(written) if written and str(written).isdigit() else None


def _page_name(address: str | None) -> str | None:
    return fold(unquote(address.rpartition("/")[2]).replace("_", " ")) if address else None


def measure_geoparsing(folder: Path, kit: Kit) -> Iterator[Result]:
    """Measure where the toponyms of each file are placed, each looked up in the context of its text."""
    for file in files_of(folder):
        part = part_name(file)
        placed = [each for text in load_items(file, load_placed_text, limit=kit.limit) for each in resolve(text, kit)]
        near = [each.is_near for each in placed]
        same = [each.is_near or each.is_same for each in placed]
        yield Result(
            benchmark="geoparsing", part=part, metric="within 161 km", value=share(near), count=len(near),
            aim=AIMS.get(part), baseline=BASELINES.get(part),
        )
        yield Result(
            benchmark="geoparsing", part=part, metric="within 161 km or the same entry", value=share(same),
            count=len(same),
        )
        if rights := country_rights(placed, kit.knowledge.gazetteer):
            yield Result(
                benchmark="geoparsing", part=part, metric="country right", value=share(rights), count=len(rights)
            )


def resolve(text: PlacedText, kit: Kit) -> list[Placed]:
    """Place the toponyms of a text as the places of events are, as if each had been tagged as a place."""
    named = kit.english_names.find(text.text, published=None)
    report = Report.of(text.text, ref="text")
    spans = tuple(TaggedSpan(kind=SpanKind.PLACE, span=each.span, score=1.0) for each in text.toponyms)
    tags = Tags(events=(), spans=spans, links=())
    english = load_inflection("en")
    grounds = placed_grounds(
        text.text, tags, named_grounds(named), gazetteer=kit.knowledge.gazetteer, inflection=english
    )
    whole = Line(Span(0, len(text.text)), 0, Section.BODY)
    page = Page(
        report=report, lines=(whole,), tags=tags, mentions=tuple(named), times=(), quantities=(),
        grounds=tuple(grounds),
    )
    finder = PlaceFinder(kit.knowledge.gazetteer, english)
    return [
        Placed(toponym=each, place=next(iter(finder.places_of(tag, page, ())), None))
        for each, tag in zip(text.toponyms, spans, strict=True)
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
