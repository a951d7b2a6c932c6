"""The list of events as a file, a feed or a calendar: one address for each form, with the filters of the page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import chain
from typing import Annotated

from fastapi import Query, Request
from starlette.responses import Response, StreamingResponse

from vedette.presentation.export import FORMS, Addresses, ExportForm, export
from vedette.presentation.web.query import ExportQuery
from vedette.presentation.web.request_view import view_for


def exporting(form: ExportForm) -> Callable[..., Response]:
    """Make what answers for one form."""

    def answer(request: Request, query: Annotated[ExportQuery, Query()]) -> Response:
        return answer_export(request, query, form=form)

    return answer


def answer_export(request: Request, query: ExportQuery, *, form: ExportForm) -> Response:
    """Give the events that a query lets through as one file, written while it is sent."""
    addresses = Addresses(desk=str(request.base_url).rstrip("/"), own=str(request.url))
    opened = ExitStack()
    with opened:
        pieces = export(opened.enter_context(view_for(request)), query.filter(), form=form, addresses=addresses)
        # What goes wrong at once is told with a status of its own: after the first piece it is too late.
        first = next(pieces, b"")
        open_still = opened.pop_all()
    return StreamingResponse(_closing(chain((first,), pieces), open_still), headers=_headers(form))


def _closing(pieces: Iterator[bytes], opened: ExitStack) -> Iterator[bytes]:
    """Hand the pieces on and close the desk after the last, or when the reader goes away."""
    with opened:
        yield from pieces


def _headers(form: ExportForm) -> dict[str, str]:
    facts = FORMS[form]
    kind = "inline" if facts.subscribed else "attachment"
    return {
        "Content-Type": facts.media_type,
        "Content-Disposition": f'{kind}; filename="vedette-events.{facts.suffix}"',
    }


EXPORTS: tuple[tuple[str, Callable[..., Response]], ...] = tuple(
    (f"/events.{facts.suffix}", exporting(form)) for form, facts in FORMS.items()
)
