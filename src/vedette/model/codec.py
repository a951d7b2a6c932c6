"""The nouns as JSON objects, and back: the public form of `vedette read` and `vedette events`.

The form is versioned (``schema``) and described in ``docs/schema/``. Only plain
dictionaries, lists, strings and numbers come out of here; keys are always all
there, with ``null`` or an empty list where nothing is known.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from vedette.model.attribution import Attribution, LinkKind
from vedette.model.claim import (
    ActorMention,
    ActorRole,
    Claim,
    EquipmentMention,
    EvidenceKind,
    Factuality,
    PlaceMention,
    PlaceRole,
    QuantityMention,
    Section,
    Stage,
)
from vedette.model.codec_support import support_from_json, support_to_json, update_from_json, update_to_json
from vedette.model.event import Conflict, ConflictValue, Event, Grade, Origin, StageChange
from vedette.model.event_type import EventType
from vedette.model.identity import content_id
from vedette.model.period import Period, Precision
from vedette.model.place import Place, PlaceKind
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
        "equipment": [{"name": e.name, "kind": e.kind, "span": _span(e.span)} for e in claim.equipment],
        "quantities": [quantity_to_json(quantity) for quantity in claim.quantities],
        "names": list(claim.names), "part": claim.part,
        "attribution": [
            {"name": a.name, "kind": str(a.kind), "cue": a.cue, "id": a.id, "party": a.party, "span": _span(a.span)}
            for a in claim.attribution
        ],
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
        equipment=tuple(_equipment(item) for item in line["equipment"]),
        quantities=tuple(quantity_from_json(item) for item in line["quantities"]),
        names=tuple(line["names"]), part=line.get("part", 0),
        attribution=tuple(_attribution(link) for link in line["attribution"]),
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
    }


def event_from_json(line: Mapping[str, Any]) -> Event:
    """Make an event from the form that :func:`event_to_json` gives."""
    return Event(
        id=line["id"], type=EventType(line["type"]), stage=Stage(line["stage"]),
        factuality=Factuality(line["factuality"]), period=period_from_json(line["period"]),
        places=tuple(place_from_json(place) for place in line["places"]),
        actors=tuple(actor_from_json(actor) for actor in line["actors"]),
        equipment=tuple(_equipment(item) for item in line["equipment"]),
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
    )


def period_to_json(period: Period | None) -> Json | None:
    """Give a period with its precision and its words."""
    if period is None:
        return None
    return {
        "start": period.start, "end": period.end, "precision": str(period.precision), "open_end": period.open_end,
        "text": period.text, "span": _span(period.span), "doubt": period.doubt,
    }


def period_from_json(data: Mapping[str, Any] | None) -> Period | None:
    """Make a period from the form that :func:`period_to_json` gives."""
    if data is None:
        return None
    return Period(
        start=data["start"], end=data["end"], precision=Precision(data["precision"]), open_end=data["open_end"],
        text=data["text"], span=_to_span(data["span"]), doubt=data["doubt"],
    )


def place_to_json(mention: PlaceMention) -> Json:
    """Give a place with its role, coordinates (WGS 84 degrees) and precision."""
    place = mention.place
    return {
        "name": place.name, "role": str(mention.role), "countries": list(place.countries), "lat": place.lat,
        "lon": place.lon, "precision": str(place.kind), "geonames": place.geonames, "span": _span(mention.span),
    }


def place_from_json(data: Mapping[str, Any]) -> PlaceMention:
    """Make a place mention from the form that :func:`place_to_json` gives."""
    place = Place(
        name=data["name"], kind=PlaceKind(data["precision"]), countries=tuple(data["countries"]),
        lat=data["lat"], lon=data["lon"], geonames=data["geonames"],
    )
    return PlaceMention(place=place, role=PlaceRole(data["role"]), span=_to_span(data["span"]))


def actor_to_json(actor: ActorMention) -> Json:
    """Give an actor with its identity, party and role."""
    return {
        "name": actor.name, "id": actor.id, "party": actor.party, "role": str(actor.role), "span": _span(actor.span)
    }


def actor_from_json(data: Mapping[str, Any]) -> ActorMention:
    """Make an actor mention from the form that :func:`actor_to_json` gives."""
    return ActorMention(
        name=data["name"], role=ActorRole(data["role"]), id=data["id"], party=data["party"], span=_to_span(data["span"])
    )


def quantity_to_json(quantity: QuantityMention) -> Json:
    """Give a quantity; whole numbers are written without a fraction."""
    return {
        "value": _number(quantity.value), "high": None if quantity.high is None else _number(quantity.high),
        "unit": quantity.unit, "qualifier": quantity.qualifier, "of": quantity.of, "scope": quantity.scope,
        "span": _span(quantity.span),
    }


def quantity_from_json(data: Mapping[str, Any]) -> QuantityMention:
    """Make a quantity from the form that :func:`quantity_to_json` gives."""
    return QuantityMention(
        value=data["value"], high=data["high"], unit=data["unit"], qualifier=data["qualifier"],
        of=data["of"], scope=data["scope"], span=_to_span(data["span"]),
    )


def _number(value: float) -> int | float:
    return int(value) if value == int(value) else value


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _to_span(pair: list[int] | None) -> Span | None:
    return None if pair is None else Span(pair[0], pair[1])


def _equipment(data: Mapping[str, Any]) -> EquipmentMention:
    return EquipmentMention(name=data["name"], kind=data["kind"], span=_to_span(data.get("span")))


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


def _attribution(data: Mapping[str, Any]) -> Attribution:
    return Attribution(
        name=data["name"], kind=LinkKind(data["kind"]), cue=data["cue"], span=_to_span(data["span"]),
        id=data["id"], party=data["party"],
    )
