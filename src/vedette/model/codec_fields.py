"""The fields of a claim as JSON objects, and back: period, place, actor, means, quantity, link of a chain."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from vedette.model.attribution import Attribution, LinkKind
from vedette.model.claim import ActorMention, ActorRole, EquipmentMention, PlaceMention, PlaceRole, QuantityMention
from vedette.model.period import Period, Precision
from vedette.model.place import Place, PlaceKind
from vedette.model.span import Span

Json = dict[str, Any]


def period_to_json(period: Period | None) -> Json | None:
    """Give a period with its precision and its words."""
    if period is None:
        return None
    return {
        "start": period.start, "end": period.end, "precision": str(period.precision), "open_end": period.open_end,
        "text": period.text, "span": span_to_json(period.span), "doubt": period.doubt,
    }


def period_from_json(data: Mapping[str, Any] | None) -> Period | None:
    """Make a period from the form that :func:`period_to_json` gives."""
    if data is None:
        return None
    return Period(
        start=data["start"], end=data["end"], precision=Precision(data["precision"]), open_end=data["open_end"],
        text=data["text"], span=span_from_json(data["span"]), doubt=data["doubt"],
    )


def place_to_json(mention: PlaceMention) -> Json:
    """Give a place with its role, coordinates (WGS 84 degrees) and precision."""
    place = mention.place
    return {
        "name": place.name, "role": str(mention.role), "countries": list(place.countries), "lat": place.lat,
        "lon": place.lon, "precision": str(place.kind), "geonames": place.geonames, "span": span_to_json(mention.span),
    }


def place_from_json(data: Mapping[str, Any]) -> PlaceMention:
    """Make a place mention from the form that :func:`place_to_json` gives."""
    place = Place(
        name=data["name"], kind=PlaceKind(data["precision"]), countries=tuple(data["countries"]),
        lat=data["lat"], lon=data["lon"], geonames=data["geonames"],
    )
    return PlaceMention(place=place, role=PlaceRole(data["role"]), span=span_from_json(data["span"]))


def actor_to_json(actor: ActorMention) -> Json:
    """Give an actor with its identity, party and role."""
    return {
        "name": actor.name, "id": actor.id, "party": actor.party, "role": str(actor.role),
        "span": span_to_json(actor.span),
    }


def actor_from_json(data: Mapping[str, Any]) -> ActorMention:
    """Make an actor mention from the form that :func:`actor_to_json` gives."""
    return ActorMention(
        name=data["name"], role=ActorRole(data["role"]), id=data["id"], party=data["party"],
        span=span_from_json(data["span"]),
    )


def quantity_to_json(quantity: QuantityMention) -> Json:
    """Give a quantity; whole numbers are written without a fraction."""
    return {
        "value": _number(quantity.value), "high": None if quantity.high is None else _number(quantity.high),
        "unit": quantity.unit, "qualifier": quantity.qualifier, "of": quantity.of, "scope": quantity.scope,
        "span": span_to_json(quantity.span),
    }


def quantity_from_json(data: Mapping[str, Any]) -> QuantityMention:
    """Make a quantity from the form that :func:`quantity_to_json` gives."""
    return QuantityMention(
        value=data["value"], high=data["high"], unit=data["unit"], qualifier=data["qualifier"],
        of=data["of"], scope=data["scope"], span=span_from_json(data["span"]),
    )


def _number(value: float) -> int | float:
    return int(value) if value == int(value) else value


def span_to_json(span: Span | None) -> list[int] | None:
    """Give a span as its start and end."""
    return None if span is None else [span.start, span.end]


def span_from_json(pair: list[int] | None) -> Span | None:
    """Make a span from its start and end."""
    return None if pair is None else Span(pair[0], pair[1])


def equipment_to_json(item: EquipmentMention) -> Json:
    """Give a means with its kind."""
    return {"name": item.name, "kind": item.kind, "span": span_to_json(item.span)}


def equipment_from_json(data: Mapping[str, Any]) -> EquipmentMention:
    """Make a means from the form that :func:`equipment_to_json` gives."""
    return EquipmentMention(name=data["name"], kind=data["kind"], span=span_from_json(data.get("span")))


def attribution_to_json(link: Attribution) -> Json:
    """Give a link of a chain."""
    return {
        "name": link.name, "kind": str(link.kind), "cue": link.cue, "id": link.id, "party": link.party,
        "span": span_to_json(link.span),
    }


def attribution_from_json(data: Mapping[str, Any]) -> Attribution:
    """Make a link from the form that :func:`attribution_to_json` gives."""
    return Attribution(
        name=data["name"], kind=LinkKind(data["kind"]), cue=data["cue"], span=span_from_json(data["span"]),
        id=data["id"], party=data["party"],
    )
