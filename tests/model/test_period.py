from calendar import monthrange
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vedette.model import Period


@pytest.mark.parametrize(("start", "end", "first", "last"), [
    ("2025-09-12", None, "2025-09-12", "2025-09-12"),
    ("2025-09-12", "2025-09-16", "2025-09-12", "2025-09-16"),
    ("2025-09-11T18:00", None, "2025-09-11", "2025-09-11"),
    ("2025-09-09T23:30", "2025-09-10T06:00", "2025-09-09", "2025-09-10"),
    ("2025-09", None, "2025-09-01", "2025-09-30"),
    ("2025", None, "2025-01-01", "2025-12-31"),
    ("2025-08", "2025-10", "2025-08-01", "2025-10-31"),
    (None, "2025-12-31", None, "2025-12-31"),
    (None, None, None, None),
])
def test_a_period_lasts_from_the_first_to_the_last_day_that_it_can_mean(
    start: str | None, end: str | None, first: str | None, last: str | None
) -> None:
    period = Period(start=start, end=end)
    assert (period.first_day, period.last_day) == (first, last)


def test_a_closure_until_further_notice_has_no_last_day() -> None:
    assert Period(start="2025-09-11T18:00", open_end=True).last_day is None


def test_an_open_end_that_was_given_after_all_is_a_last_day() -> None:
    assert Period(start="2025-09-11", end="2025-09-16", open_end=True).last_day == "2025-09-16"


@given(day=st.dates(min_value=date(1, 1, 1)))
def test_a_month_ends_on_its_last_day_in_leap_years_too(day: date) -> None:
    month = day.isoformat()[:7]
    assert Period(start=month).last_day == f"{month}-{monthrange(day.year, day.month)[1]}"
