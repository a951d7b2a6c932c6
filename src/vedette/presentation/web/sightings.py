"""What the map and the timeline draw of a filter, in columns: small, quickly made, and kept while nothing changes."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Annotated, Any, cast

from fastapi import FastAPI, Query, Request
from starlette.responses import Response

from vedette.model.codec import SCHEMA
from vedette.presentation.safe_text import printable
from vedette.presentation.selecting import Selection
from vedette.presentation.web.remembered import Remembered
from vedette.presentation.web.request_view import view_for
from vedette.presentation.web.unchanged import has_already, not_modified, state_tag
from vedette.store.ports import View
from vedette.store.sightings import Sighting

PATH = "/events.sightings.json"
_EPOCH = date(1970, 1, 1).toordinal()
# So many filters are kept, as they were last made: people come back to the same few.
_KEPT = 12


def keep_sightings(app: FastAPI) -> None:
    """Let an application keep its last answers."""
    app.state.sightings = Remembered(size=_KEPT)


def sightings(request: Request, query: Annotated[Selection, Query()]) -> Response:
    """What the map and the timeline draw of the events of a filter."""
    kept = cast(Remembered, request.app.state.sightings)
    with view_for(request) as view:
        tag = state_tag(view)
        if has_already(request, tag):
            return not_modified(tag)
        packed = kept.get((tag, query.filter()), lambda: _packed(view, query))
    return _answer(request, packed, tag)


def _packed(view: View, query: Selection) -> bytes:
    return gzip.compress(_written(columns(view.sightings(query.filter()))), 1, mtime=0)


def columns(found: Iterable[Sighting]) -> dict[str, Any]:
    """Put sightings into columns: a number of each event in every one, places and types by their number.

    Days are counted from 1 January 1970. A place is its latitude, longitude, name and kind.
    ``place`` is an event's first, -1 where nobody knows one; ``more`` are further ones, as pairs
    of the number of the event and of the place.
    """
    rows: list[tuple[str, int, int | None, int | None, int]] = []
    more: list[tuple[int, int]] = []
    types: dict[str, int] = {}
    places: dict[tuple[float, float, str, str | None], int] = {}
    for one in found:
        at = _place(one, places)
        if rows and rows[-1][0] == one.event:
            more.append((len(rows) - 1, at))
        else:
            kind = types.setdefault(one.type, len(types))
            rows.append((one.event, kind, _day(one.first_day), _day(one.last_day), at))
    ids, type_, first, last, place = zip(*rows, strict=True) if rows else ((),) * 5
    return {
        "schema": SCHEMA, "types": list(types), "places": [_plain(*place) for place in places],
        "ids": ids, "type": type_, "first": first, "last": last, "place": place, "more": more,
    }


def _place(one: Sighting, places: dict[tuple[float, float, str, str | None], int]) -> int:
    if one.lat is None or one.lon is None:
        return -1
    return places.setdefault((one.lat, one.lon, one.place or "", one.kind), len(places))


def _plain(lat: float, lon: float, name: str, kind: str | None) -> tuple[float, float, str, str | None]:
    return lat, lon, printable(name), kind


@lru_cache(maxsize=4096)
def _day(day: str | None) -> int | None:
    return None if day is None else date.fromisoformat(day).toordinal() - _EPOCH


def _written(content: dict[str, Any]) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def _answer(request: Request, packed: bytes, tag: str) -> Response:
    headers = {"ETag": tag, "Vary": "Accept-Encoding"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(packed, media_type="application/json", headers={**headers, "Content-Encoding": "gzip"})
    return Response(gzip.decompress(packed), media_type="application/json", headers=headers)
