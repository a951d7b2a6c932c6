"""Situations, outlets, and the types of events."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import Path, Query, Request
from starlette.responses import Response

from vedette.model import EventType, Rating, TypeDefinition, fold, type_definition
from vedette.model.codec import SCHEMA
from vedette.model.situation_codec import situation_to_json
from vedette.presentation.web.api.answers import answer_list, answer_one, listed
from vedette.presentation.web.api.cursor import NAME_PLACE, NUMBER_PLACE, SITUATION_PLACE, place_of
from vedette.presentation.web.api.queries import Cursored
from vedette.presentation.web.query import Id
from vedette.store import OutletRecord
from vedette.store.ports import View

SITUATIONS, OUTLETS, TYPES = "/api/v1/situations", "/api/v1/outlets", "/api/v1/event-types"


def list_situations(request: Request, query: Annotated[Cursored, Query()]) -> Response:
    """Situations by name."""
    place = place_of(query.cursor, SITUATION_PLACE)

    def gather(view: View) -> Response:
        part = view.list_situations(after=place, limit=query.limit)
        found = [situation_to_json(situation) for situation in part.items]
        return listed("situations", found, query, path=SITUATIONS, total=part.total, end=part.end, more=part.more)

    return answer_list(request, gather)


def show_situation(request: Request, id: Id) -> Response:
    """One situation with the ids of its events."""
    return answer_one(request, lambda view: situation_to_json(view.situation(id)))


def list_outlets(request: Request, query: Annotated[Cursored, Query()]) -> Response:
    """Outlets by name: how many reports of each the desk holds, from when to when, and the letter that people gave."""
    place = place_of(query.cursor, NAME_PLACE)

    def gather(view: View) -> Response:
        known = sorted((one for one in view.outlets() if one.name is not None), key=lambda one: one.name or "")
        rest = [one for one in known if place is None or (one.name or "") > str(place[0])]
        shown, letters = rest[: query.limit], _letters(view)
        return listed(
            "outlets", [_outlet_to_json(one, letters) for one in shown], query, path=OUTLETS, total=len(known),
            end=(shown[-1].name,) if shown else None, more=len(rest) > len(shown),
        )

    return answer_list(request, gather)


def list_event_types(request: Request, query: Annotated[Cursored, Query()]) -> Response:
    """The types of events, with their definitions and their codes in other ontologies."""
    place = place_of(query.cursor, NUMBER_PLACE)
    first = int(place[0] or 0) if place else 0
    types = [_type_to_json(kind) for kind in EventType]
    shown = types[max(0, first) :][: query.limit]
    end = max(0, first) + len(shown)

    def gather(view: View) -> Response:
        return listed(
            "event_types", shown, query, path=TYPES, total=len(types), end=(end,) if shown else None,
            more=end < len(types),
        )

    return answer_list(request, gather)


def show_event_type(
    request: Request, type: Annotated[EventType, Path(description="The name of an event type.")]
) -> Response:
    """One type of events."""
    return answer_one(request, lambda view: _type_to_json(type))


def _letters(view: View) -> Mapping[str, str]:
    """Give the newest letter that holds of each source."""
    return {
        fold(one.source): one.letter for one in view.decisions() if isinstance(one, Rating) and one.undone is None
    }


def _outlet_to_json(outlet: OutletRecord, letters: Mapping[str, str]) -> Mapping[str, Any]:
    return {
        "schema": SCHEMA, "name": outlet.name, "reports": outlet.reports, "first": outlet.first, "last": outlet.last,
        "days": outlet.days, "letter": letters.get(fold(outlet.name or "")),
    }


def _type_to_json(kind: EventType) -> Mapping[str, Any]:
    known: TypeDefinition = type_definition(kind)
    return {
        "schema": SCHEMA, "type": str(kind), "family": known.family, "definition": known.definition,
        "example": known.example, "plover": known.plover, "cameo": known.cameo, "acled": known.acled,
    }
