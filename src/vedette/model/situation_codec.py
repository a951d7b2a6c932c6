"""Situations as JSON objects, and back: the public form of `vedette situations` and of the interface."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from vedette.model.codec import (
    SCHEMA,
    period_from_json,
    period_to_json,
    quantity_from_json,
    quantity_to_json,
)
from vedette.model.situation import EarlierEdition, EditionFigure, Situation, SituationKind

Json = dict[str, Any]


def situation_to_json(situation: Situation) -> Json:
    """Give a situation as one line of `vedette situations --format jsonl`."""
    return {
        "schema": SCHEMA, "id": situation.id, "kind": str(situation.kind), "name": situation.name,
        "names": list(situation.names), "key": situation.key, "why": situation.why, "events": list(situation.events),
        "earlier": [_edition_to_json(edition) for edition in situation.earlier],
    }


def situation_from_json(line: Mapping[str, Any]) -> Situation:
    """Make a situation from the form that :func:`situation_to_json` gives.

    Raises:
        KeyError: A key of the form is missing.
        ValueError: A value is not one of the form's words.
    """
    return Situation(
        id=line["id"], kind=SituationKind(line["kind"]), name=line["name"], names=tuple(line["names"]),
        key=line["key"], why=line["why"], events=tuple(line["events"]),
        earlier=tuple(_edition_from_json(edition) for edition in line["earlier"]),
    )


def _edition_to_json(edition: EarlierEdition) -> Json:
    return {
        "situation": edition.situation, "name": edition.name, "period": period_to_json(edition.period),
        "figures": [{"quantity": quantity_to_json(one.quantity), "claim": one.claim} for one in edition.figures],
        "followed": list(edition.followed),
    }


def _edition_from_json(data: Mapping[str, Any]) -> EarlierEdition:
    return EarlierEdition(
        situation=data["situation"], name=data["name"], period=period_from_json(data["period"]),
        figures=tuple(
            EditionFigure(quantity=quantity_from_json(one["quantity"]), claim=one["claim"]) for one in data["figures"]
        ),
        followed=tuple(data["followed"]),
    )
