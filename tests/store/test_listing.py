"""Lists by the part: everything once, whoever writes meanwhile."""

import pytest

import builders as build
from vedette.model import Rating, ReadReport
from vedette.store import ClaimFilter, EventFilter, ReportFilter

DAYS = ["2025-09-11T18:00", "2025-09-11", "2025-09", None, "2025-09-12", None, "2025-09-11", "2024", None]


def tell(store, number, period, outlet="Example Post"):
    """Put a report with a claim on the desk, and give them with the event of the claim."""
    told = build.report(f"Poland closed border {number}.", ref=f"{number:03}", outlet=outlet,
                        published=f"2025-09-{10 + number % 15}")
    claim = build.claim(told, period=build.when(period) if period else None, start=7)
    store.add([ReadReport(report=told, claims=(claim,))])
    return told, claim, build.event([claim])


@pytest.fixture
def told(store):
    made = [tell(store, number, day) for number, day in enumerate(DAYS)]
    store.replace_events([event for _, _, event in made], [])
    return made


def parts(lister, limit):
    """Follow a list from part to part."""
    after, found = None, []
    while True:
        part = lister(after=after, limit=limit)
        assert len(part.items) <= limit
        found += part.items
        if not part.more:
            return found
        after = part.end


@pytest.mark.parametrize("limit", [1, 2, 3, 8, 9, 50])
def test_the_parts_of_a_list_make_the_list(store, told, limit):
    whole = store.events(EventFilter())
    assert tuple(parts(lambda **at: store.list_events(EventFilter(), **at), limit)) == whole
    reports = parts(lambda **at: store.list_reports(ReportFilter(), **at), limit)
    assert [report.id for report in reports] == [report.id for report, _, _ in told]
    claims = parts(lambda **at: store.list_claims(ClaimFilter(), **at), limit)
    assert claims == [claim for _, claim, _ in told]


def test_an_event_that_comes_between_two_parts_moves_none_of_the_others(store, told):
    first = store.list_events(EventFilter(), limit=3)
    early = tell(store, 100, "2020-01-01")
    store.replace_events([*(event for _, _, event in told), early[2]], [])
    rest = parts(lambda after, limit: store.list_events(EventFilter(), after=after or first.end, limit=limit), 4)
    seen = [event.id for event in (*first.items, *rest)]
    assert sorted(seen) == sorted(event.id for _, _, event in told)


def test_a_list_is_narrowed_before_it_is_cut(store, told):
    dated = EventFilter(since="2025-09-11")
    assert tuple(parts(lambda **at: store.list_events(dated, **at), 2)) == store.events(dated)
    part = store.list_events(dated, limit=2)
    assert (part.total, part.more) == (store.count_events(dated), True)


def test_an_empty_list_has_no_end(store):
    for part in (store.list_events(EventFilter()), store.list_reports(ReportFilter()), store.list_situations(),
                 store.list_hits("border"), store.list_hits("--")):
        assert (part.items, part.total, part.end, part.more) == ((), 0, None, False)


@pytest.mark.parametrize(("filter", "refs"), [
    (ReportFilter(since="2025-09-16", until="2025-09-17"), ["006", "007"]), (ReportFilter(text='"border 3"'), ["003"]),
    (ReportFilter(text="--"), []), (ReportFilter(outlet="Border Wire"), ["009"]), (ReportFilter(language="uk"), []),
])
def test_reports_are_found_by_what_is_known_of_them(store, told, filter, refs):
    tell(store, 9, None, outlet="Border Wire")
    assert [report.ref for report in store.list_reports(filter).items] == refs
    assert store.list_reports(filter).total == len(refs)


def test_claims_are_found_by_report_event_outlet_and_what_they_tell(store, told):
    report, claim, event = told[4]
    for wanted in (ClaimFilter(report=report.id), ClaimFilter(event=event.id)):
        assert store.list_claims(wanted).items == (claim,)
    assert store.list_claims(ClaimFilter(outlet="Example Post", type="border_closure")).total == len(DAYS)
    assert store.list_claims(ClaimFilter(stage="planned")).total == 0


def test_hits_go_on_where_the_last_part_ended(store, told):
    hits = parts(lambda **at: store.list_hits("border", **at), 2)
    assert [hit.report.id for hit in hits] == [hit.report.id for hit in store.search("border")]
    assert hits[0].events == (next(event.id for report, _, event in told if report.id == hits[0].report.id),)


def put_bridges(store, numbers):
    """Put reports on the desk that tell of a bridge, each a little longer than the one before: it fits less well."""
    said = {number: " ".join(f"detail{count}" for count in range(3 * number)) for number in numbers}
    reports = [build.report(f"A bridge {said[number]}.", ref=str(number)) for number in numbers]
    store.add([ReadReport(report=one, claims=()) for one in reports])


def refs_of(hits):
    return [hit.report.ref for hit in hits]


@pytest.mark.parametrize("limit", [1, 2, 3, 4, 9, 20])
def test_of_very_many_hits_the_newest_are_ranked_first(store, monkeypatch, limit):
    monkeypatch.setattr(type(store._book.finder), "portion", 4)
    put_bridges(store, range(1, 11))
    in_portions = ["7", "8", "9", "10", "3", "4", "5", "6", "1", "2"]
    assert refs_of(store.search("bridge")) == in_portions
    assert refs_of(parts(lambda **at: store.list_hits("bridge", **at), limit)) == in_portions
    assert store.list_hits("bridge", limit=limit).total == 10


@pytest.mark.parametrize("limit", [1, 3, 4, 5])
def test_a_report_that_comes_between_two_parts_moves_no_hit(store, monkeypatch, limit):
    monkeypatch.setattr(type(store._book.finder), "portion", 4)
    put_bridges(store, range(1, 11))
    before = refs_of(parts(lambda **at: store.list_hits("bridge", **at), 20))
    first = store.list_hits("bridge", limit=limit)
    put_bridges(store, [20])
    rest = parts(lambda after, limit: store.list_hits("bridge", after=after or first.end, limit=limit), limit)
    assert [ref for ref in refs_of((*first.items, *rest)) if ref != "20"] == before


def test_situations_come_by_name(store, told):
    events = [event for _, _, event in told]
    named = [build.situation(name, events[:2]) for name in ("West", "East", "North")]
    store.replace_events(events, named)
    assert [one.name for one in parts(store.list_situations, 1)] == ["East", "North", "West"]


def test_the_state_is_another_whenever_something_that_is_shown_changes(store, told):
    seen = [store.state()]
    assert store.state() == seen[0]
    _, _, event = tell(store, 50, None)
    seen.append(store.state())
    store.replace_events([event], [])
    seen.append(store.state())
    store.record([Rating.of("Example Post", "B", by="Ann", at="2025-09-13")])
    seen.append(store.state())
    waiting = build.quarantined()
    store.add([waiting])
    seen.append(store.state())
    store.add([waiting])
    assert store.state() == seen[-1], "what waits already is nothing new"
    store.release(waiting.id)
    seen.append(store.state())
    assert len(set(seen)) == 6


def test_ids_are_found_by_how_they_begin(store, told):
    _, claim, event = told[0]
    assert store.events_beginning(event.id[:-2]) == (event.id,) and store.claims_beginning(claim.id) == (claim.id,)
    assert len(store.events_beginning("e")) == 6 < len(told), "enough to say that more has to be written"
    assert store.events_beginning("e%") == store.events_beginning("x") == ()
