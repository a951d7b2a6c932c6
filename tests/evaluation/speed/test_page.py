"""The section "Speed" says what was measured, where, and how far it varied."""

from __future__ import annotations

from collections.abc import Callable

from vedette.evaluation.speed.grown import Grown
from vedette.evaluation.speed.page import speed_section
from vedette.evaluation.speed.result import Result

Run = Callable[..., Result]


def test_a_work_has_its_speed_memory_and_ratios_each_with_least_and_most(make_run: Run) -> None:
    run = make_run(
        [{"spacy": 2, "trafilatura": 1, "collect": 4, "read": seconds} for seconds in (4, 8, 5)], peaks={"read": 612.4}
    )
    lines = speed_section(run).splitlines()
    assert "| spaCy alone | 1 | 50.0 (50.0-50.0) | 400 (400-400) | 1 |  |" in lines
    assert "| read | 1 | 20.0 (12.5-25.0) | 612 (612-612) | 0.40 (0.25-0.50) |  |" in lines
    assert any(line.startswith("| collect, pages |") and line.endswith("| 0.25 (0.25-0.25) |") for line in lines)


def test_the_section_says_where_when_on_what_and_how_noisy(make_run: Run) -> None:
    section = speed_section(make_run([{"spacy": 4}], last=3))
    for said in (
        "2026-11-22", "Example 9000", "2 cores", "3.11.7", "3.8.18", "0123456789", "at most 25.0%",
        "100 reports of 350 words",
    ):
        assert said in section


def test_a_desk_that_grows_has_a_row_for_each_size_and_a_column_for_its_answers(
    make_run: Run, make_grown: Callable[..., Grown]
) -> None:
    grown = (make_grown(10_000, storing=0.4, linking=0.5), make_grown(100_000, storing=0.5, linking=0.75))
    lines = speed_section(make_run([{"spacy": 1}], grown=grown)).splitlines()
    assert "| 100,000 | 50,000 | 10,000 | 0.50 (0.50-0.50) | 0.75 (0.75-6.75) | 1,000 | 300 |" in lines
    assert "| | 10,000 reports | 100,000 reports |" in lines
    assert "| search: a rare word | 2.0 / 9.0 | 2.0 / 9.0 |" in lines
