"""A piece of the earth's surface, drawn by its corners."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

Corner = tuple[float, float]
"""Longitude and latitude in WGS 84 degrees, in this order, as GeoJSON writes them."""


@dataclass(frozen=True, slots=True)
class Polygon:
    """An area with straight sides (on a map of plain degrees), by its corners: (longitude, latitude) each.

    The ring closes by itself, so the first corner may be repeated at the end or not. A side takes the short
    way between its corners: from 179 to -179 it crosses the 180th meridian. What lies on a side or a
    corner is inside. It may not go round a pole.

    Example:
        >>> fiji = Polygon(((176.0, -20.0), (-178.0, -20.0), (-178.0, -15.0), (176.0, -15.0)))
        >>> fiji.holds(lat=-17.8, lon=178.0), fiji.holds(lat=-17.8, lon=-179.9), fiji.holds(lat=-17.8, lon=0.0)
        (True, True, False)
    """

    ring: tuple[Corner, ...]

    def holds(self, *, lat: float, lon: float) -> bool:
        """Say whether a point is inside, or on the edge."""
        corners = unrolled(self.ring)
        return any(_inside(corners, lon + turn, lat) for turn in (-360.0, 0.0, 360.0))


def unrolled(ring: Sequence[Corner]) -> tuple[Corner, ...]:
    """Give the corners with longitudes that run on across the 180th meridian, the first repeated at the end.

    Where the last corner is not the first one again but lies 360 degrees off, the ring goes round a pole.

    Example:
        >>> unrolled(((179.0, 0.0), (-179.0, 0.0), (-179.0, 1.0)))
        ((179.0, 0.0), (181.0, 0.0), (181.0, 1.0), (179.0, 0.0))
    """
    closed = tuple(ring) if len(ring) > 1 and ring[0] == ring[-1] else (*ring, *ring[:1])
    done: list[Corner] = []
    for lon, lat in closed:
        before = done[-1][0] if done else lon
        done.append((lon - 360.0 * round((lon - before) / 360.0), lat))
    return tuple(done)


def _inside(corners: Sequence[Corner], x: float, y: float) -> bool:
    """Count the sides that a ray to the east crosses; a point on a side is inside."""
    inside = False
    for (x1, y1), (x2, y2) in pairwise(corners):
        across = (x2 - x1) * (y - y1) - (x - x1) * (y2 - y1)
        if across == 0 and min(x1, x2) <= x <= max(x1, x2) and min(y1, y2) <= y <= max(y1, y2):
            return True
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
            inside = not inside
    return inside
