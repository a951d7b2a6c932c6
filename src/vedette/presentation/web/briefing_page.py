"""The briefing in the desk: choose a time and a filter, look at what it tells, take it away as a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar, Self
from urllib.parse import urlencode

from fastapi import Query, Request
from markupsafe import Markup
from pydantic import Field, model_validator
from starlette.responses import Response

from vedette.errors import UsageError
from vedette.model import EventType, Situation
from vedette.presentation.briefing import Briefing, BriefingForm, brief, render_briefing
from vedette.presentation.briefing.map_svg import draw_map
from vedette.presentation.saying import gettext
from vedette.presentation.selecting import Day, Selection
from vedette.presentation.web.contexts import ExportLink, PageContext
from vedette.presentation.web.rendering import render
from vedette.presentation.web.request_view import view_for
from vedette.store.ports import EventFilter, View

MOST = 1_000  # events; who is to read more needs the list, not a briefing
FILES: Mapping[BriefingForm, tuple[str, str, str]] = {  # what it is called, how its name ends, its media type
    BriefingForm.HTML: ("HTML", "html", "text/html; charset=utf-8"),
    BriefingForm.MARKDOWN: ("Markdown", "md", "text/markdown; charset=utf-8"),
    BriefingForm.PDF: ("PDF", "pdf", "application/pdf"),
}


class BriefingQuery(Selection):
    """Which events a briefing tells of: the filters of the list, and when reports of them were published."""

    published_since: Day = Field(None, description="A report of the event was published on this day or later.")
    published_until: Day = Field(None, description="A report of the event was published on this day or earlier.")

    @model_validator(mode="after")
    def _days_in_order(self) -> Self:
        since, until = self.published_since, self.published_until
        if since is not None and until is not None and since > until:
            raise ValueError("'published_since' lies after 'published_until'. Swap the two days.")
        return self

    def filter(self) -> EventFilter:
        """Give the filter that the store understands."""
        return replace(super().filter(), published_since=self.published_since, published_until=self.published_until)

    def address(self, suffix: str) -> str:
        """Write the address of the briefing as a file."""
        pairs = {**self.selected(), **self._published()}
        return f"/briefing.{suffix}?{urlencode(pairs)}" if pairs else f"/briefing.{suffix}"

    def _published(self) -> Mapping[str, str]:
        days = {"published_since": self.published_since, "published_until": self.published_until}
        return {name: day for name, day in days.items() if day is not None}


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefingContext(PageContext):
    """A briefing, or why there is none; ``count`` is of the events that were chosen."""

    TEMPLATE: ClassVar[str] = "briefing.html"
    query: BriefingQuery
    types: tuple[EventType, ...]
    situations: tuple[Situation, ...]
    count: int
    most: int
    briefing: Briefing | None
    map: Markup
    files: tuple[ExportLink, ...]


def briefing_page(request: Request, query: Annotated[BriefingQuery, Query()]) -> Response:
    """What became known in a time, with its sources."""
    with view_for(request) as view:
        context = briefing_context(view, query)
    return render(request, context)


def briefing_context(view: View, query: BriefingQuery) -> BriefingContext:
    """Gather what the page of a briefing shows."""
    count = view.count_events(query.filter())
    made = _made(view, query) if count <= MOST else None
    return BriefingContext(
        title=gettext("Briefing"), section="briefing", query=query, types=tuple(EventType),
        situations=view.situations(), count=count, most=MOST, briefing=made,
        map=Markup(draw_map(made.points) if made else ""),
        files=tuple(
            ExportLink(label=name, address=query.address(suffix), is_file=True) for name, suffix, _ in FILES.values()
        ) if made and count else (),
    )


def handing_out(form: BriefingForm) -> Callable[..., Response]:
    """Make what answers with a briefing as a file."""
    _, suffix, media_type = FILES[form]

    def answer(request: Request, query: Annotated[BriefingQuery, Query()]) -> Response:
        with view_for(request) as view:
            count = view.count_events(query.filter())
            if count > MOST:
                raise UsageError(
                    f"A briefing tells of {MOST:,} events at most; {count:,} are chosen. Choose a shorter time or "
                    "fewer events, or take the whole list as a file from the events page."
                )
            file = render_briefing(_made(view, query), form)
        headers = {"Content-Disposition": f'attachment; filename="vedette-briefing.{suffix}"'}
        return Response(file, media_type=media_type, headers=headers)

    return answer


def _made(view: View, query: BriefingQuery) -> Briefing:
    return brief(view, since=query.published_since, until=query.published_until, among=query.filter())


BRIEFING: tuple[tuple[str, Callable[..., Response]], ...] = (
    ("/briefing", briefing_page),
    *((f"/briefing.{suffix}", handing_out(form)) for form, (_, suffix, _) in FILES.items()),
)
