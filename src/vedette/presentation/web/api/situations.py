"""Situations, outlets, and the types of events."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from fastapi import Path, Query, Request
from starlette.responses import Response

from vedette.model import EventType, Rating, TypeDefinition, fold, type_definition
from vedette.model.codec import SCHEMA
from vedette.model.situation_codec import situation_to_json
from vedette.presentation.selecting import NAME_PLACE, NUMBER_PLACE, SITUATION_PLACE
from vedette.presentation.web.api.answers import Json, answer_one, answer_part, part_behind, part_of, told
from vedette.presentation.web.api.queries import Cursored
from vedette.presentation.web.query import Id
from vedette.store import OutletRecord
from vedette.store.asked import DecisionFilter, ListPlace, Part
from vedette.store.ports import View

SITUATIONS, OUTLETS, TYPES = "/api/v1/situations", "/api/v1/outlets", "/api/v1/event-types"


def list_situations(request: Request, query: Annotated[Cursored, Query()]) -> Response:
    """Situations by name."""

    def gather(view: View, after: ListPlace | None) -> Part[Json]:
        part = view.list_situations(after=after, limit=query.limit)
        return told(part, map(situation_to_json, part.items))

    return answer_part(request, query, gather, path=SITUATIONS, place=SITUATION_PLACE, noun="situations")


def show_situation(request: Request, id: Id) -> Response:
    """One situation with the ids of its events."""
    return answer_one(request, lambda view: situation_to_json(view.situation(id)))


def list_outlets(request: Request, query: Annotated[Cursored, Query()]) -> Response:
    """Outlets by name: how many reports of each the desk holds, from when to when, and the letter that people gave."""

    def gather(view: View, after: ListPlace | None) -> Part[Json]:
        known = sorted((one for one in view.outlets() if one.name is not None), key=_name_of)
        part, letters = part_behind(known, after, query.limit, name=_name_of), _letters(view)
        return told(part, (_outlet_to_json(one, letters) for one in part.items))

    return answer_part(request, query, gather, path=OUTLETS, place=NAME_PLACE, noun="outlets")


def list_event_types(request: Request, query: Annotated[Cursored, Query()]) -> Response:
    """The types of events, with their definitions and their codes in other ontologies."""
    types = [_type_to_json(kind) for kind in EventType]
    return answer_part(
        request, query, lambda view, after: part_of(types, after, query.limit), path=TYPES, place=NUMBER_PLACE,
        noun="event_types",
    )


def show_event_type(
    request: Request, type: Annotated[EventType, Path(description="The name of an event type.")]
) -> Response:
    """One type of events."""
    return answer_one(request, lambda view: _type_to_json(type))


def _name_of(outlet: OutletRecord) -> str:
    return outlet.name or ""


def _letters(view: View) -> Mapping[str, str]:
    """Give the newest letter that holds of each source."""
    return {
        fold(one.source): one.letter for one in view.decisions(DecisionFilter(kind="rate"))
        if isinstance(one, Rating) and one.undone is None
    }


def _outlet_to_json(outlet: OutletRecord, letters: Mapping[str, str]) -> Json:
    return {
        "schema": SCHEMA, "name": outlet.name, "reports": outlet.reports, "first": outlet.first, "last": outlet.last,
        "days": outlet.days, "letter": letters.get(fold(outlet.name or "")),
    }


def _type_to_json(kind: EventType) -> Json:
    known: TypeDefinition = type_definition(kind)
    return {
        "schema": SCHEMA, "type": str(kind), "family": known.family, "definition": known.definition,
        "example": known.example, "plover": known.plover, "cameo": known.cameo, "acled": known.acled,
    }
