"""The small map of one event."""

from __future__ import annotations

from itertools import pairwise

import builders as build
from vedette.presentation.web.locator import locate


def test_without_coordinates_there_is_no_map():
    assert locate([build.place("Somewhere", lat=None, lon=None)]) is None
    assert locate([]) is None


def test_north_is_up_and_east_is_right():
    vilnius, brest = build.place("Vilnius", lat=54.7, lon=25.3), build.place("Brest", lat=52.1, lon=23.7)
    drawn = locate([brest, vilnius])
    north, south = drawn.spots
    assert (north.name, south.name) == ("Vilnius", "Brest")
    assert north.y < south.y and north.x > south.x
    west, south_edge, east, north_edge = map(float, drawn.bbox.split(","))
    assert west < 23.7 and east > 25.3
    assert south_edge < 52.1 and north_edge > 54.7


def test_countries_and_borders_are_rings_and_a_town_is_a_dot():
    poland, brest = build.place("Poland", kind="country", lat=52.0, lon=20.0), build.place("Brest", lat=52.1, lon=23.7)
    border = build.place("Poland-Belarus border", kind="border", lat=52.3, lon=23.6)
    drawn = locate([poland, brest, border])
    assert {spot.name: spot.is_exact for spot in drawn.spots} == {
        "Poland": False, "Brest": True, "Poland-Belarus border": False,
    }


def test_names_keep_apart():
    drawn = locate([build.place(name, lat=52.0 + step / 100, lon=23.7) for step, name in enumerate("abcde")])
    heights = [spot.label_y for spot in drawn.spots]
    assert all(after - before >= 30 for before, after in pairwise(heights))
