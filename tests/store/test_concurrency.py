"""Readers and a writer work on one desk at the same time."""

import threading

import pytest

import builders as build
from vedette.errors import StoreError
from vedette.model import ReadReport
from vedette.store import EventFilter, open_store

CLAIMS = 3


def batch(number, size=5):
    reports = [build.report(f"Report {number}-{n}. The border was closed.", ref=f"{number}-{n}") for n in range(size)]
    claims = ([build.claim(one, start=9 * n) for n in range(CLAIMS)] for one in reports)
    return [ReadReport(report=one, claims=tuple(own)) for one, own in zip(reports, claims, strict=True)]


def test_a_reader_sees_whole_batches_while_a_writer_writes(file):
    open_store(str(file)).close()
    seen, failures, done = [], [], threading.Event()

    def watch():
        try:
            with open_store(str(file), read_only=True) as reader:
                while not done.is_set():
                    counts = reader.counts()
                    seen.append((counts["reports"], counts["claims"]))
                    reader.search("border")
        except StoreError as error:
            failures.append(error)

    watcher = threading.Thread(target=watch)
    watcher.start()
    with open_store(str(file)) as writer:
        for number in range(40):
            writer.add(batch(number))
    done.set()
    watcher.join()
    assert failures == []
    assert all(reports % 5 == 0 and claims == CLAIMS * reports for reports, claims in seen)
    assert len(set(seen)) > 1


def test_a_reader_that_began_before_sees_the_desk_as_it_was(store):
    store.add(batch(0, size=700))
    reading = store.claims()
    first = next(reading)
    store.add(batch(1, size=50))
    assert 1 + sum(1 for _ in reading) == 700 * CLAIMS
    assert first.report == min(report.id for report in store.reports() if report.ref.startswith("0-"))


def test_events_are_never_seen_half_replaced(store, file):
    store.add(batch(0, size=30))
    claims = list(store.claims())
    ones, pairs = [build.event([one]) for one in claims], [build.event(claims[n:n + 2]) for n in range(0, 90, 2)]
    store.replace_events(ones, [])
    seen, done = [], threading.Event()

    def watch():
        with open_store(str(file), read_only=True) as reader:
            while not done.is_set():
                seen.append(len(reader.events(EventFilter())))

    watcher = threading.Thread(target=watch)
    watcher.start()
    for events in [pairs, ones] * 10:
        store.replace_events(events, [])
    done.set()
    watcher.join()
    assert seen
    assert set(seen) <= {90, 45}


@pytest.mark.parametrize("writers", [3])
def test_several_writers_take_turns(file, writers):
    open_store(str(file)).close()
    added = []

    def write():
        with open_store(str(file)) as store:
            added.extend(store.add(batch(number)) for number in range(10))

    threads = [threading.Thread(target=write) for _ in range(writers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(added) == 10 * writers
    assert sum(added) == 50  # every report was new for one of them only
    with open_store(str(file)) as store:
        assert store.counts()["claims"] == 50 * CLAIMS
