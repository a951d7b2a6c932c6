"""What people decided: the log, one decision, and how another is put on record."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query, Request
from starlette.responses import Response

from vedette.presentation.decisions import decision_to_json, decisions_about, line_of, lines_of
from vedette.presentation.selecting import NUMBER_PLACE
from vedette.presentation.web.api.answers import Json, answer_one, answer_part, told
from vedette.presentation.web.api.queries import DecisionsQuery
from vedette.presentation.web.query import Id
from vedette.store.asked import DecisionFilter, ListPlace, Part
from vedette.store.ports import View

PATH = "/api/v1/decisions"


def list_decisions(request: Request, query: Annotated[DecisionsQuery, Query()]) -> Response:
    """What people decided, oldest first: judgements, grades, ratings, corrections, and what took them back."""

    def gather(view: View, after: ListPlace | None) -> Part[Json]:
        part = view.list_decisions(_filter(view, query), after=after, limit=query.limit)
        with_undos = view.decisions_of_ids([one.id for one in part.items])
        lines = {line.decision.id: line for line in lines_of(view, with_undos)}
        return told(part, (decision_to_json(lines[one.id]) for one in part.items))

    return answer_part(request, query, gather, path=PATH, place=NUMBER_PLACE, noun="decisions")


def show_decision(request: Request, id: Id) -> Response:
    """One decision of a person."""
    return answer_one(request, lambda view: told_decision(view, id))


def told_decision(view: View, id: str) -> Json:
    """Give a decision in its public form.

    Raises:
        UnknownId: There is none of this id.
    """
    return decision_to_json(line_of(view, id))


def _filter(view: View, query: DecisionsQuery) -> DecisionFilter:
    """Give the filter that the store understands; an event stands for what was decided about its claims."""
    about = None if query.event is None else decisions_about(view, view.event(query.event))
    ids = None if about is None else frozenset(line.decision.id for line in about)
    return DecisionFilter(kind=query.decision, by=query.by, ids=ids)
