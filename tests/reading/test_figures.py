"""Times and quantities of a sentence: where they stand in the report, and that they are looked for once."""

from __future__ import annotations

from unittest.mock import patch

import pytest

from vedette.model import Span
from vedette.reading.document import Mention, MentionKind
from vedette.reading.figures import Figures

TEXT = "The port is calm. Drill Winter 2025 began on 3 May with 400 troops."
SENTENCE = Span(18, len(TEXT))
NAME = Mention(MentionKind.EXERCISE, Span(24, 35), "Winter 2025")


@pytest.fixture
def figures() -> Figures:
    return Figures("en")


def test_spans_are_those_of_the_report(figures: Figures) -> None:
    (began,) = figures.times(TEXT, SENTENCE, names=[NAME])
    (troops,) = figures.quantities(TEXT, SENTENCE, names=[NAME], times=[began.span])
    assert began.span.of(TEXT) == began.text == "3 May"
    assert troops.span is not None
    assert troops.span.of(TEXT) == "400 troops"


def test_the_figures_of_a_name_are_no_time(figures: Figures) -> None:
    assert "2025" in " ".join(time.text for time in figures.times(TEXT, SENTENCE, names=[]))
    assert "2025" not in " ".join(time.text for time in figures.times(TEXT, SENTENCE, names=[NAME]))


def test_what_stands_in_another_sentence_hides_nothing(figures: Figures) -> None:
    elsewhere = Mention(MentionKind.EXERCISE, Span(4, 8), "Port")
    (began,) = figures.times(TEXT, SENTENCE, names=[NAME, elsewhere])
    assert figures.quantities(TEXT, SENTENCE, names=[elsewhere], times=[Span(0, 3), began.span])


def test_a_sentence_that_two_ask_about_is_searched_once(figures: Figures) -> None:
    with patch("vedette.reading.figures.find_times", return_value=[]) as search:
        figures.times(TEXT, SENTENCE, names=[NAME])
        figures.times(f"  {TEXT}", SENTENCE.shifted(2), names=[replaced(NAME, by=2)])
        assert search.call_count == 1
        figures.times(TEXT, SENTENCE, names=[])
        assert search.call_count == 2


def replaced(name: Mention, *, by: int) -> Mention:
    return Mention(name.kind, name.span.shifted(by), name.name)
