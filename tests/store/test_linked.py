"""A desk knows whether its events are up to date, also after a crash."""

import builders as build
from vedette.model import Judgement, ReadReport, Undo, Verdict
from vedette.store import known_log, open_store
from vedette.store.decisions import logged


def told(words):
    report = build.report(words)
    return ReadReport(report=report, claims=(build.claim(report),))


def test_an_empty_desk_is_linked(store):
    assert store.is_linked()
    assert store.revision() == 0


def test_what_is_added_has_to_be_linked(store, address):
    store.add([told("One.")])
    assert not store.is_linked()
    with open_store(address) as reopened:  # as after a crash between adding and linking
        assert not reopened.is_linked()
        reopened.replace_events([], [])
    assert store.is_linked()


def test_what_adds_nothing_changes_nothing(store):
    store.add([told("One.")])
    store.replace_events([], [])
    store.add([told("One."), build.quarantined()])
    assert store.is_linked()


def test_a_judgement_has_to_be_linked_too(store):
    store.record([Judgement.of("a", "b", Verdict.SAME, by="Anna", at="2025-09-13")])
    assert not store.is_linked()


def test_what_came_while_linking_ran_has_to_be_linked(store):
    store.add([told("One.")])
    seen = store.revision()
    store.add([told("Two.")])
    store.replace_events([], [], through=seen)
    assert not store.is_linked()
    store.replace_events([], [], through=store.revision())
    assert store.is_linked()


def test_the_reader_is_on_record(store):
    assert store.reader() is None
    store.set_reader("0.1.0")
    store.set_reader("0.2.0")
    assert store.reader() == "0.2.0"


def test_the_log_is_read_again_only_where_it_has_grown(store, address, monkeypatch):
    reads = []

    def counted(connection):
        reads.append(1)
        return logged(connection)

    def known():
        with store.linking() as linking:
            return [one.id for _ in range(3) for one in linking.portion(1).decisions]

    monkeypatch.setattr(known_log, "logged", counted)
    judged = Judgement.of("a", "b", Verdict.SAME, by="Anna", at="2025-09-13")
    assert known() == []
    with open_store(address) as another:  # somebody else's decision
        another.record([judged])
    assert known() == known() == [judged.id] * 3
    assert len(reads) == 1
    store.record([Undo.of(judged.id, by="Anna", at="2025-09-14")])
    with store.linking() as linking:
        first, _ = linking.portion(1).decisions
    assert (first.undone, len(reads)) == ("2025-09-14", 2)
