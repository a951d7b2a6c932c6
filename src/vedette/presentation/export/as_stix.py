"""Events as a bundle of STIX 2.1, the language in which threat intelligence is exchanged.

An event that its sources state as fact, and that happened or is under way, is an *incident*.
All else (denied, possible, planned, called off) is a *note*, so that no program counts as an
incident what nobody says has happened. ``docs/exports.md`` says which objects stand for what.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from vedette.model import Event, Factuality, Stage
from vedette.presentation.export import stix_objects as make
from vedette.presentation.export.addresses import Addresses
from vedette.presentation.export.as_json import joined
from vedette.presentation.export.identity import uuid_of
from vedette.presentation.export.record import Record


def write_stix(records: Iterable[Record], addresses: Addresses) -> Iterator[bytes]:
    """Write one bundle; each object is checked by the library as it is made, and none stands in it twice."""
    yield f'{{"type": "bundle", "id": "bundle--{uuid_of("bundle", addresses.own or "")}", "objects": ['.encode()
    yield from joined(_once(_objects(records, addresses)))
    yield b"\n]}\n"


def is_incident(event: Event) -> bool:
    """Say whether an event is told as a fact that is there already."""
    return event.factuality is Factuality.ASSERTED and event.stage in (Stage.HAPPENED, Stage.UNDER_WAY)


def _once(objects: Iterable[Any]) -> Iterator[bytes]:
    seen: set[str] = set()
    for one in objects:
        if one.id not in seen:
            seen.add(one.id)
            yield one.serialize().encode("utf-8")


def _objects(records: Iterable[Record], addresses: Addresses) -> Iterator[Any]:
    yield make.desk()
    yield make.extension()
    for record in records:
        event = record.event
        parties = [(actor.role, make.actor(actor)) for actor in event.actors]
        places = [(m.role, place) for m in event.places if (place := make.location(m.place)) is not None]
        beside = [*parties, *places]
        yield from (one for _, one in beside)
        told: Any
        if is_incident(event):
            told = make.incident(record, addresses)
            yield told
            yield from (make.relation(record, told.id, other.id, role=role) for role, other in beside)
        else:
            told = make.note_of_event(record, addresses, about=[one.id for _, one in beside])
            yield told
        yield from (make.note_of_claim(said, record, about=told.id) for said in record.evidence)
