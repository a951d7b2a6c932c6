"""What a person reads of an event in a feed, a calendar, a map or a timeline: lines of plain text."""

from __future__ import annotations

from collections.abc import Iterator

from vedette.presentation.evidence import Evidence
from vedette.presentation.export.record import Record
from vedette.presentation.fields import event_fields
from vedette.presentation.safe_text import printable
from vedette.presentation.wording import describe_conflict_field

CHAIN = " <- "


def detail_lines(record: Record) -> Iterator[str]:
    """Give an event line by line: in a sentence, field by field, what is disputed, and every sentence behind it."""
    yield printable(record.summary)
    for name, value in event_fields(record.event, situation=record.situation):
        yield f"{name}: {printable(value)}"
    for conflict in record.event.conflicts:
        sides = " / ".join(side.value for side in conflict.values)
        yield printable(f"Disputed: {describe_conflict_field(conflict)}: {sides}")
    for said in record.evidence:
        yield quoted(said)


def quoted(said: Evidence) -> str:
    """Give a sentence with who says so and through whom, when, and its address."""
    source = ", ".join(part for part in (CHAIN.join(said.chain), said.published or "", said.url or "") if part)
    return printable(f"“{said.sentence}” ({source})")
