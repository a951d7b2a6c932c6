"""Where an event happened, as a small map drawn on the server: numbers for an SVG that a template writes."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from vedette.model import PlaceMention
from vedette.presentation.briefing.map_svg import WIDTH, Box, box_around
from vedette.presentation.briefing.outline import MapPoint
from vedette.presentation.name_words import place_label
from vedette.presentation.place_words import AREAS
from vedette.presentation.saying import gettext as _

# In units in which the drawing is 900 wide.
_LINE = 34.0
_LEFT_OF = 0.62
_LABEL = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place on the map: its point, where its name is written and from which side, what it is to the event."""

    x: float
    y: float
    label_y: float
    anchor: str
    name: str
    role: str
    is_exact: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Degree:
    """A line of the graticule: where it stands, whether it runs north to south, and its words."""

    at: float
    is_meridian: bool
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Locator:
    """The map of one event; ``bbox`` is the part of the world that it shows, as the events page is asked for it."""

    width: float
    height: float
    bbox: str
    degrees: tuple[Degree, ...]
    spots: tuple[Spot, ...]


def locate(mentions: Iterable[PlaceMention]) -> Locator | None:
    """Draw the places of an event that have coordinates; ``None`` without any."""
    known = {mention.place.name: mention for mention in mentions if mention.place.lat is not None}
    points = [
        MapPoint(
            name=name, lat=mention.place.lat or 0.0, lon=mention.place.lon or 0.0, numbers=(1,),
            exact=mention.place.kind not in AREAS,
        )
        for name, mention in known.items()
    ]
    if not points:
        return None
    box = box_around(points)
    inside = sorted((point for point in points if box.holds(point)), key=lambda point: (-point.lat, point.name))
    return Locator(
        width=WIDTH, height=round(box.height, 1), bbox=_bbox(box), degrees=tuple(_degrees(box)),
        spots=tuple(_spots(box, inside, known)),
    )


def _bbox(box: Box) -> str:
    west, east = max(-180.0, box.west), min(180.0, box.east)
    return f"{west:.2f},{box.south:.2f},{east:.2f},{box.north:.2f}"


def _spots(box: Box, points: Iterable[MapPoint], known: dict[str, PlaceMention]) -> Iterable[Spot]:
    """Place the names beside the points, from north to south, none upon another."""
    lowest = -_LINE
    for point in points:
        x, y = box.place(point.lat, point.lon)
        label = max(y + 10, lowest + _LINE)
        lowest = label
        yield Spot(
            x=round(x, 1), y=round(y, 1), label_y=round(min(label, box.height - 6), 1),
            anchor="end" if x > WIDTH * _LEFT_OF else "start", name=place_label(known[point.name].place),
            role=str(known[point.name].role), is_exact=point.exact,
        )


def _degrees(box: Box) -> Iterable[Degree]:
    span = max(box.north - box.south, (box.east - box.west) / 2)
    step = 1 if span <= 4 else 2 if span <= 9 else 5 if span <= 25 else 10
    for lon in range(math.ceil(box.west / step) * step, math.floor(box.east) + 1, step):
        at, _top = box.place(box.south, lon)
        words = _("%(degrees)s° E") if lon >= 0 else _("%(degrees)s° W")
        if at > WIDTH - _LABEL:
            continue  # its words would leave the map
        yield Degree(at=round(at, 1), is_meridian=True, words=words % {"degrees": abs(lon)})
    for lat in range(math.ceil(box.south / step) * step, math.floor(box.north) + 1, step):
        _left, at = box.place(lat, box.west)
        words = _("%(degrees)s° N") if lat >= 0 else _("%(degrees)s° S")
        yield Degree(at=round(at, 1), is_meridian=False, words=words % {"degrees": abs(lat)})
