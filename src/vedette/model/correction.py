"""Which fields of a claim a person can correct, and what a claim is with a correction.

A claim is never edited: what a person sets stands beside it, and whoever asks for the claim as
it holds applies it. ``docs/review.md`` has the table of fields.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from vedette.model.attribution import Attribution
from vedette.model.claim import ActorMention, Claim, Factuality, PlaceMention, QuantityMention, Stage
from vedette.model.codec_fields import (
    actor_from_json,
    actor_to_json,
    attribution_from_json,
    attribution_to_json,
    period_from_json,
    period_to_json,
    place_from_json,
    place_to_json,
    quantity_from_json,
    quantity_to_json,
)
from vedette.model.event_type import EventType
from vedette.model.period import Period


class CorrectedField(StrEnum):
    """What of a claim a person can correct; ``claim`` is all of it."""

    CLAIM = "claim"
    TYPE = "type"
    STAGE = "stage"
    FACTUALITY = "factuality"
    PERIOD = "period"
    PLACE = "place"
    ACTOR = "actor"
    QUANTITY = "quantity"
    ORIGIN = "origin"


class Finding(StrEnum):
    """What a person finds of a claim as a whole."""

    REJECTED = "rejected"  # the sentence does not say this: the claim counts for nothing
    CONFIRMED = "confirmed"  # the sentence says this: nobody need be asked again


Places = tuple[PlaceMention, ...]
Actors = tuple[ActorMention, ...]
Quantities = tuple[QuantityMention, ...]
FieldValue = Finding | EventType | Stage | Factuality | Period | Attribution | Places | Actors | Quantities | None
"""``None``: no period, or no origin but who is nearer the reader. An empty tuple: no place, actor, quantity."""

NEEDS_A_VALUE = frozenset({CorrectedField.TYPE, CorrectedField.STAGE})
"""Fields that every claim has: the right value has to be given."""


_NAMES = {field: str(field) for field in CorrectedField} | {
    CorrectedField.PLACE: "places", CorrectedField.ACTOR: "actors", CorrectedField.QUANTITY: "quantities",
}
_WORDS: dict[CorrectedField, type[Finding | EventType | Stage | Factuality]] = {
    CorrectedField.CLAIM: Finding, CorrectedField.TYPE: EventType, CorrectedField.STAGE: Stage,
    CorrectedField.FACTUALITY: Factuality,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AppliedCorrection:
    """A correction where it holds: what ``was`` read in a field of a claim, what a person set, who, when and why.

    ``id`` is that of the decision, ``claim`` that of the claim.
    """

    id: str
    claim: str
    field: CorrectedField
    was: FieldValue
    value: FieldValue
    by: str
    at: str
    why: str = ""


def value_of(claim: Claim, field: CorrectedField) -> FieldValue:
    """Give what a claim says in a field; of the whole claim, nothing.

    Example:
        >>> [field.value for field in CorrectedField]
        ['claim', 'type', 'stage', 'factuality', 'period', 'place', 'actor', 'quantity', 'origin']
    """
    found: FieldValue = None if field is CorrectedField.CLAIM else getattr(claim, _NAMES[field])
    return found


def with_value(claim: Claim, field: CorrectedField, value: FieldValue) -> Claim:
    """Give a claim with another value in a field; its id and its anchor stay.

    The origin is the last link of the chain: those nearer the reader stay.
    """
    if field is CorrectedField.CLAIM:
        return claim
    if field is CorrectedField.ORIGIN:
        last = (value,) if isinstance(value, Attribution) else ()
        return replace(claim, attribution=(*claim.attribution[:-1], *last))
    given: dict[str, Any] = {_NAMES[field]: value}
    if field is CorrectedField.TYPE:
        given["read_as"] = claim.read_as or claim.type
    return replace(claim, **given)


def no_value(field: CorrectedField) -> FieldValue:
    """Give what stands in a field that was rejected.

    Raises:
        ValueError: Every claim has this field.
    """
    if field in NEEDS_A_VALUE:
        raise ValueError(f"Every claim has a {field}: give the right one.")
    if field is CorrectedField.CLAIM:
        return Finding.REJECTED
    if field is CorrectedField.FACTUALITY:
        return Factuality.UNKNOWN
    return None if field in (CorrectedField.PERIOD, CorrectedField.ORIGIN) else ()


def value_to_json(value: FieldValue) -> Any:
    """Give a value as JSON."""
    if value is None or isinstance(value, StrEnum):
        return None if value is None else str(value)
    if isinstance(value, Period):
        return period_to_json(value)
    if isinstance(value, Attribution):
        return attribution_to_json(value)
    return [_mention_to_json(one) for one in value]


def value_from_json(field: CorrectedField, data: Any) -> FieldValue:
    """Make a value from the form that :func:`value_to_json` gives.

    Raises:
        ValueError: It is not one of the words of the field.
        KeyError: A key of the form is missing.
    """
    match field:
        case CorrectedField.PERIOD:
            return period_from_json(data)
        case CorrectedField.ORIGIN:
            return None if data is None else attribution_from_json(data)
        case CorrectedField.PLACE:
            return tuple(map(place_from_json, data))
        case CorrectedField.ACTOR:
            return tuple(map(actor_from_json, data))
        case CorrectedField.QUANTITY:
            return tuple(map(quantity_from_json, data))
        case _:
            return None if data is None else _WORDS[field](data)


def applied_to_json(applied: AppliedCorrection) -> dict[str, Any]:
    """Give a correction where it holds."""
    return {
        "id": applied.id, "claim": applied.claim, "field": str(applied.field), "was": value_to_json(applied.was),
        "value": value_to_json(applied.value), "by": applied.by, "at": applied.at, "why": applied.why,
    }


def applied_from_json(data: dict[str, Any]) -> AppliedCorrection:
    """Make one from the form that :func:`applied_to_json` gives."""
    field = CorrectedField(data["field"])
    return AppliedCorrection(
        id=data["id"], claim=data["claim"], field=field, was=value_from_json(field, data["was"]),
        value=value_from_json(field, data["value"]), by=data["by"], at=data["at"], why=data["why"],
    )


def _mention_to_json(mention: PlaceMention | ActorMention | QuantityMention) -> dict[str, Any]:
    match mention:
        case PlaceMention():
            return place_to_json(mention)
        case ActorMention():
            return actor_to_json(mention)
        case QuantityMention():
            return quantity_to_json(mention)
