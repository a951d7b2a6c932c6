"""A small map as SVG: points and degrees, drawn here, with nothing loaded from elsewhere.

Equirectangular: a degree of latitude is as long everywhere, a degree of longitude is
shortened by the cosine of the middle latitude, so that shapes of a region look right.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from vedette.presentation.briefing.outline import MapPoint
from vedette.presentation.safe_text import printable

WIDTH = 900.0
# A map of one town would be all labels; a map of the world would crowd the region into a corner.
LEAST_SPAN = 4.0
POLAR = 85.0  # degrees of latitude; beyond, this projection has no width left
MOST_SPAN = 60.0
_MARGIN = 0.12
# Where no style sheet of a page reaches: one ink on white.
PAPER = (
    ".grid{stroke:#d5dae1;stroke-width:.75;fill:none}.degree{fill:#4d5968;font-size:10px}text{font-size:12px}"
    ".exact{fill:#9a3412}.rough{fill:none;stroke:#9a3412;stroke-width:2}"
)
_LETTER = 6.6
_LINE = 14.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """The part of the world that is drawn, in degrees, and how tall it becomes."""

    west: float
    south: float
    east: float
    north: float

    @property
    def height(self) -> float:
        """Height of the drawing, in the units in which it is 900 wide."""
        squeeze = math.cos(math.radians((self.south + self.north) / 2))
        return WIDTH * (self.north - self.south) / ((self.east - self.west) * squeeze)

    def place(self, lat: float, lon: float) -> tuple[float, float]:
        """Give x and y of a point."""
        x = (lon - self.west) / (self.east - self.west) * WIDTH
        return x, (self.north - lat) / (self.north - self.south) * self.height

    def holds(self, point: MapPoint) -> bool:
        """Say whether a point is on the map."""
        return self.west <= point.lon <= self.east and self.south <= point.lat <= self.north


def draw_map(points: Sequence[MapPoint], *, style: str = "") -> str:
    """Draw points on a graticule with labels; "" where there is none to draw.

    Points far from all others (a capital overseas) are named under the map instead.

    Args:
        points: The places.
        style: Rules that the drawing carries with it, so that it can stand alone; without them those of its page hold.
    """
    if not points:
        return ""
    box = box_around(points)
    inside = [point for point in points if box.holds(point)]
    outside = [f"{point.name} ({_numbers(point)})" for point in points if not box.holds(point)]
    height = box.height + (24 if outside else 0)
    words = _text("Off the map: " + ", ".join(outside))
    note = [f'<text x="8" y="{box.height + 16:.0f}">{words}</text>'] if outside else []
    space = ' xmlns="http://www.w3.org/2000/svg"' if style else ""
    rules = [f"<style>{style}</style>"] if style else []
    body = "\n".join([*rules, *_graticule(box), *_marks(box, inside), *note])
    return (
        f'<svg{space} viewBox="0 0 {WIDTH:.0f} {height:.0f}" role="img" aria-label="Map of the places of the events">\n'
        f"{body}\n</svg>"
    )


def box_around(points: Sequence[MapPoint]) -> Box:
    """Choose the part of the world to draw: around the middle point, as far as most points reach."""
    lat, lon = _middle([point.lat for point in points]), _middle([point.lon for point in points])
    near = [p for p in points if abs(p.lat - lat) <= MOST_SPAN / 4 and abs(p.lon - lon) <= MOST_SPAN / 2]
    south, north = _reach([p.lat for p in near] or [lat])
    south = max(-POLAR, min(south, POLAR - LEAST_SPAN))
    north = min(POLAR, max(north, south + LEAST_SPAN))
    west, east = _reach([p.lon for p in near] or [lon])
    # Wider than tall, as a page is: a strip of a map cannot be read.
    squeeze = math.cos(math.radians((south + north) / 2))
    wanted = min(360.0, (north - south) * 1.2 / squeeze)
    lacking = wanted - (east - west)
    if lacking > 0:
        west, east = west - lacking / 2, east + lacking / 2
    return Box(west=west, south=south, east=east, north=north)


def _reach(values: Sequence[float]) -> tuple[float, float]:
    low, high = min(values), max(values)
    span = max(high - low, LEAST_SPAN)
    middle = (low + high) / 2
    return middle - span * (0.5 + _MARGIN), middle + span * (0.5 + _MARGIN)


def _middle(values: Sequence[float]) -> float:
    return sorted(values)[len(values) // 2]


def _graticule(box: Box) -> list[str]:
    span = max(box.north - box.south, (box.east - box.west) / 2)
    step = 1 if span <= 6 else 2 if span <= 12 else 5
    lines = []
    for lon in range(math.ceil(box.west / step) * step, math.floor(box.east) + 1, step):
        x, _ = box.place(box.south, lon)
        lines.append(f'<path class="grid" d="M{x:.1f} 0V{box.height:.1f}"/>')
        if x < WIDTH - 30:
            lines.append(f'<text class="degree" x="{x + 3:.1f}" y="{box.height - 4:.1f}">{_degrees(lon, "EW")}</text>')
    for lat in range(math.ceil(box.south / step) * step, math.floor(box.north) + 1, step):
        _, y = box.place(lat, box.west)
        lines.append(f'<path class="grid" d="M0 {y:.1f}H{WIDTH:.0f}"/>')
        lines.append(f'<text class="degree" x="4" y="{y - 3:.1f}">{_degrees(lat, "NS")}</text>')
    return lines


def _degrees(value: int, letters: str) -> str:
    return f"{abs(value)}° {letters[0 if value >= 0 else 1]}"


def _marks(box: Box, points: Sequence[MapPoint]) -> list[str]:
    """Draw the points, those with most events first, each with a label where there is room for one."""
    taken: list[tuple[float, float, float, float]] = []
    for point in points:
        x, y = box.place(point.lat, point.lon)
        taken.append((x - 5, y - 5, x + 5, y + 5))
    drawn = []
    for point in sorted(points, key=lambda point: (-len(point.numbers), point.name)):
        x, y = box.place(point.lat, point.lon)
        kind, radius = ("exact", 4.5) if point.exact else ("rough", 6.0)
        title = _text(f"{point.name}: events {_numbers(point)}")
        drawn.append(f'<circle class="{kind}" cx="{x:.1f}" cy="{y:.1f}" r="{radius}"><title>{title}</title></circle>')
        drawn += _label(point, x, y, taken)
    return drawn


def _label(point: MapPoint, x: float, y: float, taken: list[tuple[float, float, float, float]]) -> list[str]:
    """Write the name beside its point, or only the numbers, or nothing where all is taken."""
    for words in (f"{point.name} ({_numbers(point)})", _numbers(point)):
        width = len(words) * _LETTER
        for left, base in ((x + 9, y + 4), (x - 9 - width, y + 4), (x - width / 2, y - 9), (x - width / 2, y + 19)):
            area = (left, base - _LINE + 3, left + width, base + 3)
            if area[0] >= 0 and area[2] <= WIDTH and area[1] >= 0 and not any(_meet(area, other) for other in taken):
                taken.append(area)
                return [f'<text x="{left:.1f}" y="{base:.1f}">{_text(words)}</text>']
    return []


def _meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _numbers(point: MapPoint) -> str:
    shown = ", ".join(str(number) for number in point.numbers[:6])
    return shown + ", …" if len(point.numbers) > 6 else shown


def _text(words: str) -> str:
    return escape(printable(words))
