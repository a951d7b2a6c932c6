"""What a desk's memory can do: a view that reads, a writer that adds.

Presentation gets a :class:`View`. Only the desk holds a :class:`Writer`. Both are
protocols, so that SQLite and PostgreSQL (and a test's double) look the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from vedette.model import Claim, Decision, Event, QuarantinedInput, ReadReport, Report, Situation
from vedette.model.question import Question, QuestionKind
from vedette.model.source_health import SourceHealth
from vedette.store.asked import ClaimFilter, DecisionFilter, ListPlace, MadeOnce, Once, Part, ReportFilter
from vedette.store.glance import Glance
from vedette.store.linking import Linking
from vedette.store.sightings import Box, Sighting
from vedette.store.warning.ports import Warnings
from vedette.store.watching.nouns import Backlog, Edit


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFilter:
    """Which events to show; every field that is set must hold.

    ``since`` and ``until`` are days (``YYYY-MM-DD``) that the event's period must
    touch; events without a date are left out where one of the two is set.
    ``country`` is an ISO code, of any place of the event. ``box`` must hold a point where it
    happened. ``origins`` is how many it has at least; ``letter`` and ``digit`` are the worst
    grade that passes (A and 1 are the best). ``published_since`` and ``published_until`` are days between
    which a report that tells of it was published. ``language`` is that of such a report.
    ``actor`` is an id, a party or a name, whole; capitals do not matter. ``text`` are words as
    for a search: all of them stand in one report that tells of the event, or in its names. ``newest`` puts first what
    this desk met last, whenever it happened; else events come earliest first, undated last.
    """

    type: str | None = None
    since: str | None = None
    until: str | None = None
    country: str | None = None
    actor: str | None = None
    situation: str | None = None
    stage: str | None = None
    factuality: str | None = None
    text: str | None = None
    box: Box | None = None
    origins: int | None = None
    letter: str | None = None
    digit: int | None = None
    language: str | None = None
    published_since: str | None = None
    published_until: str | None = None
    limit: int | None = None
    offset: int = 0
    newest: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchHit:
    """A report that a search found, with the words around the match.

    ``snippet`` marks matches with U+0002 and U+0003, which no stored text holds.
    """

    report: Report
    snippet: str
    events: tuple[str, ...]


class View(Glance, Warnings, Protocol):
    """Reads a desk; changes nothing."""

    def report(self, id: str) -> Report:
        """Give one report. Raises UnknownId."""
        ...

    def reports(self, ids: Sequence[str] | None = None) -> Iterator[Report]:
        """Give reports by id, or all of them, ordered by id."""
        ...

    def known_reports(self, ids: Sequence[str]) -> frozenset[str]:
        """Say which of these report ids are on the desk already, read to the end."""
        ...

    def claims(self, ids: Sequence[str] | None = None) -> Iterator[Claim]:
        """Give claims by id, or all of them, ordered by report and place in the text."""
        ...

    def claims_of_report(self, report: str) -> tuple[Claim, ...]:
        """Give the claims of one report, in the order of the text."""
        ...

    def event(self, id: str) -> Event:
        """Give one event. Raises UnknownId."""
        ...

    def events(self, filter: EventFilter) -> tuple[Event, ...]:
        """Give the events that a filter lets through, in the order that it names."""
        ...

    def each_event(self, filter: EventFilter) -> Iterator[Event]:
        """Give the same events one after the other, however many there are: all as they are at one moment."""
        ...

    def count_events(self, filter: EventFilter) -> int:
        """Count the events that a filter lets through, whatever its limit."""
        ...

    def sightings(self, filter: EventFilter) -> Iterator[Sighting]:
        """Give what a map and a timeline draw of these events, in order, whatever the filter's limit."""
        ...

    def languages(self) -> tuple[str, ...]:
        """Give the languages in which events are told, by code."""
        ...

    def events_of_report(self, report: str) -> Mapping[str, str]:
        """Map the claim ids of a report to the events that they belong to."""
        ...

    def situations(self) -> tuple[Situation, ...]:
        """Give every situation, by name."""
        ...

    def situation(self, id: str) -> Situation:
        """Give one situation. Raises UnknownId."""
        ...

    def search(self, words: str, *, limit: int = 20) -> tuple[SearchHit, ...]:
        """Find reports by words in title and text, best first. Any input is safe."""
        ...

    def list_events(
        self, filter: EventFilter, *, after: ListPlace | None = None, limit: int = 50, total: int | None = None
    ) -> Part[Event]:
        """Give the events that follow a place, earliest first, undated last; the filter's own limit does not count.

        ``total`` is how many the whole list has, where that is known: counting may take longer than listing.
        """
        ...

    def list_reports(self, filter: ReportFilter, *, after: ListPlace | None = None, limit: int = 50) -> Part[Report]:
        """Give the reports that follow a place, in the order in which the desk met them."""
        ...

    def list_claims(self, filter: ClaimFilter, *, after: ListPlace | None = None, limit: int = 50) -> Part[Claim]:
        """Give the claims that follow a place, in the order in which the desk met their reports, and of the text."""
        ...

    def list_situations(self, *, after: ListPlace | None = None, limit: int = 50) -> Part[Situation]:
        """Give the situations that follow a place, by name."""
        ...

    def list_decisions(
        self, filter: DecisionFilter, *, after: ListPlace | None = None, limit: int = 50
    ) -> Part[Decision]:
        """Give the decisions that follow a place, in the order of the log."""
        ...

    def list_hits(self, words: str, *, after: ListPlace | None = None, limit: int = 20) -> Part[SearchHit]:
        """Find reports by words, best first, from a place on."""
        ...

    def source_health(self, *, at: datetime) -> tuple[SourceHealth, ...]:
        """Give how it stands with every feed that is watched, at a moment, by outlet and address."""
        ...

    def edits(self, *, limit: int = 20) -> tuple[Edit, ...]:
        """Give the watched pages that said something else before, those that were met last first."""
        ...

    def backlog(self, *, at: datetime) -> Backlog:
        """Count what waits of what is watched."""
        ...

    def state(self) -> str:
        """Give a short mark of all that the desk shows: the same mark, the same reports, events and decisions."""
        ...

    def note(self, report: str) -> str | None:
        """Give what a person should know about how a report was read. Raises UnknownId."""
        ...

    def quarantined(self) -> tuple[QuarantinedInput, ...]:
        """Give everything that could not be read, oldest first."""
        ...

    def quarantined_input(self, id: str) -> QuarantinedInput:
        """Give one input that could not be read, and leave it where it is. Raises UnknownId."""
        ...

    def decisions(self, filter: DecisionFilter = DecisionFilter()) -> tuple[Decision, ...]:  # noqa: B008 (frozen)
        """Give decisions of people in the order in which they were recorded, undone ones too."""
        ...

    def decisions_about(self, reports: Sequence[str]) -> tuple[Decision, ...]:
        """Give the decisions about claims of some reports, and what took them back, in the order of the log."""
        ...

    def decisions_of_ids(self, ids: Sequence[str]) -> tuple[Decision, ...]:
        """Give decisions by their ids, and what took them back, in the order of the log."""
        ...

    def decided_once(self, key: str) -> MadeOnce | None:
        """Give what was decided under a key, if anything."""
        ...

    def questions(
        self, kind: QuestionKind | None = None, *, after: tuple[float, str] | None = None, limit: int = 20,
        about: str | None = None,
    ) -> tuple[Question, ...]:
        """Give what people are asked, in the order in which it is asked: behind a place, at most so much.

        ``about`` is the id of an event: only what is asked of it.
        """
        ...

    def count_questions(self, kind: QuestionKind | None = None, *, after: tuple[float, str] | None = None) -> int:
        """Count what people are asked, all of it or what is behind a place."""
        ...

    def claims_beginning(self, id: str) -> tuple[str, ...]:
        """Give the ids of the claims that begin so, at most a few."""
        ...

    def events_beginning(self, id: str) -> tuple[str, ...]:
        """Give the ids of the events that begin so, at most a few."""
        ...

    def events_of_claims(self, ids: Sequence[str]) -> Mapping[str, str]:
        """Map claim ids to the events that they belong to."""
        ...

    def counts(self) -> Mapping[str, int]:
        """Count reports, claims, events, situations, quarantined and outlets."""
        ...

    def revision(self) -> int:
        """Count how often claims or judgements have changed; 0 on an empty desk."""
        ...

    def is_linked(self) -> bool:
        """Say whether the events were assembled from every claim and judgement that is on the desk."""
        ...

    def reader(self) -> str | None:
        """Give the version of the reader that the claims come from, where it was put on record."""
        ...


class Writer(Protocol):
    """Adds to a desk. Each call is one transaction: all of it or nothing."""

    def add(self, batch: Iterable[ReadReport | QuarantinedInput]) -> int:
        """Add reports with their claims; what is there already is left alone.

        Returns:
            How many reports were new.
        """
        ...

    def replace_events(
        self, events: Iterable[Event], situations: Iterable[Situation], *, through: int | None = None
    ) -> None:
        """Put what linking assembled in the place of what it assembled before.

        ``through`` is the revision of the desk that linking saw; without it, the
        events count as up to date with all that is there now.
        """
        ...

    def linking(self) -> AbstractContextManager[Linking]:
        """Link a portion of what is new: one transaction, in which nobody else can write."""
        ...

    def record(
        self, decisions: Sequence[Decision], *, check: Callable[[Decision, Sequence[Decision]], None] | None = None,
        once: Once | None = None,
    ) -> None:
        """Put a person's decisions on record, all or none, once ``check`` lets each pass.

        It is shown each with the decisions about the same reports, and what hangs together with these by judgements.

        Where something was recorded under the key of ``once`` already, nothing is.

        Raises JudgementError, UnknownId.
        """
        ...

    def release(self, id: str) -> QuarantinedInput:
        """Take an input out of quarantine to try it again. Raises UnknownId."""
        ...

    def set_reader(self, version: str) -> None:
        """Put on record which reader the claims of this desk come from."""
        ...
