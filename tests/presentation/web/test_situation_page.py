"""Figures of a situation over time."""

from __future__ import annotations

from fake_view import make_event

from vedette.model import Period, QuantityMention
from vedette.presentation.web.situation_page import figure_series


def counted(day, value, unit="troops"):
    return make_event(
        day, period=Period(start=day), quantities=(QuantityMention(value=value, unit=unit),))


def test_figures_of_one_unit_stand_in_order_the_largest_highest():
    (series,) = figure_series([counted("2025-09-20", 30000), counted("2025-09-10", 12000)])
    first, second = series.points
    assert (first.day, first.said, second.said) == ("2025-09-10", "12,000 troops", "30,000 troops")
    assert first.x < second.x and first.y > second.y


def test_one_day_makes_no_line_and_undated_events_have_no_place_in_it():
    undated = make_event("x", quantities=(QuantityMention(value=5, unit="troops"),))
    assert list(figure_series([counted("2025-09-10", 12000), undated])) == []


def test_each_unit_has_a_drawing_of_its_own():
    drones = [counted(f"2025-09-1{day}", day, unit="drones") for day in range(3)]
    troops = [counted(f"2025-09-1{day}", 1000 * day + 1) for day in range(2)]
    assert [series.unit for series in figure_series([*troops, *drones])] == ["drones", "troops"]
