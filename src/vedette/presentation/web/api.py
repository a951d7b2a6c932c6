"""The interface for other programs: read-only JSON in the public form of the nouns."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Annotated, Any

from fastapi import Query, Request
from starlette.responses import Response

from vedette.errors import UnknownId
from vedette.model import Claim, Report
from vedette.model.codec import SCHEMA, claim_to_json, event_to_json, report_to_json
from vedette.model.situation_codec import situation_to_json
from vedette.presentation.decisions import decision_lines, decision_to_json, decisions_about
from vedette.presentation.web.list_pages import paged
from vedette.presentation.web.query import DecisionQuery, EventQuery, Id, Paging
from vedette.presentation.web.request_view import view_for


class PublicJson(Response):
    """JSON as text that people can read, safe even where a damaged page left half a character."""

    media_type = "application/json"

    def render(self, content: Any) -> bytes:
        """Write the content as UTF-8."""
        return json.dumps(content, ensure_ascii=False, allow_nan=False).encode("utf-8", "replace")


def list_events(request: Request, query: Annotated[EventQuery, Query()]) -> Response:
    """Events that a filter lets through, earliest first, undated last."""
    with view_for(request) as view:
        found = view.events(query.filter())
        total = view.count_events(query.filter())
    place = paged(query, shown=len(found), total=total, path="/api/v1/events")
    return PublicJson({
        "schema": SCHEMA, "total": total, "limit": query.limit, "offset": query.offset, "previous": place.previous,
        "next": place.next, "events": [event_to_json(event) for event in found],
    })


def list_decisions(request: Request, query: Annotated[DecisionQuery, Query()]) -> Response:
    """What people decided, oldest first: judgements, grades, ratings, and what took them back."""
    with view_for(request) as view:
        lines = decisions_about(view, view.event(query.event)) if query.event else decision_lines(view)
    wanted = [
        decision_to_json(line) for line in lines
        if query.decision in (None, line.verb) and query.by in (None, line.decision.by)
    ]
    return _page("decisions", wanted, query)


def show_decision(request: Request, id: Id) -> Response:
    """One decision of a person."""
    with view_for(request) as view:
        line = next((line for line in decision_lines(view) if line.decision.id == id), None)
    if line is None:
        raise UnknownId("decision", id)
    return PublicJson(decision_to_json(line))


def show_event(request: Request, id: Id) -> Response:
    """One event."""
    with view_for(request) as view:
        return PublicJson(event_to_json(view.event(id)))


def show_report(request: Request, id: Id) -> Response:
    """One report with its text and its claims."""
    with view_for(request) as view:
        report = view.report(id)
        claims = view.claims_of_report(id)
    return PublicJson(_full_report(report, claims))


def show_claim(request: Request, id: Id) -> Response:
    """One claim, as `vedette read` prints it."""
    with view_for(request) as view:
        claim = next(iter(view.claims([id])), None)
        if claim is None:
            raise UnknownId("claim", id)
        return PublicJson(claim_to_json(claim, view.report(claim.report)))


def list_situations(request: Request, paging: Annotated[Paging, Query()]) -> Response:
    """Situations by name."""
    with view_for(request) as view:
        return _page("situations", [situation_to_json(situation) for situation in view.situations()], paging)


def show_situation(request: Request, id: Id) -> Response:
    """One situation with the ids of its events."""
    with view_for(request) as view:
        return PublicJson(situation_to_json(view.situation(id)))


def _page(noun: str, found: Sequence[Mapping[str, Any]], paging: Paging) -> PublicJson:
    """Give one page of a list that is at hand as a whole."""
    shown = found[paging.offset : paging.offset + paging.limit]
    place = paged(paging, shown=len(shown), total=len(found), path=f"/api/v1/{noun}")
    return PublicJson({
        "schema": SCHEMA, "total": len(found), "limit": paging.limit, "offset": paging.offset,
        "previous": place.previous, "next": place.next, noun: shown,
    })


def _full_report(report: Report, claims: tuple[Claim, ...]) -> Mapping[str, Any]:
    return {
        "schema": SCHEMA, **report_to_json(report), "first_seen": report.first_seen, "text": report.text,
        "claims": [claim_to_json(claim, report) for claim in claims],
    }


API: tuple[tuple[str, Callable[..., Response]], ...] = (
    ("/events", list_events),
    ("/events/{id}", show_event),
    ("/reports/{id}", show_report),
    ("/claims/{id}", show_claim),
    ("/situations", list_situations),
    ("/situations/{id}", show_situation),
    ("/decisions", list_decisions),
    ("/decisions/{id}", show_decision),
)
