"""What a desk lets people decide."""

from __future__ import annotations

import pytest

import builders as build
from vedette.desk import Desk
from vedette.errors import JudgementError, Outdated
from vedette.linking.decided.found_again import report_of
from vedette.model import Judgement, ReadReport, Undo, Verdict
from vedette.store import open_store

SAME, DIFFERENT = Verdict.SAME, Verdict.DIFFERENT


@pytest.fixture
def desk(tmp_path):
    """A desk with four reports, each of a closed border; nothing in it needs to know any name."""
    told = [build.report(f"The border was closed. Report {number}.", ref=str(number)) for number in range(4)]
    with open_store(str(tmp_path / "desk.sqlite")) as store:
        store.add([ReadReport(report=one, claims=(build.claim(one, words="closed"),)) for one in told])
        desk = Desk(store, knowledge=None)
        desk.relink = lambda **_: None
        yield desk


@pytest.fixture
def anchors(desk):
    return [claim.anchor for claim in desk.store.claims()]


def judged(left, right, verdict, *, day):
    return Judgement.of(left, right, verdict, by="Ann", at=f"2025-09-{day}T10:00:00+00:00")


def test_what_contradicts_an_earlier_judgement_by_way_of_a_third_claim_is_refused(desk, anchors):
    first, second, third, _ = anchors
    desk.decide([judged(first, second, SAME, day=12), judged(second, third, SAME, day=13)])
    with pytest.raises(JudgementError, match="contradicts what people judged before"):
        desk.decide([judged(first, third, DIFFERENT, day=14)])
    assert len(desk.store.decisions()) == 2


def test_a_contradiction_elsewhere_stands_in_nobodys_way(desk, anchors):
    """A newer reader may take two claims for one, of which people had said different things."""
    first, second, third, fourth = anchors
    desk.store.record([judged(first, second, DIFFERENT, day=12), judged(first, second, SAME, day=13)])
    desk.decide([judged(third, fourth, SAME, day=14)])
    assert len(desk.store.decisions()) == 3


def test_only_reports_that_the_judgement_hangs_together_with_are_looked_up(desk, anchors, monkeypatch):
    first, second, third, fourth = anchors
    desk.decide([judged(first, second, SAME, day=12)])
    asked, real = [], desk.store.claims_of_report
    monkeypatch.setattr(desk.store, "claims_of_report", lambda report: asked.append(report) or real(report))
    desk.decide([judged(third, fourth, SAME, day=13)])
    assert sorted(asked) == sorted(map(report_of, (third, fourth)))


def test_a_cycle_is_refused_among_many_decisions_about_other_things(desk, anchors):
    first, second, third, fourth = anchors
    desk.store.record([judged(f"x{n}:0-4:strike", f"y{n}:0-4:strike", SAME, day=11) for n in range(30)])
    links = [
        judged(third, fourth, SAME, day=12), judged(first, second, SAME, day=13), judged(second, third, SAME, day=14)
    ]
    desk.decide(links)
    against = judged(first, fourth, DIFFERENT, day=15)
    with pytest.raises(JudgementError, match="contradicts what people judged before") as refused:
        desk.decide([against])
    assert all(one.id in str(refused.value) for one in links)
    assert len(desk.store.decisions()) == 33
    desk.decide([Undo.of(links[2].id, by="Ann", at="2025-09-16"), against])
    with pytest.raises(JudgementError, match=against.id):
        desk.decide([judged(second, third, SAME, day=17)])


def test_who_looks_first_whether_all_is_as_it_was_seen_can_refuse_it(desk, anchors):
    first, second, *_ = anchors
    looked = []

    def unchanged():
        looked.append(len(desk.store.decisions()))
        raise Outdated("Look again.")

    with pytest.raises(Outdated):
        desk.decide([judged(first, second, SAME, day=12)], unchanged=unchanged)
    assert looked == [0]
    assert desk.store.decisions() == ()
