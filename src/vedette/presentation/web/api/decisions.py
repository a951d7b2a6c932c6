"""What people decided: the log, one decision, and how another is put on record."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import Query, Request
from starlette.responses import Response

from vedette.errors import UnknownId
from vedette.presentation.decisions import DecisionLine, decision_lines, decision_to_json, decisions_about
from vedette.presentation.web.api.answers import answer_list, answer_one, listed
from vedette.presentation.web.api.cursor import NUMBER_PLACE, place_of
from vedette.presentation.web.api.queries import DecisionsQuery
from vedette.presentation.web.query import Id
from vedette.store.ports import View

PATH = "/api/v1/decisions"


def list_decisions(request: Request, query: Annotated[DecisionsQuery, Query()]) -> Response:
    """What people decided, oldest first: judgements, grades, ratings, corrections, and what took them back."""
    place = place_of(query.cursor, NUMBER_PLACE)
    first = max(0, int(place[0] or 0)) if place else 0

    def gather(view: View) -> Response:
        # The log only grows: a place in it is a number, and stays what it is.
        numbered = [
            (number, line) for number, line in enumerate(decision_lines(view), start=1)
            if number > first and _is_wanted(line, query)
        ]
        about = _about(view, query)
        wanted = [(number, line) for number, line in numbered if about is None or line.decision.id in about]
        shown = wanted[: query.limit]
        return listed(
            "decisions", [decision_to_json(line) for _, line in shown], query, path=PATH,
            total=len(wanted), end=(shown[-1][0],) if shown else None, more=len(wanted) > len(shown),
        )

    return answer_list(request, gather)


def show_decision(request: Request, id: Id) -> Response:
    """One decision of a person."""
    return answer_one(request, lambda view: told_decision(view, id))


def told_decision(view: View, id: str) -> Mapping[str, Any]:
    """Give a decision in its public form.

    Raises:
        UnknownId: There is none of this id.
    """
    line = next((line for line in decision_lines(view) if line.decision.id == id), None)
    if line is None:
        raise UnknownId("decision", id)
    return decision_to_json(line)


def _is_wanted(line: DecisionLine, query: DecisionsQuery) -> bool:
    return query.decision in (None, line.verb) and query.by in (None, line.decision.by)


def _about(view: View, query: DecisionsQuery) -> frozenset[str] | None:
    """Name the decisions about an event, where one is asked for."""
    if query.event is None:
        return None
    return frozenset(line.decision.id for line in decisions_about(view, view.event(query.event)))
