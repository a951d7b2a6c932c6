import pytest

from vedette.model import Span


def test_offsets_count_code_points_not_bytes() -> None:
    assert Span(2, 7).of("🛩 Мінск заявив") == "Мінск"


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (5, 4), (-2, -1)])
def test_a_span_cannot_run_backwards_or_begin_before_the_text(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=f"{start} to {end}"):
        Span(start, end)


def test_spans_that_only_touch_do_not_overlap() -> None:
    assert not Span(0, 5).overlaps(Span(5, 9))
    assert Span(0, 6).overlaps(Span(5, 9)) and Span(5, 9).overlaps(Span(0, 6))


def test_a_span_holds_what_lies_wholly_inside() -> None:
    sentence = Span(10, 40)
    assert sentence.holds(Span(10, 12)) and sentence.holds(sentence)
    assert not sentence.holds(Span(9, 12)) and not sentence.holds(Span(39, 41))


@pytest.mark.parametrize(("other", "gap"), [(Span(25, 30), 5), (Span(0, 4), 6), (Span(20, 21), 0), (Span(12, 13), 0)])
def test_the_gap_is_the_same_from_either_side(other: Span, gap: int) -> None:
    here = Span(10, 20)
    assert here.gap(other) == other.gap(here) == gap


def test_spans_sort_in_the_order_of_the_text() -> None:
    assert sorted([Span(7, 9), Span(0, 3), Span(0, 2)]) == [Span(0, 2), Span(0, 3), Span(7, 9)]
