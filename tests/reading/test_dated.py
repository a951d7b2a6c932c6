"""What lengths, lists and deadlines make of a date."""

from __future__ import annotations

import pytest

from vedette.model import EventType, Period, Precision, Span, Stage
from vedette.reading.dated import (
    Length,
    as_deadline,
    days_listed,
    joined,
    of_itself,
    stage_by_date,
    with_length,
)
from vedette.reading.times import find_times, load_time_words


def length(words: str) -> Length | None:
    (time,) = find_times(words, words=load_time_words("en"))
    return Length.of(time)


@pytest.mark.parametrize(("words", "start", "type", "end"), [
    ("a five-day drill", "2025-09-12", EventType.EXERCISE, "2025-09-16"),
    ("two weeks", "2025-09-12", EventType.EXERCISE, "2025-09-25"),
    ("shut for seven days", "2025-09-11", EventType.AIRSPACE_RESTRICTION, "2025-09-18"),
    ("shut for seven days", "2025-09-11T18:00", EventType.BORDER_CLOSURE, "2025-09-18"),
    ("limited for three months", "2025-11-30", EventType.AIRSPACE_RESTRICTION, "2026-02-28"),
])
def test_a_length_gives_the_last_day(words: str, start: str, type: EventType, end: str) -> None:
    period = with_length(Period(start=start, open_end=True), length(words), type=type)
    assert period is not None
    assert (period.start, period.end, period.open_end) == (start, end, False)


@pytest.mark.parametrize(("period", "type"), [
    (Period(start="2025-09", precision=Precision.MONTH), EventType.EXERCISE),
    (Period(start="2025-09-12", end="2025-09-14"), EventType.EXERCISE),
    (Period(start="2025-09-12"), EventType.STRIKE),
])
def test_a_length_adds_nothing_to_a_month_a_known_end_or_what_does_not_last(period: Period, type: EventType) -> None:
    assert with_length(period, length("five days"), type=type) == period


def test_hours_are_no_length_in_days() -> None:
    assert length("for six hours") is None


def test_what_is_to_be_done_by_a_day_is_dated_with_it() -> None:
    due = as_deadline(Period(end="2025-12"), type=EventType.WEAPON_DEPLOYMENT, stage=Stage.PLANNED)
    assert due is not None
    assert (due.start, due.end, due.doubt) == ("2025-12", "2025-12", "then at the latest")


@pytest.mark.parametrize(("type", "stage"), [
    (EventType.BORDER_CLOSURE, Stage.PLANNED), (EventType.WEAPON_DEPLOYMENT, Stage.UNDER_WAY),
])
def test_what_goes_on_until_a_day_has_no_start(type: EventType, stage: Stage) -> None:
    until = Period(end="2025-12")
    assert as_deadline(until, type=type, stage=stage) == until


def test_days_far_apart_are_no_list() -> None:
    days = [Period(start=f"2025-09-{day}", span=Span(place, place + 4)) for day, place in ((12, 0), (13, 9), (20, 80))]
    assert [day.start for day in days_listed(days)] == ["2025-09-12", "2025-09-13"]


@pytest.mark.parametrize(("day", "stage"), [("2025-09-13", Stage.PLANNED), ("2025-09-12", Stage.HAPPENED)])
def test_what_lies_ahead_of_the_report_is_planned(day: str, stage: Stage) -> None:
    given = stage_by_date(Stage.HAPPENED, Period(start=day), type=EventType.STRIKE, published="2025-09-12T08:00")
    assert given is stage


def test_what_is_told_as_done_is_not_planned_where_the_report_may_be_later_than_the_days_it_names() -> None:
    given = stage_by_date(
        Stage.HAPPENED, Period(start="2025-09-13"), type=EventType.EXERCISE, published="2025-09-12", may_be_later=True
    )
    assert given is Stage.HAPPENED


@pytest.mark.parametrize(("start", "end", "type", "stage"), [
    ("2025-09-10", "2025-09-16", EventType.EXERCISE, Stage.UNDER_WAY),
    ("2025-09-10", "2025-09-12", EventType.EXERCISE, Stage.UNDER_WAY),
    ("2025-09-12", "2025-09-16", EventType.EXERCISE, Stage.PLANNED),
    ("2025-09-08", "2025-09-11", EventType.EXERCISE, Stage.PLANNED),
    ("2025-09-10", None, EventType.BORDER_CLOSURE, Stage.PLANNED),
    ("2025-09-10", "2025-09-16", EventType.ARREST, Stage.PLANNED),
])
def test_what_lasts_over_the_day_of_the_report_is_under_way(
    start: str, end: str | None, type: EventType, stage: Stage
) -> None:
    period = Period(start=start, end=end)
    assert stage_by_date(Stage.PLANNED, period, type=type, published="2025-09-12T08:00") is stage


def test_what_was_planned_from_a_day_that_is_gone_and_has_no_end_is_under_way() -> None:
    since = Period(start="2025-09-10T22:00", precision=Precision.HOUR, open_end=True)
    given = stage_by_date(Stage.PLANNED, since, type=EventType.AIRSPACE_RESTRICTION, published="2025-09-12")
    assert given is Stage.UNDER_WAY


def test_what_was_called_off_stays_so_on_its_days() -> None:
    period = Period(start="2025-09-10", end="2025-09-16")
    given = stage_by_date(Stage.CANCELLED, period, type=EventType.EXERCISE, published="2025-09-12")
    assert given is Stage.CANCELLED


@pytest.mark.parametrize(("first", "second", "end"), [
    (Period(start="2025-09-12"), Period(end="2025-09-16"), "2025-09-16"),
    (Period(start="2025-09"), Period(start="2025-09-12", end="2025-09-16"), "2025-09-16"),
    (Period(start="2025-09-12T18:00"), Period(start="2025-09-12", end="2025-09-16"), "2025-09-16"),
    (Period(start="2025-05"), Period(start="2025-10-05", end="2025-10-16"), None),
    (Period(start="2024", precision=Precision.YEAR), Period(end="2025-10-16"), None),
])
def test_an_end_is_joined_to_the_beginning_it_was_told_with(first: Period, second: Period, end: str | None) -> None:
    period = joined(first, second, type=EventType.EXERCISE)
    assert period is not None
    assert (period.start, period.end) == (first.start, end)


@pytest.mark.parametrize(("period", "stage", "kept"), [
    (Period(start="2025-09-20"), Stage.HAPPENED, False),
    (Period(end="2025-09-20"), Stage.HAPPENED, False),
    (Period(start="2025-09-10"), Stage.HAPPENED, True),
    (Period(start="2025-09-20"), Stage.PLANNED, True),
])
def test_words_that_were_spoken_are_not_of_a_day_to_come(period: Period, stage: Stage, kept: bool) -> None:
    own = of_itself(period, type=EventType.THREAT, stage=stage, published="2025-09-12")
    assert own == (period if kept else None)


def test_other_acts_may_lie_ahead() -> None:
    ahead = Period(start="2025-09-20")
    assert of_itself(ahead, type=EventType.STRIKE, stage=Stage.HAPPENED, published="2025-09-12") == ahead
