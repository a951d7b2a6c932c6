"""What a desk keeps of situations is found by place and day, and never that of a place with a longer name."""

from __future__ import annotations

from dataclasses import replace

import pytest

import builders as build
from vedette.model import ReadReport
from vedette.model.held import KeptEvent, Relinked, Stretch
from vedette.model.trace import Trace
from vedette.store import Store
from vedette.store.kept import KeptView

DAYS = ("2025-09-01", "2025-09-12", "2025-09-30", "9999")
SCOPES = ("watch:a", "watch:a@b", "watch:ab")


@pytest.fixture
def traces(store: Store) -> list[Trace]:
    """An event on each day, at three places whose names begin alike."""
    report = build.report("One. Two. Three. Four.")
    claims = [build.claim(report, words=word) for word in ("One", "Two", "Three", "Four")]
    store.add([ReadReport(report=report, claims=tuple(claims))])
    events = [build.event([claim]) for claim in claims]
    made = [
        Trace(event=event.id, scope=scope, day=day, title=scope)
        for event, day in zip(events, DAYS, strict=True) for scope in SCOPES
    ]
    kept = [
        KeptEvent(event=event, traces=tuple(trace for trace in made if trace.event == event.id)) for event in events
    ]
    with store.linking() as linking:
        linking.portion(10)
        linking.put(Relinked(events=tuple(kept), families={}, blocks={}, left={}))
    return made


def test_traces_are_found_by_event_by_place_and_by_day(store: Store, traces: list[Trace]) -> None:
    first, last = traces[0].event, traces[-1].event
    with store._reading() as connection:
        kept = KeptView(connection)
        assert set(kept.traces_of([first, last])) == {trace for trace in traces if trace.event in (first, last)}
        assert set(kept.traces_in(SCOPES)) == set(traces)
        for scope in SCOPES:
            own = [trace for trace in traces if trace.scope == scope]
            assert set(kept.traces_in([scope])) == set(own)
            within = kept.traces_between([Stretch(scope, "2025-09-12", "2025-09-30")])
            assert set(within) == {trace for trace in own if trace.day in DAYS[1:3]}


def test_the_order_of_a_place_has_each_of_its_events_once(store: Store, traces: list[Trace]) -> None:
    with store._reading() as connection:
        lines = KeptView(connection).timeline(SCOPES)

    for scope in SCOPES:
        assert sorted(lines[scope]) == [(trace.day, trace.event) for trace in traces if trace.scope == scope]


@pytest.mark.parametrize("size", [1, 3])
def test_a_sum_and_its_parts_may_come_together_or_one_after_the_other(store: Store, size: int) -> None:
    report = build.report("One. Two. Three.")
    claims = [build.claim(report, words=word) for word in ("One", "Two", "Three")]
    store.add([ReadReport(report=report, claims=tuple(claims))])
    whole, *parts = (build.event([claim]) for claim in claims)
    ids = tuple(sorted(part.id for part in parts))
    events = [replace(whole, parts=ids), *(replace(part, part_of=(whole.id,)) for part in parts)]
    with store.linking() as linking:
        linking.portion(10)
        for start in range(0, len(events), size):
            some = tuple(KeptEvent(event=event) for event in events[start : start + size])
            linking.put(Relinked(events=some, families={}, blocks={}, left={}))
    with store._reading() as connection:
        view = KeptView(connection)
        assert view.linked_with([whole.id]) == frozenset(ids)
        assert view.linked_with(ids) == frozenset({whole.id})
