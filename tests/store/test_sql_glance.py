"""What the overview asks of a desk: what came in since, what goes on, who fell silent."""

from __future__ import annotations

from dataclasses import replace

import pytest

import builders as build
from vedette.model import ReadReport
from vedette.store import EventFilter, Mark, OutletRecord, open_store


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = "2025-09-10T06:00:00+00:00"

    def __call__(self) -> str:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(file, clock):
    with open_store(str(file), clock=clock) as opened:
        yield opened


def told(ref, outlet="Example Post", published="2025-09-09", **fields):
    one = build.report(f"Report {ref}: the border was closed.", ref=ref, outlet=outlet, published=published)
    return ReadReport(report=one, claims=(build.claim(one, words="closed", **fields),))


def happening(*read, **fields):
    return build.event([claim for one in read for claim in one.claims], **fields)


def test_an_event_is_new_where_no_report_told_of_it_before(store):
    first, relay, other = told("first"), told("relay", outlet="Wire"), told("other")
    store.add([first])
    seen = store.mark()
    store.add([relay, other])
    both, alone = happening(first, relay), happening(other)
    store.replace_events([both, alone], [])

    touched = {one.event: one for one in store.touched_since(seen, reports=10)}

    assert touched[both.id].fresh == {relay.claims[0].id} and not touched[both.id].is_new
    assert touched[alone.id].is_new
    assert store.reports_since(seen) == 2
    assert store.reports_since(Mark()) == 3
    assert store.touched_since(store.mark(), reports=10) == ()


def test_an_event_that_was_written_anew_is_read_anew(store):
    one = told("one")
    store.add([one])
    before = happening(one)
    store.replace_events([before], [])
    assert store.event(before.id) == before == store.events_of_ids([before.id])[0]
    after = replace(before, names=("Iron Wolf",), reports=before.reports + 1)
    store.replace_events([after], [])
    assert store.event(before.id) == after == store.events_of_ids([before.id])[0]
    assert [one.names for one in store.list_events(EventFilter()).items] == [("Iron Wolf",)]


def test_only_the_newest_reports_are_looked_through_the_last_first(store):
    read = [told(str(number)) for number in range(5)]
    store.add(read)
    made = [happening(one) for one in read]
    store.replace_events(made, [])
    found = [one.event for one in store.touched_since(Mark(), reports=2)]
    assert found == [made[4].id, made[3].id]


def test_a_moment_finds_its_place_among_the_reports(store, clock):
    store.add([told("one"), told("two")])
    clock.now = "2025-09-12T06:00:00+00:00"
    store.add([told("three")])
    assert store.mark_at("2025-09-09T00:00:00+00:00").report == 0
    assert store.reports_since(store.mark_at("2025-09-10T06:00:00+00:00")) == 1
    assert store.mark_at("2025-09-11T00:00:00+00:00").report == 2
    assert store.mark_at("2026-01-01T00:00:00+00:00") == store.mark()


def test_an_empty_desk_has_been_seen_to_the_end(store):
    assert store.mark() == store.mark_at("2025-09-11") == Mark()
    assert store.touched_since(Mark(), reports=10) == store.outlets() == store.coming("2025-01-01", limit=3) == ()
    assert store.last_published() is None


def test_the_events_of_a_situation_are_counted_by_day(store):
    read = [told(str(number), period=day) for number, day in enumerate(("2025-09-01", "2025-09-01", "2025-09-03"))]
    store.add(read)
    made = [happening(one) for one in read]
    situation = build.situation("Border", made)
    store.replace_events(made, [situation])
    assert store.activity("2025-09-01", "2025-09-02") == {situation.id: {"2025-09-01": 2}}
    assert store.activity("2025-09-01", "2025-09-03")[situation.id]["2025-09-03"] == 1


def test_events_come_in_the_order_in_which_they_are_asked_for(store):
    read = [told(str(number)) for number in range(3)]
    store.add(read)
    made = [happening(one) for one in read]
    store.replace_events(made, [])
    assert [event.id for event in store.events_of_ids([made[2].id, "gone", made[0].id])] == [made[2].id, made[0].id]


def test_what_is_planned_comes_soonest_first_and_what_is_past_does_not(store):
    read = [told(day, period=day, stage="planned") for day in ("2025-10-05", "2025-10-01", "2025-08-01")]
    read.append(told("done", period="2025-10-02"))
    store.add(read)
    made = [happening(one) for one in read]
    store.replace_events(made, [])
    assert [event.id for event in store.coming("2025-09-10", limit=5)] == [made[1].id, made[0].id]
    assert len(store.coming("2025-09-10", limit=1)) == 1


def test_outlets_are_counted_by_reports_and_days_and_the_nameless_apart(store):
    store.add([
        told("a", published="2025-09-01"), told("b", published="2025-09-01T10:00"), told("c", published="2025-09-05"),
        told("d", outlet="Wire", published=None), told("e", outlet=None, published="2025-09-02"),
    ])
    assert store.outlets() == (
        OutletRecord(name="Example Post", reports=3, first="2025-09-01", last="2025-09-05", days=2),
        OutletRecord(name="Wire", reports=1, first=None, last=None, days=0),
        OutletRecord(name=None, reports=1, first="2025-09-02", last="2025-09-02", days=1),
    )


def test_outlets_are_counted_the_same_however_their_reports_come_in(store):
    days = ["2025-09-05", None, "2025-09-01", "2025-09-05T10:00", "2025-09-09", "2025-09-01"]
    for number, day in enumerate(days):
        store.add([told(str(number), outlet="Wire", published=day)])
    store.add([told("0", outlet="Wire", published=days[0])])  # which is there already
    expected = OutletRecord(name="Wire", reports=6, first="2025-09-01", last="2025-09-09", days=3)
    assert store.outlets() == (expected,)
    assert (store.counts()["reports"], store.counts()["outlets"]) == (6, 1)


def test_a_date_after_the_report_was_met_is_not_believed(store):
    store.add([told("a", published="2025-09-08"), told("b", published="2031-01-01"), told("c", published=None)])
    assert store.last_published() == "2025-09-08"
