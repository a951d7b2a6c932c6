"""Events beside an event: what a sum counts, and the sums that count it."""

from __future__ import annotations

from collections.abc import Iterable

from vedette.model import Event
from vedette.presentation.period_words import describe_period
from vedette.presentation.saying import marked
from vedette.presentation.wording import describe_briefly
from vedette.store.ports import View

PARTS = marked("It sums up")
SUMS = marked("It is counted in")


def related_events(view: View, ids: Iterable[str]) -> tuple[Event, ...]:
    """Give events by their ids, earliest first, undated last; one that was linked anew a moment ago is passed over."""
    return tuple(sorted(view.events_of_ids(tuple(ids)), key=_by_date))


def describe_related(event: Event) -> str:
    """Say in a line which event is meant: when, what, and its id."""
    return f"{describe_period(event.period)}: {describe_briefly(event)} [{event.id}]"


def _by_date(event: Event) -> tuple[str, str]:
    period = event.period
    return ((period.first_day or period.last_day) if period else None) or "9999", event.id
