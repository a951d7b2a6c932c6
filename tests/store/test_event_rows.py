"""A situation that grows is written as far as it grew; one that closes leaves nothing behind."""

from __future__ import annotations

from dataclasses import replace

import pytest

import builders as build
from vedette.model import ReadReport, Situation
from vedette.store import EventFilter, Store, tables
from vedette.store.event_rows import put_situations


@pytest.fixture
def watched(store: Store) -> Situation:
    """A place with two of the three events of the desk."""
    report = build.report("One. Two. Three.")
    claims = [build.claim(report, words=word) for word in ("One", "Two", "Three")]
    store.add([ReadReport(report=report, claims=tuple(claims))])
    events = [build.event([claim]) for claim in claims]
    place = build.situation("Brest", events[:2])
    store.replace_events(events, [place])
    return place


def put(store: Store, *situations: Situation, closed: tuple[str, ...] = ()) -> None:
    with store._writing() as connection:
        put_situations(connection, situations, closed=closed)


def members(store: Store, situation: Situation) -> set[str]:
    return {event.id for event in store.events(EventFilter(situation=situation.id))}


def test_events_come_and_go(store: Store, watched: Situation) -> None:
    (third,) = {event.id for event in store.each_event()} - set(watched.events)
    grown = replace(watched, events=(third, watched.events[0]), why="busy")

    put(store, grown)

    assert store.situations() == (grown,)
    assert members(store, grown) == set(grown.events)


def test_what_stays_is_not_written_again(store: Store, watched: Situation) -> None:
    def rows() -> list[tuple[int, str]]:
        with store._reading() as connection:
            return [(row.ordinal, row.event) for row in connection.execute(tables.situation_events.select())]

    before = rows()
    put(store, watched)

    assert rows() == before


def test_a_closed_one_leaves_nothing(store: Store, watched: Situation) -> None:
    put(store, closed=(watched.id,))

    assert store.situations() == ()
    assert members(store, watched) == set()
