"""Events as a map and a timeline draw them, and the box on a map that narrows them.

What they draw is read from narrow tables: the whole of a large desk in a fraction of a second.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the earth between two meridians and two parallels, in degrees (WGS 84).

    Where ``west`` is larger than ``east``, it reaches over the 180th meridian.

    Example:
        >>> Box(20.5, 53.9, 26.9, 56.5).holds(lat=54.7, lon=25.3)
        True

    """

    west: float
    south: float
    east: float
    north: float

    def holds(self, *, lat: float, lon: float) -> bool:
        """Say whether a point lies in it; its edges belong to it."""
        across = self.west <= lon <= self.east if self.west <= self.east else lon >= self.west or lon <= self.east
        return across and self.south <= lat <= self.north


class Sighting(NamedTuple):
    """An event at one of its points, or the event alone where it has none; a tuple, since there may be very many.

    The days are those of its period, ``None`` where it has none or is open to that side. ``kind``
    is that of the place, which says how exactly the point is known.
    """

    event: str
    type: str
    first_day: str | None
    last_day: str | None
    lat: float | None
    lon: float | None
    place: str | None
    kind: str | None
