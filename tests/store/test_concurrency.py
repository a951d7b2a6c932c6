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


class Watcher(threading.Thread):
    """Looks at a desk again and again while a test writes; what it sees, and what went wrong, is kept."""

    def __init__(self, address, look):
        super().__init__()
        self.address, self.look = address, look
        self.seen, self.failures = [], []
        self._looked, self._done = threading.Event(), threading.Event()

    def run(self):
        try:
            with open_store(self.address, read_only=True) as reader:
                while not self._done.is_set():
                    self.seen.append(self.look(reader))
                    self._looked.set()
        except StoreError as error:
            self.failures.append(error)

    def wait_for_a_look(self):
        """Let it look once more, however busy the machine is."""
        self._looked.clear()
        assert self._looked.wait(60) or self.failures

    def __enter__(self):
        self.start()
        self.wait_for_a_look()
        return self

    def __exit__(self, *_):
        self._done.set()
        self.join()


def test_a_reader_sees_whole_batches_while_a_writer_writes(address):
    open_store(address).close()

    def look(reader):
        counts = reader.counts()
        reader.search("border")
        return counts["reports"], counts["claims"]

    with Watcher(address, look) as watcher, open_store(address) as writer:
        for number in range(40):
            writer.add(batch(number))
            if number == 20:
                watcher.wait_for_a_look()
    assert watcher.failures == []
    assert all(reports % 5 == 0 and claims == CLAIMS * reports for reports, claims in watcher.seen)
    assert len(set(watcher.seen)) > 1


def test_a_reader_that_began_before_sees_the_desk_as_it_was(store):
    store.add(batch(0, size=700))
    reading = store.claims()
    first = next(reading)
    store.add(batch(1, size=50))
    assert 1 + sum(1 for _ in reading) == 700 * CLAIMS
    assert first.report == min(report.id for report in store.reports() if report.ref.startswith("0-"))


def test_events_are_never_seen_half_replaced(store, address):
    store.add(batch(0, size=30))
    claims = list(store.claims())
    ones, pairs = [build.event([one]) for one in claims], [build.event(claims[n:n + 2]) for n in range(0, 90, 2)]
    store.replace_events(ones, [])
    with Watcher(address, lambda reader: len(reader.events(EventFilter()))) as watcher:
        for events in [pairs, ones] * 10:
            store.replace_events(events, [])
        watcher.wait_for_a_look()
    assert watcher.failures == []
    assert set(watcher.seen) <= {90, 45}


@pytest.mark.parametrize("writers", [3])
def test_several_writers_take_turns(address, writers):
    open_store(address).close()
    added = []

    def write():
        with open_store(address) as store:
            added.extend(store.add(batch(number)) for number in range(10))

    threads = [threading.Thread(target=write) for _ in range(writers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(added) == 10 * writers
    assert sum(added) == 50  # every report was new for one of them only
    with open_store(address) as store:
        assert store.counts()["claims"] == 50 * CLAIMS
