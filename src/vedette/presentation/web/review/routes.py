"""The addresses of reviewing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlsplit

from fastapi import APIRouter, Form, Query, Request
from starlette.responses import RedirectResponse, Response

from vedette.errors import JudgementError, Outdated, UnknownId
from vedette.presentation.web.access import Person, Role, person_of, requires
from vedette.presentation.web.deciding import can_decide, deciding
from vedette.presentation.web.query import Id
from vedette.presentation.web.remembered import remembered
from vedette.presentation.web.rendering import render
from vedette.presentation.web.request_view import view_for
from vedette.presentation.web.review.acts import Act, ActForm, decisions_of, told_in, with_whole_ids
from vedette.presentation.web.review.claim_page import claim_context
from vedette.presentation.web.review.conflict import conflict_context
from vedette.presentation.web.review.contexts import ConflictContext
from vedette.presentation.web.review.queue_page import ReviewQuery, review_context
from vedette.presentation.web.review.seen import mark_now, still

if TYPE_CHECKING:
    from vedette.desk import Desk

READ = ["GET", "HEAD"]


def review_routes() -> APIRouter:
    """Give the pages for those who read, and the forms for those who decide."""
    router = APIRouter(include_in_schema=False)
    router.add_api_route("/review", review, methods=READ, dependencies=[requires(Role.READER)])
    router.add_api_route("/review", act, methods=["POST"])
    router.add_api_route("/claims/{id}", claim, methods=READ, dependencies=[requires(Role.READER)])
    return router


def review(request: Request, query: Annotated[ReviewQuery, Query()]) -> Response:
    """What people are asked."""
    person = person_of(request)
    with view_for(request) as view:
        decides = may_decide(request, person)
        context = review_context(view, query, by=person.name, may_decide=decides, kept=remembered(request))
    return render(request, context)


def claim(request: Request, id: Id) -> Response:
    """One claim, each field of which can be set or rejected by those who may."""
    with view_for(request) as view:
        context = claim_context(view, id, may_decide=may_decide(request, person_of(request)))
    return render(request, context)


def act(
    request: Request, form: Annotated[ActForm, Form()], person: Annotated[Person, requires(Role.ANALYST)]
) -> Response:
    """Put on record what a form says, and go on where the person was; show both where somebody was quicker."""
    with view_for(request) as view:  # to find what a part of an id means may take long: nobody waits for that
        try:
            form = with_whole_ids(form, view)
        except UnknownId as error:
            return render(request, conflict_context(view, form, None, reason=error.said), status=409)
    with deciding(request) as desk:
        desk.relink()
        refused = _decide(form, desk, by=person.name)
    if isinstance(refused, ConflictContext):
        return render(request, refused, status=409)
    return RedirectResponse(refused, status_code=303)


def may_decide(request: Request, person: Person) -> bool:
    """Say whether somebody is shown buttons."""
    return can_decide(request) and person.role >= Role.ANALYST


def _decide(form: ActForm, desk: Desk, *, by: str) -> ConflictContext | str:
    """Decide; give the address to go on at, or what stood against it."""
    try:
        told = told_in(form, desk)
    except UnknownId as error:
        return conflict_context(desk.store, form, None, reason=error.said)
    if form.act is not Act.UNDO and mark_now(desk.store, told) != form.seen:
        return conflict_context(desk.store, form, told)
    decisions = decisions_of(form, told, desk, by=by)
    guard = None if form.act is Act.UNDO else still(desk.store, told, form.seen)
    try:
        desk.decide(decisions, unchanged=guard)
    except Outdated:
        return conflict_context(desk.store, form, told)
    except JudgementError as error:
        return conflict_context(desk.store, form, told, reason=str(error))
    return _address_after(form, decisions[0].id)


def _address_after(form: ActForm, decision: str) -> str:
    """Give the address to go on at; the queue says there what was recorded."""
    parts = urlsplit(form.back)
    if parts.path != "/review":
        return form.back
    query = f"{parts.query}&done={decision}" if parts.query else f"done={decision}"
    return f"{parts.path}?{query}" + (f"#{parts.fragment}" if parts.fragment else "")
