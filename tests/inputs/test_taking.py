"""What became of the inputs: each is counted once, however often it came and whoever wrote it first."""

from __future__ import annotations

from builders import quarantined, report
from vedette.inputs import Tally, batches, counted, id_of
from vedette.model import ReadReport

A, B, C = (report(f"Report {name}.", ref=name) for name in "abc")


def done(*reports: object) -> list[ReadReport]:
    return [ReadReport(report=one, claims=()) for one in reports]  # type: ignore[arg-type]


def test_what_is_known_or_under_way_is_not_taken_up_again() -> None:
    tally = Tally()
    assert list(tally.fresh([A, B, A], frozenset({B.id}))) == [A]
    assert list(tally.fresh(done(A, C), frozenset())) == done(C)
    assert tally.known == 3 and tally.under_way == {A.id, C.id}


def test_what_somebody_else_wrote_in_between_counts_as_known() -> None:
    tally = Tally()
    list(tally.fresh([A, B], frozenset()))
    tally.note(done(A, B), new=1)
    assert (tally.new, tally.known, tally.under_way) == (1, 1, set())


def test_notes_and_what_could_not_be_read_are_remembered() -> None:
    tally, bad = Tally(), quarantined("a.txt")
    list(tally.fresh([A, bad], frozenset()))
    tally.note([ReadReport(report=A, claims=(), note="Language sv is not read."), bad], new=1)
    assert tally.notes == ["a: Language sv is not read."] and tally.quarantined == [bad]
    assert (tally.new, tally.known, tally.under_way) == (1, 0, set())


def test_each_input_is_told_as_it_is_taken_up() -> None:
    told: list[int] = []
    items = counted([A, B, C], told.append)
    assert [id_of(one) for one in next(batches(items, 2))] == [A.id, B.id]
    assert told == [1]  # the second is told once somebody asks for the third
