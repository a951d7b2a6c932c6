"""The pages: one function for each address."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from typing import Annotated

from fastapi import Query, Request
from starlette.responses import Response

from vedette.presentation.saying import spoken
from vedette.presentation.selecting import Words
from vedette.presentation.web.access import person_of
from vedette.presentation.web.event_page import event_context
from vedette.presentation.web.events_page import events_context
from vedette.presentation.web.islands import islands_for
from vedette.presentation.web.list_pages import (
    search_context,
    sources_context,
    watched_sources,
)
from vedette.presentation.web.looking import Look, looks_of, moment, remember
from vedette.presentation.web.overview_page import desk_now, home_context
from vedette.presentation.web.page_history import show_history
from vedette.presentation.web.query import EventQuery, Id, LookBack
from vedette.presentation.web.remembered import remembered
from vedette.presentation.web.rendering import render, render_rows
from vedette.presentation.web.report_page import report_context
from vedette.presentation.web.request_view import view_for
from vedette.presentation.web.review.forms import judge_forms
from vedette.presentation.web.review.routes import may_decide
from vedette.presentation.web.shown_event import shown_event
from vedette.presentation.web.situation_page import situation_context, situations_context


def home(request: Request, query: Annotated[LookBack, Query()]) -> Response:
    """What changed since somebody looked, what goes on, what is coming, who fell silent."""
    with view_for(request) as view:
        now = Look(mark=view.mark(), at=moment())
        looks = looks_of(request).moved_on(now)
        kept, shown = remembered(request), (view.state(), spoken(), now.at[:10])
        desk = kept.get(("desk", *shown), lambda: desk_now(view, asked=date.fromisoformat(now.at[:10])))
        gathered = kept.get(
            ("home", *shown, looks.since, query.since),
            lambda: home_context(view, looks, now=now, desk=desk, chosen=query.since),
        )
    answer = render(request, replace(gathered, upto=str(now)))
    remember(request, answer, looks)
    return answer


def events(request: Request, query: Annotated[EventQuery, Query()]) -> Response:
    """Events as a table, with filters and paging in the address."""
    with view_for(request) as view:
        context = events_context(
            view, query, islands_for(request), kept=remembered(request), written=partial(render_rows, request)
        )
    return render(request, context)


def event(request: Request, id: Id) -> Response:
    """One event with every sentence behind it."""
    with view_for(request) as view:
        shown = shown_event(view, id)
        context = event_context(view, shown)
        if may_decide(request, person_of(request)):
            context = replace(context, judging=judge_forms(view, shown))
    return render(request, context)


def report(request: Request, id: Id) -> Response:
    """One report as read, with its claims marked."""
    with view_for(request) as view:
        context = report_context(view, id)
        history = show_history(request, context.report, view)
    decides = may_decide(request, person_of(request))
    return render(request, replace(context, history=history, may_decide=decides))


def situation(request: Request, id: Id) -> Response:
    """Events that develop together, in order."""
    with view_for(request) as view:
        context = situation_context(view, id)
    return render(request, context)


def situations(request: Request) -> Response:
    """All situations, those first in which most went on of late."""
    with view_for(request) as view:
        key = ("situations", view.state(), spoken())
        context = remembered(request).get(key, lambda: situations_context(view))
    return render(request, context)


def search(request: Request, q: Annotated[Words, Query()] = None) -> Response:
    """Reports that hold the words."""
    with view_for(request) as view:
        context = search_context(view, q or "")
    return render(request, context)


def sources(request: Request) -> Response:
    """Outlets that were seen."""
    with view_for(request) as view:
        context = remembered(request).get(("sources", view.state(), spoken()), lambda: sources_context(view))
        # How it stands with those that are watched changes while the desk stays the same.
        context = replace(context, watched=watched_sources(view, at=datetime.now(UTC)))
    return render(request, context)


PAGES: tuple[tuple[str, Callable[..., Response]], ...] = (
    ("/", home),
    ("/events", events),
    ("/events/{id}", event),
    ("/reports/{id}", report),
    ("/situations", situations),
    ("/situations/{id}", situation),
    ("/search", search),
    ("/sources", sources),
)
