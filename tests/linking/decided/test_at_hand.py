"""Decisions at hand are looked up by their reports, in the order in which they were made."""

from __future__ import annotations

from dataclasses import replace

from vedette.linking.decided.at_hand import AtHand, fresh_in
from vedette.model import Judgement, Override, Rating, Undo, Verdict

JUDGED = Judgement.of("r1:0-4:strike", "r2:0-4:strike", Verdict.SAME, by="Ann", at="2025-09-12")
GRADED = Override.of(["r2:0-4:strike"], letter="B", by="Ben", at="2025-09-13")
LETTER = Rating.of("Example Post", "C", by="Ben", at="2025-09-14")
UNDO = Undo.of(JUDGED.id, by="Eve", at="2025-09-15")
UNDONE = replace(JUDGED, undone=UNDO.at)
EVERY = AtHand([GRADED, UNDONE, LETTER, UNDO])


def test_what_is_about_some_reports_comes_with_what_took_it_back() -> None:
    assert EVERY.about(["r1"]) == [UNDONE, UNDO]
    assert EVERY.about(["r2", "r1"]) == [GRADED, UNDONE, UNDO]
    assert EVERY.about(["r3"]) == []
    assert EVERY.named([UNDO.id, LETTER.id, "j404"]) == [LETTER, UNDO]
    assert EVERY.ratings() == [LETTER]


def test_an_undo_that_is_new_makes_what_it_took_back_new() -> None:
    assert {one.id for one in fresh_in(EVERY, [UNDO.id])} == {UNDO.id, JUDGED.id}
    assert fresh_in(EVERY, [JUDGED.id]) == [UNDONE]
    assert fresh_in(EVERY, []) == []
