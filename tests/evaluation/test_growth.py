"""What adding costs while a desk grows."""

from __future__ import annotations

from vedette.evaluation.growth import make_read_reports, measure_growth, table


def test_made_reports_are_the_same_each_time_and_tell_of_events_together() -> None:
    made = list(make_read_reports(40))

    assert made == list(make_read_reports(40))
    assert len({item.report.id for item in made}) == 10
    assert len({item.report.published for item in made[:5]}) == 1


def test_each_thousand_is_a_row() -> None:
    steps = list(measure_growth(1300, held=100))

    assert [step.claims for step in steps] == [1100, 1300]
    # Five reports tell of each event, one claim each.
    assert steps[-1].events <= 1300 / 4
    assert table(steps).count("\n") == 3
