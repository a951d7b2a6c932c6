"""An event with everything that an export says of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice

from vedette.model import Event, Report
from vedette.presentation.evidence import Evidence, evidence_of
from vedette.presentation.wording import describe_event
from vedette.store.ports import EventFilter, View

# Events in memory at one time.
BATCH = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """An event as it is exported: never without its sentences and who says so.

    ``summary`` is the event in one sentence; what is no fact says so in its first word.
    ``situation`` is the name of the situation it belongs to. ``seen`` says of each report
    when the desk met it, or else its own date; reports of which neither is known are not in it.
    """

    event: Event
    summary: str
    evidence: tuple[Evidence, ...] = ()
    situation: str = ""
    seen: Mapping[str, datetime] = field(default_factory=dict)

    @property
    def created(self) -> datetime | None:
        """When the desk met the first report that tells of it."""
        return min(self.seen.values(), default=None)

    @property
    def updated(self) -> datetime | None:
        """When the desk met the newest report that tells of it."""
        return max(self.seen.values(), default=None)


def records(view: View, filter: EventFilter) -> Iterator[Record]:
    """Give the events that a filter lets through with their sentences, a few in memory at a time."""
    names = {situation.id: situation.name for situation in view.situations()}
    events = view.each_event(filter)
    while some := list(islice(events, BATCH)):
        yield from _with_evidence(view, some, names)


def _with_evidence(view: View, events: Sequence[Event], names: dict[str, str]) -> Iterator[Record]:
    claims = {claim.id: claim for claim in view.claims([claim for event in events for claim in event.claims])}
    order = {claim: place for place, claim in enumerate(claims)}  # by report and place in the text
    wanted = {claim.report for claim in claims.values()}
    reports = {report.id: report for report in view.reports(sorted(wanted))}
    for event in events:
        # What was linked anew a moment ago can be gone.
        held = [claims[one] for one in event.claims if one in claims and claims[one].report in reports]
        told = sorted(held, key=lambda claim: order[claim.id])
        yield Record(
            event=event, summary=describe_event(event, told),
            evidence=tuple(evidence_of(claim, reports[claim.report]) for claim in told),
            situation=names.get(event.situation or "", ""),
            seen=dict(_moments(reports[claim.report] for claim in told)),
        )


def _moments(reports: Iterable[Report]) -> Iterator[tuple[str, datetime]]:
    for report in reports:
        if moment := moment_of(report.first_seen) or moment_of(report.published):
            yield report.id, moment


def moment_of(written: str | None) -> datetime | None:
    """Understand an ISO 8601 day or moment; without a zone it is taken for UTC, and what is none for unknown.

    Example:
        >>> moment_of("2025-09-12").isoformat(), moment_of("soon")
        ('2025-09-12T00:00:00+00:00', None)

    """
    try:
        moment = datetime.fromisoformat(written or "")
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None
