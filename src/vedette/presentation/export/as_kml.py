"""Events as KML for an earth browser or a geographic information system."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element, SubElement

from vedette.model import Event, Factuality
from vedette.presentation.export.addresses import Addresses
from vedette.presentation.export.columns import COLUMNS, Column
from vedette.presentation.export.days import days_of
from vedette.presentation.export.details import detail_lines
from vedette.presentation.export.places import Point, points_of
from vedette.presentation.export.record import Record
from vedette.presentation.export.xml_text import element_line
from vedette.presentation.safe_text import printable
from vedette.presentation.wording import describe_briefly

_HEAD = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n'
    b'<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>Vedette: events</name>\n'
)
_TAIL = b"</Document></kml>\n"
# aabbggrr: what is no fact has not the colour of one.
_COLOURS = {
    Factuality.ASSERTED: "ff2a5fd0", Factuality.PROBABLE: "ff2aa5d0", Factuality.POSSIBLE: "ffd09a2a",
    Factuality.DENIED: "ff808080", Factuality.UNKNOWN: "ffb0b0b0",
}


def write_kml(records: Iterable[Record], addresses: Addresses) -> Iterator[bytes]:
    """Write a placemark for each event; one without a known place has none on the map."""
    yield _HEAD
    for factuality in Factuality:
        yield element_line(_style(factuality))
    for record in records:
        yield element_line(_placemark(record))
    yield _TAIL


def _style(factuality: Factuality) -> Element:
    style = Element("Style", id=factuality)
    SubElement(SubElement(style, "IconStyle"), "color").text = _COLOURS[factuality]
    # Earth browsers read names and data as HTML; only our own description is escaped for that.
    SubElement(SubElement(style, "BalloonStyle"), "text").text = "$[description]"
    return style


def _placemark(record: Record) -> Element:
    event = record.event
    mark = Element("Placemark", id=event.id)
    SubElement(mark, "name").text = printable(describe_briefly(event))
    SubElement(mark, "description").text = "".join(f"<p>{html.escape(line)}</p>" for line in detail_lines(record))
    _add_span(mark, event)
    SubElement(mark, "styleUrl").text = f"#{event.factuality}"
    data = SubElement(mark, "ExtendedData")
    for column in COLUMNS:
        if written := _written(column, record):
            SubElement(SubElement(data, "Data", name=column.name), "value").text = written
    _add_points(mark, points_of(event))
    return mark


def _add_span(mark: Element, event: Event) -> None:
    """Say from when to when; an end that nobody knows is left open."""
    days = days_of(event.period)
    if days is None or event.period is None:
        return
    span = SubElement(mark, "TimeSpan")
    if event.period.first_day:
        SubElement(span, "begin").text = days[0].isoformat()
    if event.period.last_day:
        SubElement(span, "end").text = days[1].isoformat()


def _add_points(mark: Element, points: tuple[Point, ...]) -> None:
    parent = SubElement(mark, "MultiGeometry") if len(points) > 1 else mark
    for point in points:
        SubElement(SubElement(parent, "Point"), "coordinates").text = f"{point.lon},{point.lat}"


def _written(column: Column, record: Record) -> str:
    value = column.value(record)
    if isinstance(value, list):
        return printable(column.join.join(value))
    return "" if value is None else printable(str(value))
