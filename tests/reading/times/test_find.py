"""Which words of a text are times, and which only look like them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proportion import grows_in_proportion
from vedette.model.span import Span
from vedette.reading.times import find_times, load_time_words, resolve_time

WORDS = load_time_words("en")


def words_found(text: str, *, masked: tuple[Span, ...] = ()) -> list[str]:
    return [found.text for found in find_times(text, words=WORDS, masked=masked)]


@pytest.mark.parametrize(
    "text",
    [
        "He may come, they may not.",
        "May we ask?",
        "The soldiers march on Minsk.",
        "March on, he said.",
        "The Sun set over the Mar river.",
        "Wait a second.",
        "Under Article 4 of the treaty",
        "Some 2,025 people fled.",
        "It counted 2025 people.",
        "It may grow until 2025 people are left.",
        "Call +375 29 123-45-67.",
        "A MiG-31 took off beside an Su-27.",
        "It is a 30 minutes' walk away.",
        "the 12th brigade and the 37th regiment",
        "on the 12th floor",
        "It cost $2025.",
        "a score of 3-1",
        "Flight 93 and Line 5",
        "resolution 2231",
        "version 12.0.1",
        "a 2025-style parade",
        "Psalm 3:16",
    ],
)
def test_not_a_time(text: str) -> None:
    assert words_found(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In May it rained; it may again.", ["May"]),
        ("Since March they march.", ["Since March"]),
        ("On 5 May", ["5 May"]),
        ("It began on Sun, 7 September.", ["Sun, 7 September"]),
        ("ON 12 SEPTEMBER", ["12 SEPTEMBER"]),
        ("on 12\u00a0September", ["12\u00a0September"]),
        ("It ended in July.\n\n12 drones fell.", ["July"]),
        ("The law of 2014, amended in 2019.", ["2014", "2019"]),
        ("From Monday, trains stop; on Friday, they run.", ["From Monday", "Friday"]),
    ],
)
def test_found(text: str, found: list[str]) -> None:
    assert words_found(text) == found


def test_nothing_is_found_inside_a_mask() -> None:
    text = "West 2025 starts in 2025."
    assert words_found("in West 2025, in 2025", masked=(Span(3, 12),)) == ["2025"]
    assert words_found(text, masked=(Span(0, len(text)),)) == []


def test_the_longest_reading_wins_wherever_it_starts() -> None:
    assert words_found("in the autumn of 2024") == ["the autumn of 2024"]
    assert words_found("at 6:30 a.m. on Monday") == ["6:30 a.m. on Monday"]


TYPICAL = [
    "on", "from", "to", "until", "the", "of", "in", "at", "and", "5", "12", "31", "99", "2025", "12th", "September",
    "May", "Sept.", "Friday", "morning", "night", "week", "days", "ago", "last", "next", "early", "mid", "-", "–",
    ",", ".", "(", ")", "6:30", "a.m.", "2025-09-12", "31.02.2025", "between", "three", "century", "decades",
    "quarter", "Q3", "İ", "²", "٣",
]  # fmt: skip
PIECES = st.sampled_from(TYPICAL)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=14).map(" ".join), st.lists(PIECES).map("".join)))
def test_any_text_is_read_without_an_error(text: str) -> None:
    found = find_times(text, words=WORDS)
    for before, after in pairwise(found):
        assert before.span.end <= after.span.start
    for expression in found:
        assert expression.span.of(text) == expression.text != ""
        period = resolve_time(expression, anchor="2025-09-12")
        assert period is None or period.span == expression.span


@pytest.mark.parametrize(
    "piece", ["12 ", "1", "12-", "from 5 to ", "on Friday, ", "September ", "the night of ", "between 5 and ", "a"]
)
def test_long_monotonous_text_takes_time_in_proportion(piece: str) -> None:
    assert grows_in_proportion(lambda size: find_times(piece * (size // len(piece)), words=WORDS), 3_000)
