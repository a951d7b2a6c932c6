"""What an assistant can ask of a desk: one function for each tool, each of a view and plain words."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from vedette.errors import UnknownId, UsageError, VedetteError
from vedette.presentation.editions import describe_kind
from vedette.presentation.event_sentence import event_sentence
from vedette.presentation.mcp.citing import (
    FEW_CITATIONS,
    NOTICE,
    Answer,
    citation,
    event_address,
    event_answer,
    source,
    untrusted,
)
from vedette.presentation.period_words import describe_period
from vedette.presentation.selecting import EVENT_PLACE, HIT_PLACE, SITUATION_PLACE, Selection, cursor_of, place_of
from vedette.store.asked import Part
from vedette.store.ports import EventFilter, View

MOST_EVENTS = 20
MOST_CHARACTERS = 20_000
MOST_CLAIMS = 100


def search_events(view: View, *, limit: int, cursor: str | None, **filter: Any) -> Answer:
    """Find events, each with a few citations."""
    part = view.list_events(_selection(filter), after=place_of(cursor, EVENT_PLACE), limit=limit)
    return _part(part, "events", [event_answer(view, event, most=FEW_CITATIONS) for event in part.items])


def get_event(view: View, id: str) -> Answer:
    """Give one event with its citations. Raises UnknownId."""
    return {"notice": NOTICE, "event": event_answer(view, view.event(id))}


def search_reports(view: View, words: str, *, limit: int, cursor: str | None) -> Answer:
    """Find reports by words, best first."""
    part = view.list_hits(words, after=place_of(cursor, HIT_PLACE), limit=limit)
    return _part(part, "reports", [
        {**source(hit.report), "snippet": untrusted(hit.snippet.replace("\x02", "").replace("\x03", "")),
         "events": [event_address(event) for event in hit.events]} for hit in part.items
    ])


def get_report(view: View, id: str, *, offset: int = 0) -> Answer:
    """Give a report: its text from a position on, and the claims that stand in this piece. Raises UnknownId."""
    report, claims = view.report(id), view.claims_of_report(id)
    end = offset + MOST_CHARACTERS
    told = [claim for claim in claims if offset <= claim.sentence.start < end]
    events = view.events_of_report(id)
    return {
        "notice": NOTICE, **source(report), "characters": len(report.text), "offset": offset,
        "text": untrusted(report.text[offset:end]), "next_offset": end if end < len(report.text) else None,
        "citations": [
            {**citation(claim, report), "type": str(claim.type),
             "event": event_address(events[claim.id]) if claim.id in events else None}
            for claim in told[:MOST_CLAIMS]
        ],
        "citations_left_out": max(0, len(told) - MOST_CLAIMS),
    }


def list_situations(view: View, *, limit: int, cursor: str | None) -> Answer:
    """List situations by name."""
    part = view.list_situations(after=place_of(cursor, SITUATION_PLACE), limit=limit)
    return _part(part, "situations", [
        {"id": one.id, "resource": f"vedette://situation/{one.id}", "name": untrusted(one.name),
         "kind": describe_kind(one.kind), "events": len(one.events)} for one in part.items
    ])


def get_situation(view: View, id: str, *, cursor: str | None = None) -> Answer:
    """Give a situation with its events, earliest first, each with a few citations. Raises UnknownId."""
    situation = view.situation(id)
    within = EventFilter(situation=situation.id)
    part = view.list_events(within, after=place_of(cursor, EVENT_PLACE), limit=MOST_EVENTS)
    return {
        **_part(part, "events", [event_answer(view, event, most=FEW_CITATIONS) for event in part.items]),
        "id": situation.id, "name": untrusted(situation.name), "kind": describe_kind(situation.kind),
        "names": [untrusted(name) for name in situation.names], "why": untrusted(situation.why),
        "earlier": [
            {"situation": f"vedette://situation/{edition.situation}", "name": untrusted(edition.name),
             "when": describe_period(edition.period)} for edition in situation.earlier
        ],
    }


def overview(view: View) -> Answer:
    """Say what the desk holds and which events it met last, for a first look."""
    newest = view.events(EventFilter(newest=True, limit=MOST_EVENTS))
    return {
        "notice": NOTICE, "holds": dict(view.counts()),
        "newest": [{"resource": event_address(one.id), "summary": untrusted(event_sentence(one))} for one in newest],
    }


def sentence_of(error: VedetteError | ValidationError) -> str:
    """Say what is wrong so that an assistant can ask again."""
    if isinstance(error, ValidationError):
        said = [(".".join(map(str, one["loc"])), one["msg"].removeprefix("Value error, ")) for one in error.errors()]
        return " ".join(f"{where}: {what}" if where else what for where, what in said)
    return error.said if isinstance(error, UnknownId) else str(error)


def _selection(filter: dict[str, Any]) -> EventFilter:
    try:
        return Selection(**{name: value for name, value in filter.items() if value is not None}).filter()
    except ValidationError as error:
        raise UsageError(sentence_of(error)) from None


def _part(part: Part[Any], noun: str, found: list[Answer]) -> Answer:
    return {
        "notice": NOTICE, "total": part.total, "next_cursor": cursor_of(part.end) if part.more else None, noun: found
    }
