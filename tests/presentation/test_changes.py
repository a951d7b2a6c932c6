"""What changed since somebody looked: which events, how, and which claim shows it."""

from __future__ import annotations

from dataclasses import replace

from fake_view import border_desk

from vedette.model import Judgement, Origin, Support, Update, UpdateStep, Verdict
from vedette.model.attribution import LinkKind
from vedette.presentation.changes import ChangeKind, changes_since
from vedette.store import Mark

FIRST_REPORT = Mark(report=1)


def changed(view, mark=FIRST_REPORT):
    return changes_since(view, mark)


def with_event(view, id, **fields):
    view.all_events = tuple(replace(event, **fields) if event.id == id else event for event in view.all_events)
    return view


def test_at_the_first_look_everything_is_new():
    found = changed(border_desk(), Mark())
    assert {change.event.id for change in found.found[ChangeKind.NEW]} == {"e1", "e2", "e3abcdef"}
    assert (found.reports, found.is_cut) == (2, False)


def test_who_has_seen_all_has_nothing_to_read():
    view = border_desk()
    found = changed(view, view.mark())
    assert (found.found, found.reports, found.repeated) == ({}, 0, 0)


def test_a_report_of_the_same_origin_only_repeats():
    found = changed(border_desk())
    assert found.repeated == 1, "the wire relays the agency that had told of the closed border already"
    assert [change.event.id for change in found.found[ChangeKind.NEW]] == ["e2"]


def test_a_further_origin_corroborates_and_its_claim_shows_it():
    further = Origin(name="Border Guard of Poland", kind=LinkKind.OFFICIAL, claims=("c2",))
    first = Origin(name="State Agency", kind=LinkKind.AGENCY, claims=("c1",))
    (change,) = changed(with_event(border_desk(), "e1", origins=(first, further))).found[ChangeKind.CORROBORATED]
    assert (change.event.id, change.claim) == ("e1", "c2")
    assert change.words == "now also told by Border Guard of Poland"


def test_an_origin_that_nobody_knows_corroborates_nothing():
    unknown = Origin(name="", kind=LinkKind.UNNAMED, known=False, claims=("c2",))
    first = Origin(name="State Agency", kind=LinkKind.AGENCY, claims=("c1",))
    assert changed(with_event(border_desk(), "e1", origins=(first, unknown))).repeated == 1


def test_a_side_that_only_new_reports_hold_contradicts():
    view = border_desk()
    (drill,) = (event for event in view.all_events if event.id == "e2")
    older, newer = drill.conflicts[0].values
    conflict = replace(drill.conflicts[0], field="quantity:troops", values=(
        replace(older, claims=("c1",)), replace(newer, value="about 30000 troops", claims=("c2",))))
    (change,) = changed(with_event(view, "e1", conflicts=(conflict,))).found[ChangeKind.CONTRADICTED]
    assert change.words == "how many troops: now also “about 30,000 troops”"
    assert change.claim == "c2"


def denial(*claims):
    return Support(fact="happened", value="denied", claims=claims)


def test_who_denies_what_another_told_does_not_tell_it_too():
    kremlin = Origin(name="Ministry of Example", kind=LinkKind.OFFICIAL, claims=("c2",))
    first = Origin(name="State Agency", kind=LinkKind.AGENCY, claims=("c1",))
    view = with_event(border_desk(), "e1", origins=(first, kremlin), support=(denial("c2"),))
    found = changed(view).found
    (change,) = found[ChangeKind.DENIED]
    assert (change.words, change.claim) == ("now denied by Ministry of Example", "c2")
    assert ChangeKind.CORROBORATED not in found


def test_who_told_it_and_denies_it_now_denies_it():
    turncoat = Origin(name="State Agency", kind=LinkKind.AGENCY, claims=("c1", "c2"))
    view = with_event(border_desk(), "e1", origins=(turncoat,), support=(denial("c2"),))
    assert ChangeKind.DENIED in changed(view).found


def test_who_denied_it_before_denies_nothing_new():
    firm = Origin(name="State Agency", kind=LinkKind.AGENCY, claims=("c1", "c2"))
    assert changed(with_event(border_desk(), "e1", origins=(firm,), support=(denial("c1", "c2"),))).repeated == 1


def test_who_takes_back_a_word_corrects():
    steps = (
        UpdateStep(value="2025-09-11", published="2025-09-12", claims=("c1",)),
        UpdateStep(value="2025-09-12", published="2025-09-13", claims=("c2",)),
    )
    update = Update(field="period", origin="State Agency", steps=steps)
    (change,) = changed(with_event(border_desk(), "e1", updates=(update,))).found[ChangeKind.CORRECTED]
    assert change.words == "State Agency now says “12 September 2025”"


def test_what_a_person_decided_since_counts_as_corrected():
    view = border_desk()
    anchors = {claim.id: claim.anchor for claim in view.all_claims}
    same = Judgement.of(anchors["c1"], anchors["c2"], Verdict.SAME, by="Ann", at="2025-09-14T08:00")
    view.all_decisions = (same,)
    (change,) = changed(view, Mark(report=2)).found[ChangeKind.CORRECTED]
    assert (change.event.id, change.claim) == ("e1", None)
    assert "Ann" in change.words
    assert changed(view, Mark(report=2, decision=1)).found == {}, "and no longer once it was seen"
