"""Whatever stands in a text, every language reads it without an error, and in time in proportion to its length."""

from __future__ import annotations

from itertools import islice, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proportion import grows_in_proportion
from vedette.reading.times import TimeWords, find_times, load_time_words, resolve_time

LANGUAGES = ("be", "de", "en", "et", "fi", "lt", "lv", "pl", "ru", "uk")
WORDS = {language: load_time_words(language) for language in LANGUAGES}
FIGURES = ["5", "12", "31", "99", "2025", "12.9", "31.02.2025", "2025-09-12", "6:30", "9.30"]
MARKS = [*FIGURES, ".", ",", "-", "–", "/", "(", ")", "\n\n"]


def vocabulary(words: TimeWords) -> list[str]:
    """Give the words that the forms are made of, and some of every class."""
    spoken = {word for trie in words.tries.values() for word in trie.words}
    for lexicon in words.classes.values():
        spoken |= {" ".join(keys) for entries in islice(lexicon.phrases.values(), 8) for keys, _ in entries}
    return sorted(spoken)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_text_is_read_without_an_error(data: st.DataObject) -> None:
    words = WORDS[data.draw(st.sampled_from(LANGUAGES))]
    pieces = st.one_of(st.sampled_from(vocabulary(words)), st.sampled_from(MARKS))
    text = data.draw(st.lists(pieces, max_size=14).map(" ".join))
    found = find_times(text, words=words)
    for before, after in pairwise(found):
        assert before.span.end <= after.span.start
    for expression in found:
        assert expression.span.of(text) == expression.text != ""
        period = resolve_time(expression, anchor="2025-09-12")
        assert period is None or period.span == expression.span


@pytest.mark.parametrize(
    ("language", "piece"),
    [("de", "vom 5. bis "), ("et", "12. septembrist "), ("fi", "elo-"), ("lt", "nuo 5 iki "), ("lv", "no 5. līdz ")],
)
def test_long_monotonous_text_takes_time_in_proportion(language: str, piece: str) -> None:
    words = WORDS[language]
    assert grows_in_proportion(lambda size: find_times(piece * (size // len(piece)), words=words), 2_000)
