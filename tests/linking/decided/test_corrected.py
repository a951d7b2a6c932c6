"""Events of claims that a person corrected: what changes with a claim, and what comes back."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from vedette.desk import Desk
from vedette.errors import JudgementError, UnknownId
from vedette.linking import workbench
from vedette.linking.decided.at_hand import AtHand
from vedette.linking.decided.corrected import Corrections
from vedette.linking.same import blocking
from vedette.model import (
    CorrectedField,
    Correction,
    Decision,
    Event,
    EventType,
    Factuality,
    Finding,
    Period,
    PlaceMention,
    ReadReport,
    Span,
    Stage,
    Undo,
)
from vedette.model.codec import name_claim
from vedette.store import open_store

CLOSURE = {"by": ["PL"], "where": ["PL-BY"], "when": "2025-09-12"}


@contextmanager
def desk_of(newsroom: Any) -> Iterator[Desk]:
    with TemporaryDirectory() as folder, open_store(str(Path(folder) / "desk.sqlite")) as store:
        desk = Desk(store, newsroom.knowledge)
        store.add([
            ReadReport(report=report, claims=tuple(one for one in newsroom.claims if one.report == report.id))
            for report in newsroom.reports.values()
        ])
        desk.relink()
        yield desk


def event_with(desk: Desk, claim: Any) -> Event:
    return desk.store.event(desk.store.events_of_claims([claim.id])[claim.id])


def correct(claim: Any, field: CorrectedField, value: Any, at: str = "2025-09-20", by: str = "Ann") -> Correction:
    return Correction.of(claim.anchor, field, value, by=by, at=at, why="seen there")


def test_a_rejected_claim_is_in_no_event_and_comes_back(newsroom: Any) -> None:
    first, second = newsroom.claim("border_closure", **CLOSURE), newsroom.claim("border_closure", **CLOSURE)
    with desk_of(newsroom) as desk:
        before = list(desk.store.dump())
        rejection = correct(second, CorrectedField.CLAIM, Finding.REJECTED)

        desk.decide([rejection])

        assert event_with(desk, first).claims == (first.id,)
        assert desk.store.events_of_claims([second.id]) == {}
        desk.decide([Undo.of(rejection.id, by="Ann", at="2025-09-21")])
        assert [one for one in desk.store.dump() if one["kind"] == "event"] == [
            one for one in before if one["kind"] == "event"
        ]


def test_an_event_of_rejected_claims_is_no_more(newsroom: Any) -> None:
    only = newsroom.claim("border_closure", **CLOSURE)
    with desk_of(newsroom) as desk:
        desk.decide([correct(only, CorrectedField.CLAIM, Finding.REJECTED)])

        assert desk.store.counts()["events"] == 0
        assert list(desk.store.claims()) == [only]


def test_another_date_brings_a_claim_to_another_event_which_says_who_set_it(newsroom: Any) -> None:
    told = newsroom.claim("strike", where=["Lublin"], when="2025-09-12")
    other = newsroom.claim("strike", where=["Lublin"], when="2025-06-01", published="2025-06-02")
    with desk_of(newsroom) as desk:
        assert event_with(desk, told) != event_with(desk, other)
        day = Period(start="2025-06-01", text="2025-06-01")

        desk.decide([correct(told, CorrectedField.PERIOD, day)])

        event = event_with(desk, told)
        assert set(event.claims) == {told.id, other.id}
        [applied] = event.corrections
        assert (applied.claim, applied.was, applied.value, applied.by) == (told.id, told.period, day, "Ann")
        assert list(desk.store.claims([told.id])) == [told]


def test_another_type_keeps_the_name_of_the_event_and_what_people_judged(newsroom: Any) -> None:
    told, other = newsroom.claim("strike", where=["Kaunas"]), newsroom.claim("drone_incident", where=["Vilnius"])
    with desk_of(newsroom) as desk:
        before = event_with(desk, told)
        desk.decide([newsroom.judge(told, other, "different")])

        desk.decide([correct(told, CorrectedField.TYPE, EventType.DRONE_INCIDENT)])

        after = event_with(desk, told)
        assert (after.id, after.type) == (before.id, EventType.DRONE_INCIDENT)
        assert after.id != event_with(desk, other).id


def test_another_origin_takes_a_voice_away(newsroom: Any) -> None:
    wire = newsroom.says("Example Wire", "agency")
    newsroom.claim("border_closure", **CLOSURE, says=[wire], outlet="Alpha")
    told = newsroom.claim("border_closure", **CLOSURE, says=[newsroom.says("Somebody", "official")], outlet="Beta")
    with desk_of(newsroom) as desk:
        assert len(event_with(desk, told).bodies) == 2

        desk.decide([correct(told, CorrectedField.ORIGIN, wire)])

        assert event_with(desk, told).bodies == ("Example Wire",)


def test_copies_of_a_corrected_report_speak_for_whom_it_speaks_for_now(newsroom: Any) -> None:
    text = "Poland closed its border on Thursday night and said that it would stay closed until further notice."
    first, copy = (newsroom.report(text, outlet=name, published=day) for name, day in (
        ("Alpha", "2025-09-12"), ("Beta", "2025-09-13")))
    told = newsroom.claim("border_closure", **CLOSURE, report=first)
    copied = newsroom.claim("border_closure", by=["PL"], where=["Lublin"], when="2025-09-12", report=copy)
    with desk_of(newsroom) as desk:
        desk.decide([correct(told, CorrectedField.ORIGIN, newsroom.says("Example Wire", "agency"))])

        assert event_with(desk, copied).bodies == ("Example Wire",)


def test_a_block_that_was_closed_by_a_claim_is_open_again_without_it(
    newsroom: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (blocking, workbench):
        monkeypatch.setattr(module, "CROWD", 2)
    day = {"by": ["PL"], "where": ["PL-BY"]}
    told = newsroom.claim("border_closure", **day, when="2025-09-12")
    wide = newsroom.claim("border_closure", **day, published=None)
    third = newsroom.claim("border_closure", **day, when="2025-09-28", published="2025-09-28")
    with desk_of(newsroom) as desk:
        at_first = len({event_with(desk, one).id for one in (told, wide)})
        desk.decide([correct(third, CorrectedField.CLAIM, Finding.REJECTED)])
        newsroom.claims.remove(third)
        del newsroom.reports[third.report]
        with desk_of(newsroom) as without:
            assert event_with(desk, wide).claims == event_with(without, wide).claims
        assert at_first == 2
        assert event_with(desk, wide).id == event_with(desk, told).id


def test_a_correction_finds_its_claim_after_a_newer_reader(newsroom: Any) -> None:
    old = newsroom.claim("border_closure", **CLOSURE)
    newer = replace(old, trigger=Span(2, 9), id="")
    newer = replace(newer, id=name_claim(newer))
    given = correct(old, CorrectedField.FACTUALITY, Factuality.DENIED)

    [held] = Corrections.among([given]).hold_in([newer])

    assert (held.id, held.factuality) == (newer.id, Factuality.DENIED)


def test_the_newest_of_two_holds_where_both_are_on_record(newsroom: Any) -> None:
    claim = newsroom.claim("border_closure", **CLOSURE)
    place = PlaceMention(place=newsroom.place("Kaunas"))
    two = [correct(claim, CorrectedField.PLACE, (place,), at="2025-09-21", by="Ben"),
           correct(claim, CorrectedField.PLACE, (), at="2025-09-20")]

    [held] = Corrections.among(two).hold_in([claim])

    assert held.places == (place,)


def test_a_correction_counts_for_its_own_report_though_it_is_given_for_another() -> None:
    given = Correction.of("r2:0-4:strike", CorrectedField.STAGE, Stage.PLANNED, by="Ann", at="2025-09-20")

    class Loose(AtHand):
        def about(self, reports: Collection[str]) -> list[Decision]:
            return [given]

    assert Corrections(Loose()).reports_among(["r1"]) == frozenset()
    assert Corrections(Loose()).reports_among(["r1", "r2"]) == {"r2"}


def test_nobody_sets_again_what_another_set(newsroom: Any) -> None:
    claim = newsroom.claim("border_closure", **CLOSURE)
    with desk_of(newsroom) as desk:
        first = correct(claim, CorrectedField.PERIOD, None)
        desk.decide([first])

        with pytest.raises(JudgementError, match=f"Ann set the period of this claim .* undo {first.id}"):
            desk.decide([correct(claim, CorrectedField.PERIOD, None, at="2025-09-21", by="Ben")])
        desk.decide([correct(claim, CorrectedField.PLACE, (), at="2025-09-21", by="Ben")])

        assert len(desk.store.decisions()) == 2


def test_a_claim_that_is_not_there_cannot_be_corrected(newsroom: Any) -> None:
    claim = newsroom.claim("border_closure", **CLOSURE)
    with desk_of(newsroom) as desk, pytest.raises(UnknownId, match="No claim"):
        desk.decide([correct(replace(claim, report="r0"), CorrectedField.PERIOD, None)])
