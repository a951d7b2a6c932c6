"""The small map: the region in its right shape, and every point on it or named."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vedette.presentation.briefing.map_svg import WIDTH, box_around, draw_map
from vedette.presentation.briefing.outline import MapPoint


def point(name: str, lat: float, lon: float, *numbers: int, exact: bool = True) -> MapPoint:
    return MapPoint(name=name, lat=lat, lon=lon, numbers=numbers or (1,), exact=exact)


VILNIUS, RIGA, WARSAW = point("Vilnius", 54.69, 25.28), point("Riga", 56.95, 24.11), point("Warsaw", 52.23, 21.01)


def test_north_is_up_and_east_is_right() -> None:
    box = box_around([VILNIUS, RIGA, WARSAW])
    (vilnius_x, vilnius_y), (riga_x, riga_y) = box.place(VILNIUS.lat, VILNIUS.lon), box.place(RIGA.lat, RIGA.lon)
    assert riga_y < vilnius_y
    assert riga_x < vilnius_x


def test_a_degree_of_longitude_is_shorter_by_the_cosine_of_the_latitude() -> None:
    box = box_around([point("a", 59.0, 20.0), point("b", 61.0, 24.0)])
    x0, y0 = box.place(60.0, 21.0)
    x1, _ = box.place(60.0, 22.0)
    _, y1 = box.place(61.0, 21.0)
    assert (x1 - x0) / (y0 - y1) == pytest.approx(0.5, abs=0.02)


def test_names_and_numbers_are_on_the_map() -> None:
    drawing = draw_map([VILNIUS, RIGA, point("Poland", 52.0, 19.0, 2, 3, exact=False)])
    assert "Vilnius (1)" in drawing
    assert "Poland (2, 3)" in drawing
    assert drawing.count('class="exact"') == 2
    assert drawing.count('class="rough"') == 1


def test_a_capital_overseas_does_not_shrink_the_region_and_is_named() -> None:
    points = [VILNIUS, RIGA, WARSAW, point("Washington", 38.9, -77.0, 7)]
    box = box_around(points)
    assert box.east - box.west < 20
    assert "Off the map: Washington (7)" in draw_map(points)


def test_labels_do_not_lie_on_one_another() -> None:
    crowd = [point(f"Town {number}", 54.0 + number / 100, 25.0, number) for number in range(12)]
    texts = ElementTree.fromstring(draw_map(crowd)).findall("text")
    boxes = [
        (float(text.get("x") or 0), float(text.get("y") or 0), len(text.text or "") * 6.6)
        for text in texts if text.get("class") is None
    ]
    assert len(boxes) > 3
    for number, (x, y, width) in enumerate(boxes):
        for other_x, other_y, other_width in boxes[:number]:
            apart = x + width <= other_x or other_x + other_width <= x or abs(y - other_y) >= 14
            assert apart


def test_a_hostile_name_is_text() -> None:
    drawing = draw_map([point("</text><script>x</script>\x1b", 54.0, 25.0)])
    assert "<script" not in drawing
    assert "\x1b" not in drawing


def test_without_places_there_is_no_map() -> None:
    assert draw_map([]) == ""


@given(st.lists(st.tuples(st.floats(-90, 90), st.floats(-180, 180)), min_size=1, max_size=12))
def test_any_points_give_a_sound_drawing_with_each_point_drawn_or_named(places: list[tuple[float, float]]) -> None:
    points = [point(f"P{number}", lat, lon, number) for number, (lat, lon) in enumerate(places)]
    drawing = draw_map(points)
    ElementTree.fromstring(drawing)
    named = re.findall(r"P\d+", (re.findall(r"Off the map: (.*?)</text>", drawing) or [""])[0])
    assert drawing.count("<circle") + len(named) == len(points)
    for x in re.findall(r'cx="([\d.-]+)"', drawing):
        assert 0 <= float(x) <= WIDTH
