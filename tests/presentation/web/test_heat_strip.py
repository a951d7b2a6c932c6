"""How scenarios and indicators stood day by day, as numbers of a drawing."""

from __future__ import annotations

from warned_desk import history, pressure

from vedette.presentation.web.heat_strip import DAYS, draw_levels, draw_strip, first_drawn

NAMES = {"closed": "Closed", "at-sea": "At sea"}
HISTORY = history(pressure())


def strip(assessments=HISTORY, until="2025-09-17"):
    return draw_strip(assessments, NAMES, until=until, levels=3)


def test_days_in_a_row_on_which_nothing_changed_are_one_run():
    closed, at_sea = strip().rows
    assert [(run.words, str(run.state)) for run in closed.runs] == [
        ("8–10 September 2025", "unmet"), ("11–14 September 2025", "met"), ("15–17 September 2025", "unmet"),
    ]
    assert [str(run.state) for run in at_sea.runs] == ["not_observable"]


def test_the_last_day_stands_at_the_right_edge_and_runs_touch():
    drawn = strip()
    runs = drawn.rows[0].runs
    assert runs[-1].x + runs[-1].width == drawn.width
    assert [one.x + one.width for one in runs[:-1]] == [one.x for one in runs[1:]]


def test_a_day_on_which_nobody_assessed_it_stays_empty():
    gap = tuple(one for one in HISTORY if one.day != "2025-09-13")
    first, second = (run for run in strip(gap).rows[0].runs if str(run.state) == "met")
    assert first.x + first.width < second.x
    assert (first.words, second.words) == ("11–12 September 2025", "14 September 2025")


def test_a_higher_level_stands_higher():
    calm, watch, again = draw_levels(HISTORY, until="2025-09-17", levels=3).runs
    assert watch.height > calm.height == again.height and watch.y < calm.y
    assert watch.y + watch.height == calm.y + calm.height


def test_what_lies_before_the_drawing_is_left_out():
    late = strip(until="2025-11-14")
    assert first_drawn("2025-11-14") == "2025-09-16"
    assert [run.words for run in late.rows[0].runs] == ["16–17 September 2025"]
    assert strip(until="2026-09-17").rows[0].runs == ()
    assert len(late.ticks) == DAYS // 10


def test_an_indicator_that_an_older_assessment_did_not_have_has_no_run():
    assert draw_strip(HISTORY, {"new": "New"}, until="2025-09-17", levels=3).rows[0].runs == ()
