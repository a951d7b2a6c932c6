"""Events as lines of JSON, and as GeoJSON for a map."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from vedette.model.codec import event_to_json
from vedette.presentation.evidence import evidence_to_json
from vedette.presentation.export.addresses import Addresses
from vedette.presentation.export.columns import row_of
from vedette.presentation.export.places import places_to_json, points_of
from vedette.presentation.export.record import Record
from vedette.presentation.safe_text import json_line

# They say the same as the geometry does.
_IN_GEOMETRY = frozenset({"lat", "lon"})


def write_jsonl(records: Iterable[Record], addresses: Addresses) -> Iterator[bytes]:
    """Write each event as one line: its public form, in a sentence, and the sentences behind it."""
    for record in records:
        yield _bytes({**event_to_json(record.event), "summary": record.summary, "evidence": _evidence(record)}) + b"\n"


def write_geojson(records: Iterable[Record], addresses: Addresses) -> Iterator[bytes]:
    """Write a collection with a feature for each event (RFC 7946); one without a known place has no geometry."""
    yield b'{"type": "FeatureCollection", "features": ['
    yield from joined(_bytes(_feature(record)) for record in records)
    yield b"\n]}\n"


def joined(items: Iterable[bytes]) -> Iterator[bytes]:
    """Put commas between the items of a JSON list, each on a line of its own."""
    lead = b"\n"
    for item in items:
        yield lead + item
        lead = b",\n"


def _feature(record: Record) -> Mapping[str, Any]:
    row = {name: value for name, value in row_of(record).items() if name not in _IN_GEOMETRY}
    return {
        "type": "Feature", "id": record.event.id, "geometry": _geometry(record),
        "properties": {**row, "places": places_to_json(record.event), "evidence": _evidence(record)},
    }


def _geometry(record: Record) -> Mapping[str, Any] | None:
    points = [[point.lon, point.lat] for point in points_of(record.event)]
    if not points:
        return None
    return {"type": "Point", "coordinates": points[0]} if len(points) == 1 else (
        {"type": "MultiPoint", "coordinates": points}
    )


def _evidence(record: Record) -> list[dict[str, Any]]:
    return [evidence_to_json(said) for said in record.evidence]


def _bytes(line: Mapping[str, Any]) -> bytes:
    return json_line(line).encode("utf-8")
