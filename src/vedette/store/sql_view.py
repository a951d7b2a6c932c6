"""Reads a desk in a SQL database."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from sqlalchemy import Column, Connection, RowMapping, Select, bindparam, func, select

from vedette.errors import UnknownId
from vedette.model import Claim, Decision, Event, QuarantinedInput, Report, Situation
from vedette.model.question import Question, QuestionKind
from vedette.store import records, tables
from vedette.store.asked import DecisionFilter
from vedette.store.book import Book, streamed
from vedette.store.decisions import EVERY, logged, logged_about, logged_by_id
from vedette.store.event_list import contents, sightings
from vedette.store.event_query import count_query
from vedette.store.event_rows import portions
from vedette.store.finder import terms
from vedette.store.hits import best_fits, hits_of
from vedette.store.outlet_reports import outlet_count_query, reports_query
from vedette.store.ports import EventFilter, SearchHit
from vedette.store.questions import count_questions, questions_from
from vedette.store.sightings import Sighting
from vedette.store.sql_glance import SqlGlance
from vedette.store.warning.sql_warnings import SqlWarnings

# What each page asks is put together once: that takes longer than the database needs for the answer.
_EVENT = select(tables.events.c.content).where(tables.events.c.id == bindparam("id"))
_REPORT = select(tables.reports).where(tables.reports.c.id == bindparam("id"))
_REPORTS = select(tables.reports).order_by(tables.reports.c.id)
_SOME_REPORTS = _REPORTS.where(tables.reports.c.id.in_(bindparam("ids", expanding=True)))
_CLAIMS = select(tables.claims.c.report, tables.claims.c.ordinal, tables.claims.c.content)
_SOME_CLAIMS = _CLAIMS.where(tables.claims.c.id.in_(bindparam("ids", expanding=True)))
# Rows in memory at one time where everything is read.
_PAGE = 200
# Events that are kept as they were read: what a few lists show, and no more than some megabytes.
_EVENTS = 512
# Enough to say that the beginning of an id is not enough.
_FEW = 6


class SqlView(SqlGlance, SqlWarnings):
    """The reading half of a desk: see :class:`vedette.store.ports.View`.

    Each call sees the desk as it is at one moment, whoever writes meanwhile.
    May be used by several threads at a time.
    """

    def __init__(self, book: Book) -> None:
        self._book = book
        # The same events stand on many pages: what was read of one holds as long as its row says the same.
        self._event_of = lru_cache(_EVENTS)(records.event_of)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._book.reading() as connection:
            yield connection

    def _stream(self, query: Select[Any], **values: Any) -> Iterator[RowMapping]:
        with self._reading() as connection:
            for row in streamed(connection, query, values, most=_PAGE):
                yield row._mapping

    def _one(self, query: Select[Any], *, kind: str, id: str) -> RowMapping:
        with self._reading() as connection:
            row = connection.execute(query, {"id": id}).mappings().first()
        if row is None:
            raise UnknownId(kind, id)
        return row

    def report(self, id: str) -> Report:
        """Give one report. Raises UnknownId."""
        return records.report_of(self._one(_REPORT, kind="report", id=id))

    def reports(self, ids: Sequence[str] | None = None) -> Iterator[Report]:
        """Give reports by id, or all of them, ordered by id.

        Ids that are not on the desk are passed over.
        """
        if ids is None:
            yield from map(records.report_of, self._stream(_REPORTS))
            return
        for some in portions(sorted(set(ids))):
            yield from map(records.report_of, self._stream(_SOME_REPORTS, ids=some))

    def note(self, report: str) -> str | None:
        """Give what a person should know about how a report was read. Raises UnknownId."""
        query = select(tables.reports.c.note).where(tables.reports.c.id == bindparam("id"))
        return _text(self._one(query, kind="report", id=report)["note"])

    def known_reports(self, ids: Sequence[str]) -> frozenset[str]:
        """Say which of these report ids are on the desk already, read to the end."""
        with self._reading() as connection:
            return known(connection, ids)

    def claims(self, ids: Sequence[str] | None = None) -> Iterator[Claim]:
        """Give claims by id, or all of them, ordered by report and place in the text.

        Ids that are not on the desk are passed over.
        """
        claims = tables.claims
        if ids is None:
            for row in self._stream(_CLAIMS.order_by(claims.c.report, claims.c.ordinal)):
                yield records.claim_of(row["content"])
            return
        with self._reading() as connection:
            found = [
                row for some in portions(dict.fromkeys(ids))
                for row in connection.execute(_SOME_CLAIMS, {"ids": some})
            ]
        for _, _, content in sorted(found, key=lambda row: (row.report, row.ordinal)):
            yield records.claim_of(content)

    def claims_of_report(self, report: str) -> tuple[Claim, ...]:
        """Give the claims of one report, in the order of the text."""
        claims = tables.claims
        query = select(claims.c.content).where(claims.c.report == report).order_by(claims.c.ordinal)
        return tuple(records.claim_of(row["content"]) for row in self._stream(query))

    def event(self, id: str) -> Event:
        """Give one event. Raises UnknownId."""
        return self._event_of(self._one(_EVENT, kind="event", id=id)["content"])

    def events(self, filter: EventFilter) -> tuple[Event, ...]:
        """Give the events that a filter lets through, in the order that it names."""
        return tuple(self.each_event(filter))

    def each_event(self, filter: EventFilter = EventFilter()) -> Iterator[Event]:  # noqa: B008 (frozen)
        """Give the same events one after the other, however many there are."""
        with self._reading() as connection:
            yield from map(records.event_of, contents(connection, filter, self._book.finder))

    def count_events(self, filter: EventFilter) -> int:
        """Count the events that a filter lets through, whatever its limit."""
        with self._reading() as connection:
            return int(connection.execute(count_query(filter, self._book.finder)).scalar_one())

    def sightings(self, filter: EventFilter) -> Iterator[Sighting]:
        """Give what a map and a timeline draw of these events, in order, whatever the filter's limit."""
        with self._reading() as connection:
            yield from sightings(connection, filter, self._book.finder)

    def languages(self) -> tuple[str, ...]:
        """Give the languages in which events are told, by code."""
        column = tables.event_languages.c.language
        with self._reading() as connection:
            return tuple(connection.execute(select(column).distinct().order_by(column)).scalars())

    def events_of_report(self, report: str) -> Mapping[str, str]:
        """Map the claim ids of a report to the events that they belong to, in the order of the text."""
        claims, link = tables.claims, tables.event_claims
        query = (
            select(claims.c.id, link.c.event).join(link, link.c.claim == claims.c.id)
            .where(claims.c.report == report).order_by(claims.c.ordinal, link.c.event)
        )
        return {row["id"]: row["event"] for row in self._stream(query)}

    def situations(self) -> tuple[Situation, ...]:
        """Give every situation, by name."""
        query = select(tables.situations).order_by(tables.situations.c.name, tables.situations.c.id)
        return tuple(records.situation_of(row["content"]) for row in self._stream(query))

    def situation(self, id: str) -> Situation:
        """Give one situation. Raises UnknownId."""
        query = select(tables.situations).where(tables.situations.c.id == bindparam("id"))
        return records.situation_of(self._one(query, kind="situation", id=id)["content"])

    def search(self, words: str, *, limit: int = 20) -> tuple[SearchHit, ...]:
        """Find reports by words in title and text, best first. Any input is safe.

        Every word must be found; "double quotes" hold a phrase together, an
        asterisk stands for any ending (``dron*``). Capitals and accents do not matter.
        """
        wanted = terms(words)
        if not wanted or limit < 1:
            return ()
        with self._reading() as connection:
            best = best_fits(connection, self._book.finder, wanted, limit=limit)
            return hits_of(connection, best, wanted)

    def quarantined(self) -> tuple[QuarantinedInput, ...]:
        """Give everything that could not be read, oldest first."""
        query = select(tables.quarantine).order_by(tables.quarantine.c.first_seen, tables.quarantine.c.number)
        return tuple(records.quarantined_of(row) for row in self._stream(query))

    def quarantined_input(self, id: str) -> QuarantinedInput:
        """Give one input that could not be read, and leave it where it is. Raises UnknownId."""
        query = select(tables.quarantine).where(tables.quarantine.c.id == bindparam("id"))
        return records.quarantined_of(self._one(query, kind="quarantined input", id=id))

    def decisions(self, filter: DecisionFilter = EVERY) -> tuple[Decision, ...]:
        """Give decisions of people in the order in which they were recorded, undone ones too."""
        with self._reading() as connection:
            return logged(connection, filter)

    def decisions_about(self, reports: Sequence[str]) -> tuple[Decision, ...]:
        """Give the decisions about claims of some reports, and what took them back, in the order of the log."""
        with self._reading() as connection:
            return logged_about(connection, reports)

    def decisions_of_ids(self, ids: Sequence[str]) -> tuple[Decision, ...]:
        """Give decisions by their ids, and what took them back, in the order of the log."""
        with self._reading() as connection:
            return logged_by_id(connection, ids)

    def questions(
        self, kind: QuestionKind | None = None, *, after: tuple[float, str] | None = None, limit: int = 20,
        about: str | None = None,
    ) -> tuple[Question, ...]:
        """Give what people are asked, in the order in which it is asked: behind a place, at most so much.

        ``about`` is the id of an event: only what is asked of it.
        """
        with self._reading() as connection:
            return questions_from(connection, kind=kind, after=after, limit=limit, about=about)

    def count_questions(self, kind: QuestionKind | None = None, *, after: tuple[float, str] | None = None) -> int:
        """Count what people are asked, all of it or what is behind a place."""
        with self._reading() as connection:
            return count_questions(connection, kind=kind, after=after)

    def log_is_locked(self) -> bool:
        """Say whether the database itself still refuses to change or take away a decision."""
        with self._reading() as connection:
            return self._book.database.logs_are_locked(connection)

    def claims_beginning(self, id: str) -> tuple[str, ...]:
        """Give the ids of the claims that begin so, at most a few."""
        return self._beginning(tables.claims.c.id, id)

    def events_beginning(self, id: str) -> tuple[str, ...]:
        """Give the ids of the events that begin so, at most a few."""
        return self._beginning(tables.events.c.id, id)

    def _beginning(self, column: Column[str], id: str) -> tuple[str, ...]:
        with self._reading() as connection:
            query = select(column).where(column.startswith(id, autoescape=True)).order_by(column).limit(_FEW)
            return tuple(connection.execute(query).scalars())

    def events_of_claims(self, ids: Sequence[str]) -> Mapping[str, str]:
        """Map claim ids to the events that they belong to."""
        link = tables.event_claims
        with self._reading() as connection:
            found = [
                row for some in portions(dict.fromkeys(ids))
                for row in connection.execute(select(link.c.claim, link.c.event).where(link.c.claim.in_(some)))
            ]
        return {row.claim: row.event for row in found}

    def counts(self) -> Mapping[str, int]:
        """Count reports, claims, events, situations, quarantined and outlets."""
        counted = {
            "claims": tables.claims, "events": tables.events, "situations": tables.situations,
            "quarantined": tables.quarantine,
        }
        queries = {
            "reports": reports_query(),
            **{name: select(func.count()).select_from(table) for name, table in counted.items()},
            "outlets": outlet_count_query(),
        }
        with self._reading() as connection:
            return {name: int(connection.execute(query).scalar_one()) for name, query in queries.items()}


def known(connection: Connection, ids: Sequence[str]) -> frozenset[str]:
    """Say which report ids are on the desk: a report and its claims come in one transaction."""
    column = tables.reports.c.id
    queries = (select(column).where(column.in_(some)) for some in portions(dict.fromkeys(ids)))
    return frozenset(found for query in queries for found in connection.execute(query).scalars())


def _text(value: object) -> str | None:
    return None if value is None else str(value)
