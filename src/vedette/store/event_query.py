"""What an :class:`EventFilter` means to the database."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Select,
    and_,
    false,
    func,
    literal_column,
    or_,
    select,
    union_all,
)

from vedette.model import fold
from vedette.store.finder import Finder, Term, terms
from vedette.store.ports import EventFilter
from vedette.store.sightings import Box
from vedette.store.tables import (
    claims,
    event_actors,
    event_claims,
    event_countries,
    event_languages,
    event_points,
    event_reports,
    events,
    reports,
    situation_events,
)

Condition = ColumnElement[bool]
IsLong = Callable[[Select[Any]], bool]

# Earliest first, undated last; the id decides between equals, so that pages never overlap.
UNDATED: tuple[ColumnElement[Any], ...] = (events.c.moment, events.c.id)
LISTED: tuple[ColumnElement[Any], ...] = (events.c.day, *UNDATED)
ORDER: tuple[ColumnElement[Any], ...] = (events.c.day.is_(None), *LISTED)


def count_query(filter: EventFilter, finder: Finder) -> Select[Any]:
    """Give the query for their number, whatever the filter's limit."""
    return select(func.count()).select_from(events).where(*conditions(filter, finder))


def conditions(filter: EventFilter, finder: Finder, *, is_long: IsLong | None = None) -> Iterator[Condition]:
    """Say what holds of every event that a filter lets through.

    Args:
        filter: Which events are meant.
        finder: Finds reports by their words.
        is_long: Whether so many are in a list that each event is better looked up in
            it than the list gone through; without it, every list is gone through.
    """
    for column, wanted in (
        (events.c.type, filter.type), (events.c.stage, filter.stage), (events.c.factuality, filter.factuality),
    ):
        if wanted is not None:
            yield column == str(wanted)
    if filter.since is not None or filter.until is not None:
        yield from _touches(filter.since, filter.until)
        yield from finder.touching(filter.since, filter.until)
    yield from _standing(filter)
    for listed in lists(filter, finder):
        if is_long is not None and is_long(listed):
            yield listed.where(listed.selected_columns[0] == events.c.id).correlate(events).exists()
        else:
            yield events.c.id.in_(listed)
    if filter.text is not None:
        yield _tells_of(terms(filter.text), finder, is_long=is_long)


def lists(filter: EventFilter, finder: Finder) -> Iterator[Select[Any]]:
    """Give the queries for ids of events, in each of which an event must be."""
    if filter.situation is not None:  # an event may be in several, of which its own column names the first
        yield select(situation_events.c.event).where(situation_events.c.situation == filter.situation)
    if filter.country is not None:
        yield select(event_countries.c.event).where(event_countries.c.country == filter.country.upper())
    if filter.actor is not None:
        yield select(event_actors.c.event).where(event_actors.c.actor == fold(filter.actor))
    if filter.language is not None:
        yield select(event_languages.c.event).where(event_languages.c.language == filter.language)
    if filter.box is not None:
        yield select(event_points.c.event).where(*_inside(filter.box), *finder.inside(filter.box))
    if filter.published_since is not None or filter.published_until is not None:
        yield _told(*_published(filter.published_since, filter.published_until))


def _standing(filter: EventFilter) -> Iterator[Condition]:
    """At least so many origins, and no worse a grade; A and 1 are the best."""
    if filter.origins is not None:
        yield events.c.origins >= filter.origins
    if filter.letter is not None:
        yield events.c.letter <= filter.letter
    if filter.digit is not None:
        yield events.c.digit <= filter.digit


def _published(since: str | None, until: str | None) -> Iterator[Condition]:
    day = func.substr(reports.c.published, 1, 10)
    if since is not None:
        yield day >= since
    if until is not None:
        yield day <= until


def _inside(box: Box) -> Iterator[Condition]:
    yield event_points.c.lat.between(box.south, box.north)
    if box.west <= box.east:
        yield event_points.c.lon.between(box.west, box.east)
    else:
        yield or_(event_points.c.lon >= box.west, event_points.c.lon <= box.east)


def _touches(since: str | None, until: str | None) -> Iterator[Condition]:
    """A period without a first day began at some time before, one without a last day goes on."""
    yield events.c.day.is_not(None)
    if since is not None:
        yield or_(events.c.last_day.is_(None), events.c.last_day >= since)
    if until is not None:
        yield or_(events.c.first_day.is_(None), events.c.first_day <= until)


def _tells_of(wanted: tuple[Term, ...], finder: Finder, *, is_long: IsLong | None) -> Condition:
    """The words stand in the name of the event, or together in one report that tells of it."""
    if not wanted:
        return false()
    numbers = finder.numbers(wanted)
    telling = select(event_reports.c.event).where(event_reports.c.number.in_(numbers))
    if is_long is not None and is_long(numbers):
        return or_(_named(events, wanted), events.c.id.in_(telling))
    others = events.alias()
    # Few events have a name: these have an index of their own, which is found by what its own condition says.
    named = select(others.c.id).where(others.c.names != literal_column("''"), _named(others, wanted))
    return events.c.id.in_(union_all(telling, named))


def _named(table: FromClause, wanted: tuple[Term, ...]) -> Condition:
    return and_(*(table.c.names.contains(fold(term.words), autoescape=True) for term in wanted))


def _told(*of_reports: Condition) -> Select[Any]:
    """Give the query for the events that some reports tell of."""
    return (
        select(event_claims.c.event)
        .join(claims, claims.c.id == event_claims.c.claim)
        .join(reports, reports.c.id == claims.c.report)
        .where(*of_reports)
    )
