"""Events: the list, and one with the sentences behind it."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query, Request
from starlette.responses import Response

from vedette.model import Event
from vedette.model.codec import event_to_json
from vedette.presentation.evidence import evidence_of, evidence_to_json
from vedette.presentation.selecting import EVENT_PLACE
from vedette.presentation.web.api.answers import Json, answer_one, answer_part, told
from vedette.presentation.web.api.queries import EventsQuery
from vedette.presentation.web.query import Id
from vedette.presentation.web.remembered import count_kept, remembered
from vedette.presentation.wording import describe_event
from vedette.store.asked import ListPlace, Part
from vedette.store.ports import View

PATH = "/api/v1/events"


def list_events(request: Request, query: Annotated[EventsQuery, Query()]) -> Response:
    """Events that a filter lets through, earliest first, undated last."""

    def gather(view: View, after: ListPlace | None) -> Part[Json]:
        every = query.filter()
        total = count_kept(view, every, state=view.state(), kept=remembered(request))
        part = view.list_events(every, after=after, limit=query.limit, total=total)
        return told(part, map(event_to_json, part.items))

    return answer_part(request, query, gather, path=PATH, place=EVENT_PLACE, noun="events")


def show_event(request: Request, id: Id) -> Response:
    """One event in a sentence (`summary`), with every sentence that it was read from (`evidence`)."""
    return answer_one(request, lambda view: event_with_evidence(view, view.event(id)))


def event_with_evidence(view: View, event: Event) -> Json:
    """Give an event in its public form, in a sentence, and with the sentences behind it."""
    claims = tuple(view.claims(event.claims))
    reports = {report.id: report for report in view.reports(sorted({claim.report for claim in claims}))}
    said = [evidence_of(claim, reports[claim.report]) for claim in claims if claim.report in reports]
    return {
        **event_to_json(event), "summary": describe_event(event, claims),
        "evidence": [evidence_to_json(one) for one in said],
    }
