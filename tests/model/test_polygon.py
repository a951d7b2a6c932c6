"""A point is inside an area, outside, or on its edge, also where the calendar changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vedette.model import Polygon

BALTIC = Polygon(((20.0, 54.0), (28.0, 54.0), (28.0, 60.0), (20.0, 60.0)))
HOLLOW = Polygon(((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (5.0, 2.0), (0.0, 10.0)))
PACIFIC = Polygon(((170.0, -10.0), (-170.0, -10.0), (-170.0, 10.0), (170.0, 10.0)))


@pytest.mark.parametrize(("area", "lon", "lat", "inside"), [
    (BALTIC, 24.1, 56.9, True), (BALTIC, 19.9, 56.9, False), (BALTIC, 24.1, 60.1, False),
    (BALTIC, 20.0, 57.0, True), (BALTIC, 24.0, 60.0, True), (BALTIC, 28.0, 54.0, True),  # on a side, on a corner
    (HOLLOW, 5.0, 1.0, True), (HOLLOW, 5.0, 5.0, False), (HOLLOW, 5.0, 2.0, True), (HOLLOW, 1.0, 5.0, True),
    (PACIFIC, 180.0, 0.0, True), (PACIFIC, -180.0, 0.0, True), (PACIFIC, 175.0, 5.0, True),
    (PACIFIC, -175.0, 5.0, True), (PACIFIC, -170.0, 5.0, True), (PACIFIC, 0.0, 0.0, False),
    (PACIFIC, 169.0, 0.0, False),
])
def test_a_point_is_inside_or_not(area: Polygon, lon: float, lat: float, inside: bool) -> None:
    assert area.holds(lat=lat, lon=lon) is inside
    assert Polygon(tuple(reversed(area.ring))).holds(lat=lat, lon=lon) is inside


@given(st.integers(-180, 179), st.integers(-89, 88), st.integers(-360, 360), st.integers(-90, 90))
def test_a_box_holds_what_lies_between_its_sides_wherever_it_is(west: int, south: int, lon: int, lat: int) -> None:
    ring = [(west, south), (west + 1, south), (west + 1, south + 1), (west, south + 1)]
    box = Polygon(tuple((float((x + 180) % 360 - 180), float(y)) for x, y in ring))
    turned = (lon - west) % 360
    assert box.holds(lat=lat, lon=(lon + 180) % 360 - 180) is (turned in (0, 1) and south <= lat <= south + 1)


def test_it_makes_no_difference_whether_the_ring_is_closed() -> None:
    closed = Polygon((*HOLLOW.ring, HOLLOW.ring[0]))
    points = [(x / 2, y / 2) for x in range(-2, 23) for y in range(-2, 23)]
    assert [closed.holds(lat=y, lon=x) for x, y in points] == [HOLLOW.holds(lat=y, lon=x) for x, y in points]
