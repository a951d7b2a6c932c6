"""The polygon of an indicator, checked: an area that nobody could draw is told, and no silence follows from it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise

from vedette.knowledge.entry import Entry
from vedette.model import Polygon
from vedette.model.polygon import Corner, unrolled

MOST_CORNERS = 500
_WRITE = "Write its corners in turn, each as [longitude, latitude]: [[20.8, 54.3], [26.9, 54.3], [24.0, 56.5]]."


def polygon(entry: Entry, key: str) -> Polygon:
    """Give the area of a key.

    Raises:
        KnowledgeError: The corners are no polygon.
    """
    written = entry.values[key]
    if not isinstance(written, list) or not written:
        entry.fail(key, f"has to be a list of corners, not {written!r}.", _WRITE)
    ring = tuple(_corner(entry, key, number, one) for number, one in enumerate(written, start=1))
    corners = ring[:-1] if ring[0] == ring[-1] else ring
    if not 3 <= len(set(corners)) <= MOST_CORNERS or len(set(corners)) < len(corners):
        entry.fail(key, f"has {len(set(corners))} different corners of {len(corners)}.",
                   f"Give each corner once, 3 to {MOST_CORNERS} of them.")
    sides = list(pairwise(unrolled(corners)))
    if sides[0][0] != sides[-1][1]:
        entry.fail(key, "goes round a pole.", "Give an area that leaves the pole out.")
    if any(abs(start[0] - end[0]) >= 180 for start, end in sides):
        entry.fail(key, "has a side half round the earth.", "Put corners between, so that its way is clear.")
    if crossing := _crossing(sides):
        entry.fail(key, f"has sides that cross, {crossing[0]} and {crossing[1]}.", "Name its corners in turn.")
    if not any(_turn(start, end, sides[0][0]) for start, end in sides):
        entry.fail(key, "has all its corners on one line.", _WRITE)
    return Polygon(corners)


def _corner(entry: Entry, key: str, number: int, written: object) -> Corner:
    pair = written if isinstance(written, list) else []
    if len(pair) != 2 or any(isinstance(one, bool) or not isinstance(one, int | float) for one in pair):
        entry.fail(key, f"corner {number} is {written!r}.", "Write each corner as [longitude, latitude].")
    lon, lat = float(pair[0]), float(pair[1])
    if not (-180 <= lon <= 180 and -90 <= lat <= 90):
        swapped = " Are the two swapped?" if -180 <= lat <= 180 and -90 <= lon <= 90 else ""
        entry.fail(key, f"corner {number}, [{lon:g}, {lat:g}], is nowhere on earth.",
                   f"Write the longitude (-180 to 180) first, then the latitude (-90 to 90).{swapped}")
    return lon, lat


def _crossing(sides: Sequence[tuple[Corner, Corner]]) -> tuple[int, int] | None:
    """Give the numbers of two sides that cross, if any do; neighbours share a corner and are passed over."""
    for (one, first), (other, second) in combinations(enumerate(sides, start=1), 2):
        if other - one in (1, len(sides) - 1):
            continue
        if _apart(first, second) and _apart(second, first):
            return one, other
    return None


def _apart(side: tuple[Corner, Corner], other: tuple[Corner, Corner]) -> bool:
    """Say whether the ends of the other side do not lie on one hand of this one."""
    return _turn(*side, other[0]) * _turn(*side, other[1]) < 0


def _turn(start: Corner, end: Corner, point: Corner) -> float:
    return (end[0] - start[0]) * (point[1] - start[1]) - (point[0] - start[0]) * (end[1] - start[1])
