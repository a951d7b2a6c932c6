"""Two workers that add reports of the same events at once end up with the events that one alone would have made."""

import threading

from vedette.desk import Desk
from vedette.evaluation.made_reports import make_reports
from vedette.knowledge import load_knowledge
from vedette.model import ReadReport
from vedette.reading import read
from vedette.store import open_store

MADE, PORTION = 8, 1


def dump(address):
    """All that a desk shows: reports, events and situations, whole."""
    with open_store(address) as store:
        events = sorted(store.each_event(), key=lambda event: event.id)
        assert events
        return sorted(report.id for report in store.reports()), events, store.situations()


def test_linking_is_exact_when_two_add_at_once(postgres_desk, tmp_path):
    knowledge = load_knowledge()
    done = list(read(make_reports(MADE), knowledge=knowledge))
    portions = [done[start:start + PORTION] for start in range(0, len(done), PORTION)]
    gate = threading.Barrier(2)

    def add(own: list[list[ReadReport]]):
        with open_store(postgres_desk) as store:
            desk = Desk(store, knowledge)
            gate.wait()
            for portion in own:
                store.add(portion)
                desk.relink()

    threads = [threading.Thread(target=add, args=(portions[number::2],)) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with Desk(open_store(str(tmp_path / "alone.sqlite")), knowledge) as alone:
        alone.store.add(done)
        alone.relink()
    assert dump(postgres_desk) == dump(str(tmp_path / "alone.sqlite"))
