"""Retry-After, in all the ways in which it is sent."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vedette.sources.web.waiting import DAY, retry_after

NOW = datetime(2025, 9, 12, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("0", 0.0),
        (" 120 ", 120.0),
        ("31536000", DAY),
        ("99999999999999999999", DAY),
        ("Fri, 12 Sep 2025 09:00:00 GMT", 3_600.0),
        ("Friday, 12-Sep-25 09:00:00 GMT", 3_600.0),
        ("Fri Sep 12 09:00:00 2025", 3_600.0),
        ("Fri, 12 Sep 2025 10:00:00 +0200", 0.0),
        ("Thu, 11 Sep 2025 08:00:00 GMT", 0.0),
        ("Fri, 12 Sep 2099 08:00:00 GMT", DAY),
        ("-5", None),
        ("1.5", None),
        ("soon", None),
        ("", None),
        (None, None),
        ("9" * 400, None),
        ("٣", None),
        ("Fri, 99 Sep 2025 08:00:00 GMT", None),
    ],
)
def test_what_is_said_is_understood(value: str | None, seconds: float | None) -> None:
    assert retry_after(value, now=NOW) == seconds


def test_a_wrong_clock_there_does_no_harm() -> None:
    moment = "Wed, 01 Jan 2020 00:10:00 GMT"
    assert retry_after(moment, now=NOW, sent="Wed, 01 Jan 2020 00:00:00 GMT") == 600.0
    assert retry_after(moment, now=NOW, sent="no date") == 0.0


@settings(deadline=None)
@given(seconds=st.integers(0, 10**9))
def test_a_number_and_its_moment_say_the_same(seconds: int) -> None:
    moment = format_datetime(NOW + timedelta(seconds=seconds), usegmt=True)
    assert retry_after(str(seconds), now=NOW) == retry_after(moment, now=NOW) == min(float(seconds), DAY)


@settings(deadline=None)
@given(st.text(max_size=80))
def test_nothing_that_is_sent_makes_a_wait_without_end(value: str) -> None:
    seconds = retry_after(value, now=NOW, sent=value)
    assert seconds is None or 0 <= seconds <= DAY
