"""Gather what the pages with lists show."""

from __future__ import annotations

import re
from datetime import date, datetime

from vedette.model.coverage import SourceState
from vedette.presentation.known_day import known_day
from vedette.presentation.outlet_health import health_of
from vedette.presentation.saying import gettext as _
from vedette.presentation.watching.words import duration_word, moment_word, state_key, state_word
from vedette.presentation.web.contexts import (
    Found,
    Paged,
    SearchContext,
    SourcesContext,
    WatchedSource,
)
from vedette.presentation.web.event_page import event_row
from vedette.presentation.web.query import Paging
from vedette.store import EventFilter, SearchHit, View

SEARCH_LIMIT = 50
# A report with more events than this names only the first ones beside a search hit.
_EVENTS_BESIDE = 5
_EVENTS_FOUND = 12
# What needs somebody comes first.
_ORDER = (SourceState.FAILING, SourceState.SILENT, SourceState.UNKNOWN, SourceState.STEADY)


def paged(query: Paging, *, shown: int, total: int, path: str) -> Paged:
    """Say which part of a list is shown and where the parts beside it are."""
    back = max(0, query.offset - query.limit)
    onward = query.offset + query.limit
    return Paged(
        first=query.offset + 1 if shown else 0, last=query.offset + shown if shown else 0, total=total,
        previous=query.address(path, offset=min(back, max(0, total - 1))) if query.offset else None,
        next=query.address(path, offset=onward) if onward < total else None,
    )


def search_context(view: View, words: str) -> SearchContext:
    """Gather the reports that hold the words, best first, and the events that go by them."""
    hits = view.search(words, limit=SEARCH_LIMIT) if words else ()
    told = EventFilter(text=words, limit=_EVENTS_FOUND)
    return SearchContext(
        title=_("Search: %(words)s") % {"words": words} if words else _("Search"), section="search", words=words,
        found=tuple(_found(view, hit) for hit in hits), limit=SEARCH_LIMIT,
        events=tuple(map(event_row, view.events(told))) if words else (),
        events_total=view.count_events(told) if words else 0,
    )


def sources_context(view: View) -> SourcesContext:
    """Count the reports of every outlet, the largest first, and say which of them fell silent."""
    newest = view.last_published()
    outlets = view.outlets()
    today = known_day(newest) or date.max
    rows = tuple(health_of(outlet, today=today) for outlet in outlets)
    return SourcesContext(
        title=_("Sources"), section="sources", outlets=rows, total=sum(one.reports for one in outlets), today=newest
    )


def watched_sources(view: View, *, at: datetime) -> tuple[WatchedSource, ...]:
    """Say how it stands with every feed that is watched, those first to which the desk is blind."""
    health = sorted(view.source_health(at=at), key=lambda one: (_ORDER.index(one.state), one.outlet, one.address))
    return tuple(
        WatchedSource(
            outlet=one.outlet, address=one.address, state=state_key(one.state), word=state_word(one.state),
            answered=moment_word(one.answered), newest=moment_word(one.newest), usual=duration_word(one.rhythm),
            errors=one.streak, reason=one.reason,
        )
        for one in health
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
    events = view.events_of_ids(hit.events[:_EVENTS_BESIDE])
    return Found(report=hit.report, snippet=snippet_parts(hit.snippet), events=tuple(map(event_row, events)))
