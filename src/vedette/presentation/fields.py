"""The fields of an event as pairs of name and value, for a page or a terminal."""

from __future__ import annotations

from vedette.model import Event, PlaceMention
from vedette.presentation.wording import (
    describe_actors,
    describe_origin,
    describe_period,
    describe_place,
    describe_progress,
    describe_quantity,
    describe_sureness,
    type_word,
)


def event_fields(event: Event, *, situation: str = "") -> list[tuple[str, str]]:
    """Give every field of an event that is known, in the order of the questions a reader asks.

    Args:
        event: The event.
        situation: The names of its situations.

    """
    fields = [
        ("What", type_word(event.type)), ("How far", describe_progress(event)),
        ("How sure", describe_sureness(event.factuality)), ("When", _when(event)),
        ("Where", describe_place(event)), ("On the map", "; ".join(_points(event))), ("Who", describe_actors(event)),
        ("With what", ", ".join(dict.fromkeys(f"{item.name} ({_words(item.kind)})" for item in event.equipment))),
        ("How many", "; ".join(describe_quantity(quantity) for quantity in event.quantities)),
        ("Names", ", ".join(event.names)), ("Situation", situation),
        ("Origins", ", ".join(describe_origin(origin) for origin in event.origins)),
        ("Grade", f"{event.grade} ({'; '.join(event.grade.reasons)})" if event.grade.reasons else str(event.grade)),
        ("Id", event.id),
    ]
    return [(name, value) for name, value in fields if value]


def _when(event: Event) -> str:
    period = event.period
    if period is None:
        return describe_period(None)
    parts = [describe_period(period), f"known to the {_words(period.precision)}"]
    parts += [f"“{period.text}”"] if period.text else []
    parts += [f"doubtful: {period.doubt}"] if period.doubt else []
    return "; ".join(parts)


def _points(event: Event) -> list[str]:
    return [_point(mention) for mention in event.places if mention.place.lat is not None]


def _point(mention: PlaceMention) -> str:
    place = mention.place
    where = f"{place.lat:.2f}, {place.lon:.2f}"
    return f"{place.name} {where} ({_words(place.kind)})"


def _words(name: str) -> str:
    return name.replace("_", " ")
