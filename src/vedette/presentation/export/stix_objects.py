"""The objects of STIX 2.1 that stand for what an event is made of, made and checked by the library stix2."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from vedette.model import ActorMention, Event, Place
from vedette.presentation.evidence import Evidence
from vedette.presentation.export.addresses import Addresses
from vedette.presentation.export.columns import COLUMNS, Value, row_of
from vedette.presentation.export.details import CHAIN, detail_lines
from vedette.presentation.export.identity import uuid_of
from vedette.presentation.export.record import Record
from vedette.presentation.safe_text import printable
from vedette.presentation.wording import describe_briefly

# What is the same in every export was not made at a moment; a clock would make it differ.
_ALWAYS = datetime(1970, 1, 1, tzinfo=UTC)
# Appendix A of the standard: the credibility of the Admiralty code as a number; 6 cannot be judged.
_CONFIDENCE = {1: 90, 2: 70, 3: 50, 4: 30, 5: 10}
_DESK = f"identity--{uuid_of('stix', 'desk')}"
_EXTENSION = f"extension-definition--{uuid_of('stix', 'columns')}"


def desk() -> Any:
    """Make the identity that creates all the others: the program."""
    from stix2 import v21  # noqa: PLC0415 (an extra)

    return v21.Identity(id=_DESK, created=_ALWAYS, modified=_ALWAYS, name="Vedette", identity_class="system")


def extension() -> Any:
    """Make the definition of what STIX has no property for: the columns of every export."""
    from stix2 import v21  # noqa: PLC0415

    columns = "\n".join(f"{column.name} ({column.kind}): {column.meaning}" for column in COLUMNS)
    return v21.ExtensionDefinition(
        id=_EXTENSION, created=_ALWAYS, modified=_ALWAYS, created_by_ref=_DESK, name="Vedette event", version="1.0.0",
        schema=columns, extension_types=["property-extension"],
    )


def actor(mention: ActorMention) -> Any:
    """Make an identity for an actor: one for each, whatever reports call it."""
    from stix2 import v21  # noqa: PLC0415

    name = printable(mention.name) or "unnamed"
    return v21.Identity(
        id=f"identity--{uuid_of('actor', mention.id or '', name)}", created=_ALWAYS, modified=_ALWAYS,
        created_by_ref=_DESK, name=name, **({"labels": [f"id:{mention.id}"]} if mention.id else {}),
    )


def location(place: Place) -> Any | None:
    """Make a location with how exactly it is known; ``None`` where only a name is known, which STIX cannot hold."""
    from stix2 import v21  # noqa: PLC0415

    fields: dict[str, Any] = {"country": place.countries[0]} if len(place.countries) == 1 else {}
    if place.lat is not None and place.lon is not None:
        fields |= {"latitude": place.lat, "longitude": place.lon}
    if not fields:
        return None
    name, kind = printable(place.name), str(place.kind)
    key = uuid_of("place", name, kind, *place.countries, str(place.lat), str(place.lon))
    return v21.Location(
        id=f"location--{key}", created=_ALWAYS, modified=_ALWAYS, created_by_ref=_DESK, name=name,
        description=f"Known as a {kind.replace('_', ' ')}.", labels=[f"precision:{kind}"], **fields,
    )


def incident(record: Record, addresses: Addresses) -> Any:
    """Make an incident of an event that is told as a fact."""
    from stix2 import v21  # noqa: PLC0415

    return v21.Incident(
        id=f"incident--{uuid_of('event', record.event.id)}", name=printable(describe_briefly(record.event)),
        description="\n".join(detail_lines(record)), **_of_event(record, addresses),
    )


def note_of_event(record: Record, addresses: Addresses, *, about: Sequence[str]) -> Any:
    """Make a note of an event that nobody tells as a fact: about its places and actors, for want of them the desk."""
    from stix2 import v21  # noqa: PLC0415

    return v21.Note(
        id=f"note--{uuid_of('event', record.event.id)}", abstract=printable(describe_briefly(record.event)),
        content="\n".join(detail_lines(record)), object_refs=list(dict.fromkeys(about)) or [_DESK],
        **_of_event(record, addresses),
    )


def note_of_claim(said: Evidence, record: Record, *, about: str) -> Any:
    """Make a note of one sentence: its words, who says so through whom, and where it can be read."""
    from stix2 import v21  # noqa: PLC0415

    claim, seen = said.claim, record.seen.get(said.report, _ALWAYS)
    return v21.Note(
        id=f"note--{uuid_of('claim', claim.id)}", created=seen, modified=seen, created_by_ref=_DESK,
        abstract=printable(CHAIN.join(said.chain)), content=printable(said.sentence) or "(no words)",
        authors=[printable(said.chain[-1])], object_refs=[about], external_references=[_reference(said)],
        labels=[f"stage:{claim.stage}", f"factuality:{claim.factuality}", f"evidence:{claim.evidence}"],
    )


def relation(record: Record, incident: str, other: str, *, role: str) -> Any:
    """Tie an incident to a place or an actor, and say what that is to it."""
    from stix2 import v21  # noqa: PLC0415

    moments = _moments(record)
    return v21.Relationship(
        id=f"relationship--{uuid_of('relation', incident, other, role)}", relationship_type="related-to",
        source_ref=incident, target_ref=other, description=str(role), created_by_ref=_DESK, **moments,
    )


def _of_event(record: Record, addresses: Addresses) -> dict[str, Any]:
    event = record.event
    references = list(_references(record, addresses))
    confidence = _CONFIDENCE.get(event.grade.digit)
    return {
        **_moments(record), "created_by_ref": _DESK, "labels": _labels(event),
        "extensions": {_EXTENSION: {"extension_type": "property-extension", **_known(row_of(record))}},
        **({"external_references": references} if references else {}),
        **({"confidence": confidence} if confidence is not None else {}),
    }


def _moments(record: Record) -> dict[str, datetime]:
    return {"created": record.created or _ALWAYS, "modified": record.updated or _ALWAYS}


def _labels(event: Event) -> list[str]:
    disputed = ["disputed"] if any(conflict.field == "happened" for conflict in event.conflicts) else []
    return [f"type:{event.type}", f"stage:{event.stage}", f"factuality:{event.factuality}", *disputed]


def _references(record: Record, addresses: Addresses) -> Iterator[dict[str, str]]:
    if page := addresses.event(record.event.id):
        yield {"source_name": "Vedette", "external_id": record.event.id, "url": page}
    yield from {said.report: _reference(said) for said in record.evidence}.values()


def _reference(said: Evidence) -> dict[str, str]:
    named = {"source_name": printable(said.chain[0]) or "unnamed", "external_id": said.report}
    titled = {"description": title} if (title := printable(said.title)) else {}
    return {**named, **titled, **({"url": said.url} if said.url else {})}


def _known(row: dict[str, Value]) -> dict[str, Value]:
    """Leave out what is not known: the standard has neither null nor empty lists."""
    made: dict[str, Value] = {}
    for name, value in row.items():
        clean = [printable(item) for item in value] if isinstance(value, list) else value
        if clean not in (None, [], ""):
            made[name] = printable(clean) if isinstance(clean, str) else clean
    return made
