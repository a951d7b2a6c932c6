"""Events: the list, and one with the sentences behind it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import Query, Request
from starlette.responses import Response

from vedette.model import Event
from vedette.model.codec import event_to_json
from vedette.presentation.evidence import evidence_of, evidence_to_json
from vedette.presentation.web.api.answers import answer_list, answer_one, listed
from vedette.presentation.web.api.cursor import EVENT_PLACE, place_of
from vedette.presentation.web.api.queries import EventsQuery
from vedette.presentation.web.query import Id
from vedette.presentation.wording import describe_event
from vedette.store.ports import View

PATH = "/api/v1/events"


def list_events(request: Request, query: Annotated[EventsQuery, Query()]) -> Response:
    """Events that a filter lets through, earliest first, undated last."""
    place = place_of(query.cursor, EVENT_PLACE)

    def gather(view: View) -> Response:
        part = view.list_events(query.filter(), after=place, limit=query.limit)
        found = [event_to_json(event) for event in part.items]
        return listed("events", found, query, path=PATH, total=part.total, end=part.end, more=part.more)

    return answer_list(request, gather)


def show_event(request: Request, id: Id) -> Response:
    """One event in a sentence (`summary`), with every sentence that it was read from (`evidence`)."""
    return answer_one(request, lambda view: event_with_evidence(view, view.event(id)))


def event_with_evidence(view: View, event: Event) -> Mapping[str, Any]:
    """Give an event in its public form, in a sentence, and with the sentences behind it."""
    claims = tuple(view.claims(event.claims))
    reports = {report.id: report for report in view.reports(sorted({claim.report for claim in claims}))}
    told = [evidence_of(claim, reports[claim.report]) for claim in claims if claim.report in reports]
    return {
        **event_to_json(event), "summary": describe_event(event, claims),
        "evidence": [evidence_to_json(said) for said in told],
    }
