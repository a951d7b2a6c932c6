"""What is planned, on the days of a calendar."""

from __future__ import annotations

from datetime import UTC, date, datetime

import icalendar
import pytest
from export_desk import CITY, HELD_OFF, HOSTILE, PLANNED, told, view_of, whole, written

import builders as build


def entries(*items: tuple) -> list[icalendar.Event]:
    view = view_of(*items) if items else whole()
    return icalendar.Calendar.from_ical(written(view, "ics")).walk("VEVENT")


def test_only_what_is_planned_is_in_it() -> None:
    summaries = [str(entry["summary"]) for entry in entries()]
    assert len(summaries) == 2
    assert [summary.startswith("Denied: ") for summary in summaries] == [False, True]
    assert whole().all_events, "there is more on the desk than what is planned"


def test_a_filter_for_another_stage_leaves_it_empty() -> None:
    calendar = icalendar.Calendar.from_ical(written(whole(), "ics", stage="happened"))
    assert calendar.walk("VEVENT") == [] and calendar["version"] == "2.0"


def test_it_stands_on_whole_days_from_the_first_to_the_last() -> None:
    entry, = entries(PLANNED)
    assert (entry.decoded("dtstart"), entry.decoded("dtend")) == (date(2025, 9, 12), date(2025, 9, 17))
    assert "(12–16 September 2025)" in entry["summary"]
    assert entry.decoded("dtstamp") == datetime(2025, 9, 14, 6, tzinfo=UTC)
    assert entry["url"] == f"http://127.0.0.1:8765/events/{PLANNED[2].id}"


@pytest.mark.parametrize(("period", "first", "after", "words"), [
    (build.when("2025-09"), date(2025, 9, 1), date(2025, 10, 1), "(September 2025)"),
    (build.when("2025-09-12", open_end=True), date(2025, 9, 12), date(2025, 9, 13), "(from 12 September 2025)"),
    (build.when(None, "2025-09-16"), date(2025, 9, 16), date(2025, 9, 17), "(until 16 September 2025)"),
    (build.when("2025-09-12T18:00"), date(2025, 9, 12), date(2025, 9, 13), "18:00"),
])
def test_a_period_stands_on_the_days_that_it_can_mean(period, first, after, words) -> None:
    entry, = entries(told("A drill is due.", "exercise", stage="planned", period=period))
    assert (entry.decoded("dtstart"), entry.decoded("dtend")) == (first, after)
    assert words in entry["summary"]


@pytest.mark.parametrize("period", [None, build.when("2026", "2030", precision="vague", text="in coming years")])
def test_what_names_no_day_stands_on_none(period) -> None:
    assert entries(told("A drill is due.", "exercise", stage="planned", period=period)) == []


def test_a_plan_is_sure_only_where_it_is_stated_as_fact() -> None:
    assert [str(entry["status"]) for entry in entries(PLANNED, HELD_OFF)] == ["CONFIRMED", "TENTATIVE"]
    assert {str(entry["transp"]) for entry in entries()} == {"TRANSPARENT"}


def test_an_entry_carries_its_sentences_origins_grade_and_how_exactly_its_place_is_known() -> None:
    entry, = entries(PLANNED)
    description = str(entry["description"])
    assert "“The drill will last five days.” (Example Post, 2025-09-12)" in description
    assert "Origins: State Agency" in description and "Grade: B3" in description
    assert entry["geo"].to_ical() == "54.69;25.28" and str(entry["x-vedette-geo-precision"]) == "city"
    without, = entries(told("A drill is due.", "exercise", stage="planned", period="2025-09-12"))
    assert "geo" not in without and "location" not in without


def test_hostile_words_add_no_line_of_their_own() -> None:
    bad = f"{HOSTILE}\r\nEND:VEVENT\r\nBEGIN:VALARM\n\\n;,:"
    evil = told("It is due.", "exercise", stage="planned", period="2025-09-12", names=[bad], outlet=bad, places=[CITY])
    entry, = entries(evil)
    assert entry.subcomponents == [] and "BEGIN:VALARM" in entry["summary"]
    assert not {"\x1b", "\u202e"} & set(written(view_of(evil), "ics").decode("utf-8"))
