"""What the pages ask a desk, and how long the answers take."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from vedette.evaluation.made_world import STATES
from vedette.evaluation.speed.grown import Answered
from vedette.evaluation.speed.made_news import VOCABULARY, word
from vedette.model import EventType
from vedette.store import EventFilter, Mark, View

TIMES, LONGEST = 200, 20.0
"""A question is asked so often, or for so many seconds."""
_PAGE = 50
_TYPES = (EventType.DRONE_INCIDENT, EventType.STRIKE, EventType.BORDER_CLOSURE, EventType.SABOTAGE, EventType.PROTEST)
_SEEN = 300  # reports that came in since somebody looked


def ask_all(view: View, *, times: int = TIMES) -> Iterator[Answered]:
    """Ask a desk everything that the pages ask, each question many times about other things.

    Args:
        view: The desk; it holds events.
        times: How often each.
    """
    reader = reader_of(view)
    for name, question in QUESTIONS.items():
        seconds: list[float] = []
        question(reader, times)
        while len(seconds) < times and sum(seconds) < LONGEST:
            began = time.perf_counter()
            question(reader, len(seconds))
            seconds.append(time.perf_counter() - began)
        yield Answered.of(name, seconds)


def reader_of(view: View) -> Reader:
    """Let somebody look at a desk."""
    last = view.last_published() or "2025-01-01"
    events = tuple(event.id for event in view.events(EventFilter(limit=_PAGE)))
    return Reader(view, date.fromisoformat(last[:10]), events)


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who looks at a desk: knows its last day and some of its events."""

    view: View
    last: date
    events: tuple[str, ...]

    def search(self, words: str) -> object:
        """Ask for the first page of what is found."""
        return self.view.search(words, limit=_PAGE)

    def list(self, filter: EventFilter) -> object:
        """Ask for a page of events, and how many there are."""
        return self.view.events(filter), self.view.count_events(filter)

    def event(self, number: int) -> object:
        """Ask for an event with all that tells of it."""
        event = self.view.event(self.events[number % len(self.events)])
        claims = tuple(self.view.claims(event.claims))
        return tuple(self.view.reports(sorted({claim.report for claim in claims})))

    def overview(self) -> object:
        """Ask what is new, what goes on and what is coming."""
        view, seen = self.view, Mark(report=max(0, self.view.counts()["reports"] - _SEEN))
        touched = view.touched_since(seen, reports=_SEEN)
        return (
            view.events_of_ids([one.event for one in islice(touched, 200)]), view.outlets(),
            view.coming(self.last.isoformat(), limit=6),
            view.activity(self.days_before(60), self.last.isoformat()),
        )

    def narrowed(self, number: int) -> EventFilter:
        """Narrow events to a kind, a state and the year before the last report."""
        return EventFilter(
            country=STATES[number % len(STATES)], type=_TYPES[number % len(_TYPES)], since=self.days_before(365),
            limit=_PAGE,
        )

    def days_before(self, days: int) -> str:
        """Give a day before the last."""
        return (self.last - timedelta(days=days)).isoformat()


def _rare(number: int) -> str:
    return word(VOCABULARY // 3 + number * 37 % (VOCABULARY // 2))


def _common(number: int) -> str:
    return word(20 + number % 60)


QUESTIONS: Mapping[str, Callable[[Reader, int], object]] = {
    "search: a rare word": lambda reader, number: reader.search(_rare(number)),
    "search: a common word": lambda reader, number: reader.search(_common(number)),
    "search: both": lambda reader, number: reader.search(f"{_common(number)} {_rare(number)}"),
    "events: the first pages":
        lambda reader, number: reader.list(EventFilter(limit=_PAGE, offset=number % 4 * _PAGE)),
    "events: of a kind, a state and a year": lambda reader, number: reader.list(reader.narrowed(number)),
    "events: by two common words":
        lambda reader, number: reader.list(EventFilter(text=f"{_common(number)} {_common(number + 7)}", limit=_PAGE)),
    "an event with its claims and reports": lambda reader, number: reader.event(number),
    "map: of a kind, a state and a year": lambda reader, number: list(reader.view.sightings(reader.narrowed(number))),
    "overview": lambda reader, number: reader.overview(),
}
