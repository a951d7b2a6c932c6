"""Exports: the forms that there are, and the events of a filter in one of them."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Annotated

from fastapi import Path, Query, Request
from starlette.responses import Response

from vedette.model.codec import SCHEMA
from vedette.presentation.export import FORMS, ExportForm
from vedette.presentation.selecting import NUMBER_PLACE
from vedette.presentation.web.api.answers import answer_part, part_of
from vedette.presentation.web.api.queries import Cursored, FormQuery
from vedette.presentation.web.exports import answer_export
from vedette.presentation.web.request_view import view_for
from vedette.presentation.web.unchanged import has_already, not_modified, state_tag

PATH = "/api/v1/exports"


def list_exports(request: Request, query: Annotated[Cursored, Query()]) -> Response:
    """The forms in which events can be had, and where; `available` says whether what writes them is installed."""
    forms = [
        {
            "schema": SCHEMA, "form": str(form), "label": facts.label, "address": f"{PATH}/{form}",
            "media_type": facts.media_type, "suffix": facts.suffix,
            "available": facts.library is None or find_spec(facts.library) is not None,
        }
        for form, facts in FORMS.items()
    ]
    return answer_part(
        request, query, lambda view, after: part_of(forms, after, query.limit), path=PATH, place=NUMBER_PLACE,
        noun="exports",
    )


def export_events(
    request: Request, form: Annotated[ExportForm, Path(description="A form.")], query: Annotated[FormQuery, Query()]
) -> Response:
    """The events of a filter as one file, all of them unless a limit is set."""
    with view_for(request) as view:
        tag = state_tag(view)
    if has_already(request, tag):
        return not_modified(tag)
    response = answer_export(request, query, form=form)
    # What is written between the two looks is not what the tag stands for; then the next look finds another tag.
    response.headers["ETag"] = tag
    return response
