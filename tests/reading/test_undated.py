"""What is told without a date takes it from elsewhere in the report, or stays without."""

from __future__ import annotations

from typing import Any

import pytest

from builders import actor, claim, when
from vedette.model import Claim, Period, Span
from vedette.reading.undated import REPORT_DAY, date_undated

DAY = "2025-09-12"


def dated(*claims: Claim, lead: Span | None = None, published: str | None = DAY) -> list[Period | None]:
    return [made.period for made in date_undated(claims, published=published, lead=lead)]


def drill(start: int, **fields: Any) -> Claim:
    return claim("r1", "exercise", start=start, **fields)


def test_an_exercise_told_of_again_has_the_date_it_was_told_with() -> None:
    first, again = dated(drill(0, period=when("2025-09-20"), names=["Zapad 2025"]), drill(200, names=["Zapad 2025"]))
    assert first == again


def test_an_exercise_of_another_name_or_party_does_not() -> None:
    other = dated(
        drill(0, period=when("2025-09-20"), names=["Zapad 2025"], actors=[actor("Belarus", "BY")]),
        drill(200, names=["Namejs"]), drill(300, actors=[actor("Poland", "PL")]),
    )
    assert other[1:] == [None, None]


def test_what_goes_on_while_the_report_is_written_goes_on_that_day_with_a_doubt() -> None:
    assert dated(drill(0, stage="under_way")) == [Period(start=DAY, doubt=REPORT_DAY)]


def test_what_the_lead_tells_as_done_is_of_the_day_with_a_doubt() -> None:
    assert dated(claim("r1", "border_closure", start=10), lead=Span(0, 100)) == [Period(start=DAY, doubt=REPORT_DAY)]


@pytest.mark.parametrize("fields", [
    {"start": 500}, {"factuality": "denied"}, {"section": "background"}, {"stage": "planned"},
])
def test_nothing_is_guessed_beyond_that(fields: dict[str, Any]) -> None:
    assert dated(claim("r1", "border_closure", **({"start": 10} | fields)), lead=Span(0, 100)) == [None]


def test_nothing_is_dated_by_a_report_without_a_day() -> None:
    assert dated(drill(0, stage="under_way"), published="2025-09") == [None]
