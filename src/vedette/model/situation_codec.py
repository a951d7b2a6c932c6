"""Situations as JSON objects, and back: the public form of `vedette situations` and of the interface.

And the traces that they are made of, which a desk keeps for itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from vedette.model.codec import SCHEMA
from vedette.model.codec_fields import period_from_json, period_to_json, quantity_from_json, quantity_to_json
from vedette.model.situation import EarlierEdition, EditionFigure, Situation, SituationKind
from vedette.model.trace import Trace

Json = dict[str, Any]

_TOLD = ("strand", "parties", "claimed", "edition", "year", "itself", "claims", "spellings")


def situation_to_json(situation: Situation) -> Json:
    """Give a situation as one line of `vedette situations --format jsonl`."""
    return {
        "schema": SCHEMA, "id": situation.id, "kind": str(situation.kind), "name": situation.name,
        "names": list(situation.names), "key": situation.key, "why": situation.why, "since": situation.since,
        "events": list(situation.events),
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
        key=line["key"], why=line["why"], since=line.get("since"), events=tuple(line["events"]),
        earlier=tuple(_edition_from_json(edition) for edition in line["earlier"]),
    )


def trace_to_json(trace: Trace) -> Json:
    """Give a trace without its event and its scope: only what is not as it mostly is."""
    told: Json = {"day": trace.day, "title": trace.title}
    told |= {name: getattr(trace, name) for name in _TOLD if getattr(trace, name)}
    if trace.period is not None:
        told["period"] = period_to_json(trace.period)
    if trace.figures:
        told["figures"] = [_figure_to_json(figure) for figure in trace.figures]
    return told


def trace_from_json(event: str, scope: str, told: Mapping[str, Any]) -> Trace:
    """Make a trace from the form that :func:`trace_to_json` gives."""
    plain = {name: told[name] for name in ("day", "title", *_TOLD) if name in told}
    lists = {name: tuple(told[name]) for name in ("parties", "spellings") if name in told}
    return Trace(
        event=event, scope=scope, **(plain | lists), period=period_from_json(told.get("period")),
        figures=tuple(_figure_from_json(figure) for figure in told.get("figures", ())),
    )


def _figure_to_json(figure: EditionFigure) -> Json:
    return {"quantity": quantity_to_json(figure.quantity), "claim": figure.claim}


def _figure_from_json(data: Mapping[str, Any]) -> EditionFigure:
    return EditionFigure(quantity=quantity_from_json(data["quantity"]), claim=data["claim"])


def _edition_to_json(edition: EarlierEdition) -> Json:
    return {
        "situation": edition.situation, "name": edition.name, "period": period_to_json(edition.period),
        "figures": [_figure_to_json(figure) for figure in edition.figures],
        "followed": list(edition.followed),
    }


def _edition_from_json(data: Mapping[str, Any]) -> EarlierEdition:
    return EarlierEdition(
        situation=data["situation"], name=data["name"], period=period_from_json(data["period"]),
        figures=tuple(_figure_from_json(figure) for figure in data["figures"]),
        followed=tuple(data["followed"]),
    )
