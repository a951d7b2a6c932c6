"""What linking a part looks at: the blocks of what is new, not the desk.

That it gives the same as linking everything is held by ``test_incremental.py``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from vedette.desk import Desk
from vedette.linking import relink
from vedette.linking.lineage.copies import join_copies
from vedette.model import Claim, CorrectedField, Correction, Override, Rating, ReadReport, Undo
from vedette.model.held import NothingHeld
from vedette.store import open_store
from vedette.store.kept import KeptView

CLOSURE = {"by": ["PL"], "where": ["PL-BY"], "when": "2025-09-12"}


@contextmanager
def desk_of(newsroom: Any) -> Iterator[Desk]:
    """Give a desk with all that the newsroom has told so far, linked."""
    with TemporaryDirectory() as folder, open_store(str(Path(folder) / "desk.sqlite")) as store:
        desk = Desk(store, newsroom.knowledge)
        add(desk, newsroom)
        yield desk


def add(desk: Desk, newsroom: Any) -> None:
    """Add what the newsroom has told since."""
    told = [
        ReadReport(report=report, claims=tuple(one for one in newsroom.claims if one.report == report.id))
        for report in newsroom.reports.values()
    ]
    desk.store.add(told)
    desk.relink()


@pytest.fixture
def looked_up(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The claims that linking looks up on a desk."""
    found: set[str] = set()
    claims, told = KeptView.claims, KeptView.claims_of_reports

    def noting(given: Iterable[Claim]) -> list[Claim]:
        given = list(given)
        found.update(claim.id for claim in given)
        return given

    def by_id(self: KeptView, ids: Collection[str]) -> Iterable[Claim]:
        return noting(claims(self, ids))

    def by_report(self: KeptView, ids: Collection[str]) -> Iterable[Claim]:
        return noting(told(self, ids))

    monkeypatch.setattr(KeptView, "claims", by_id)
    monkeypatch.setattr(KeptView, "claims_of_reports", by_report)
    return found


def tell_of_other_things(newsroom: Any) -> None:
    for month in range(1, 13):
        for year in range(2018, 2024):
            day = f"{year}-{month:02d}-12"
            newsroom.claim("border_closure", by=["PL"], where=["PL-BY"], when=day, published=day)
            newsroom.claim("strike", where=["Lublin"], when="2025-09-12")


def test_a_new_report_is_compared_with_its_block_only(newsroom: Any, looked_up: set[str]) -> None:
    tell_of_other_things(newsroom)
    near = newsroom.claim("border_closure", **CLOSURE, outlet="Alpha")
    with desk_of(newsroom) as desk:
        looked_up.clear()
        new = newsroom.claim("border_closure", **CLOSURE, outlet="Beta")

        add(desk, newsroom)

        assert looked_up == {near.id}
        event = desk.store.event(desk.store.events_of_claims([new.id])[new.id])
        assert set(event.claims) == {near.id, new.id}


def test_a_judgement_touches_the_events_that_it_is_about(newsroom: Any, looked_up: set[str]) -> None:
    tell_of_other_things(newsroom)
    kaunas = newsroom.claim("drone_incident", where=["Kaunas"], when="2025-07-28")
    vilnius = newsroom.claim("drone_incident", where=["Vilnius"], when="2025-07-28")
    with desk_of(newsroom) as desk:
        looked_up.clear()
        same = newsroom.judge(kaunas, vilnius, "same")

        desk.decide([same])
        joined = desk.store.events_of_claims([kaunas.id, vilnius.id])
        desk.decide([Undo.of(same.id, by="Ann", at="2025-09-21")])

        assert len(set(joined.values())) == 1
        assert len(set(desk.store.events_of_claims([kaunas.id, vilnius.id]).values())) == 2
        assert looked_up == {kaunas.id, vilnius.id}


def test_a_grade_touches_its_event(newsroom: Any, looked_up: set[str]) -> None:
    tell_of_other_things(newsroom)
    closure = newsroom.claim("border_closure", **CLOSURE)
    with desk_of(newsroom) as desk:
        looked_up.clear()

        desk.decide([Override.of([closure.anchor], letter="B", by="Ann", at="2025-09-20")])

        assert desk.store.event(desk.store.events_of_claims([closure.id])[closure.id]).grade.letter == "B"
        assert looked_up == {closure.id}


def test_a_correction_touches_its_event_and_the_block_it_comes_to(newsroom: Any, looked_up: set[str]) -> None:
    tell_of_other_things(newsroom)
    closure = newsroom.claim("border_closure", **CLOSURE)
    near = newsroom.claim("border_reopening", by=["PL"], where=["PL-BY"], when="2025-09-13")
    with desk_of(newsroom) as desk:
        looked_up.clear()
        given = Correction.of(closure.anchor, CorrectedField.TYPE, near.type, by="Ann", at="2025-09-20")

        desk.decide([given])

        assert desk.store.event(desk.store.events_of_claims([closure.id])[closure.id]).type is near.type
        assert looked_up <= {closure.id, near.id}


def test_a_rating_touches_the_events_that_have_the_source_under_any_name(newsroom: Any, looked_up: set[str]) -> None:
    tell_of_other_things(newsroom)
    relayed = newsroom.claim("border_closure", **CLOSURE, outlet="Alpha", says=[newsroom.says("ExWire", "agency")])
    with desk_of(newsroom) as desk:
        looked_up.clear()

        desk.decide([Rating.of("Example Wire", "B", by="Ann", at="2025-09-20")])

        assert desk.store.event(desk.store.events_of_claims([relayed.id])[relayed.id]).grade.letter == "B"
        assert looked_up == {relayed.id}


def test_a_copy_that_came_earlier_takes_the_voice_of_the_later(newsroom: Any) -> None:
    text = "Poland closed its border on Thursday night and said that it would stay closed until further notice."
    later = newsroom.report(text, outlet="Beta", published="2025-09-13")
    newsroom.claim("border_closure", **CLOSURE, report=later)
    with desk_of(newsroom) as desk:
        first = newsroom.report(text, outlet="Alpha", published="2025-09-12")
        newsroom.claim("border_closure", **CLOSURE, report=first)

        add(desk, newsroom)

        event, = desk.store.each_event()
        assert (event.reports, event.bodies) == (2, ("Alpha",))


def test_families_that_meet_through_a_third_text_make_their_sentences_the_same(newsroom: Any) -> None:
    shared = "Nobody was hurt when it fell."
    halves = [" ".join(f"{name}{number}" for number in range(60)) for name in ("one", "other")]
    for outlet, half in zip(("Alpha", "Beta"), halves, strict=True):
        report = newsroom.report(f"{shared} {half}", outlet=outlet, published=None)
        newsroom.claim("drone_incident", report=report, sentence=(0, len(shared)))
    with desk_of(newsroom) as desk:
        assert desk.store.counts()["events"] == 2
        newsroom.report(f"{shared} {' '.join(halves)}", outlet="Gamma", published=None)

        add(desk, newsroom)

        event, = desk.store.each_event()
        assert len(event.claims) == 2


def test_what_nothing_is_known_of_changes_nothing(newsroom: Any) -> None:
    with desk_of(newsroom) as desk:
        desk.decide([newsroom.judge(*(newsroom.claim("strike", where=["Lublin"]) for _ in range(2)), "same")])

        assert desk.store.counts()["events"] == 0
        assert desk.store.is_linked()


def test_a_desk_linked_by_other_rules_is_linked_anew(newsroom: Any, looked_up: set[str]) -> None:
    first, second = newsroom.claim("border_closure", **CLOSURE), newsroom.claim("border_closure", **CLOSURE)
    with desk_of(newsroom) as desk:
        before = list(desk.store.dump())
        with desk.store.linking() as linking:
            linking.begin("other rules")
        assert desk.store.counts()["events"] == 0

        desk.relink(anyway=True)

        assert list(desk.store.dump()) == before
        event, = desk.store.each_event()
        assert set(event.claims) == {first.id, second.id}


def test_reports_without_claims_are_copies_all_the_same(newsroom: Any) -> None:
    text = "Poland closed its border on Thursday night and said that it would stay closed until further notice."
    reports = {report.id: report for report in (newsroom.report(text, outlet=name) for name in ("Alpha", "Beta"))}

    relinked = relink([], reports=reports, knowledge=newsroom.knowledge, held=NothingHeld())

    assert {kept.family for kept in relinked.reports} == {min(reports)}
    assert relinked.events == ()


def test_a_text_that_is_run_whole_years_later_is_a_copy_an_edited_one_is_not(newsroom: Any) -> None:
    text = " ".join(f"word{number}" for number in range(80))
    edited = text.replace("word40", "changed")
    first = newsroom.report(text, published="2020-01-01")
    soon = newsroom.report(edited, published="2020-02-20")
    whole = newsroom.report(text, published="2025-01-01")
    late = newsroom.report(f"Now {edited}", published="2025-09-01")

    family = {kept.report: kept.family for kept in join_copies([first, soon, whole, late]).new}

    assert family[soon.id] == family[whole.id] == first.id
    assert family[late.id] == late.id
