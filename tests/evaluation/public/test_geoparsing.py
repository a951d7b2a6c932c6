"""Toponyms against coordinates that are known to everybody."""

from __future__ import annotations

import pytest

from vedette.evaluation.public.geoparsing import Placed, Toponym, load_placed_text, measure_geoparsing
from vedette.evaluation.public.kit import Kit
from vedette.model import Place, PlaceKind, Span

VILNIUS = Place(name="Vilnius", kind=PlaceKind.CITY, countries=("LT",), lat=54.69, lon=25.28, geonames=593116)


def toponym(lat: float, lon: float, *, geonames: int | None = None) -> Toponym:
    return Toponym(phrase="Vilnius", span=Span(0, 7), point=(lat, lon), geonames=geonames)


@pytest.mark.parametrize(("degrees_north", "near"), [(0.0, True), (1.4, True), (1.5, False)])  # 156 and 167 km
def test_a_place_is_near_within_161_kilometres(degrees_north: float, near: bool) -> None:
    assert Placed(toponym=toponym(54.69 + degrees_north, 25.28), place=VILNIUS).is_near is near


def test_the_same_entry_of_geonames_is_near_wherever_its_point_was_put() -> None:
    assert Placed(toponym=toponym(50.0, 20.0, geonames=593116), place=VILNIUS).is_near


def test_nothing_found_is_not_near() -> None:
    assert not Placed(toponym=toponym(54.69, 25.28), place=None).is_near


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
    assert told(measure_geoparsing(folder, kit)) == {("own", "within 161 km"): 0.5, ("own", "country right"): 0.5}
