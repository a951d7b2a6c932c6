"""Toponyms against coordinates that are known to everybody."""

from __future__ import annotations

from typing import Any

import pytest

from vedette.evaluation.public.geoparsing import Placed, Toponym, load_placed_text, measure_geoparsing
from vedette.evaluation.public.kit import Kit
from vedette.model import Place, PlaceKind, Span

VILNIUS = Place(name="Vilnius", kind=PlaceKind.CITY, countries=("LT",), lat=54.69, lon=25.28, geonames=593116)


def toponym(lat: float, lon: float, *, geonames: int | None = None, page: str | None = None) -> Toponym:
    return Toponym(phrase="Vilnius", span=Span(0, 7), point=(lat, lon), geonames=geonames, page=page)


@pytest.mark.parametrize(("degrees_north", "near"), [(0.0, True), (1.4, True), (1.5, False)])  # 156 and 167 km
def test_a_place_is_near_within_161_kilometres(degrees_north: float, near: bool) -> None:
    assert Placed(toponym=toponym(54.69 + degrees_north, 25.28), place=VILNIUS).is_near is near


@pytest.mark.parametrize("known", [{"geonames": 593116}, {"page": "vilnius"}])
def test_the_same_entry_counts_wherever_its_point_was_put(known: dict[str, Any]) -> None:
    placed = Placed(toponym=toponym(50.0, 20.0, **known), place=VILNIUS)
    assert placed.is_same and not placed.is_near


def test_nothing_found_and_a_bare_name_are_neither() -> None:
    wanted = toponym(54.69, 25.28, page="vilnius")
    for place in (None, Place(name="Vilnius", kind=PlaceKind.SITE, countries=("LT",))):
        placed = Placed(toponym=wanted, place=place)
        assert not placed.is_near and not placed.is_same


def test_the_page_in_wikipedia_is_read_from_its_address() -> None:
    entry = {"text": "X", "toponyms": [
        {"start": 0, "end": 1, "phrase": "X", "lat": 1, "lon": 2, "wiki": "https://en.wikipedia.example/wiki/Krak%C3%B3w"},
    ]}
    assert load_placed_text(entry).toponyms[0].page == "krakow"


def test_toponyms_without_coordinates_are_left_out() -> None:
    entry = {"text": "Vilnius, Oak Street", "toponyms": [
        {"start": 0, "end": 7, "phrase": "Vilnius", "lat": 54.69, "lon": 25.28, "geonameid": "593116"},
        {"start": 9, "end": 19, "phrase": "Oak Street"},
    ]}
    [only] = load_placed_text(entry).toponyms
    assert (only.phrase, only.point, only.geonames, only.country) == ("Vilnius", (54.69, 25.28), 593116, None)


def test_half_of_the_toponyms_are_placed(kit: Kit, write, told) -> None:  # type: ignore[no-untyped-def]
    text = "Lithuania closed its airport in Vilnius."
    folder = write("geoparsing/own.jsonl.gz", {"text": text, "toponyms": [
        {"start": 32, "end": 39, "phrase": "Vilnius", "lat": 54.69, "lon": 25.28, "country": "Lithuania"},
        {"start": 32, "end": 39, "phrase": "Vilnius", "lat": 10.0, "lon": 10.0, "country": "Nigeria"},
    ]})
    assert told(measure_geoparsing(folder, kit)) == {
        ("own", "within 161 km"): 0.5, ("own", "within 161 km or the same entry"): 0.5, ("own", "country right"): 0.5,
    }
