"""What is planned, as a calendar (iCalendar, RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from vedette.model import Factuality, Stage
from vedette.presentation.export.addresses import Addresses
from vedette.presentation.export.days import days_of
from vedette.presentation.export.details import detail_lines
from vedette.presentation.export.identity import uuid_of
from vedette.presentation.export.places import points_of
from vedette.presentation.export.record import Record
from vedette.presentation.safe_text import printable
from vedette.presentation.wording import describe_briefly, describe_period, describe_place, type_word

if TYPE_CHECKING:
    import icalendar

_END = b"END:VCALENDAR"
# An entry must carry a stamp; this says that nobody knows when the desk met its reports.
_UNKNOWN = datetime(1970, 1, 1, tzinfo=UTC)


def write_calendar(records: Iterable[Record], addresses: Addresses) -> Iterator[bytes]:
    """Write whole days from the first to the last for what is planned; what has no day stands on none."""
    head, _, tail = _calendar().to_ical().partition(_END)
    yield head
    for record in records:
        days = days_of(record.event.period)
        if record.event.stage is Stage.PLANNED and days is not None:
            yield _entry(record, days, addresses).to_ical()
    yield _END + tail


def _calendar() -> icalendar.Calendar:
    import icalendar  # noqa: PLC0415 (an extra)

    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Vedette//Events//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", "Vedette: planned events")
    return calendar


def _entry(record: Record, days: tuple[date, date], addresses: Addresses) -> icalendar.Event:
    import icalendar  # noqa: PLC0415 (an extra)

    event, entry = record.event, icalendar.Event()
    entry.add("uid", str(uuid_of("event", event.id)))
    entry.add("dtstamp", record.updated or _UNKNOWN)
    entry.add("dtstart", days[0])
    entry.add("dtend", days[1] + timedelta(days=1))  # the day after the last, as the standard counts
    entry.add("summary", printable(f"{describe_briefly(event)} ({describe_period(event.period)})"))
    entry.add("description", "\n".join(detail_lines(record)))
    # A plan is sure only where its sources present it so; nobody is busy because of it.
    entry.add("status", "CONFIRMED" if event.factuality is Factuality.ASSERTED else "TENTATIVE")
    entry.add("transp", "TRANSPARENT")
    entry.add("categories", [type_word(event.type), str(event.stage), str(event.factuality)])
    _add_place(entry, record)
    if page := addresses.event(event.id):
        entry.add("url", page)
    return entry


def _add_place(entry: icalendar.Event, record: Record) -> None:
    if where := describe_place(record.event):
        entry.add("location", printable(where))
    for point in points_of(record.event)[:1]:
        entry.add("geo", (point.lat, point.lon))
        entry.add("x-vedette-geo-precision", point.precision)
