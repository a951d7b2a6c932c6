"""What people decided: the log, one decision, and how another is put on record."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query, Request
from starlette.responses import Response

from vedette.model import Decision
from vedette.presentation.decisions import decision_to_json, decisions_about, line_of, lines_of, verb_of
from vedette.presentation.selecting import NUMBER_PLACE
from vedette.presentation.web.api.answers import Json, answer_one, answer_part
from vedette.presentation.web.api.queries import DecisionsQuery
from vedette.presentation.web.query import Id
from vedette.store.asked import ListPlace, Part
from vedette.store.ports import View

PATH = "/api/v1/decisions"


def list_decisions(request: Request, query: Annotated[DecisionsQuery, Query()]) -> Response:
    """What people decided, oldest first: judgements, grades, ratings, corrections, and what took them back."""

    def gather(view: View, after: ListPlace | None) -> Part[Json]:
        first = max(0, int(after[0] or 0)) if after else 0
        about = _about(view, query)
        # The log only grows: a place in it is a number, and stays what it is.
        wanted = {
            one.id: number for number, one in enumerate(view.decisions(), start=1)
            if _is_wanted(one, query) and (about is None or one.id in about)
        }
        rest = [one for one, number in wanted.items() if number > first]
        shown = rest[: query.limit]
        lines = {line.decision.id: line for line in lines_of(view, view.decisions_of_ids(shown))}
        return Part(
            items=tuple(decision_to_json(lines[one]) for one in shown), total=len(wanted),
            end=(wanted[shown[-1]],) if shown else None, more=len(rest) > len(shown),
        )

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


def _is_wanted(decision: Decision, query: DecisionsQuery) -> bool:
    return query.decision in (None, verb_of(decision)) and query.by in (None, decision.by)


def _about(view: View, query: DecisionsQuery) -> frozenset[str] | None:
    """Name the decisions about an event, where one is asked for."""
    if query.event is None:
        return None
    return frozenset(line.decision.id for line in decisions_about(view, view.event(query.event)))
