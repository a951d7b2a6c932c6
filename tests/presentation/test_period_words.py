"""Dates are said as exactly as they are known."""

from __future__ import annotations

import pytest

from vedette.model import Period, Precision
from vedette.presentation.period_words import describe_day, describe_period


@pytest.mark.parametrize(("period", "words"), [
    (None, "date not known"),
    (Period(), "date not known"),
    (Period(start="2025-07-28"), "28 July 2025"),
    (Period(start="2025-07-28", end="2025-07-28"), "28 July 2025"),
    (Period(start="2025-09", precision=Precision.MONTH), "September 2025"),
    (Period(start="2025", precision=Precision.YEAR), "2025"),
    (Period(start="2021", end="2023", precision=Precision.YEAR), "2021 – 2023"),
    (Period(start="2025-09-12", end="2025-09-16"), "12–16 September 2025"),
    (Period(start="2025-08-30", end="2025-09-02"), "30 August – 2 September 2025"),
    (Period(start="2025-12-30", end="2026-01-02"), "30 December 2025 – 2 January 2026"),
    (Period(end="2025-09-16"), "until 16 September 2025"),
    (Period(start="2025-09-11", open_end=True), "from 11 September 2025"),
    (Period(start="2025-09-11T18:00", precision=Precision.PART_OF_DAY, open_end=True),
     "from the evening of 11 September 2025"),
    (Period(start="2025-09-11T18:00", end="2025-09-11T23:59", precision=Precision.PART_OF_DAY),
     "the evening of 11 September 2025"),
    (Period(start="2025-09-11T02:00", precision=Precision.PART_OF_DAY), "the night of 11 September 2025"),
    (Period(start="2025-09-11T14:30", precision=Precision.MINUTE), "11 September 2025, 14:30"),
    (Period(start="2025-09-11T14:00", precision=Precision.HOUR), "11 September 2025, 14:00"),
    (Period(start="2025-09-11T00:00", precision=Precision.HOUR), "11 September 2025, midnight"),
    (Period(start="2025-09-09T22:00", end="2025-09-10T06:00", precision=Precision.PART_OF_DAY),
     "the night of 9–10 September 2025"),
    (Period(start="2025-09-30T22:00", end="2025-10-01T06:00", precision=Precision.PART_OF_DAY),
     "the night of 30 September – 1 October 2025"),
    (Period(start="2025-07-10", end="2025-07-10T12:00"), "10 July 2025, until 12:00"),
    (Period(start="2025-07-10T12:00", end="2025-07-10"), "10 July 2025, from 12:00"),
    (Period(start="2025-09-11T14:30", end="2025-09-11T16:00", precision=Precision.MINUTE),
     "11 September 2025, 14:30–16:00"),
    (Period(start="2025-06", end="2025-08", precision=Precision.SEASON), "summer 2025"),
    (Period(start="2025-12-01", end="2026-02-28", precision=Precision.SEASON), "winter 2025/26"),
    (Period(start="2025-09-13", end="2025-09-14", precision=Precision.WEEKEND), "weekend of 13–14 September 2025"),
    (Period(start="2022", precision=Precision.VAGUE, text="in recent years"), "in recent years"),
    (Period(precision=Precision.VAGUE, text="repeatedly"), "repeatedly"),
])
def test_a_period_is_no_more_exact_than_its_words(period: Period | None, words: str) -> None:
    assert describe_period(period) == words


def test_a_damaged_date_is_shown_as_it_is() -> None:
    assert describe_day("2025-13") == "2025-13"
    assert describe_day("yesterday") == "yesterday"
