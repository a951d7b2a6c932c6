"""Quiet is not blind: when an outlet has been silent for too long."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from vedette.presentation.outlet_health import Health, health_of
from vedette.store import OutletRecord

LAST = date(2025, 9, 12)


def weekly(**fields):
    return OutletRecord(**{
        "name": "Example Post", "reports": 5, "first": "2025-08-15", "last": LAST.isoformat(), "days": 5, **fields})


@pytest.mark.parametrize(("pause", "health"), [(0, Health.STEADY), (21, Health.STEADY), (22, Health.SILENT)])
def test_three_times_the_usual_pause_is_patience_enough(pause, health):
    judged = health_of(weekly(), today=LAST + timedelta(days=pause))
    assert (judged.health, judged.usual, judged.pause) == (health, 7, pause)


def test_a_daily_outlet_may_rest_for_a_weekend():
    daily = weekly(first="2025-08-14", days=30)
    assert health_of(daily, today=LAST + timedelta(days=2)).health is Health.STEADY
    assert health_of(daily, today=LAST + timedelta(days=4)).health is Health.SILENT


@pytest.mark.parametrize("fields", [
    {"days": 2}, {"first": None, "last": None, "days": 0}, {"last": "soon"}, {"first": "2025-13-40"},
])
def test_of_too_little_nothing_is_said(fields):
    assert health_of(weekly(**fields), today=LAST + timedelta(days=99)).health is Health.UNKNOWN


def test_a_report_of_tomorrow_makes_no_pause():
    assert health_of(weekly(), today=LAST - timedelta(days=3)).pause == 0
