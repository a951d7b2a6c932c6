"""Words are cut as they stand, and paragraphs are laid out so that nothing is lost and nothing mixed."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from training.vocabulary import SIGNS, piece_model

from vedette.model import Span
from vedette.reading.tags.windows import Part, window_of, windows
from vedette.reading.tags.words import END_ID, START_ID, Pieces, Word


@pytest.fixture(scope="module")
def pieces() -> Pieces:
    letters = [*SIGNS, "▁", *"abcdefghijklmnopqrstuvwxyzабвгдежзийклмнопрстуфхцчшщьюяіїє.,!?-'’0123456789", "▁the"]
    return Pieces(piece_model(letters, [-float(number) for number in range(len(letters))]))


def test_words_and_signs_stand_apart_and_keep_their_place(pieces: Pieces) -> None:
    text = "Польща закрила кордон, the border's shut."
    words = pieces.words(text, Span(0, len(text)))
    assert [word.span.of(text) for word in words] == [
        "Польща", "закрила", "кордон", ",", "the", "border's", "shut", ".",
    ]
    assert [word.stop for word in words][-1] and not words[3].stop


def test_only_the_asked_stretch_is_cut(pieces: Pieces) -> None:
    text = "one two three"
    assert [word.span.of(text) for word in pieces.words(text, Span(4, 7))] == ["two"]


@given(st.text(max_size=200))
def test_any_text_is_cut_without_a_crash_into_words_that_do_not_overlap(pieces: Pieces, text: str) -> None:
    words = pieces.words(text, Span(0, len(text)))
    assert all(first.span.end <= second.span.start for first, second in pairwise(words))
    assert all(word.pieces for word in words)
    assert pieces.ids(text, Span(0, len(text))) == [piece for word in words for piece in word.pieces]


def _words(*lengths: int, stop: int | None = None) -> list[Word]:
    return [
        Word(Span(number * 10, number * 10 + 5), tuple([7] * long), stop=number == stop)
        for number, long in enumerate(lengths)
    ]


def test_a_window_marks_where_each_word_and_paragraph_begins() -> None:
    window = window_of([Part(0, tuple(_words(2, 1))), Part(1, tuple(_words(1)))])
    assert window.ids.tolist() == [START_ID, 7, 7, 7, END_ID, 7, END_ID]
    assert window.firsts.tolist() == [1, 3, 5]
    assert window.signs.tolist() == [0, 4]


def test_short_paragraphs_share_a_window_and_long_ones_do_not() -> None:
    found = list(windows([_words(3), _words(3), _words(9)], size=12))
    assert [[part.paragraph for part in window.parts] for window in found] == [[0, 1], [2]]


def test_a_long_paragraph_is_cut_behind_a_sentence_where_one_ends() -> None:
    found = list(windows([_words(2, 2, 2, 2, 2, stop=2)], size=10))
    assert [len(window.words) for window in found] == [3, 2]


@given(st.lists(st.lists(st.integers(1, 8), max_size=12), max_size=8))
def test_no_word_is_lost_or_doubled(paragraphs: list[list[int]]) -> None:
    given_words = [_words(*lengths) for lengths in paragraphs]
    found = list(windows(given_words, size=16))
    read = [(part.paragraph, word) for window in found for part in window.parts for word in part.words]
    assert read == [(number, word) for number, words in enumerate(given_words) for word in words]
    assert all(len(window.ids) <= 16 for window in found)
