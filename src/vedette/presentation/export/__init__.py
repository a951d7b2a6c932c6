"""Exports: any filtered set of events, in a form that another program reads.

One verb, :func:`export`. Every form carries of every event its sentences, who says so, its
grade, and how sure it is; none puts an event where nobody says that it happened, and none
shows as plain fact what is denied, possible or only planned. ``docs/exports.md`` describes
the forms and their columns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from importlib.util import find_spec
from types import MappingProxyType

from vedette.errors import MissingExtra
from vedette.model import Stage
from vedette.presentation.export.addresses import Addresses
from vedette.presentation.export.as_calendar import write_calendar
from vedette.presentation.export.as_csv import write_csv
from vedette.presentation.export.as_feed import write_feed
from vedette.presentation.export.as_json import write_geojson, write_jsonl
from vedette.presentation.export.as_kml import write_kml
from vedette.presentation.export.as_parquet import write_parquet
from vedette.presentation.export.as_stix import write_stix
from vedette.presentation.export.as_timeline import write_timeline
from vedette.presentation.export.atom import FEED_LENGTH
from vedette.presentation.export.form import FORMS, ExportForm
from vedette.presentation.export.record import Record, records
from vedette.store.ports import EventFilter, View

__all__ = ["FORMS", "Addresses", "ExportForm", "export"]

_WRITERS: Mapping[ExportForm, Callable[[Iterable[Record], Addresses], Iterator[bytes]]] = MappingProxyType({
    ExportForm.CSV: write_csv, ExportForm.JSONL: write_jsonl, ExportForm.GEOJSON: write_geojson,
    ExportForm.KML: write_kml, ExportForm.PARQUET: write_parquet, ExportForm.ICS: write_calendar,
    ExportForm.STIX: write_stix, ExportForm.TIMELINEJS: write_timeline, ExportForm.ATOM: write_feed,
})
# What is handed on at a time: small pieces cost a step each on their way out.
_PIECE = 1 << 16


def export(
    view: View, filter: EventFilter, *, form: ExportForm, addresses: Addresses = Addresses()  # noqa: B008 (frozen)
) -> Iterator[bytes]:
    """Give the events that a filter lets through as the pieces of one file.

    They come in the order of the filter, except for a feed, which begins with what the desk
    met last and stops after a hundred. A calendar holds only what is planned. The desk is
    read while the pieces are taken: keep the view open until the last. The same desk gives
    the same file; Parquet goes through a temporary one.

    Args:
        view: The desk.
        filter: Which events.
        form: How they are written.
        addresses: Where the desk is served, for the forms that link to its pages.

    Raises:
        MissingExtra: The form needs a library that is not installed; told before the first piece.

    """
    facts = FORMS[form]
    if facts.library is not None and find_spec(facts.library) is None:
        raise MissingExtra(f"The form '{form}'", "export")
    return _gathered(_WRITERS[form](records(view, _narrowed(filter, form)), addresses))


def _narrowed(filter: EventFilter, form: ExportForm) -> EventFilter:
    if form is ExportForm.ICS and filter.stage is None:
        return replace(filter, stage=Stage.PLANNED)
    if form is ExportForm.ATOM:
        return replace(filter, newest=True, limit=min(filter.limit or FEED_LENGTH, FEED_LENGTH))
    return filter


def _gathered(pieces: Iterator[bytes]) -> Iterator[bytes]:
    held, size = [], 0
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        if size >= _PIECE:
            yield b"".join(held)
            held, size = [], 0
    if held:
        yield b"".join(held)
