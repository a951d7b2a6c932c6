"""Gather what the pages with lists show."""

from __future__ import annotations

import re
from collections import defaultdict

from vedette.model import EventType, Factuality, Report, Stage
from vedette.presentation.editions import KINDS, edition_rows
from vedette.presentation.export.form import FORMS, ExportForm
from vedette.presentation.web.contexts import (
    EventsContext,
    ExportLink,
    Found,
    HomeContext,
    OutletRow,
    Paged,
    SearchContext,
    SituationContext,
    SourcesContext,
)
from vedette.presentation.web.event_page import event_row
from vedette.presentation.web.query import EventQuery, Paging
from vedette.store.ports import EventFilter, SearchHit, View

NEWEST = 10
SEARCH_LIMIT = 50
# A report with more events than this names only the first ones beside a search hit.
_EVENTS_BESIDE = 5
# No period ends later; a filter that it passes leaves out only events without a date.
_LAST_DAY = "9999-12-31"


def home_context(view: View) -> HomeContext:
    """Gather what the desk holds, and the events that reach furthest towards today or beyond."""
    dated = EventFilter(until=_LAST_DAY)
    beyond = max(0, view.count_events(dated) - NEWEST)
    newest = view.events(EventFilter(until=_LAST_DAY, limit=NEWEST, offset=beyond))
    return HomeContext(
        title="What this desk holds", section="home", counts=view.counts(),
        newest=tuple(event_row(event) for event in reversed(newest)), situations=view.situations(),
    )


def events_context(view: View, query: EventQuery) -> EventsContext:
    """Gather one page of the events that a query lets through."""
    events = view.events(query.filter())
    total = view.count_events(query.filter())
    return EventsContext(
        title="Events", section="events", query=query, rows=tuple(event_row(event) for event in events),
        paged=paged(query, shown=len(events), total=total, path="/events"),
        types=tuple(sorted(EventType)), stages=tuple(Stage), factualities=tuple(Factuality),
        situations=view.situations(), as_json=query.address("/api/v1/events"), exports=_export_links(query),
        feed=query.export_address(FORMS[ExportForm.ATOM].suffix),
    )


def _export_links(query: EventQuery) -> tuple[ExportLink, ...]:
    return tuple(
        ExportLink(label=facts.label, address=query.export_address(facts.suffix), is_file=not facts.subscribed)
        for facts in FORMS.values()
    )


def paged(query: Paging, *, shown: int, total: int, path: str) -> Paged:
    """Say which part of a list is shown and where the parts beside it are."""
    back = max(0, query.offset - query.limit)
    onward = query.offset + query.limit
    return Paged(
        first=query.offset + 1 if shown else 0, last=query.offset + shown if shown else 0, total=total,
        previous=query.address(path, offset=min(back, max(0, total - 1))) if query.offset else None,
        next=query.address(path, offset=onward) if onward < total else None,
    )


def situation_context(view: View, id: str) -> SituationContext:
    """Gather a situation with its events, earliest first.

    Raises:
        UnknownId: No such situation.
    """
    situation = view.situation(id)
    rows = tuple(event_row(event) for event in view.events(EventFilter(situation=id)))
    editions = tuple((row, tuple(map(event_row, row.followed))) for row in edition_rows(view, situation))
    return SituationContext(
        title=situation.name, section="situations", situation=situation, kind=KINDS[situation.kind], rows=rows,
        editions=editions,
    )


def search_context(view: View, words: str) -> SearchContext:
    """Gather the reports that hold the words, best first."""
    hits = view.search(words, limit=SEARCH_LIMIT) if words else ()
    return SearchContext(
        title=f"Search: {words}" if words else "Search", section="search", words=words,
        found=tuple(_found(view, hit) for hit in hits), limit=SEARCH_LIMIT,
    )


def sources_context(view: View) -> SourcesContext:
    """Count the reports of every outlet, the largest first."""
    by_outlet: dict[str | None, list[str | None]] = defaultdict(list)
    for report in view.reports():
        by_outlet[_outlet(report)].append(report.published)
    rows = (_outlet_row(name, dates) for name, dates in by_outlet.items())
    ordered = tuple(sorted(rows, key=lambda row: (row.name is None, -row.reports, row.name or "")))
    return SourcesContext(
        title="Sources", section="sources", outlets=ordered, total=sum(row.reports for row in ordered)
    )


def snippet_parts(snippet: str) -> tuple[tuple[str, bool], ...]:
    r"""Cut a snippet at its marks; a part is marked where the flag is true.

    Example:
        >>> snippet_parts("closed the \x02border\x03 at")
        (('closed the ', False), ('border', True), (' at', False))
    """
    parts: list[tuple[str, bool]] = []
    for part in re.split("(\x02[^\x03]*\x03?)", snippet):
        if part:
            parts.append((part.strip("\x02\x03"), part.startswith("\x02")))
    return tuple(parts)


def _found(view: View, hit: SearchHit) -> Found:
    events = tuple(event_row(view.event(event)) for event in hit.events[:_EVENTS_BESIDE])
    return Found(report=hit.report, snippet=snippet_parts(hit.snippet), events=events)


def _outlet(report: Report) -> str | None:
    return report.outlet or None


def _outlet_row(name: str | None, published: list[str | None]) -> OutletRow:
    known = sorted(day for day in published if day)
    return OutletRow(
        name=name, reports=len(published), first=known[0] if known else None, last=known[-1] if known else None
    )
