"""The nouns as rows, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from vedette.model import (
    Claim,
    Event,
    FieldSource,
    QuarantinedInput,
    ReadReport,
    Report,
    Situation,
    fold,
)
from vedette.model.codec import (
    SCHEMA,
    claim_fields_to_json,
    claim_from_json,
    event_from_json,
    event_to_json,
)
from vedette.model.situation_codec import situation_from_json, situation_to_json, trace_from_json, trace_to_json
from vedette.model.trace import Trace

Row = dict[str, Any]

# Between the scope and the day of a trace: one index holds both, and a stretch of days is a stretch of it.
_AT = "@"
_REPORT_FIELDS = tuple(field.name for field in fields(Report))
_QUARANTINE_FIELDS = tuple(field.name for field in fields(QuarantinedInput))


def report_row(item: ReadReport, *, first_seen: str) -> Row:
    """Give the row of a report; ``first_seen`` is used where the report has none."""
    row: Row = {name: getattr(item.report, name) for name in _REPORT_FIELDS}
    row |= {name: str(value) for name, value in row.items() if name.endswith("_from")}
    return row | {"first_seen": item.report.first_seen or first_seen, "note": item.note}


def report_of(row: Mapping[Any, Any]) -> Report:
    """Give the report that a row holds."""
    kept: Row = {name: row[name] for name in _REPORT_FIELDS}
    kept |= {name: FieldSource(value) for name, value in kept.items() if name.endswith("_from")}
    return Report(**kept)


def claim_rows(item: ReadReport) -> list[Row]:
    """Give the rows of a report's claims, in the order of the text, each claim once."""
    unique = {claim.id: claim for claim in item.claims}
    ordered = sorted(unique.values(), key=lambda claim: (claim.trigger, claim.type, claim.id))
    return [_claim_row(claim, ordinal) for ordinal, claim in enumerate(ordered)]


def _claim_row(claim: Claim, ordinal: int) -> Row:
    first_day, last_day = _days(claim)
    return {
        "id": claim.id, "report": claim.report, "ordinal": ordinal, "type": str(claim.type),
        "stage": str(claim.stage), "factuality": str(claim.factuality),
        "first_day": first_day, "last_day": last_day, "content": _written(_claim_json(claim)),
    }


def _claim_json(claim: Claim) -> Row:
    """Give the codec's form of a claim without what the report's own row holds: its fields and its words."""
    return {
        "schema": SCHEMA, "id": claim.id, "type": str(claim.type), "stage": str(claim.stage),
        "factuality": str(claim.factuality), "evidence": str(claim.evidence), "section": str(claim.section),
        "report": {"id": claim.report},
        "trigger": {"start": claim.trigger.start, "end": claim.trigger.end},
        "sentence": {"start": claim.sentence.start, "end": claim.sentence.end},
        **claim_fields_to_json(claim),
    }


def claim_of(content: str) -> Claim:
    """Give the claim that a row's content holds."""
    return claim_from_json(json.loads(content))


def event_row(event: Event) -> Row:
    """Give the row of an event."""
    first_day, last_day = _days(event)
    period = event.period
    return {
        "id": event.id, "type": str(event.type), "stage": str(event.stage), "factuality": str(event.factuality),
        "first_day": first_day, "last_day": last_day, "day": first_day or last_day,
        "moment": (period.start or period.end) if period else None,
        "situation": event.situation, "names": fold("\n".join(event.names)), **event_standing(event),
        "content": _written(event_to_json(event)),
    }


def event_standing(event: Event) -> Row:
    """Give the columns that say how well an event is supported."""
    return {"origins": event.origin_count, "letter": event.grade.letter, "digit": event.grade.digit}


def event_of(content: str) -> Event:
    """Give the event that a row's content holds."""
    return event_from_json(json.loads(content))


def event_claim_rows(event: Event) -> list[Row]:
    """Give one row for each claim of an event."""
    return [{"event": event.id, "claim": claim} for claim in dict.fromkeys(event.claims)]


def event_country_rows(event: Event) -> list[Row]:
    """Give one row for each country in which an event has a place, whatever its role."""
    countries = {country for mention in event.places for country in mention.place.countries}
    return [{"event": event.id, "country": country.upper()} for country in sorted(countries)]


def event_point_rows(event: Event) -> list[Row]:
    """Give one row for each point where an event happened."""
    return [
        {
            "event": event.id, "ordinal": ordinal, "lat": place.lat, "lon": place.lon, "name": place.name,
            "kind": str(place.kind),
        }
        for ordinal, place in enumerate(event.sites)
    ]


def event_actor_rows(event: Event) -> list[Row]:
    """Give one row for each word under which an actor of the event is looked for: id, party, name."""
    words = {fold(word) for actor in event.actors for word in (actor.id, actor.party, actor.name) if word}
    return [{"event": event.id, "actor": word} for word in sorted(words)]


def situation_row(situation: Situation) -> Row:
    """Give the row of a situation."""
    return {"id": situation.id, "name": situation.name, "content": _written(situation_to_json(situation))}


def situation_of(content: str) -> Situation:
    """Give the situation that a row's content holds."""
    return situation_from_json(json.loads(content))


def trace_row(trace: Trace) -> Row:
    """Give the row of what may make an event part of a situation; its place is the scope and the day."""
    return {
        "event": trace.event, "scope": f"{trace.scope}{_AT}{trace.day}", "content": _written(trace_to_json(trace)),
    }


def trace_of(row: Mapping[Any, Any]) -> Trace:
    """Give what may make an event part of a situation."""
    return trace_from_json(row["event"], scope_and_day(row["scope"])[0], json.loads(row["content"]))


def scope_and_day(place: str) -> tuple[str, str]:
    """Give the scope and the day of the place of a trace."""
    scope, _, day = place.rpartition(_AT)
    return scope, day


def trace_places(scope: str, first: str = "", last: str = "~") -> tuple[str, str]:
    """Give the first and the last place of the traces of some days of a scope; of all days without them."""
    return f"{scope}{_AT}{first}", f"{scope}{_AT}{last}"


def quarantine_row(item: QuarantinedInput, *, first_seen: str) -> Row:
    """Give the row of a quarantined input; ``first_seen`` is used where it has none."""
    row = {name: getattr(item, name) for name in _QUARANTINE_FIELDS}
    return row | {"first_seen": item.first_seen or first_seen}


def quarantined_of(row: Mapping[Any, Any]) -> QuarantinedInput:
    """Give the quarantined input that a row holds."""
    return QuarantinedInput(**{name: row[name] for name in _QUARANTINE_FIELDS})


def _days(item: Claim | Event) -> tuple[str | None, str | None]:
    return (item.period.first_day, item.period.last_day) if item.period else (None, None)


def _written(content: Row) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
