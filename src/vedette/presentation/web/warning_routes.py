"""Where warnings are: all scenarios, one of them, and a feed of what changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Annotated, cast

from fastapi import Query, Request
from starlette.responses import Response

from vedette.presentation.export import Addresses
from vedette.presentation.export.atom import MEDIA_TYPE
from vedette.presentation.export.warning_feed import write_warning_feed
from vedette.presentation.saying import spoken
from vedette.presentation.web.query import Id, StoodQuery
from vedette.presentation.web.remembered import remembered
from vedette.presentation.web.rendering import render
from vedette.presentation.web.request_view import view_for
from vedette.presentation.web.unchanged import has_already, not_modified, state_tag
from vedette.presentation.web.warnings_page import warning_context, warnings_context

LeftOut = Callable[[], Sequence[str]]


def warnings(request: Request, query: Annotated[StoodQuery, Query()]) -> Response:
    """All scenarios, those first that stand highest."""
    with view_for(request) as view:
        left_out = tuple(cast(LeftOut, request.app.state.left_out)())
        key = ("warnings", view.state(), spoken(), query.day, left_out)
        context = remembered(request).get(key, lambda: warnings_context(view, day=query.day, left_out=left_out))
    return render(request, context)


def warning(request: Request, id: Id, query: Annotated[StoodQuery, Query()]) -> Response:
    """One scenario: how it stands, on what that rests, and what would change it."""
    with view_for(request) as view:
        key = ("warning", id, view.state(), spoken(), query.day)
        context = remembered(request).get(key, lambda: warning_context(view, id, day=query.day))
    return render(request, context)


def warning_feed(request: Request) -> Response:
    """Changes of level, newest first."""
    addresses = Addresses(desk=str(request.base_url).rstrip("/"), own=str(request.url))
    with view_for(request) as view:
        tag = state_tag(view)
        if has_already(request, tag):
            return not_modified(tag)
        feed = b"".join(write_warning_feed(view, addresses))
    return Response(feed, media_type=f"{MEDIA_TYPE}; charset=utf-8", headers={"ETag": tag})


WARNINGS: tuple[tuple[str, Callable[..., Response]], ...] = (
    ("/warnings", warnings),
    ("/warnings.atom", warning_feed),
    ("/warnings/{id}", warning),
)
