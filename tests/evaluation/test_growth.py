"""What adding costs while a desk grows."""

from __future__ import annotations

from pathlib import Path

import pytest

from vedette.evaluation import growth
from vedette.evaluation.growth import Step, hold, make_read_reports, measure_growth, summary, table


def test_made_reports_are_the_same_each_time_and_tell_of_events_together() -> None:
    made = list(make_read_reports(40))

    assert made == list(make_read_reports(40))
    assert len({item.report.id for item in made}) == 10
    assert len({item.report.published for item in made[:5]}) == 1


def test_each_thousand_is_a_row() -> None:
    steps = list(measure_growth(1300, held=100))

    assert [step.claims for step in steps] == [1100, 1300]
    assert steps[0].events < steps[1].events
    # Five reports tell of each event, one claim each.
    assert steps[-1].events <= 1300 / 4
    assert all(0 < step.one_report < step.adding + step.linking for step in steps)
    assert table(steps).count("\n") == 3


def test_a_desk_that_is_held_is_what_it_would_have_grown_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(growth, "PORTION", 400)

    (*_, grown), (added,) = measure_growth(800), measure_growth(800, held=400)

    assert (added.claims, added.events) == (grown.claims, grown.events)


def test_a_desk_that_could_not_be_made_is_no_empty_one(tmp_path: Path) -> None:
    with pytest.raises(ChildProcessError, match="1,000 claims"):
        hold(str(tmp_path), 1000)  # a folder is no desk


def test_of_many_thousands_some_are_shown_the_first_and_the_last_among_them() -> None:
    steps = [
        Step(claims=1000 * number, events=1, adding=0.1, linking=number / 100, one_report=0.1, peak_mb=400)
        for number in range(1, 102)
    ]

    lines = table(steps, rows=10).splitlines()[2:]

    assert len(lines) <= 12
    assert (lines[0].split()[1], lines[-1].split()[1]) == ("1,000", "101,000")
    assert "0.06 s at the beginning and 0.97 s at the end" in summary(steps)
