"""The nouns as JSON objects, and back: the public form of `vedette read` and `vedette events`.

The form is versioned (``schema``) and described in ``docs/schema/``. Only plain
dictionaries, lists, strings and numbers come out of here; keys are always all
there, with ``null`` or an empty list where nothing is known.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from vedette.model.attribution import LinkKind
from vedette.model.claim import Claim, EvidenceKind, Factuality, Section, Stage
from vedette.model.codec_fields import (
    actor_from_json,
    actor_to_json,
    attribution_from_json,
    attribution_to_json,
    equipment_from_json,
    equipment_to_json,
    period_from_json,
    period_to_json,
    place_from_json,
    place_to_json,
    quantity_from_json,
    quantity_to_json,
)
from vedette.model.codec_support import support_from_json, support_to_json, update_from_json, update_to_json
from vedette.model.correction import applied_from_json, applied_to_json
from vedette.model.event import Conflict, ConflictValue, Event, Grade, Origin, StageChange
from vedette.model.event_type import EventType
from vedette.model.identity import content_id
from vedette.model.report import Report
from vedette.model.span import Span

SCHEMA = 1
Json = dict[str, Any]


def report_to_json(report: Report) -> Json:
    """Give what identifies a report: everything but its text."""
    return {
        "id": report.id, "ref": report.ref, "url": report.url, "file": report.file, "title": report.title,
        "outlet": report.outlet, "author": report.author, "language": report.language,
        "published": report.published, "published_from": str(report.published_from),
    }


def claim_to_json(claim: Claim, report: Report) -> Json:
    """Give a claim as one line of `vedette read --format jsonl`.

    Args:
        claim: The claim.
        report: The report that it was read in.
    """
    return {
        "schema": SCHEMA, "id": claim.id, "type": str(claim.type), "stage": str(claim.stage),
        "factuality": str(claim.factuality), "evidence": str(claim.evidence), "section": str(claim.section),
        "report": report_to_json(report),
        "trigger": {"text": claim.trigger.of(report.text), "start": claim.trigger.start, "end": claim.trigger.end},
        "sentence": {"start": claim.sentence.start, "end": claim.sentence.end},
        **claim_fields_to_json(claim),
    }


def claim_fields_to_json(claim: Claim) -> Json:
    """Give the parts of a claim that do not need the report's text."""
    return {
        "period": period_to_json(claim.period),
        "places": [place_to_json(place) for place in claim.places],
        "actors": [actor_to_json(actor) for actor in claim.actors],
        "equipment": [equipment_to_json(item) for item in claim.equipment],
        "quantities": [quantity_to_json(quantity) for quantity in claim.quantities],
        "names": list(claim.names), "part": claim.part,
        "attribution": [attribution_to_json(link) for link in claim.attribution],
    }


def claim_from_json(line: Mapping[str, Any]) -> Claim:
    """Make a claim from the form that :func:`claim_to_json` gives.

    Raises:
        KeyError: A key of the form is missing.
        ValueError: A value is not one of the form's words.
    """
    return Claim(
        id=line["id"], report=line["report"]["id"], type=EventType(line["type"]), stage=Stage(line["stage"]),
        factuality=Factuality(line["factuality"]), evidence=EvidenceKind(line["evidence"]),
        section=Section(line["section"]),
        trigger=Span(line["trigger"]["start"], line["trigger"]["end"]),
        sentence=Span(line["sentence"]["start"], line["sentence"]["end"]),
        period=period_from_json(line["period"]),
        places=tuple(place_from_json(place) for place in line["places"]),
        actors=tuple(actor_from_json(actor) for actor in line["actors"]),
        equipment=tuple(equipment_from_json(item) for item in line["equipment"]),
        quantities=tuple(quantity_from_json(item) for item in line["quantities"]),
        names=tuple(line["names"]), part=line.get("part", 0),
        attribution=tuple(attribution_from_json(link) for link in line["attribution"]),
    )


def name_claim(claim: Claim) -> str:
    """Make the id of a claim from its whole content but the id itself."""
    return content_id("c", {
        "report": claim.report, "type": str(claim.type), "stage": str(claim.stage),
        "factuality": str(claim.factuality), "evidence": str(claim.evidence), "section": str(claim.section),
        "trigger": [claim.trigger.start, claim.trigger.end], "sentence": [claim.sentence.start, claim.sentence.end],
        **claim_fields_to_json(claim),
    })


def event_to_json(event: Event) -> Json:
    """Give an event as one line of `vedette events --format jsonl`."""
    return {
        "schema": SCHEMA, "id": event.id, "type": str(event.type), "stage": str(event.stage),
        "factuality": str(event.factuality), "period": period_to_json(event.period),
        "places": [place_to_json(place) for place in event.places],
        "actors": [actor_to_json(actor) for actor in event.actors],
        "equipment": [{"name": e.name, "kind": e.kind} for e in event.equipment],
        "quantities": [quantity_to_json(quantity) for quantity in event.quantities],
        "names": list(event.names), "situation": event.situation, "claims": list(event.claims),
        "origins": [
            {"name": o.name, "party": o.party, "kind": str(o.kind), "known": o.known, "claims": list(o.claims),
             "relay": o.relay} for o in event.origins
        ],
        "conflicts": [
            {"field": c.field, "values": [
                {"value": v.value, "claims": list(v.claims), "origins": list(v.origins)} for v in c.values
            ]}
            for c in event.conflicts
        ],
        "grade": str(event.grade), "grade_reasons": list(event.grade.reasons),
        "history": [{"stage": str(h.stage), "published": h.published, "claim": h.claim} for h in event.history],
        "reports": event.reports, "outlets": event.outlets, "bodies": list(event.bodies),
        "parties": list(event.parties), "support": [support_to_json(support) for support in event.support],
        "updates": [update_to_json(update) for update in event.updates],
        "parts": list(event.parts), "part_of": list(event.part_of), "also_in": list(event.also_in),
        "corrections": [applied_to_json(one) for one in event.corrections],
    }


def event_from_json(line: Mapping[str, Any]) -> Event:
    """Make an event from the form that :func:`event_to_json` gives."""
    return Event(
        id=line["id"], type=EventType(line["type"]), stage=Stage(line["stage"]),
        factuality=Factuality(line["factuality"]), period=period_from_json(line["period"]),
        places=tuple(place_from_json(place) for place in line["places"]),
        actors=tuple(actor_from_json(actor) for actor in line["actors"]),
        equipment=tuple(equipment_from_json(item) for item in line["equipment"]),
        quantities=tuple(quantity_from_json(item) for item in line["quantities"]),
        names=tuple(line["names"]), situation=line["situation"], claims=tuple(line["claims"]),
        origins=tuple(_origin(origin) for origin in line["origins"]),
        conflicts=tuple(_conflict(conflict) for conflict in line["conflicts"]),
        grade=Grade(letter=line["grade"][0], digit=int(line["grade"][1]), reasons=tuple(line["grade_reasons"])),
        history=tuple(_stage_change(change) for change in line["history"]),
        reports=line["reports"], outlets=line["outlets"],
        # Keys that came later: an event written before is read all the same.
        bodies=tuple(line.get("bodies", ())), parties=tuple(line.get("parties", ())),
        support=tuple(support_from_json(support) for support in line.get("support", ())),
        updates=tuple(update_from_json(update) for update in line.get("updates", ())),
        parts=tuple(line.get("parts", ())), part_of=tuple(line.get("part_of", ())),
        also_in=tuple(line.get("also_in", ())),
        corrections=tuple(applied_from_json(one) for one in line.get("corrections", ())),
    )


def _origin(data: Mapping[str, Any]) -> Origin:
    return Origin(
        name=data["name"], party=data["party"], kind=LinkKind(data["kind"]), known=data["known"],
        claims=tuple(data["claims"]), relay=data.get("relay"),
    )


def _conflict(data: Mapping[str, Any]) -> Conflict:
    values = tuple(
        ConflictValue(value=value["value"], claims=tuple(value["claims"]), origins=tuple(value["origins"]))
        for value in data["values"]
    )
    return Conflict(field=data["field"], values=values)


def _stage_change(data: Mapping[str, Any]) -> StageChange:
    return StageChange(stage=Stage(data["stage"]), published=data["published"], claim=data["claim"])
