"""The forms in which events are exported."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class ExportForm(StrEnum):
    """How events are written for another program."""

    CSV = "csv"
    JSONL = "jsonl"
    GEOJSON = "geojson"
    KML = "kml"
    PARQUET = "parquet"
    ICS = "ics"
    STIX = "stix"
    TIMELINEJS = "timelinejs"
    ATOM = "atom"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormFacts:
    """What a form is called, how its files end, and how it is announced over HTTP.

    ``is_text`` is false where a terminal cannot show it. ``subscribed`` are forms that a
    program asks for again and again: a browser hands those on instead of keeping a file.
    ``library`` is what the extra ``export`` brings for it.
    """

    label: str
    suffix: str
    media_type: str
    is_text: bool = True
    subscribed: bool = False
    library: str | None = None


FORMS: Mapping[ExportForm, FormFacts] = MappingProxyType({
    ExportForm.CSV: FormFacts(label="CSV", suffix="csv", media_type="text/csv; charset=utf-8"),
    ExportForm.JSONL: FormFacts(label="JSONL", suffix="jsonl", media_type="application/jsonl; charset=utf-8"),
    ExportForm.GEOJSON: FormFacts(label="GeoJSON", suffix="geojson", media_type="application/geo+json"),
    ExportForm.KML: FormFacts(label="KML", suffix="kml", media_type="application/vnd.google-earth.kml+xml"),
    ExportForm.PARQUET: FormFacts(
        label="Parquet", suffix="parquet", media_type="application/vnd.apache.parquet", is_text=False, library="pyarrow"
    ),
    ExportForm.ICS: FormFacts(
        label="Calendar of what is planned", suffix="ics", media_type="text/calendar; charset=utf-8", subscribed=True,
        library="icalendar",
    ),
    ExportForm.STIX: FormFacts(
        label="STIX 2.1", suffix="stix.json", media_type="application/stix+json;version=2.1", library="stix2"
    ),
    ExportForm.TIMELINEJS: FormFacts(label="TimelineJS", suffix="timeline.json", media_type="application/json"),
    ExportForm.ATOM: FormFacts(
        label="Feed", suffix="atom", media_type="application/atom+xml; charset=utf-8", subscribed=True
    ),
})
