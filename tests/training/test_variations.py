"""What is learned in other shapes says the same as the items it is made from."""

from __future__ import annotations

import random

import pytest
from training.examples import Example
from training.variations import Variation, retyped, varied
from training.vocabulary import SIGNS, piece_model

from vedette.evaluation.annotated import AnnotatedItem
from vedette.evaluation.markup import parse_items
from vedette.reading.tags.words import Pieces

ITEM = """@ en-0001 story=gate published=2026-05-13 genre=report region=baltic on=yes outlet=Northern Wire
{Estonia|A1 EE} {shut|E1 border_closure} {two gates|Q1 2 gates} {in March|T1 2026-03..}.
<S1:"It's for a week" - or two>, the {mayor|S1 official EE} {said|C1}. He left ("at once").
{Latvia|A2 LV} {followed|E2 border_closure}.
E1 who=A1 count=Q1 when=T1
E2 who=A2
"""


@pytest.fixture(scope="module")
def pieces() -> Pieces:
    letters = [*SIGNS, "▁", *"abcdefghijklmnopqrstuvwxyz.,"]
    return Pieces(piece_model(letters, [-float(number) for number in range(len(letters))]))


@pytest.fixture(scope="module")
def item() -> AnnotatedItem:
    found, problems = parse_items(ITEM, file="item.txt")
    assert problems == []
    return found[0]


def shapes(item: AnnotatedItem, pieces: Pieces, shape: Variation, *, seed: int = 0) -> list[Example]:
    return list(varied(item, [item], pieces, shape, random.Random(seed)))


def test_an_item_too_long_for_a_window_is_cut_between_its_paragraphs(item: AnnotatedItem, pieces: Pieces) -> None:
    whole = Variation(joined=0, single=0, sizes=(500,))
    assert [len(each.on) for each in shapes(item, pieces, whole)] == [3]
    cut = Variation(joined=0, single=0, sizes=(90,))
    found = shapes(item, pieces, cut)
    assert len(found) > 1
    assert sum(len(each.on) for each in found) == 3
    assert sum(len(each.stretches) for each in found) == len(item.marks)


def test_each_paragraph_can_stand_alone(item: AnnotatedItem, pieces: Pieces) -> None:
    assert [len(each.on) for each in shapes(item, pieces, Variation(joined=0, single=1))] == [1, 1, 1]


def test_others_stand_behind_an_item_until_the_window_is_full(item: AnnotatedItem, pieces: Pieces) -> None:
    alone = len(shapes(item, pieces, Variation(joined=0, single=0, sizes=(500,)))[0].window.ids)
    (together,) = shapes(item, pieces, Variation(joined=1, sizes=(2 * alone + 10,)))
    assert len(together.on) == 6
    assert len(together.window.ids) <= 2 * alone + 10


def test_a_paragraph_that_the_encoder_cannot_take_in_is_left_out(item: AnnotatedItem, pieces: Pieces) -> None:
    found = shapes(item, pieces, Variation(joined=0, single=1, longest=60))
    assert 0 < len(found) < 3


@pytest.mark.parametrize("seed", range(8))
def test_other_marks_leave_every_word_where_it_was(item: AnnotatedItem, seed: int) -> None:
    other = retyped(item, random.Random(seed))
    assert len(other.text) == len(item.text)
    changed = {new for old, new in zip(item.text, other.text, strict=True) if old != new}
    assert changed <= set("“”„«»’–—\"'-")


def test_marks_open_before_a_word_and_close_behind_it(item: AnnotatedItem) -> None:
    styles = {retyped(item, random.Random(seed)).text for seed in range(300)}
    assert any("“It’s for a week” — or two" in text and "(“at once”)" in text for text in styles)
    assert any("„It's for a week” – or two" in text for text in styles)


def test_the_same_draws_give_the_same_examples(item: AnnotatedItem, pieces: Pieces) -> None:
    one, other = (shapes(item, pieces, Variation(), seed=5) for _ in range(2))
    assert [each.window.ids.tolist() for each in one] == [each.window.ids.tolist() for each in other]
