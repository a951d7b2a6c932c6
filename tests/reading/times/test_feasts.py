"""Days that have a name, hours of a day, weeks of a month, and what lasts until further notice: English."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vedette.reading.times import Tense
from vedette.reading.times.feasts import easter, movable_days, pascha

ReadTimes = Callable[..., list[tuple[str, str]]]  # every report appeared on Friday, 12 September 2025


@pytest.mark.parametrize(("year", "west", "east"), [
    (2019, "04-21", "04-28"), (2024, "03-31", "05-05"), (2025, "04-20", "04-20"), (2027, "03-28", "05-02"),
    (2038, "04-25", "04-25"), (2076, "04-19", "04-26"),
])
def test_easter_of_both_churches(year: int, west: str, east: str) -> None:
    assert (easter(year).isoformat(), pascha(year).isoformat()) == (f"{year}-{west}", f"{year}-{east}")


def test_pentecost_is_seven_weeks_after_easter() -> None:
    assert "2026-05-24" in [day.isoformat() for day in movable_days("easter", 49, around=2026)]


@pytest.mark.parametrize(("text", "words", "meaning"), [
    ("The bill is due before Easter.", "before Easter", "..2025-04-19"),
    ("The gate stays shut until the New Year.", "until the New Year", "..2025-12-31"),
    ("The cable was cut on Good Friday.", "Good Friday", "2025-04-18"),
    ("The list will be complete by Christmas.", "by Christmas", "..2025-12-25"),
])
def test_a_feast_is_a_day_of_the_calendar(read_times: ReadTimes, text: str, words: str, meaning: str) -> None:
    assert read_times("en", text) == [(words, meaning)]


@pytest.mark.parametrize(("text", "meaning"), [
    ("The road is closed on Saturday from 8 to 11 a.m.", "2025-09-06T08:00..2025-09-06T11:00"),
    ("The road is closed from 8 to 11 p.m. on Monday.", "2025-09-08T20:00..2025-09-08T23:00"),
    ("The road was closed from 11 p.m. to 3 a.m.", "2025-09-12T23:00..2025-09-13T03:00"),
    ("Signals were jammed between 06.00 and 09.40.", "2025-09-12T06:00..2025-09-12T09:40"),
])
def test_hours_of_a_day(read_times: ReadTimes, text: str, meaning: str) -> None:
    assert [found for _, found in read_times("en", text)] == [meaning]


@pytest.mark.parametrize(("text", "meaning"), [
    ("They meet in the second week of November.", "2025-11-10..2025-11-16"),
    ("It ran in the first week of April 2025.", "2025-03-31..2025-04-06"),
    ("It was the last week of August.", "2025-08-25..2025-08-31"),
    ("It was the last weekend of August.", "2025-08-30..2025-08-31"),
    ("It was the fifth week of February 2025.", "2025-02"),
    ("It was the tenth weekend of May 2025.", "2025-05"),
])
def test_a_week_of_a_month_is_where_its_thursday_is(read_times: ReadTimes, text: str, meaning: str) -> None:
    assert [found for _, found in read_times("en", text)] == [meaning]


def test_until_further_notice_is_from_now_on(read_times: ReadTimes) -> None:
    assert read_times("en", "The port is closed until further notice.") == [("until further notice", "2025-09-12..")]


def test_what_is_set_for_a_weekday_lay_ahead(read_times: ReadTimes) -> None:
    assert read_times("en", "The vote was planned for Monday.", tense=Tense.PAST) == [("Monday", "2025-09-15")]


def test_the_next_morning_follows_the_day_told_before(read_times: ReadTimes) -> None:
    (found,) = read_times("en", "They left the next morning.")
    assert found == ("the next morning", "2025-09-13T06:00..2025-09-13T12:00")


def test_from_a_month_on_in_the_past_is_since(read_times: ReadTimes) -> None:
    assert read_times("en", "They stood there from November.", tense=Tense.PAST) == [("from November", "2024-11..")]


def test_hours_that_make_no_day_are_no_window(read_times: ReadTimes) -> None:
    assert read_times("en", "They must leave within 72 hours.") == [("within 72 hours", "2025-09-12..2025-09-15")]
    left = read_times("fi", "He lähtivät kolmen vuorokauden kuluessa.", tense=Tense.PAST)
    assert left == [("kolmen vuorokauden kuluessa", "nothing")]
    assert read_times("en", "They must leave within 3 hours.") == [("within 3 hours", "nothing")]
