"""A desk knows whether its events are up to date, also after a crash."""

from dataclasses import replace

import builders as build
from vedette.model import Judgement, Rating, ReadReport, Undo, Verdict
from vedette.store import known_log, open_store
from vedette.store.decisions import told_by


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


def test_linking_looks_up_what_was_decided_about_some_reports(store, address):
    def about(*reports):
        with store.linking() as linking:
            return linking.portion(1).decided.about(reports)

    judged = Judgement.of("r1:0-4:strike", "r2:0-4:strike", Verdict.SAME, by="Anna", at="2025-09-13")
    letter = Rating.of("Example Post", "C", by="Ben", at="2025-09-13")
    assert about("r1") == ()
    with open_store(address) as another:  # somebody else's decision
        another.record([letter, judged])
    assert about("r1") == about("r2", "r1") == (judged,)
    assert about("r3") == ()
    undo = Undo.of(judged.id, by="Anna", at="2025-09-14")
    store.record([undo])
    assert about("r2") == (replace(judged, undone=undo.at), undo)
    with store.linking() as linking:
        decided = linking.portion(1).decided
        assert decided.ratings() == [letter]
        assert decided.named([undo.id, judged.id, "j404"]) == (replace(judged, undone=undo.at), undo)
        assert linking.decisions() == store.decisions()


def test_of_the_log_only_what_came_since_is_read_and_of_that_only_what_is_wanted(store, monkeypatch):
    read, really = [], known_log.reports_named
    monkeypatch.setattr(known_log, "reports_named", lambda row: read.append(row["number"]) or really(row))
    many = [
        Judgement.of(f"r{n}:0-4:strike", f"s{n}:0-4:strike", Verdict.SAME, by="Anna", at="2025-09-13")
        for n in range(50)
    ]
    store.record(many)
    with store.linking():
        pass
    read.clear()
    told = []
    monkeypatch.setattr(known_log, "told_by", lambda rows: told.extend(held := list(rows)) or told_by(held))
    new = Judgement.of("r7:0-4:strike", "t:0-4:strike", Verdict.SAME, by="Anna", at="2025-09-14")
    store.record([new], check=lambda _new, _held: None)
    with store.linking() as linking:
        assert linking.portion(1).decided.about(["r7"]) == (many[7], new)
    assert set(read) <= {8, 51}  # the eighth decision, and the new one
    assert {row["id"] for row in told} == {many[7].id, new.id}
