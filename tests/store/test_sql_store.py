"""Two desks that hold the same have the same dump, however they came to hold it."""

import tracemalloc

import builders as build
from stores import ON_SQLITE
from vedette.model import Judgement, ReadReport, Verdict
from vedette.store import EventFilter, open_store


def fill(store, *, backwards=False, size=9):
    items = []
    for number in range(9):
        report = build.report(f"Report {number}.", ref=str(number))
        items.append(ReadReport(report=report, claims=(build.claim(report), build.claim(report, start=3))))
    items += [build.quarantined("a.html"), build.quarantined("b.html")]
    items = items[::-1] if backwards else items
    for start in range(0, len(items), size):
        store.add(items[start:start + size])
    events = [build.event([claim]) for claim in store.claims()]
    store.replace_events(events[::-1] if backwards else events, [build.situation("Crisis", events[:3])])
    store.record([Judgement.of("a", "b", Verdict.SAME, by="Anna", at="2025-09-13")])


def test_the_dump_depends_on_the_content_alone(tmp_path):
    dumps = []
    for name, clock, way in (
        ("one", "2025-09-13T06:00:00+00:00", {}),
        ("two", "2030-01-01T00:00:00+00:00", {"backwards": True, "size": 2}),
    ):
        with open_store(str(tmp_path / name), clock=lambda moment=clock: moment) as store:
            fill(store, **way)
            dumps.append(list(store.dump()))
    assert dumps[0] == dumps[1]
    kinds = [item["kind"] for item in dumps[0]]
    assert {kind: kinds.count(kind) for kind in kinds} == {
        "report": 9, "claim": 18, "event": 18, "situation": 1, "decision": 1, "quarantined": 2,
    }


def test_the_dump_shows_a_difference(store, tmp_path):
    fill(store)
    with open_store(str(tmp_path / "other")) as other:
        fill(other)
        other.release(other.quarantined()[0].id)
        assert list(store.dump()) != list(other.dump())


def test_reports_are_found_by_their_ids(store):
    fill(store)
    known = [report.id for report in store.reports()]
    assert [report.id for report in store.reports([known[4], "gone", known[1], known[4]])] == [known[1], known[4]]
    assert list(store.reports([])) == []


@ON_SQLITE
def test_a_closed_desk_leaves_one_file(store, file):
    fill(store)
    store.close()
    store.close()
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_reading_stops_anywhere_without_holding_the_desk(store):
    fill(store)
    for _ in range(100):  # more than there are connections
        next(store.reports())
        next(store.claims())
        next(store.each_event())
    assert store.count_events(EventFilter()) == 18


def test_reading_everything_holds_a_page_of_it_in_memory(store):
    size, number = 20_000, 1500
    for start in range(0, number, 100):
        store.add([ReadReport(report=build.report(f"{n} " + "x" * size), claims=()) for n in range(start, start + 100)])
    tracemalloc.start()
    try:
        assert sum(len(report.text) > size for report in store.reports()) == number
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < size * number / 2
