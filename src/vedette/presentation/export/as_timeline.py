"""Events as the JSON of TimelineJS, the timeline that newsrooms put on their pages."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from vedette.model import Period
from vedette.presentation.export.addresses import Addresses
from vedette.presentation.export.as_json import joined
from vedette.presentation.export.days import days_of
from vedette.presentation.export.details import detail_lines
from vedette.presentation.export.record import Record
from vedette.presentation.safe_text import json_line, printable
from vedette.presentation.wording import describe_briefly, describe_period, type_word

_PARTS = (("year", 0, 4), ("month", 5, 7), ("day", 8, 10), ("hour", 11, 13), ("minute", 14, 16))


def write_timeline(records: Iterable[Record], addresses: Addresses) -> Iterator[bytes]:
    """Write a slide for each event with a date; TimelineJS has no place for others."""
    yield b'{"events": ['
    yield from joined(
        json_line(_slide(record, record.event.period)).encode("utf-8") for record in records
        if record.event.period is not None and days_of(record.event.period) is not None
    )
    yield b"\n]}\n"


def date_parts(moment: str) -> dict[str, int]:
    """Cut an ISO 8601 moment into what TimelineJS calls a date, no finer than it is written.

    Example:
        >>> date_parts("2025-09"), date_parts("2025-09-11T18:00")["hour"]
        ({'year': 2025, 'month': 9}, 18)

    """
    return {name: int(moment[start:end]) for name, start, end in _PARTS if moment[start:end].isdigit()}


def _slide(record: Record, period: Period) -> Mapping[str, Any]:
    event = record.event
    when = {"start_date": date_parts(period.start or period.end or "")}
    if period.start and period.end and period.end != period.start:
        when["end_date"] = date_parts(period.end)
    # TimelineJS puts these words into its page as HTML: there is no mark in them but our own.
    text = "".join(f"<p>{html.escape(line)}</p>" for line in detail_lines(record))
    return {
        "unique_id": event.id, **when, "display_date": html.escape(printable(describe_period(period))),
        "group": html.escape(type_word(event.type)),
        "text": {"headline": html.escape(printable(describe_briefly(event))), "text": text},
    }
