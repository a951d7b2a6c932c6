"""The page of events: the table, what it is narrowed by, and the map and timeline of the same events."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from markupsafe import Markup

from vedette.model import EVENT_TYPES, EventType, Factuality, Situation, Stage
from vedette.presentation.export.form import FORMS, ExportForm
from vedette.presentation.families import FAMILIES, family_word
from vedette.presentation.saying import gettext as _
from vedette.presentation.saying import spoken
from vedette.presentation.web.contexts import EventRow, ExportLink, PageContext, Paged
from vedette.presentation.web.event_page import event_row
from vedette.presentation.web.islands import Islands
from vedette.presentation.web.list_pages import paged
from vedette.presentation.web.query import EventQuery
from vedette.presentation.web.remembered import Remembered, count_kept
from vedette.store.ports import EventFilter, View

WriteRows = Callable[[Sequence[EventRow]], Markup]
"""Writes events as rows of a table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Types of events that belong together."""

    id: str
    word: str
    types: tuple[EventType, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventsContext(PageContext):
    """The table of events with its filters, the map and the timeline."""

    TEMPLATE: ClassVar[str] = "events.html"
    query: EventQuery
    body: Markup
    paged: Paged
    families: tuple[Family, ...]
    stages: tuple[Stage, ...]
    factualities: tuple[Factuality, ...]
    situations: tuple[Situation, ...]
    languages: tuple[str, ...]
    as_json: str
    exports: tuple[ExportLink, ...]
    feed: str
    islands: Islands


def events_context(
    view: View, query: EventQuery, islands: Islands, *, kept: Remembered, written: WriteRows
) -> EventsContext:
    """Gather one page of the events that a query lets through.

    Args:
        view: The desk.
        query: Which events, and which page of them.
        islands: The map and the timeline.
        kept: What was counted and written before, which holds as long as the desk shows the same.
        written: Writes events as rows of a table.
    """
    state, asked = view.state(), query.filter()
    every = replace(asked, limit=None, offset=0)
    shown, body = kept.get(("events shown", state, spoken(), asked), lambda: _rows(view, asked, written))
    total = count_kept(view, every, state=state, kept=kept)
    situations, languages = kept.get(("choices", state), lambda: (view.situations(), view.languages()))
    return EventsContext(
        title=_("Events"), section="events", query=query, body=body,
        paged=paged(query, shown=shown, total=total, path="/events"),
        families=_families(), stages=tuple(Stage), factualities=tuple(Factuality),
        situations=situations, languages=languages, as_json=query.elsewhere("/api/v1/events"),
        exports=_export_links(query), feed=query.export_address(FORMS[ExportForm.ATOM].suffix), islands=islands,
    )


def _rows(view: View, asked: EventFilter, written: WriteRows) -> tuple[int, Markup]:
    """Give how many events one page of a list shows, and their rows: the same for all who read it in one language."""
    rows = tuple(map(event_row, view.events(asked)))
    return len(rows), written(rows)


def _families() -> tuple[Family, ...]:
    return tuple(
        Family(
            id=family, word=family_word(family),
            types=tuple(definition.type for definition in EVENT_TYPES if definition.family == family),
        )
        for family in FAMILIES
    )


def _export_links(query: EventQuery) -> tuple[ExportLink, ...]:
    return tuple(
        ExportLink(label=facts.label, address=query.export_address(facts.suffix), is_file=not facts.subscribed)
        for facts in FORMS.values()
    )
